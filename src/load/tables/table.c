#include "load/tables/table.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text_file.h"
#include "load/tables/table_formats.h"

enum { TEXT_BYTES_MAX = 64 * 1024 * 1024 };

/** A format: how its files end, and OGR's driver for it, or our own reader of its bytes. */
typedef struct {
    const char *ending, *driver;
    bool (*parse)(const sk_load *load, char *bytes, size_t length, const char *file,
                  sk_table_list *out);
} table_format;

typedef bool table_parser(const sk_load *load, const char *bytes, size_t length, const char *file,
                          sk_table *out);

static bool parse_one(const sk_load *load, const char *bytes, size_t length, const char *file,
                      table_parser *parse, sk_table_list *out) {
    sk_table *table = SK_NEW(load->arena, sk_table);
    if (!parse(load, bytes, length, file, table)) return false;
    *out = (sk_table_list){table, 1};
    return true;
}

static bool parse_csv(const sk_load *load, char *bytes, size_t length, const char *file,
                      sk_table_list *out) {
    return parse_one(load, bytes, length, file, sk_table_csv_parse, out);
}

static bool parse_geojson(const sk_load *load, char *bytes, size_t length, const char *file,
                          sk_table_list *out) {
    return parse_one(load, bytes, length, file, sk_table_geojson_parse, out);
}

static bool parse_xlsx(const sk_load *load, char *bytes, size_t length, const char *file,
                       sk_table_list *out) {
    return sk_table_sheets_parse(load, bytes, length, file, SK_SPREADSHEET_XLSX, out);
}

static bool parse_ods(const sk_load *load, char *bytes, size_t length, const char *file,
                      sk_table_list *out) {
    return sk_table_sheets_parse(load, bytes, length, file, SK_SPREADSHEET_ODS, out);
}

static const table_format formats[] = {
    {".geojson", NULL, parse_geojson}, {".json", NULL, parse_geojson},
    {".csv", NULL, parse_csv},         {".gpkg", "GPKG", NULL},
    {".shp", "ESRI Shapefile", NULL},  {".fgb", "FlatGeobuf", NULL},
    {".xlsx", NULL, parse_xlsx},       {".ods", NULL, parse_ods},
};

static const table_format *format_of(const char *file) {
    const char *dot = strrchr(file, '.');
    if (dot == NULL) return NULL;
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcasecmp(dot, formats[i].ending) == 0) return &formats[i];
    return NULL;
}

bool sk_table_is_readable(const char *file) {
    return format_of(file) != NULL;
}

const char *sk_table_stem(sk_arena *arena, const char *file) {
    const char *slash = strrchr(file, '/');
    const char *name = slash == NULL ? file : slash + 1;
    const char *dot = strrchr(name, '.');
    return sk_arena_string_n(arena, name, dot == NULL ? strlen(name) : (size_t)(dot - name));
}

static bool read_bytes(const sk_load *load, const char *file, const table_format *format,
                       sk_table_list *out) {
    size_t length = 0;
    char *bytes =
        sk_text_file_read(sk_load_path(load, file), file, TEXT_BYTES_MAX, load->diag, &length);
    if (bytes == NULL) return false;
    bool readable = format->parse(load, bytes, length, file, out);
    free(bytes);
    return readable;
}

bool sk_tables_read(const sk_load *load, const char *file, sk_table_list *out) {
    *out = (sk_table_list){0};
    const table_format *format = format_of(file);
    if (format == NULL) {
        sk_diag_error(load->diag, (sk_place){.file = file},
                      "use GeoJSON, GeoPackage, Shapefile, FlatGeobuf, CSV, XLSX or ODS",
                      "the file's name does not tell a format that can be read");
        return false;
    }
    if (!sk_load_may_read(load, file)) return false;
    if (format->driver == NULL) return read_bytes(load, file, format, out);
    return sk_table_ogr_read(load, file, format->driver, out);
}

static bool has_column(const sk_table *table, const char *column, size_t *index) {
    for (size_t i = 0; i < table->column_count; i++)
        if (strcasecmp(table->columns[i], column) == 0) {
            *index = i;
            return true;
        }
    return false;
}

const char *sk_table_cell(const sk_table *table, const sk_table_row *row, const char *column) {
    size_t index;
    return has_column(table, column, &index) ? row->cells[index] : NULL;
}
