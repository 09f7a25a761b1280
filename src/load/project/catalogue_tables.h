/** A catalogue as the tables that an export has: the same six, whatever files it came from. */
#ifndef STREEKKAART_LOAD_PROJECT_CATALOGUE_TABLES_H
#define STREEKKAART_LOAD_PROJECT_CATALOGUE_TABLES_H

#include "load/tables/folder.h"

typedef enum {
    SK_COLUMN_TEXT,
    SK_COLUMN_INTEGER,
    SK_COLUMN_TRUTH, /* "true" or "false" */
    SK_COLUMN_LIST,  /* texts with semicolons between them */
} sk_column_kind;

typedef struct {
    const char *name; /* NULL behind the last of a constant list */
    sk_column_kind kind;
} sk_catalogue_column;

typedef struct {
    const char *name; /* "features" */
    bool has_shapes;
    sk_catalogue_column *columns; /* those that are known, then what else the files have */
    size_t column_count;
    sk_table_row *rows; /* of the files, one after the other; `wkt` is their shape */
    size_t row_count;
} sk_catalogue_table;

enum {
    SK_CATALOGUE_FEATURES,
    SK_CATALOGUE_FIGURES,
    SK_CATALOGUE_PRESENCE,
    SK_CATALOGUE_SECTORS,
    SK_CATALOGUE_PLACES,
    SK_CATALOGUE_CONTEXT,
    SK_CATALOGUE_TABLE_COUNT,
};

/** Gathers the tables of `layers`, which have no faults, by a load that keeps WKT. */
void sk_catalogue_tables_gather(const sk_load *load, const sk_folder *layers,
                                sk_catalogue_table tables[SK_CATALOGUE_TABLE_COUNT]);

#endif
