/** What a spreadsheet holds: sheets of rows of text, whatever its format. */
#ifndef STREEKKAART_LOAD_SHEETS_SHEET_H
#define STREEKKAART_LOAD_SHEETS_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"

typedef struct {
    long number;        /* from 1, as the spreadsheet shows it */
    const char **cells; /* NULL where empty */
    size_t cell_count;  /* up to the last that is not */
} sk_sheet_row;

/** A sheet; rows without any text are not part of it. */
typedef struct {
    const char *name;
    sk_sheet_row *rows;
    size_t row_count;
} sk_sheet;

typedef struct {
    sk_sheet *items;
    size_t count;
} sk_sheet_list;

/** What a file of `length` bytes is read with. */
typedef struct {
    char *bytes; /* lent */
    size_t length;
    const char *file;   /* as it is shown */
    const char *format; /* likewise: "XLSX" */
    sk_arena *arena;    /* for what is read */
    sk_diag *diag;
} sk_sheet_source;

/** Reads all sheets, in their order. A text is what the cell shows, but: a number has a decimal
 *  point and no exponent, a date is written as 2013-05-01, a truth as true or false; a comment is
 *  no part of it, and an error is the text that the program shows for it ("#N/A").
 *  False when the file is damaged, protected, or unpacks to more than is read, which is reported.
 */
bool sk_sheets_read_xlsx(const sk_sheet_source *source, sk_sheet_list *out);
bool sk_sheets_read_ods(const sk_sheet_source *source, sk_sheet_list *out);

#endif
