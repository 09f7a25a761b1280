#include "page/list_grid.h"

#include <math.h>

static sk_list_grid grid_of(const double *texts_mm, size_t count, size_t columns) {
    sk_list_grid grid = {.columns = columns};
    for (size_t i = 0; i < count; i++)
        grid.widths_mm[i % columns] = fmax(grid.widths_mm[i % columns], texts_mm[i]);
    return grid;
}

static double width_of(const sk_list_grid *grid, double between_mm) {
    double width = between_mm * (double)(grid->columns - 1);
    for (size_t i = 0; i < grid->columns; i++) width += grid->widths_mm[i];
    return width;
}

static size_t rows_in(size_t count, size_t columns) {
    return (count + columns - 1) / columns;
}

sk_list_grid sk_list_grid_choose(const double *texts_mm, size_t count, double between_mm,
                                 double total_mm) {
    sk_list_grid best = {.columns = 1, .widths_mm = {total_mm}};
    for (size_t columns = 2; columns <= SK_TABLE_COLUMNS_MAX; columns++) {
        if (rows_in(count, columns) >= rows_in(count, best.columns)) continue;
        sk_list_grid grid = grid_of(texts_mm, count, columns);
        if (width_of(&grid, between_mm) <= total_mm) best = grid;
    }
    return best;
}
