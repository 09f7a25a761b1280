#include "gallery/figure_text.h"

#include <stdlib.h>

static bool is_entry(const sk_table_row *row) {
    return row->kind == SK_TABLE_ENTRY || row->kind == SK_TABLE_LIST;
}

/* A list has an entry in each cell, other rows have one. */
static size_t entries_of(const sk_table_row *row) {
    if (row->kind == SK_TABLE_ENTRY) return 1;
    size_t count = 0;
    for (size_t i = 0; i < SK_TABLE_COLUMNS_MAX; i++) count += row->cells[i] != NULL;
    return count;
}

size_t sk_section_entry_count(const sk_table_content *table, size_t section) {
    size_t count = 0;
    for (size_t i = section + 1; i < table->row_count && is_entry(&table->rows[i]); i++)
        count += entries_of(&table->rows[i]);
    return count;
}

/* "A; B; C" of the section that `heading` begins. */
static void put_names(FILE *text, const sk_table_content *table, size_t heading) {
    const char *between = "";
    for (size_t i = heading + 1; i < table->row_count && is_entry(&table->rows[i]); i++)
        for (size_t k = 0; k < entries_of(&table->rows[i]); k++) {
            fprintf(text, "%s%s", between, table->rows[i].cells[k]);
            between = "; ";
        }
}

static const char *settled(FILE *text, char **bytes, sk_arena *arena) {
    sk_heap_stream_close(text);
    const char *kept = sk_arena_string(arena, *bytes);
    free(*bytes);
    return kept;
}

const char *sk_figure_alternative(const char *title, const sk_table_content *table,
                                  sk_arena *arena) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *text = sk_heap_stream(&bytes, &length);
    fputs(title, text);
    for (size_t i = 0; i < table->row_count; i++) {
        const sk_table_row *row = &table->rows[i];
        if (row->kind != SK_TABLE_SECTION) continue;
        fprintf(text, ". %s (%zu): ", row->cells[0], sk_section_entry_count(table, i));
        put_names(text, table, i);
    }
    fputs(".", text);
    return settled(text, &bytes, arena);
}

const char *sk_figure_summary(const sk_table_content *table, sk_arena *arena) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *text = sk_heap_stream(&bytes, &length);
    const char *between = "";
    for (size_t i = 0; i < table->row_count; i++) {
        if (table->rows[i].kind != SK_TABLE_SECTION) continue;
        fprintf(text, "%s%s: %zu", between, table->rows[i].cells[0],
                sk_section_entry_count(table, i));
        between = " · ";
    }
    return settled(text, &bytes, arena);
}
