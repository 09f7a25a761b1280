/** What a file holds, whatever its format: named columns, rows of text, a shape for each row.
 *
 *  The formats end here: those who make features, figures or places of the rows know none. */
#ifndef STREEKKAART_LOAD_TABLES_TABLE_H
#define STREEKKAART_LOAD_TABLES_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "load/tables/load.h"
#include "streekkaart/geometry.h"

/** What a cell is in a format that tells more of it than its text. */
typedef enum {
    SK_CELL_TEXT, /* also a number, which is its text */
    SK_CELL_TRUTH,
    SK_CELL_LIST,
    SK_CELL_OBJECT,
    SK_CELL_VAST, /* a number of more digits than are read */
} sk_cell_kind;

typedef struct {
    const char **cells;         /* one for each column; NULL where empty */
    const unsigned char *kinds; /* of them, an sk_cell_kind each; NULL: all are text */
    sk_shape shape;             /* on the ground */
    const char *wkt;            /* the shape in WGS 84, where the load keeps it; NULL where empty */
    sk_place origin;            /* with the id, where there is one */
} sk_table_row;

/** A layer or a sheet. Rows whose geometry is faulty are reported and left out. */
typedef struct {
    const char *file; /* below the project's folder; of several in one file also their name */
    const char *name; /* the layer's or sheet's; the file's where it has none */
    const char **columns;
    size_t column_count;
    sk_table_row *rows;
    size_t row_count;
    bool is_sheet;       /* of a spreadsheet: columns have letters */
    bool is_layer;       /* of a format that knows its columns: no row holds their names */
    bool decimal_commas; /* "4,4" can be nothing but a number */
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
    bool in_languages; /* others may hold the same in a language of the project: "name_fr" */
} sk_column;

/** The columns that a kind of table has. */
typedef struct {
    const sk_column *columns;
    size_t count;
} sk_table_form;

/** Holds a table against its form. Reports columns that are missing or stand twice, with those
 *  whose name looks like a slip of the pen, and those in a language that the project lacks. Reports
 * rows with a cell that is no value of its column, such as an error of a spreadsheet, and takes
 * them out. False when a required column is missing or one stands twice: then nothing of the table
 * can be used. */
bool sk_table_check(const sk_load *load, sk_table *table, const sk_table_form *form);

/** True when the table has one of the form's required columns: else it holds something else. */
bool sk_table_resembles(const sk_table *table, const sk_table_form *form);

/** What a column is called where a fault is told: `name`, of a sheet with its letter, "name (E)".
 *  The arena's. */
const char *sk_table_column_shown(sk_arena *arena, const sk_table *table, size_t column);

#endif
