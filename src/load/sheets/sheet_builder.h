/** Gathers the rows of a sheet while its file is read, and says what is wrong with the file. */
#ifndef STREEKKAART_LOAD_SHEETS_SHEET_BUILDER_H
#define STREEKKAART_LOAD_SHEETS_SHEET_BUILDER_H

#include "load/sheets/sheet.h"
#include "load/sheets/xml_walk.h"

/** More cells than a catalogue has; a sheet that repeats one cell for ever has more. */
enum { SK_SHEET_CELLS_MAX = 8000000, SK_SHEET_COLUMNS_MAX = 16384 };

/** A sheet that is being read. */
typedef struct {
    sk_arena *arena;
    const char *name;
    sk_sheet_row *rows; /* heap memory */
    size_t row_count, row_capacity;
    const char **cells; /* of the row at hand; heap memory */
    size_t cell_count, cell_capacity;
    size_t total; /* of cells in all rows */
} sk_sheet_builder;

/** Sets a cell of the row at hand; columns count from 0. `text` is the arena's; NULL: nothing. */
void sk_sheet_builder_set(sk_sheet_builder *builder, size_t column, const char *text);

/** Ends the row at hand, which stands `count` times, first as `number`. False when the sheet has
 *  more cells than SK_SHEET_CELLS_MAX. */
bool sk_sheet_builder_end_row(sk_sheet_builder *builder, long number, long count);

/** The sheet; the builder is emptied. */
sk_sheet sk_sheet_builder_finish(sk_sheet_builder *builder);

/** A walk through the part of that name; NULL when there is none or it is too large, which is
 *  reported unless it is only missing and need not be there. */
sk_xml_walk *sk_sheet_part(const sk_sheet_source *source, const sk_zip_file *zip, const char *name,
                           bool needed);

/** Report that the file is damaged, and that it has too much. They return false. */
bool sk_sheet_damaged(const sk_sheet_source *source);
bool sk_sheet_too_large(const sk_sheet_source *source, const char *sheet);

#endif
