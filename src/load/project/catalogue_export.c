#include "streekkaart/catalogue_export.h"

#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "load/files/gdal_listener.h"
#include "load/files/ogr_date.h"
#include "load/project/catalogue_tables.h"
#include "streekkaart/project.h"

/* What Excel keeps of a cell. */
enum { EXCEL_CELL_MAX = 32767 };

typedef struct {
    const char *ending, *driver;
    bool spreadsheet; /* shapes are text in a column, truths are words */
} export_format;

static const export_format formats[] = {
    {".gpkg", "GPKG", false}, {".xlsx", "XLSX", true}, {".ods", "ODS", true}};

/** A file that is being made. */
typedef struct {
    const sk_load *load;
    const export_format *format;
    sk_gdal_listener listener;
} exporter;

static const export_format *format_of(const char *name) {
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot != NULL && i < sizeof formats / sizeof formats[0]; i++)
        if (strcasecmp(dot, formats[i].ending) == 0) return &formats[i];
    return NULL;
}

static bool add_field(OGRLayerH layer, const char *name, OGRFieldType type, bool truth) {
    OGRFieldDefnH field = OGR_Fld_Create(name, type);
    if (truth) OGR_Fld_SetSubType(field, OFSTBoolean);
    bool added = OGR_L_CreateField(layer, field, TRUE) == OGRERR_NONE;
    OGR_Fld_Destroy(field);
    return added;
}

static OGRLayerH add_layer(const exporter *e, GDALDatasetH dataset, const sk_catalogue_table *table,
                           OGRSpatialReferenceH wgs84) {
    char *options[] = {"SPATIAL_INDEX=NO", NULL};
    bool sheet = e->format->spreadsheet, shapes = table->has_shapes && !sheet;
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, table->name, shapes ? wgs84 : NULL,
                                             shapes ? wkbUnknown : wkbNone, sheet ? NULL : options);
    bool sound = layer != NULL;
    for (size_t i = 0; sound && i < table->column_count; i++) {
        const sk_column *column = &table->columns[i];
        bool truth = column->kind == SK_COLUMN_TRUTH && !sheet;
        bool number = column->kind == SK_COLUMN_INTEGER || truth;
        sound = add_field(layer, column->name, number ? OFTInteger : OFTString, truth);
    }
    if (sound && sheet && table->has_shapes) sound = add_field(layer, "wkt", OFTString, false);
    return sound ? layer : NULL;
}

static void warn_of_long_cell(const exporter *e, const sk_table_row *row, const char *text) {
    if (strcmp(e->format->driver, "XLSX") != 0 || strlen(text) <= EXCEL_CELL_MAX) return;
    sk_diag_warning(e->load->diag, row->origin, "edit it elsewhere, or export to .gpkg or .ods",
                    "a text of %zu letters: Excel keeps %d of a cell", strlen(text),
                    EXCEL_CELL_MAX);
}

static void set_cell(const exporter *e, OGRFeatureH feature, int field, const sk_column *column,
                     const sk_table_row *row, const char *text) {
    int number;
    if (column->kind == SK_COLUMN_INTEGER && sk_integer_parse(text, &number)) {
        OGR_F_SetFieldInteger(feature, field, number);
    } else if (column->kind == SK_COLUMN_TRUTH && !e->format->spreadsheet) {
        OGR_F_SetFieldInteger(feature, field, strcmp(text, "true") == 0);
    } else {
        OGR_F_SetFieldString(feature, field, text);
        warn_of_long_cell(e, row, text);
    }
}

static bool set_shape(const exporter *e, OGRFeatureH feature, int field, const sk_table_row *row) {
    if (row->wkt == NULL) return true;
    if (e->format->spreadsheet) {
        OGR_F_SetFieldString(feature, field, row->wkt);
        warn_of_long_cell(e, row, row->wkt);
        return true;
    }
    char *text = sk_arena_string(e->load->arena, row->wkt); /* OGR wants it writable */
    OGRGeometryH geometry = NULL;
    return OGR_G_CreateFromWkt(&text, NULL, &geometry) == OGRERR_NONE &&
           OGR_F_SetGeometryDirectly(feature, geometry) == OGRERR_NONE;
}

