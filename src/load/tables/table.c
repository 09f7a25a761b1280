#include "load/tables/table.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/suggestion.h"
#include "base/text_file.h"
#include "load/tables/table_formats.h"

enum { CSV_BYTES_MAX = 64 * 1024 * 1024 };

/** A format: how its files end, and OGR's driver for it (NULL: our own reader). */
typedef struct {
    const char *ending, *driver;
} table_format;

static const table_format formats[] = {
    {".geojson", "GeoJSON"},    {".json", "GeoJSON"},   {".csv", NULL},    {".gpkg", "GPKG"},
    {".shp", "ESRI Shapefile"}, {".fgb", "FlatGeobuf"}, {".xlsx", "XLSX"}, {".ods", "ODS"},
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

static bool read_csv(const sk_load *load, const char *file, sk_table_list *out) {
    const char *path = sk_load_path(load, file);
    size_t length = 0;
    char *bytes = sk_text_file_read(path, file, CSV_BYTES_MAX, load->diag, &length);
    if (bytes == NULL) return false;
    sk_table *table = SK_NEW(load->arena, sk_table);
    bool readable = sk_table_csv_parse(load, bytes, length, file, table);
    if (readable) *out = (sk_table_list){table, 1};
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
    if (format->driver == NULL) return read_csv(load, file, out);
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

static bool is_known(const sk_table_form *form, const char *name) {
    for (size_t i = 0; i < form->count; i++)
        if (strcasecmp(form->columns[i].name, name) == 0) return true;
    return false;
}

/* The column that the form does not know and that looks most like `missing`. */
static sk_suggestion nearest_stray(const sk_table *table, const sk_table_form *form,
                                   const char *missing) {
    sk_suggestion nearest = sk_suggestion_for(missing);
    for (size_t i = 0; i < table->column_count; i++)
        if (!is_known(form, table->columns[i])) sk_suggestion_consider(&nearest, table->columns[i]);
    return nearest;
}

static void report_missing(const sk_load *load, sk_place place, const char *name,
                           const char *stray) {
    const char *remedy = "add it";
    if (stray != NULL) remedy = sk_arena_printf(load->arena, "rename \"%s\"", stray);
    sk_diag_error(load->diag, place, remedy, "the column \"%s\" is missing", name);
}

static void warn_of_stray(const sk_load *load, sk_place place, const char *name,
                          const char *stray) {
    sk_diag_warning(load->diag, place, sk_arena_printf(load->arena, "did you mean \"%s\"?", name),
                    "nothing reads the column \"%s\"", stray);
}

bool sk_table_check(const sk_load *load, const sk_table *table, const sk_table_form *form) {
    bool complete = true;
    sk_place place = {.file = table->file};
    for (size_t i = 0; i < form->count; i++) {
        const sk_column *column = &form->columns[i];
        size_t index;
        if (has_column(table, column->name, &index)) continue;
        const char *stray = nearest_stray(table, form, column->name).best;
        if (column->required)
            report_missing(load, place, column->name, stray);
        else if (stray != NULL)
            warn_of_stray(load, place, column->name, stray);
        complete = complete && !column->required;
    }
    return complete;
}
