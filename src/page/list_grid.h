/** How short texts stand side by side in rows. Plain widths in, plain widths out. */
#ifndef STREEKKAART_PAGE_LIST_GRID_H
#define STREEKKAART_PAGE_LIST_GRID_H

#include "page/column_widths.h"

typedef struct {
    size_t columns;
    double widths_mm[SK_TABLE_COLUMNS_MAX]; /* of the texts, without what stands between them */
} sk_list_grid;

/** Texts of these widths, row by row, with `between_mm` between two columns: in the fewest rows in
 *  which each stays on one line, and then in the fewest columns. Where one of them is wider than
 *  `total_mm`, in one column. */
sk_list_grid sk_list_grid_choose(const double *texts_mm, size_t count, double between_mm,
                                 double total_mm);

#endif