static bool write_row(const exporter *e, OGRLayerH layer, const sk_catalogue_table *table,
                      const sk_table_row *row) {
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    for (size_t i = 0; i < table->column_count; i++)
        if (row->cells[i] != NULL)
            set_cell(e, feature, (int)i, &table->columns[i], row, row->cells[i]);
    bool written = set_shape(e, feature, (int)table->column_count, row) &&
                   OGR_L_CreateFeature(layer, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return written;
}

static bool write_blank_row(OGRLayerH layer) {
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    bool written = OGR_L_CreateFeature(layer, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return written;
}

static bool write_tables(const exporter *e, GDALDatasetH dataset,
                         const sk_catalogue_table *tables) {
    OGRSpatialReferenceH wgs84 = OSRNewSpatialReference(NULL);
    bool sound = OSRImportFromEPSG(wgs84, 4326) == OGRERR_NONE;
    OSRSetAxisMappingStrategy(wgs84, OAMS_TRADITIONAL_GIS_ORDER);
    for (size_t t = 0; sound && t < SK_CATALOGUE_TABLE_COUNT; t++) {
        OGRLayerH layer = add_layer(e, dataset, &tables[t], wgs84);
        sound = layer != NULL;
        /* OGR names the columns of a sheet with its first row. */
        if (sound && e->format->spreadsheet && tables[t].row_count == 0)
            sound = write_blank_row(layer);
        for (size_t i = 0; sound && i < tables[t].row_count; i++)
            sound = write_row(e, layer, &tables[t], &tables[t].rows[i]);
    }
    OSRRelease(wgs84);
    return sound;
}

/* OGR writes to memory only: there is no half file, and who keeps the bytes meets the full disk. */
static bool write_dataset(const exporter *e, const char *path, const sk_catalogue_table *tables) {
    GDALDriverH driver = GDALGetDriverByName(e->format->driver);
    GDALDatasetH dataset =
        driver == NULL ? NULL : GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, NULL);
    if (dataset == NULL) return false;
    bool sound = write_tables(e, dataset, tables);
    GDALClose(dataset);
    return sound;
}

static bool take_bytes(const char *path, const sk_catalogue_table *tables, sk_catalogue_file *out) {
    vsi_l_offset length = 0;
    const GByte *bytes = VSIGetMemFileBuffer(path, &length, FALSE);
    if (bytes == NULL || length == 0) return false;
    out->bytes = sk_heap_array((size_t)length, 1);
    out->length = (size_t)length;
    memcpy(out->bytes, bytes, (size_t)length);
    out->features = tables[SK_CATALOGUE_FEATURES].row_count;
    out->figures = tables[SK_CATALOGUE_FIGURES].row_count;
    return true;
}

static sk_status write_file(exporter *e, const sk_catalogue_table *tables, sk_catalogue_file *out) {
    size_t errors = sk_diag_error_count(e->load->diag);
    const char *path = sk_arena_printf(e->load->arena, "/vsimem/streekkaart-%p/catalogue%s",
                                       (void *)e, e->format->ending);
    sk_gdal_listen(&e->listener);
    sk_ogr_date_fix();
    bool sound = write_dataset(e, path, tables);
    sk_ogr_date_release();
    sk_gdal_listen_end();
    bool silent = sk_diag_error_count(e->load->diag) == errors;
    sound = sound && silent && take_bytes(path, tables, out);
    VSIUnlink(path);
    if (sound) return SK_OK;
    if (silent)
        sk_diag_error(e->load->diag, e->listener.place, "look whether GDAL has that format whole",
                      "GDAL can't make a file of this format");
    return SK_ERR_ENVIRONMENT;
}

static sk_status check_catalogue(const char *directory, const char *catalogue, const char *name,
                                 sk_diag *diag) {
    sk_project *project = NULL;
    sk_status status = sk_project_open_catalogue(directory, catalogue, diag, &project);
    sk_project_free(project);
    if (status == SK_ERR_DATA)
        sk_diag_error(diag, (sk_place){.file = name}, "mend that first",
                      "not written: what is faulty in the catalogue would be missing from it");
    return status;
}

sk_status sk_catalogue_export(const char *directory, const char *catalogue, const char *name,
                              sk_diag *diag, sk_catalogue_file *out) {
    *out = (sk_catalogue_file){0};
    const export_format *format = format_of(name);
    if (format == NULL) {
        sk_diag_error(diag, (sk_place){.file = name}, "let it end in .gpkg, .xlsx or .ods",
                      "the file's name does not tell a format that can be written");
        return SK_ERR_USAGE;
    }
    sk_status status = check_catalogue(directory, catalogue, name, diag);
    if (status != SK_OK) return status;

    sk_project_settings settings;
    sk_arena *arena = sk_arena_create();
    status = sk_project_settings_open(directory, arena, diag, &settings);
    const sk_load load = {.directory = directory,
                          .arena = arena,
                          .diag = diag,
                          .settings = &settings,
                          .keeps_wkt = true};
    exporter e = {.load = &load, .format = format, .listener = {diag, {.file = name}}};
    if (status != SK_OK) {
        sk_arena_free(arena);
        return status;
    }
    sk_folder layers = sk_folder_open(&load, catalogue);
    sk_catalogue_table tables[SK_CATALOGUE_TABLE_COUNT];
    sk_catalogue_tables_gather(&load, &layers, tables);
    status = write_file(&e, tables, out);
    sk_arena_free(load.arena);
    return status;
}

void sk_catalogue_file_free(sk_catalogue_file *file) {
    free(file->bytes);
    *file = (sk_catalogue_file){0};
}
