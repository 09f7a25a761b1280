/** A catalogue as the tables that an export has: the same six, whatever files it came from. */
#ifndef STREEKKAART_LOAD_PROJECT_CATALOGUE_TABLES_H
#define STREEKKAART_LOAD_PROJECT_CATALOGUE_TABLES_H

#include "load/project/catalogue_forms.h"
#include "load/tables/folder.h"

/** One of them, as it is exported. */
typedef struct {
    const char *name; /* "features" */
    bool has_shapes;
    sk_column *columns; /* those that are known, then what else the files have */
    size_t column_count;
    sk_table_row *rows; /* of the files, one after the other; `wkt` is their shape */
    size_t row_count;
} sk_catalogue_table;

/** Gathers the tables of `layers`, which have no faults, by a load that keeps WKT. */
void sk_catalogue_tables_gather(const sk_load *load, const sk_folder *layers,
                                sk_catalogue_table tables[SK_CATALOGUE_TABLE_COUNT]);

#endif
