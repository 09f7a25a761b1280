#include <cpl_conv.h>
#include <gdal.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text_file.h"
#include "load/files/gdal_listener.h"
#include "load/files/geojson_text.h"
#include "load/tables/ground.h"
#include "load/tables/table_formats.h"

enum { GEOJSON_BYTES_MAX = 64 * 1024 * 1024 };

/** A file that is being read. */
typedef struct {
    const sk_load *load;
    const char *file; /* of several layers also the one at hand */
    const char *driver;
    sk_geojson_text text; /* of a GeoJSON file */
    sk_gdal_listener listener;
    sk_ground *ground; /* of the layer at hand; NULL where it has no geometry */
} ogr_reader;

static bool is_driver(const ogr_reader *reader, const char *name) {
    return strcmp(reader->driver, name) == 0;
}

static bool is_spreadsheet(const ogr_reader *reader) {
    return is_driver(reader, "XLSX") || is_driver(reader, "ODS");
}

/* The entry of the feature that OGR gives as number `index`: usually just that one, but OGR sorts
 * features that have a number of their own. */
static const sk_geojson_entry *entry_of(const sk_geojson_text *text, size_t index, const char *id) {
    for (size_t i = 0; i < text->count; i++) {
        const sk_geojson_entry *entry = &text->entries[(index + i) % text->count];
        if (entry->id == NULL ? id == NULL : id != NULL && strcmp(entry->id, id) == 0) return entry;
    }
    return index < text->count ? &text->entries[index] : NULL;
}

static const char **read_cells(sk_arena *arena, OGRFeatureH feature, size_t count) {
    const char **cells = SK_NEW_ARRAY(arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        if (!OGR_F_IsFieldSetAndNotNull(feature, (int)i)) continue;
        const char *text = OGR_F_GetFieldAsString(feature, (int)i);
        if (*text != '\0') cells[i] = sk_arena_string(arena, text);
    }
    return cells;
}

/* False when the row is faulty, which has been reported. */
static bool read_row(ogr_reader *reader, const sk_table *table, OGRFeatureH feature, size_t index,
                     sk_table_row *row) {
    const sk_load *load = reader->load;
    row->cells = read_cells(load->arena, feature, table->column_count);
    row->origin = (sk_place){reader->file, 0, sk_table_cell(table, row, "id")};
    if (is_spreadsheet(reader)) row->origin.line = (long)index + 2;
    if (is_driver(reader, "GeoJSON")) {
        const sk_geojson_entry *entry = entry_of(&reader->text, index, row->origin.feature);
        if (entry != NULL && entry->faulty) return false;
        if (entry != NULL) row->origin.line = entry->line;
    }
    reader->listener.place = row->origin;
    if (reader->ground == NULL) return sk_table_shape_from_cells(load, table, row);
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    if (load->keeps_wkt) row->wkt = sk_ground_wkt(load, reader->ground, geometry);
    return sk_ground_shape(load, reader->ground, row->origin, geometry, &row->shape);
}

/* Rows that were emptied in a spreadsheet stay in its file. */
static bool is_blank(const sk_table *table, const sk_table_row *row) {
    for (size_t i = 0; i < table->column_count; i++)
        if (row->cells[i] != NULL) return false;
    return true;
}

static void read_columns(sk_arena *arena, OGRFeatureDefnH definition, sk_table *table) {
    table->column_count = (size_t)OGR_FD_GetFieldCount(definition);
    table->columns = SK_NEW_ARRAY(arena, const char *, table->column_count);
    for (size_t i = 0; i < table->column_count; i++) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, (int)i);
        table->columns[i] = sk_arena_string(arena, OGR_Fld_GetNameRef(field));
    }
}

static void read_rows(ogr_reader *reader, OGRLayerH layer, sk_table *table) {
    sk_table_row *rows = NULL;
    size_t capacity = 0, index = 0;
    OGR_L_ResetReading(layer);
    for (OGRFeatureH f; (f = OGR_L_GetNextFeature(layer)) != NULL; index++) {
        sk_table_row row = {0};
        bool sound = read_row(reader, table, f, index, &row);
        if (sound && !(is_spreadsheet(reader) && is_blank(table, &row))) {
            rows = sk_heap_grow(rows, table->row_count, &capacity, sizeof row);
            rows[table->row_count++] = row;
        }
        OGR_F_Destroy(f);
    }
    table->rows = SK_NEW_ARRAY(reader->load->arena, sk_table_row, table->row_count);
    if (rows != NULL) memcpy(table->rows, rows, table->row_count * sizeof *rows);
    free(rows);
}

