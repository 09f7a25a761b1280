#include "load/project/catalogue_tables.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "load/tables/field.h"
#include "load/tables/table_formats.h"

/** A file's table that goes into one of the six. */
typedef struct {
    const sk_table *table;
    const char *sector; /* NULL where the table has a column for it, or none */
} source;

typedef struct {
    source *items; /* heap memory */
    size_t count, capacity;
} source_list;

/* In a folder each table that is no list holds the features of a sector; what else a file holds is
 * nobody's. */
static source_list find_sources(const sk_load *load, const sk_folder *layers,
                                sk_catalogue_list list) {
    source_list sources = {0};
    for (size_t i = 0; i < layers->count; i++) {
        const sk_folder_entry *entry = &layers->entries[i];
        bool same = strcmp(entry->stem, sk_catalogue_name(list)) == 0;
        bool of_sector =
            !layers->is_file && list == SK_CATALOGUE_FEATURES && !sk_catalogue_is_list(entry->stem);
        if (!same && !of_sector) continue;
        sk_table_list tables = sk_folder_entry_read(load, entry);
        for (size_t t = 0; t < tables.count; t++) {
            sources.items = sk_heap_grow(sources.items, sources.count, &sources.capacity,
                                         sizeof *sources.items);
            sources.items[sources.count++] = (source){&tables.items[t], same ? NULL : entry->stem};
        }
    }
    return sources;
}

static bool has_column(const sk_catalogue_table *table, const char *name) {
    for (size_t i = 0; i < table->column_count; i++)
        if (strcasecmp(table->columns[i].name, name) == 0) return true;
    return false;
}

/* Shapes are written anew, and `fid` is what a GeoPackage calls the numbers that it gives itself.
 */
static bool is_made_anew(const sk_catalogue_table *table, const char *column) {
    return column[0] == '\0' || strcasecmp(column, "fid") == 0 ||
           (table->has_shapes && sk_table_is_shape_column(column));
}

static void find_columns(sk_arena *arena, sk_table_form form, const source_list *sources,
                         sk_catalogue_table *table) {
    size_t room = form.count;
    for (size_t i = 0; i < sources->count; i++) room += sources->items[i].table->column_count;
    table->columns = SK_NEW_ARRAY(arena, sk_column, room);
    for (size_t i = 0; i < form.count; i++) table->columns[table->column_count++] = form.columns[i];
    for (size_t i = 0; i < sources->count; i++) {
        const sk_table *from = sources->items[i].table;
        for (size_t c = 0; c < from->column_count; c++) {
            const char *name = from->columns[c];
            if (has_column(table, name) || is_made_anew(table, name)) continue;
            table->columns[table->column_count++] = (sk_column){name, SK_COLUMN_TEXT, false, false};
        }
    }
}

/* "a; b" is what people edit in a cell. An item that would be read as two keeps its JSON. */
static const char *list_text(const sk_record *record, const char *column) {
    const char *cell = sk_field_optional(record, column), *text = NULL;
    sk_string_list list;
    if (cell == NULL || !sk_field_list(record, column, &list)) return cell;
    for (size_t i = 0; i < list.count; i++) {
        const char *item = list.items[i];
        bool padded = item[0] == ' ' || item[strlen(item) - 1] == ' ';
        if (padded || item[0] == '[' || strchr(item, ';') != NULL) return cell;
        text = text == NULL ? item : sk_arena_printf(record->load->arena, "%s; %s", text, item);
    }
    return text;
}

static const char *cell_text(const sk_record *record, const sk_column *column) {
    const char *cell = sk_field_optional(record, column->name);
    bool truth = false;
    if (column->kind == SK_COLUMN_LIST) return list_text(record, column->name);
    if (column->kind != SK_COLUMN_TRUTH || cell == NULL) return cell;
    return sk_field_truth(record, column->name, &truth) && truth ? "true" : "false";
}

static void add_rows(const sk_load *load, const source *from, sk_catalogue_table *table) {
    for (size_t i = 0; i < from->table->row_count; i++) {
        const sk_table_row *row = &from->table->rows[i];
        const sk_record record = {load, from->table, row};
        const char **cells = SK_NEW_ARRAY(load->arena, const char *, table->column_count);
        for (size_t c = 0; c < table->column_count; c++) {
            bool of_file = from->sector != NULL && strcmp(table->columns[c].name, "sector") == 0;
            cells[c] = of_file ? from->sector : cell_text(&record, &table->columns[c]);
        }
        table->rows[table->row_count++] =
            (sk_table_row){.cells = cells, .wkt = row->wkt, .origin = row->origin};
    }
}

static void gather(const sk_load *load, const sk_folder *layers, sk_catalogue_list list,
                   sk_catalogue_table *table) {
    *table = (sk_catalogue_table){.name = sk_catalogue_name(list),
                                  .has_shapes = sk_catalogue_has_shapes(list)};
    source_list sources = find_sources(load, layers, list);
    find_columns(load->arena, sk_catalogue_form(load, list), &sources, table);
    size_t room = 0;
    for (size_t i = 0; i < sources.count; i++) room += sources.items[i].table->row_count;
    table->rows = SK_NEW_ARRAY(load->arena, sk_table_row, room);
    for (size_t i = 0; i < sources.count; i++) add_rows(load, &sources.items[i], table);
    free(sources.items);
}

void sk_catalogue_tables_gather(const sk_load *load, const sk_folder *layers,
                                sk_catalogue_table tables[SK_CATALOGUE_TABLE_COUNT]) {
    for (int list = 0; list < SK_CATALOGUE_TABLE_COUNT; list++)
        gather(load, layers, (sk_catalogue_list)list, &tables[list]);
}
