/** Tables that say of codes to which region they belong: some columns of a CSV, as text. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_CSV_TABLE_H
#define STREEKKAART_BOUNDARIES_SOURCES_CSV_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/status.h"

enum { SK_CSV_COLUMNS_MAX = 16 };

/** Which columns are read. */
typedef struct {
    const char *path;
    const char *columns[SK_CSV_COLUMNS_MAX]; /* "": the first of the file, whatever its name */
    size_t count;
    size_t needed; /* so many of them must be there, */
    size_t filled; /* and so many may not be empty */
} sk_csv_form;

typedef struct {
    const char *cells[SK_CSV_COLUMNS_MAX];
    long line;
} sk_csv_row;

typedef struct {
    sk_csv_row *rows;
    size_t count;
    bool has[SK_CSV_COLUMNS_MAX]; /* the column is there */
} sk_csv_table;

/** Reads the table into `arena`; what is wrong with it is in `diag`. */
SK_CHECKED sk_status sk_csv_table_read(const sk_csv_form *form, sk_arena *arena, sk_diag *diag,
                                       sk_csv_table *out);

#endif
