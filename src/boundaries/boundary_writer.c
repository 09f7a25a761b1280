#include "boundaries/boundary_writer.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "boundaries/sources/level_table.h"
#include "boundaries/sources/ogr_source.h"
#include "load/files/ogr_date.h"
#include "load/files/ogr_file.h"
#include "streekkaart/boundary_builder.h"
#include "streekkaart/output.h"

/* Rows of a few kilobytes would leave much of larger pages empty. */
#define SMALL_PAGES "page_size=512"

static void add_column(OGRLayerH layer, const char *name, OGRFieldType type) {
    OGRFieldDefnH column = OGR_Fld_Create(name, type);
    OGR_L_CreateField(layer, column, TRUE);
    OGR_Fld_Destroy(column);
}

static OGRLayerH create_layer(GDALDatasetH dataset, const sk_boundary_layer *layer,
                              OGRSpatialReferenceH crs) {
    char *options[] = {"GEOMETRY_NAME=geom", "SPATIAL_INDEX=NO", NULL};
    OGRLayerH created = GDALDatasetCreateLayer(dataset, layer->name, crs, wkbMultiPolygon, options);
    if (created == NULL) return NULL;
    for (size_t c = 0; c < SK_BOUNDARY_COLUMNS_MAX && layer->columns[c] != NULL; c++)
        add_column(created, layer->columns[c], OFTString);
    sk_arena *arena = sk_arena_create();
    for (size_t i = 0; i < layer->languages.count; i++)
        add_column(created, sk_name_column(layer->languages.items[i], arena), OFTString);
    sk_arena_free(arena);
    if (layer->has_source_area) add_column(created, "source_area_m2", OFTReal);
    return created;
}

static bool write_row(OGRLayerH into, const sk_boundary_layer *layer, const sk_boundary_row *row) {
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(into));
    int column = 0;
    for (; column < SK_BOUNDARY_COLUMNS_MAX && layer->columns[column] != NULL; column++)
        if (row->values[column] != NULL) OGR_F_SetFieldString(feature, column, row->values[column]);
    for (size_t i = 0; i < layer->languages.count; i++, column++) {
        const char *name = sk_translation_in(row->names, layer->languages.items[i]);
        if (name != NULL) OGR_F_SetFieldString(feature, column, name);
    }
    if (layer->has_source_area) OGR_F_SetFieldDouble(feature, column, row->source_area_m2);
    OGR_F_SetGeometryDirectly(feature, sk_ogr_shape_to(row->shape));
    bool written = OGR_L_CreateFeature(into, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return written;
}

static bool write_layers(GDALDatasetH dataset, const sk_boundary_layers *set) {
    OGRSpatialReferenceH crs = sk_crs_of_code(set->crs);
    bool good = crs != NULL;
    for (size_t i = 0; good && i < set->count; i++) {
        const sk_boundary_layer *from = &set->layers[i];
        OGRLayerH layer = create_layer(dataset, from, crs);
        good = layer != NULL;
        for (size_t r = 0; good && r < from->row_count; r++)
            good = write_row(layer, from, &from->rows[r]);
    }
    if (crs != NULL) OSRDestroySpatialReference(crs);
    return good;
}

static bool write_file(const sk_boundary_layers *set, const char *path) {
    GDALDriverH driver = GDALGetDriverByName("GPKG");
    GDALDatasetH dataset = driver ? GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, NULL) : NULL;
    if (dataset == NULL) return false;
    bool good = GDALDatasetStartTransaction(dataset, FALSE) == OGRERR_NONE &&
                write_layers(dataset, set) && GDALDatasetCommitTransaction(dataset) == OGRERR_NONE;
    GDALFlushCache(dataset);
    good = good && CPLGetLastErrorType() < CE_Failure;
    GDALClose(dataset);
    return good && CPLGetLastErrorType() < CE_Failure;
}

/* What GDAL wrote to its memory, as the file at `path`. */
static sk_status keep_bytes(const char *memory, const char *path, sk_diag *diag, size_t *size) {
    vsi_l_offset length = 0;
    const GByte *bytes = VSIGetMemFileBuffer(memory, &length, FALSE);
    sk_output *output = bytes == NULL ? NULL : sk_output_begin(path, diag);
    if (output == NULL) return SK_ERR_ENVIRONMENT;
    *size = (size_t)length;
    sk_output_write(output, bytes, *size);
    sk_status status = sk_output_commit(output);
    sk_output_free(output);
    return status;
}

/* GDAL writes to memory only: there is no half file, and no journal beside it. */
sk_status sk_boundary_writer_run(const sk_boundary_layers *set, const char *path, sk_diag *diag,
                                 size_t *size) {
    char *memory = CPLStrdup(CPLSPrintf("/vsimem/streekkaart-%p/set.gpkg", (const void *)set));
    sk_ogr_prepare();
    CPLErrorReset();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    sk_ogr_date_fix();
    CPLSetThreadLocalConfigOption("OGR_SQLITE_PRAGMA", SMALL_PAGES);
    bool good = write_file(set, memory);
    if (!good)
        sk_diag_error(diag, (sk_place){.file = path}, "look whether GDAL has GeoPackages whole",
                      "GDAL can't make the set: %s", CPLGetLastErrorMsg());
    sk_ogr_date_release();
    CPLSetThreadLocalConfigOption("OGR_SQLITE_PRAGMA", NULL);
    CPLPopErrorHandler();
    sk_status status = good ? keep_bytes(memory, path, diag, size) : SK_ERR_ENVIRONMENT;
    VSIUnlink(memory);
    CPLFree(memory);
    return status;
}

bool sk_boundary_set_may_be_at(const char *path) {
    static const char *const layers[] = {"neighbour", "sea"}; /* that every set has */
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) return true;
    const char *const drivers[] = {"GPKG", NULL};
    GDALAllRegister();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    GDALDatasetH set = GDALOpenEx(path, GDAL_OF_VECTOR, drivers, NULL, NULL);
    bool is_set = set != NULL && GDALDatasetGetLayerCount(set) > 2;
    for (size_t i = 0; is_set && i < sizeof layers / sizeof *layers; i++)
        is_set = GDALDatasetGetLayerByName(set, layers[i]) != NULL;
    if (set != NULL) GDALClose(set);
    CPLPopErrorHandler();
    return is_set;
}
