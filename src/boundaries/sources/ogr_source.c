#include "boundaries/sources/ogr_source.h"

#include <cpl_error.h>
#include <gdal.h>
#include <math.h>
#include <ogr_core.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "load/files/ogr_file.h"

/* A known name that ends with an underscore stands for all that begin with it. */
static bool is_column(const char *name, const char *known) {
    size_t length = strlen(known);
    bool beginning = length > 0 && known[length - 1] == '_';
    return beginning ? strncasecmp(name, known, length) == 0 : strcasecmp(name, known) == 0;
}

bool sk_ogr_is_column(OGRFeatureDefnH columns, int index, const char *const *known) {
    const char *name = OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(columns, index));
    for (; *known != NULL; known++)
        if (is_column(name, *known)) return true;
    return false;
}

const char *sk_ogr_column_names(OGRFeatureDefnH columns, sk_arena *arena) {
    const char *names = "";
    for (int i = 0; i < OGR_FD_GetFieldCount(columns); i++)
        names = sk_arena_printf(arena, "%s%s%s", names, i == 0 ? "" : ", ",
                                OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(columns, i)));
    return names;
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

static void report_missing_layer(const sk_ogr_request *request, GDALDatasetH dataset,
                                 sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    const char *seen = "";
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); i++)
        seen = sk_arena_printf(arena, "%s%s%s", seen, i == 0 ? "" : ", ",
                               OGR_L_GetName(GDALDatasetGetLayer(dataset, i)));
    sk_diag_error(diag, (sk_place){.file = request->path}, "name one of these",
                  "there is no layer %s; the layers are %s", request->layer, *seen ? seen : "none");
    sk_arena_free(arena);
}

/* "a column CODE", or what kind of column is looked for where none was named. */
static const char *wanted_column(const char *column, const char *kind, sk_arena *arena) {
    return column != NULL ? sk_arena_printf(arena, "a column %s", column)
                          : sk_arena_printf(arena, "a known column of %s", kind);
}

static bool is_empty(GDALDatasetH dataset) {
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); i++)
        if (OGR_L_GetFeatureCount(GDALDatasetGetLayer(dataset, i), TRUE) != 0) return false;
    return true;
}

static void report_missing_column(const sk_ogr_request *request, GDALDatasetH dataset,
                                  sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    const char *seen = "";
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); i++) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        if (request->layer && strcmp(OGR_L_GetName(layer), request->layer) != 0) continue;
        const char *more = sk_ogr_column_names(OGR_L_GetLayerDefn(layer), arena);
        seen = sk_arena_printf(arena, "%s%s%s", seen, *seen && *more ? ", " : "", more);
    }
    sk_diag_error(diag, (sk_place){.file = request->path}, request->remedy,
                  "no layer has %s and %s; the columns are %s",
                  wanted_column(request->id_column, "codes", arena),
                  wanted_column(request->name_column, "names", arena), *seen ? seen : "none");
    sk_arena_free(arena);
}

