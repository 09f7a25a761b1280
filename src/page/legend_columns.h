/** Sets the rows of a legend in columns. Plain heights in, plain places out.
 *
 *  A section, a heading with its entries, stands in one column. Only one with many entries may be
 *  cut, never so that a single entry is left over; what goes on in the next column begins there
 *  below the heading, which is repeated. */
#ifndef STREEKKAART_PAGE_LEGEND_COLUMNS_H
#define STREEKKAART_PAGE_LEGEND_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/memory.h"

typedef struct {
    bool heading; /* begins a section; the first row always does */
    bool leads;   /* what follows belongs to it: it is never the last of a column */
    double height_mm;
    double repeated_mm; /* height of a heading where it is repeated */
} sk_legend_row;

typedef struct {
    double row_gap_mm, section_gap_mm; /* above an entry; above a heading that is not at the top */
    size_t whole_most;                 /* a section with no more entries than these is kept whole */
} sk_legend_gaps;

typedef struct {
    size_t column;
    double y_mm; /* from the top of the column */
} sk_legend_spot;

typedef struct {
    sk_legend_spot *spots; /* of each row */
    size_t *repeated;    /* of each column: the row of the heading at its top that goes on from the
                            column before; SIZE_MAX where none does */
    size_t column_count; /* that are used */
    size_t cuts;         /* of sections that go on in another column */
    double height_mm;    /* of the highest column */
} sk_legend_columns;

/** Sets the rows in at most `columns` (1 or more) columns, as low as that can be; in `arena`. */
sk_legend_columns sk_legend_columns_set(const sk_legend_row *rows, size_t count,
                                        sk_legend_gaps gaps, size_t columns, sk_arena *arena);

#endif
