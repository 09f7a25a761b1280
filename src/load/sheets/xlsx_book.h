/** What the sheets of an XLSX file share: their names and parts, their texts, their dates. */
#ifndef STREEKKAART_LOAD_SHEETS_XLSX_BOOK_H
#define STREEKKAART_LOAD_SHEETS_XLSX_BOOK_H

#include "load/sheets/sheet_builder.h"

/** One of its sheets. */
typedef struct {
    const char *name, *relation;
    const char *part; /* "xl/worksheets/sheet1.xml"; NULL: it is a chart */
} sk_xlsx_sheet;

typedef struct {
    sk_xlsx_sheet *sheets; /* in their order */
    size_t sheet_count;
    const char **texts; /* the shared ones */
    size_t text_count;
    bool *dates; /* for each style of a cell */
    size_t date_count;
    bool from_1904;
} sk_xlsx_book;

/** Reads what the sheets share. False when the file is damaged, which is reported. */
bool sk_xlsx_book_read(const sk_sheet_source *source, const sk_zip_file *zip, sk_xlsx_book *out);

/** The text of the element at hand, a shared text or one that stands in its cell: its runs without
 *  how they are said. Goes to the element's end; the arena's, NULL when empty or faulty. */
const char *sk_xlsx_text(sk_xml_walk *walk, sk_arena *arena);

/** Likewise of an element that holds nothing but text, as a cell's value does. */
const char *sk_xlsx_value(sk_xml_walk *walk, sk_arena *arena);

#endif
