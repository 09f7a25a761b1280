#include "boundaries/sources/ogr_source.h"

#include <cpl_error.h>
#include <gdal.h>
#include <ogr_core.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "load/files/ogr_file.h"

/* A known name that ends with an underscore stands for all that begin with it. */
static bool is_column(const char *name, const char *known) {
    size_t length = strlen(known);
    bool beginning = length > 0 && known[length - 1] == '_';
    return beginning ? strncasecmp(name, known, length) == 0 : strcasecmp(name, known) == 0;
}

static int find_column(OGRFeatureDefnH columns, const char *wanted, const char *const *known) {
    const char *const only[] = {wanted, NULL};
    for (const char *const *name = wanted ? only : known; *name != NULL; name++)
        for (int i = 0; i < OGR_FD_GetFieldCount(columns); i++)
            if (is_column(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(columns, i)), *name)) return i;
    return -1;
}

static bool use_layer(const sk_ogr_request *request, OGRLayerH layer, sk_ogr_source *source) {
    OGRFeatureDefnH columns = OGR_L_GetLayerDefn(layer);
    source->layer = layer;
    source->id_column = find_column(columns, request->id_column, request->known_ids);
    source->name_column = find_column(columns, request->name_column, request->known_names);
    return source->id_column >= 0 && source->name_column >= 0;
}

static char *append(char *list, const char *name) {
    size_t old = list ? strlen(list) : 0, length = old + strlen(name) + 3;
    list = sk_heap_resize(list, length, 1);
    snprintf(list + old, length - old, "%s%s", old > 0 ? ", " : "", name);
    return list;
}

static void report_missing_layer(const sk_ogr_request *request, GDALDatasetH dataset,
                                 sk_diag *diag) {
    char *seen = NULL;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); i++)
        seen = append(seen, OGR_L_GetName(GDALDatasetGetLayer(dataset, i)));
    sk_diag_error(diag, (sk_place){.file = request->path}, "name one of these",
                  "there is no layer %s; the layers are %s", request->layer, seen ? seen : "none");
    free(seen);
}

static void report_missing_column(const sk_ogr_request *request, GDALDatasetH dataset,
                                  sk_diag *diag) {
    char *seen = NULL;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); i++) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        if (request->layer && strcmp(OGR_L_GetName(layer), request->layer) != 0) continue;
        OGRFeatureDefnH columns = OGR_L_GetLayerDefn(layer);
        for (int c = 0; c < OGR_FD_GetFieldCount(columns); c++)
            seen = append(seen, OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(columns, c)));
    }
    sk_diag_error(diag, (sk_place){.file = request->path}, request->remedy,
                  "no layer has the columns that are needed; the columns are %s",
                  seen ? seen : "none");
    free(seen);
}

static bool choose_layer(const sk_ogr_request *request, sk_diag *diag, sk_ogr_source *source) {
    if (request->layer && GDALDatasetGetLayerByName(source->dataset, request->layer) == NULL) {
        report_missing_layer(request, source->dataset, diag);
        return false;
    }
    for (int i = 0; i < GDALDatasetGetLayerCount(source->dataset); i++) {
        OGRLayerH layer = GDALDatasetGetLayer(source->dataset, i);
        if (request->layer && strcmp(OGR_L_GetName(layer), request->layer) != 0) continue;
        if (use_layer(request, layer, source)) return true;
    }
    report_missing_column(request, source->dataset, diag);
    return false;
}

/* The CRS of the layer, the caller's to destroy; NULL when nobody knows. TopoJSON cannot name one
 * and has, by custom, longitudes and latitudes. */
OGRSpatialReferenceH sk_crs_of_code(const char *code) {
    OGRSpatialReferenceH crs = OSRNewSpatialReference(NULL);
    if (OSRSetFromUserInput(crs, code) == OGRERR_NONE) return crs;
    OSRDestroySpatialReference(crs);
    return NULL;
}

static OGRSpatialReferenceH crs_of(const sk_ogr_source *source) {
    OGRSpatialReferenceH crs = OGR_L_GetSpatialRef(source->layer);
    if (crs != NULL) return OSRClone(crs);
    if (source->crs != NULL) return sk_crs_of_code(source->crs);
    const char *driver = GDALGetDriverShortName(GDALGetDatasetDriver(source->dataset));
    if (strcmp(driver, "TopoJSON") != 0) return NULL;
    return sk_crs_of_code("EPSG:4326");
}

static void report_crs(const sk_ogr_source *source, const char *why, const char *detail,
                       sk_diag *diag) {
    sk_diag_error(diag, (sk_place){.file = source->path},
                  "give a file in a CRS that PROJ knows, such as EPSG:4326", "%s%s", why, detail);
}

