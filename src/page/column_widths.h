/** Chooses the widths of a table's columns by what they hold. */
#ifndef STREEKKAART_PAGE_COLUMN_WIDTHS_H
#define STREEKKAART_PAGE_COLUMN_WIDTHS_H

#include <stddef.h>

#include "streekkaart/memory.h"

enum { SK_TABLE_COLUMNS_MAX = 4 };

/** How wide a column may be. */
typedef struct {
    double least_mm, most_mm;
} sk_column_limits;

/** How many lines the cell in `row` and `column` takes at a width. */
typedef size_t sk_cell_lines(const void *context, size_t row, size_t column, double width_mm);

/** A table whose columns are to be set. */
typedef struct {
    const sk_column_limits *limits; /* of each column */
    size_t columns, rows;
    sk_cell_lines *lines;
    const void *context; /* of `lines` */
} sk_column_problem;

/** Fills `widths_mm` so that they add up to `total_mm` and the table has as few lines as can be; of
 *  equal ones the least lines in its cells, then the narrowest first columns. The last column gets
 *  what the others leave, whatever its limits; it is kept at its least as long as they can give. */
void sk_column_widths_choose(const sk_column_problem *problem, double total_mm, sk_arena *arena,
                             double *widths_mm);

#endif
