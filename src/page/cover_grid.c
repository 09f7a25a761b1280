#include "page/cover_grid.h"

#include <math.h>
#include <stdlib.h>

/* A cell is a square of this side, and larger on a page that would have more cells than this. */
static const double least_cell_mm = 1, most_cells = 400000;

struct sk_cover_grid {
    sk_page_box area;
    double cell_mm;
    size_t columns, rows;
    double *cells; /* weights; after finish, sums of all cells above and to the left, inclusive */
    sk_arena *arena;
};

sk_cover_grid *sk_cover_grid_create(sk_arena *arena, sk_page_box area) {
    sk_cover_grid *grid = SK_NEW(arena, sk_cover_grid);
    double cell_mm = fmax(least_cell_mm, sqrt(area.width_mm * area.height_mm / most_cells));
    *grid = (sk_cover_grid){.area = area,
                            .cell_mm = cell_mm,
                            .columns = (size_t)ceil(area.width_mm / cell_mm),
                            .rows = (size_t)ceil(area.height_mm / cell_mm),
                            .arena = arena};
    grid->cells = SK_NEW_ARRAY(arena, double, grid->columns * grid->rows);
    return grid;
}

static size_t clamp_cell(const sk_cover_grid *grid, double mm, size_t count) {
    double cell = floor(mm / grid->cell_mm);
    if (!(cell > 0)) return 0;
    return cell >= (double)count ? count : (size_t)cell;
}

typedef struct {
    size_t left, top, right, bottom; /* right and bottom are exclusive */
} cell_range;

static cell_range cells_of(const sk_cover_grid *grid, sk_page_box box) {
    double x = box.x_mm - grid->area.x_mm, y = box.y_mm - grid->area.y_mm;
    return (cell_range){clamp_cell(grid, x, grid->columns), clamp_cell(grid, y, grid->rows),
                        clamp_cell(grid, x + box.width_mm + grid->cell_mm * 0.999, grid->columns),
                        clamp_cell(grid, y + box.height_mm + grid->cell_mm * 0.999, grid->rows)};
}

void sk_cover_grid_add_box(sk_cover_grid *grid, sk_page_box box, double weight) {
    cell_range range = cells_of(grid, box);
    for (size_t row = range.top; row < range.bottom; row++)
        for (size_t column = range.left; column < range.right; column++)
            grid->cells[row * grid->columns + column] += weight * grid->cell_mm * grid->cell_mm;
}

static int compare_doubles(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

/* The rows whose middle lines a straight side of an outline crosses. */
typedef struct {
    size_t first, end;
} row_range;

static row_range rows_between(const sk_cover_grid *grid, double y1, double y2) {
    double top = fmin(y1, y2) - grid->area.y_mm, bottom = fmax(y1, y2) - grid->area.y_mm;
    return (row_range){clamp_cell(grid, top + 0.5 * grid->cell_mm, grid->rows),
                       clamp_cell(grid, bottom + 0.5 * grid->cell_mm, grid->rows)};
}

typedef void visit_side(void *context, sk_page_point from, sk_page_point to);

/* Calls `visit` for each straight side of the path. */
static void for_each_side(const sk_path *path, visit_side *visit, void *context) {
    sk_page_point start = {0, 0}, at = {0, 0};
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *segment = &path->segments[i];
        if (segment->kind == SK_SEGMENT_MOVE) {
            start = at = segment->points[0];
            continue;
        }
        sk_page_point to = segment->kind == SK_SEGMENT_CLOSE ? start : segment->points[0];
        visit(context, at, to);
        at = to;
    }
}

/* Where an outline crosses the middle line of each row. */
typedef struct {
    const sk_cover_grid *grid;
    size_t *counts; /* of each row */
    double **xs;    /* of each row; NULL while they are counted */
} crossing_table;

static void visit_crossings(void *context, sk_page_point from, sk_page_point to) {
    crossing_table *table = context;
    row_range rows = rows_between(table->grid, from.y_mm, to.y_mm);
    for (size_t row = rows.first; row < rows.end; row++) {
        double y = table->grid->area.y_mm + ((double)row + 0.5) * table->grid->cell_mm;
        double t = (y - from.y_mm) / (to.y_mm - from.y_mm);
        if (table->xs != NULL)
            table->xs[row][table->counts[row]] = from.x_mm + t * (to.x_mm - from.x_mm);
        table->counts[row]++;
    }
}

static crossing_table find_crossings(const sk_cover_grid *grid, const sk_path *path) {
    crossing_table table = {grid, SK_NEW_ARRAY(grid->arena, size_t, grid->rows), NULL};
    for_each_side(path, visit_crossings, &table);
    double **xs = SK_NEW_ARRAY(grid->arena, double *, grid->rows);
    for (size_t row = 0; row < grid->rows; row++) {
        xs[row] = SK_NEW_ARRAY(grid->arena, double, table.counts[row]);
        table.counts[row] = 0;
    }
    table.xs = xs;
    for_each_side(path, visit_crossings, &table);
    for (size_t row = 0; row < grid->rows; row++)
        qsort(xs[row], table.counts[row], sizeof *xs[row], compare_doubles);
    return table;
}

void sk_cover_grid_add_path(sk_cover_grid *grid, const sk_path *path, double weight) {
    crossing_table table = find_crossings(grid, path);
    for (size_t row = 0; row < grid->rows; row++)
        for (size_t i = 0; i + 1 < table.counts[row]; i += 2) {
            size_t left = clamp_cell(grid, table.xs[row][i] - grid->area.x_mm, grid->columns);
            size_t right = clamp_cell(grid, table.xs[row][i + 1] - grid->area.x_mm + grid->cell_mm,
                                      grid->columns);
            for (size_t column = left; column < right; column++)
                grid->cells[row * grid->columns + column] += weight * grid->cell_mm * grid->cell_mm;
        }
}

void sk_cover_grid_add_line(sk_cover_grid *grid, sk_page_point a, sk_page_point b, double width_mm,
                            double weight) {
    double length = hypot(b.x_mm - a.x_mm, b.y_mm - a.y_mm);
    size_t steps = (size_t)fmin(2000, ceil(length / width_mm)) + 1;
    for (size_t i = 0; i <= steps; i++) {
        double t = (double)i / (double)steps;
        double x = a.x_mm + t * (b.x_mm - a.x_mm), y = a.y_mm + t * (b.y_mm - a.y_mm);
        sk_cover_grid_add_box(
            grid, (sk_page_box){x - width_mm / 2, y - width_mm / 2, width_mm, width_mm}, weight);
    }
}

void sk_cover_grid_finish(sk_cover_grid *grid) {
    for (size_t row = 0; row < grid->rows; row++) {
        double in_row = 0;
        for (size_t column = 0; column < grid->columns; column++) {
            size_t cell = row * grid->columns + column;
            in_row += grid->cells[cell];
            grid->cells[cell] = in_row + (row > 0 ? grid->cells[cell - grid->columns] : 0);
        }
    }
}

static double sum_before(const sk_cover_grid *grid, size_t column, size_t row) {
    if (column == 0 || row == 0) return 0;
    return grid->cells[(row - 1) * grid->columns + column - 1];
}

double sk_cover_grid_sum(const sk_cover_grid *grid, sk_page_box box) {
    cell_range r = cells_of(grid, box);
    return sum_before(grid, r.right, r.bottom) - sum_before(grid, r.left, r.bottom) -
           sum_before(grid, r.right, r.top) + sum_before(grid, r.left, r.top);
}