static bool make_way_from(OGRSpatialReferenceH from, sk_ogr_source *source, sk_diag *diag) {
    if (!sk_ogr_crs_is_plain(from)) {
        report_crs(source, "its CRS names files of its own, which are not opened", "", diag);
        return false;
    }
    OGRSpatialReferenceH map = sk_crs_of_code(source->map_crs);
    OSRSetAxisMappingStrategy(from, OAMS_TRADITIONAL_GIS_ORDER);
    bool known = map != NULL;
    if (known) OSRSetAxisMappingStrategy(map, OAMS_TRADITIONAL_GIS_ORDER);
    bool same = known && OSRIsSame(from, map);
    if (known && !same) source->to_map = OCTNewCoordinateTransformation(from, map);
    if (known) OSRDestroySpatialReference(map);
    if (same || source->to_map != NULL) return true;
    report_crs(source, "its CRS cannot be turned into the project's: ", CPLGetLastErrorMsg(), diag);
    return false;
}

static bool find_way_to_map(sk_ogr_source *source, sk_diag *diag) {
    OGRSpatialReferenceH from = crs_of(source);
    if (from == NULL) {
        sk_diag_error(diag, (sk_place){.file = source->path},
                      "name it with --crs, such as --crs EPSG:4326",
                      "the layer %s does not say in which CRS it is", OGR_L_GetName(source->layer));
        return false;
    }
    bool found = make_way_from(from, source, diag);
    OSRDestroySpatialReference(from);
    return found;
}

static void report_format(const sk_ogr_request *request, sk_diag *diag) {
    const char *why = CPLGetLastErrorMsg();
    sk_diag_error(diag, (sk_place){.file = request->path},
                  "give polygons as GeoPackage, Shapefile, GeoJSON, TopoJSON, FlatGeobuf or file "
                  "geodatabase, or one of the last in a .zip",
                  "cannot be read: %s", why[0] ? why : "its format is not one of these");
}

static sk_status open_quietly(const sk_ogr_request *request, sk_diag *diag, sk_ogr_source *source) {
    static const char *const drivers[] = {"GPKG",       "ESRI Shapefile", "GeoJSON", "TopoJSON",
                                          "FlatGeobuf", "OpenFileGDB",    NULL};
    const sk_ogr_file file = {.path = request->path, .shown = request->path, .drivers = drivers};
    size_t faults = sk_diag_error_count(diag);
    source->dataset = sk_ogr_open(&file, diag);
    if (source->dataset == NULL) {
        if (sk_diag_error_count(diag) == faults) report_format(request, diag);
        return SK_ERR_DATA;
    }
    if (!choose_layer(request, diag, source) || !find_way_to_map(source, diag)) return SK_ERR_DATA;
    if (OGR_L_GetFeatureCount(source->layer, TRUE) > 0) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = request->path}, "give a file that has some",
                  "the layer %s has no features", OGR_L_GetName(source->layer));
    return SK_ERR_DATA;
}

sk_status sk_ogr_source_open(const sk_ogr_request *request, sk_diag *diag, sk_ogr_source *source) {
    *source =
        (sk_ogr_source){.path = request->path, .crs = request->crs, .map_crs = request->map_crs};
    sk_ogr_prepare();
    CPLErrorReset();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    sk_status status = open_quietly(request, diag, source);
    CPLPopErrorHandler();
    return status;
}

void sk_ogr_source_close(sk_ogr_source *source) {
    OCTDestroyCoordinateTransformation(source->to_map);
    if (source->dataset) GDALClose(source->dataset);
    *source = (sk_ogr_source){0};
}

/* The feature's own geometry, or a mended copy, which the caller destroys. */
static OGRGeometryH mended(OGRGeometryH geometry, sk_place place, sk_diag *diag) {
    if (OGR_G_IsValid(geometry)) return OGR_G_Clone(geometry);
    sk_diag_warning(diag, place, "look at its border in the source",
                    "its polygon is invalid and was mended: %s", CPLGetLastErrorMsg());
    return OGR_G_MakeValid(geometry);
}

static sk_cm_shape shape_quietly(const sk_ogr_source *source, OGRGeometryH original, sk_place place,
                                 sk_arena *arena, sk_diag *diag) {
    sk_cm_shape shape = {0};
    OGRGeometryH geometry = mended(original, place, diag);
    if (geometry == NULL ||
        (source->to_map && OGR_G_Transform(geometry, source->to_map) != OGRERR_NONE)) {
        sk_diag_error(diag, place, "look at its coordinates, and at the CRS that the source names",
                      "its geometry cannot be used: %s", CPLGetLastErrorMsg());
    } else {
        shape = sk_ogr_shape_from(geometry, arena);
        if (shape.count == 0)
            sk_diag_error(diag, place, "check the geometry and the CRS of the source",
                          "it has no polygon where the map can be");
    }
    OGR_G_DestroyGeometry(geometry);
    return shape;
}

sk_cm_shape sk_ogr_source_shape(const sk_ogr_source *source, OGRFeatureH feature,
                                const char *feature_name, sk_arena *arena, sk_diag *diag) {
    sk_place place = {.file = source->path, .feature = feature_name};
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    if (geometry == NULL) {
        sk_diag_error(diag, place, "give it a polygon", "it has no geometry");
        return (sk_cm_shape){0};
    }
    CPLErrorReset();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    sk_cm_shape shape = shape_quietly(source, geometry, place, arena, diag);
    CPLPopErrorHandler();
    return shape;
}