static bool read_layer(ogr_reader *reader, OGRLayerH layer, sk_table *table) {
    const sk_place place = {.file = reader->file};
    reader->listener.place = place;
    *table = (sk_table){.file = reader->file,
                        .name = sk_arena_string(reader->load->arena, OGR_L_GetName(layer))};
    read_columns(reader->load->arena, OGR_L_GetLayerDefn(layer), table);
    if (OGR_L_GetGeomType(layer) == wkbNone) {
        read_rows(reader, layer, table);
        return true;
    }
    OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(layer);
    if (reference == NULL)
        reference = OSRNewSpatialReference(NULL);
    else
        OSRReference(reference);
    reader->ground = sk_ground_create(reader->load, place, reference);
    OSRRelease(reference);
    if (reader->ground == NULL) return false;
    read_rows(reader, layer, table);
    sk_ground_free(reader->ground);
    reader->ground = NULL;
    return true;
}

/* Arrays and dates stay the text they are in the file; spreadsheets give their first row to the
 * names of the columns, whatever stands below it. */
static GDALDatasetH open_dataset(const ogr_reader *reader, const char *path) {
    const char *drivers[] = {reader->driver, NULL};
    const char *options[] = {"ARRAY_AS_STRING=YES", "DATE_AS_STRING=YES", NULL};
    bool geojson = is_driver(reader, "GeoJSON");
    return GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, geojson ? options : NULL,
                      NULL);
}

static bool read_layers(ogr_reader *reader, const char *path, sk_table_list *out) {
    size_t findings = sk_diag_error_count(reader->load->diag);
    GDALDatasetH dataset = open_dataset(reader, path);
    if (dataset == NULL) {
        if (sk_diag_error_count(reader->load->diag) == findings)
            sk_diag_error(reader->load->diag, (sk_place){.file = reader->file},
                          "save it anew, or take a whole copy", "this is no %s file that is whole",
                          reader->driver);
        return false;
    }
    int count = GDALDatasetGetLayerCount(dataset);
    out->items = SK_NEW_ARRAY(reader->load->arena, sk_table, (size_t)count);
    bool sound = true;
    const char *file = reader->file;
    for (int i = 0; i < count; i++) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        if (count > 1)
            reader->file =
                sk_arena_printf(reader->load->arena, "%s/%s", file, OGR_L_GetName(layer));
        if (read_layer(reader, layer, &out->items[out->count]))
            out->count++;
        else
            sound = false;
    }
    GDALClose(dataset);
    return sound;
}

static void set_spreadsheet_options(const char *headers, const char *types) {
    CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", headers);
    CPLSetThreadLocalConfigOption("OGR_ODS_HEADERS", headers);
    CPLSetThreadLocalConfigOption("OGR_XLSX_FIELD_TYPES", types);
    CPLSetThreadLocalConfigOption("OGR_ODS_FIELD_TYPES", types);
}

static bool read_geojson_text(ogr_reader *reader, const char *path) {
    const sk_load *load = reader->load;
    size_t length = 0;
    char *bytes = sk_text_file_read(path, reader->file, GEOJSON_BYTES_MAX, load->diag, &length);
    if (bytes == NULL) return false;
    bool readable =
        sk_geojson_text_read(bytes, length, reader->file, load->diag, load->arena, &reader->text);
    free(bytes);
    return readable;
}

bool sk_table_ogr_read(const sk_load *load, const char *file, const char *driver,
                       sk_table_list *out) {
    const char *path = sk_load_path(load, file);
    ogr_reader reader = {.load = load, .file = file, .driver = driver};
    reader.listener = (sk_gdal_listener){load->diag, {.file = file}};
    if (access(path, F_OK) != 0) {
        sk_diag_error(load->diag, reader.listener.place, "put it there, or mend its name",
                      "there is no such file");
        return false;
    }
    if (is_driver(&reader, "GeoJSON") && !read_geojson_text(&reader, path)) return false;
    /* What OGR will say about faulty features has been said, and better. */
    if (reader.text.faulty_count > 0) reader.listener.diag = NULL;
    sk_gdal_listen(&reader.listener);
    set_spreadsheet_options("FORCE", "STRING");
    bool sound = read_layers(&reader, path, out);
    set_spreadsheet_options(NULL, NULL);
    sk_gdal_listen_end();
    return sound;
}
