#include "compose/overview/region_raster.h"
#include "load/tables/ground_box.h"

#include <math.h>

static const double cell_mm = 0.5, tolerance_mm = 0.1;

/* How many cells there are above and to the left of each corner of a cell (Crow 1984). */
typedef uint32_t cell_sum;

struct sk_region_raster {
    sk_page_box area;
    size_t columns, rows;
    uint16_t *cells; /* index of the region plus one; 0 for none */
    cell_sum **sums; /* of each region; those of all regions together come first */
};

static sk_page_point cell_centre(const sk_region_raster *raster, size_t column, size_t row) {
    return (sk_page_point){raster->area.x_mm + ((double)column + 0.5) * cell_mm,
                           raster->area.y_mm + ((double)row + 0.5) * cell_mm};
}

static void paint_region(const sk_composition *c, sk_region_raster *raster, const sk_shape *shape,
                         uint16_t value) {
    sk_shape coarse = sk_shape_simplify(c->map->ops, shape, tolerance_mm * c->view.metres_per_mm);
    sk_shape_index_edges(&coarse, c->drawing->arena);
    sk_ground_box bounds = sk_shape_bounds(&coarse);
    for (size_t row = 0; row < raster->rows; row++)
        for (size_t column = 0; column < raster->columns; column++) {
            sk_ground_point p = sk_map_view_ground(&c->view, cell_centre(raster, column, row));
            if (p.east_m < bounds.west_m || p.east_m > bounds.east_m ||
                p.north_m < bounds.south_m || p.north_m > bounds.north_m)
                continue;
            if (sk_shape_contains(&coarse, p))
                raster->cells[row * raster->columns + column] = value;
        }
}

static bool counts(uint16_t cell, size_t table) {
    return table == 0 ? cell != 0 : cell == table;
}

static cell_sum *sum_up(const sk_region_raster *raster, size_t table, sk_arena *arena) {
    size_t width = raster->columns + 1;
    cell_sum *sums = SK_NEW_ARRAY(arena, cell_sum, width * (raster->rows + 1));
    for (size_t row = 0; row < raster->rows; row++) {
        cell_sum in_row = 0;
        for (size_t column = 0; column < raster->columns; column++) {
            in_row += counts(raster->cells[row * raster->columns + column], table);
            sums[(row + 1) * width + column + 1] = sums[row * width + column + 1] + in_row;
        }
    }
    return sums;
}

sk_region_raster *sk_region_raster_create(const sk_composition *c, const sk_region *const *regions,
                                          size_t count) {
    sk_region_raster *raster = SK_NEW(c->drawing->arena, sk_region_raster);
    *raster = (sk_region_raster){
        .area = c->view.frame,
        .columns = (size_t)ceil(c->view.frame.width_mm / cell_mm),
        .rows = (size_t)ceil(c->view.frame.height_mm / cell_mm),
    };
    raster->cells = SK_NEW_ARRAY(c->drawing->arena, uint16_t, raster->columns * raster->rows);
    raster->sums = SK_NEW_ARRAY(c->drawing->arena, cell_sum *, count + 1);
    for (size_t i = 0; i < count; i++)
        paint_region(c, raster, &regions[i]->shape, (uint16_t)(i + 1));
    for (size_t i = 0; i <= count; i++) raster->sums[i] = sum_up(raster, i, c->drawing->arena);
    return raster;
}

int sk_region_raster_at(const sk_region_raster *raster, sk_page_point point) {
    double column = (point.x_mm - raster->area.x_mm) / cell_mm;
    double row = (point.y_mm - raster->area.y_mm) / cell_mm;
    if (column < 0 || row < 0 || column >= (double)raster->columns || row >= (double)raster->rows)
        return SK_NO_REGION;
    return raster->cells[(size_t)row * raster->columns + (size_t)column] - 1;
}

/* The corner of a cell that is nearest to a distance from the area's edge. */
static size_t nearest_corner(double mm, size_t count) {
    double corner = mm / cell_mm;
    if (!(corner > 0)) return 0;
    if (corner >= (double)count) return count;
    size_t before = (size_t)corner;
    return corner - (double)before < 0.5 ? before : before + 1;
}

sk_region_shares sk_region_raster_shares(const sk_region_raster *raster, sk_page_box box, int own) {
    double x = box.x_mm - raster->area.x_mm, y = box.y_mm - raster->area.y_mm;
    size_t left = nearest_corner(x, raster->columns), top = nearest_corner(y, raster->rows);
    size_t right = nearest_corner(x + box.width_mm, raster->columns);
    size_t bottom = nearest_corner(y + box.height_mm, raster->rows);
    size_t width = raster->columns + 1;
    double found[2];
    for (int i = 0; i < 2; i++) {
        const cell_sum *sums = raster->sums[i == 0 ? 0 : own + 1];
        found[i] = cell_mm * cell_mm *
                   ((double)sums[bottom * width + right] - sums[top * width + right] -
                    sums[bottom * width + left] + sums[top * width + left]);
    }
    double all = cell_mm * cell_mm * (double)(right - left) * (double)(bottom - top);
    return (sk_region_shares){found[1], found[0] - found[1], all - found[0]};
}
