/** What a file holds, whatever its format: named columns, rows of text, a shape for each row.
 *
 *  The formats end here: those who make features, figures or places of the rows know none. */
#ifndef STREEKKAART_LOAD_TABLES_TABLE_H
#define STREEKKAART_LOAD_TABLES_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "load/tables/load.h"
#include "streekkaart/geometry.h"

typedef struct {
    const char **cells; /* one for each column; NULL where empty */
    sk_shape shape;     /* on the ground */
    const char *wkt;    /* the shape in WGS 84, where the load keeps it; NULL where empty */
    sk_place origin;    /* with the id, where there is one */
} sk_table_row;

/** A layer or a sheet. Rows whose geometry is faulty are reported and left out. */
typedef struct {
    const char *file; /* below the project's folder; of several in one file also their name */
    const char *name; /* the layer's or sheet's; the file's where it has none */
    const char **columns;
    size_t column_count;
    sk_table_row *rows;
    size_t row_count;
} sk_table;

typedef struct {
    sk_table *items;
    size_t count;
} sk_table_list;

/** Reads all layers of `file`, which stands below the project's folder. False when that can't be
 *  done, which is reported. */
bool sk_tables_read(const sk_load *load, const char *file, sk_table_list *out);

/** True when the file's name ends as a table's does ("x.geojson", "x.csv"). */
bool sk_table_is_readable(const char *file);

/** The file's name without its folder and its ending; the arena's. */
const char *sk_table_stem(sk_arena *arena, const char *file);

/** The row's text in that column (its case does not matter); NULL when empty or without column. */
const char *sk_table_cell(const sk_table *table, const sk_table_row *row, const char *column);

/** What the cells of a column are. */
typedef enum {
    SK_COLUMN_TEXT,
    SK_COLUMN_INTEGER,
    SK_COLUMN_TRUTH, /* "true" or "false" */
    SK_COLUMN_LIST,  /* texts with semicolons between them */
} sk_column_kind;

/** A column of a table. */
typedef struct {
    const char *name;
    sk_column_kind kind;
    bool required;
} sk_column;

/** The columns that a kind of table has. */
typedef struct {
    const sk_column *columns;
    size_t count;
} sk_table_form;

/** Reports columns that are missing, and those whose name looks like a slip of the pen. False when
 *  a required one is missing. */
bool sk_table_check(const sk_load *load, const sk_table *table, const sk_table_form *form);

#endif