static void report_empty(const sk_ogr_request *request, const char *layer, sk_diag *diag) {
    sk_diag_error(diag, (sk_place){.file = request->path}, "give a file that has some",
                  "the layer %s has no features", layer);
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
    if (GDALDatasetGetLayerCount(source->dataset) > 0 && is_empty(source->dataset))
        report_empty(request, OGR_L_GetName(GDALDatasetGetLayer(source->dataset, 0)), diag);
    else
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

/* A code of --crs that nobody knows is not one that is missing. */
static void report_no_crs(const sk_ogr_source *source, sk_diag *diag) {
    const sk_place place = {.file = source->path};
    const char *layer = OGR_L_GetName(source->layer);
    if (source->crs != NULL)
        sk_diag_error(diag, (sk_place){.file = "--crs", .feature = source->crs},
                      "write a code that PROJ knows, such as EPSG:4326",
                      "there is no such coordinate system");
    else if (OGR_L_GetSpatialRef(source->layer) == NULL)
        sk_diag_error(diag, place, "name it with --crs, such as --crs EPSG:4326",
                      "the layer %s does not say in which CRS it is", layer);
    else
        sk_diag_error(diag, place, "name the one that it is in, such as --crs EPSG:3035",
                      "the coordinates of the layer %s are no degrees, and no other CRS is named",
                      layer);
}

/* GeoJSON that names no CRS has longitudes and latitudes, or the CRS was forgotten. */
static bool is_no_degrees(OGRLayerH layer, OGRSpatialReferenceH crs) {
    OGREnvelope box = {0};
    return OSRIsGeographic(crs) && OGR_L_GetExtent(layer, &box, TRUE) == OGRERR_NONE &&
           (fabs(box.MinX) > 540 || fabs(box.MaxX) > 540 || fabs(box.MinY) > 180 ||
            fabs(box.MaxY) > 180);
}

static OGRSpatialReferenceH crs_of(const sk_ogr_source *source) {
    OGRSpatialReferenceH crs = OGR_L_GetSpatialRef(source->layer);
    if (crs != NULL && !is_no_degrees(source->layer, crs)) return OSRClone(crs);
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
        report_no_crs(source, diag);
        return false;
    }
    bool found = make_way_from(from, source, diag);
    OSRDestroySpatialReference(from);
    return found;
}

static void report_format(const sk_ogr_request *request, sk_diag *diag) {
    struct stat file;
    bool is_blank = stat(request->path, &file) == 0 && S_ISREG(file.st_mode) && file.st_size == 0;
    const char *why = is_blank ? "the file is empty" : CPLGetLastErrorMsg();
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
    report_empty(request, OGR_L_GetName(source->layer), diag);
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

/* A copy of the geometry, mended where it has to be; the caller's to destroy. */
static OGRGeometryH mended(OGRGeometryH geometry, sk_feature_fault *fault) {
    if (OGR_G_IsValid(geometry)) return OGR_G_Clone(geometry);
    *fault = SK_FEATURE_MENDED;
    return OGR_G_MakeValid(geometry);
}

static sk_cm_shape shape_on_grid(OGRGeometryH geometry, sk_arena *arena, sk_feature_fault *fault) {
    sk_cm_shape shape = sk_ogr_shape_from(geometry, arena);
    bool on_grid = sk_ogr_is_on_grid(geometry);
    if (shape.count == 0)
        *fault = on_grid ? SK_FEATURE_FLAT : SK_FEATURE_FAR;
    else if (!on_grid)
        *fault = SK_FEATURE_PARTLY_FAR;
    return shape;
}

static sk_cm_shape shape_quietly(const sk_ogr_source *source, OGRGeometryH original,
                                 sk_arena *arena, sk_feature_fault *fault, const char **detail) {
    sk_cm_shape shape = {0};
    CPLErrorReset();
    OGRGeometryH geometry = mended(original, fault);
    *detail = CPLGetLastErrorMsg();
    if (geometry == NULL ||
        (source->to_map && OGR_G_Transform(geometry, source->to_map) != OGRERR_NONE)) {
        *fault = SK_FEATURE_UNREACHABLE;
        *detail = CPLGetLastErrorMsg();
    } else {
        shape = shape_on_grid(geometry, arena, fault);
    }
    OGR_G_DestroyGeometry(geometry);
    return shape;
}

sk_cm_shape sk_ogr_source_shape(const sk_ogr_source *source, OGRFeatureH feature, sk_arena *arena,
                                sk_feature_fault *fault, const char **detail) {
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    *fault = SK_FEATURE_SOUND;
    *detail = NULL;
    if (geometry == NULL || OGR_G_IsEmpty(geometry)) {
        *fault = SK_FEATURE_WITHOUT_GEOMETRY;
        return (sk_cm_shape){0};
    }
    if (!sk_ogr_has_polygon(geometry)) {
        *fault = SK_FEATURE_NO_POLYGON;
        *detail = OGRGeometryTypeToName(OGR_G_GetGeometryType(geometry));
        return (sk_cm_shape){0};
    }
    CPLPushErrorHandler(CPLQuietErrorHandler);
    sk_cm_shape shape = shape_quietly(source, geometry, arena, fault, detail);
    CPLPopErrorHandler();
    return shape;
}
