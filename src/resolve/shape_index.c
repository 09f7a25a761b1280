#include "resolve/shape_index.h"

#include <math.h>

#include "load/tables/ground_box.h"

typedef struct {
    sk_ground_point a, b;
} edge;

/* Bands of equal height from south to north; an edge is listed in each that it reaches into. */
typedef struct {
    double bands_per_m;
    size_t count;
    size_t *first; /* of each band, in `edges`, and where the last one ends */
    edge *edges;
} band_lists;

/* A cell that no edge comes near lies wholly inside or wholly outside, whichever the first point
 * of it that was asked for told. */
typedef enum { CELL_UNASKED, CELL_INSIDE, CELL_OUTSIDE, CELL_AT_EDGE } cell;

typedef struct {
    double columns_per_m, rows_per_m;
    size_t columns, rows;
    unsigned char *cells; /* a `cell` each, row by row from the south; NULL: none yet */
} cell_grid;

/* What the questions so far have made of the edges: of most shapes nobody asks, and of some so
 * often that a cell for each place is worth its price. */
typedef struct {
    band_lists bands;
    cell_grid grid;
    size_t asked;
} lookup;

struct sk_shape_index {
    sk_shape shape;
    sk_ground_box box;
    sk_arena *arena;
    lookup *found;
};

/* Does a ray from `p` to the east cross the edge? */
static bool crosses_ray(const edge *e, sk_ground_point p) {
    if ((e->a.north_m > p.north_m) == (e->b.north_m > p.north_m)) return false;
    double t = (p.north_m - e->a.north_m) / (e->b.north_m - e->a.north_m);
    return p.east_m < e->a.east_m + t * (e->b.east_m - e->a.east_m);
}

/* The one of `count` stripes of equal width that lies so far from where they begin. */
static size_t stripe_of(double from_first_m, double stripes_per_m, size_t count) {
    double stripe = from_first_m * stripes_per_m;
    if (!(stripe > 0)) return 0;
    return stripe < (double)count ? (size_t)stripe : count - 1;
}

static size_t band_of(const sk_shape_index *index, double north_m) {
    const band_lists *bands = &index->found->bands;
    return stripe_of(north_m - index->box.south_m, bands->bands_per_m, bands->count);
}

typedef void edge_visitor(const sk_shape_index *index, const edge *e, size_t band);

static void visit_bands(const sk_shape_index *index, edge_visitor *visit) {
    for (size_t i = 0; i < index->shape.part_count; i++) {
        const sk_shape_part *ring = &index->shape.parts[i];
        for (size_t k = 0; k + 1 < ring->count; k++) {
            const edge e = {ring->points[k], ring->points[k + 1]};
            if (e.a.north_m == e.b.north_m) continue; /* no ray to the east crosses it */
            size_t from = band_of(index, e.a.north_m), to = band_of(index, e.b.north_m);
            size_t last = from > to ? from : to;
            for (size_t band = from < to ? from : to; band <= last; band++) visit(index, &e, band);
        }
    }
}

/* Counts a band's edges one place too far, where its end will be found. */
static void count_edge(const sk_shape_index *index, const edge *e, size_t band) {
    (void)e;
    index->found->bands.first[band + 1]++;
}

/* Fills each band from its end on. */
static void place_edge(const sk_shape_index *index, const edge *e, size_t band) {
    band_lists *bands = &index->found->bands;
    bands->edges[--bands->first[band + 1]] = *e;
}

static size_t edge_count(const sk_shape *shape) {
    size_t count = 0;
    for (size_t i = 0; i < shape->part_count; i++)
        if (shape->parts[i].count > 0) count += shape->parts[i].count - 1;
    return count;
}

static void fill_bands(const sk_shape_index *index) {
    enum { EDGES_PER_BAND = 4 };
    band_lists *bands = &index->found->bands;
    bands->count = edge_count(&index->shape) / EDGES_PER_BAND + 1;
    bands->bands_per_m = (double)bands->count / (index->box.north_m - index->box.south_m);
    bands->first = SK_NEW_ARRAY(index->arena, size_t, bands->count + 2);
    visit_bands(index, count_edge);
    for (size_t band = 0; band <= bands->count; band++)
        bands->first[band + 1] += bands->first[band];
    bands->edges = SK_NEW_ARRAY(index->arena, edge, bands->first[bands->count]);
    visit_bands(index, place_edge);
    bands->first++; /* each entry has become the beginning of the band before it */
}

/* All cells that the box around the edge touches. */
static void mark_edge(const sk_shape_index *index, sk_ground_point a, sk_ground_point b) {
    const double hair = 1e-6; /* of a cell: an edge between two is near both */
    const cell_grid *g = &index->found->grid;
    double x = hair / g->columns_per_m, y = hair / g->rows_per_m;
    double west = fmin(a.east_m, b.east_m) - index->box.west_m - x;
    double south = fmin(a.north_m, b.north_m) - index->box.south_m - y;
    size_t left = stripe_of(west, g->columns_per_m, g->columns);
    size_t bottom = stripe_of(south, g->rows_per_m, g->rows);
    size_t right =
        stripe_of(west + fabs(a.east_m - b.east_m) + 2 * x, g->columns_per_m, g->columns);
    size_t top = stripe_of(south + fabs(a.north_m - b.north_m) + 2 * y, g->rows_per_m, g->rows);
    for (size_t row = bottom; row <= top; row++)
        for (size_t column = left; column <= right; column++)
            g->cells[row * g->columns + column] = CELL_AT_EDGE;
}

/* So many stripes of about that width. */
static size_t stripes_in(double length_m, double width_m) {
    const double most = 1024;
    return (size_t)fmax(1, fmin(most, ceil(length_m / width_m)));
}

static void fill_grid(const sk_shape_index *index) {
    const double cells_per_edge = 4, most_cells = 16384;
    cell_grid *g = &index->found->grid;
    double width_m = index->box.east_m - index->box.west_m;
    double height_m = index->box.north_m - index->box.south_m;
    double count = fmin(most_cells, cells_per_edge * (double)edge_count(&index->shape));
    double side_m = sqrt(width_m * height_m / count);
    if (!(side_m > 0)) return;
    g->columns = stripes_in(width_m, side_m);
    g->rows = stripes_in(height_m, side_m);
    g->columns_per_m = (double)g->columns / width_m;
    g->rows_per_m = (double)g->rows / height_m;
    g->cells = SK_NEW_ARRAY(index->arena, unsigned char, g->columns * g->rows);
    for (size_t i = 0; i < index->shape.part_count; i++) {
        const sk_shape_part *ring = &index->shape.parts[i];
        for (size_t k = 0; k + 1 < ring->count; k++)
            mark_edge(index, ring->points[k], ring->points[k + 1]);
    }
}

void sk_shape_index_edges(sk_shape *shape, sk_arena *arena) {
    if (shape->kind != SK_SHAPE_POLYGONS || shape->index != NULL) return;
    sk_ground_box box = sk_shape_bounds(shape);
    if (!(box.north_m > box.south_m)) return;
    sk_shape_index *index = SK_NEW(arena, sk_shape_index);
    *index = (sk_shape_index){*shape, box, arena, SK_NEW(arena, lookup)};
    shape->index = index;
}

static bool bands_contain(const sk_shape_index *index, sk_ground_point p) {
    const band_lists *bands = &index->found->bands;
    bool inside = false;
    size_t band = band_of(index, p.north_m);
    for (size_t i = bands->first[band]; i < bands->first[band + 1]; i++)
        if (crosses_ray(&bands->edges[i], p)) inside = !inside;
    return inside;
}

/* From a place between two lines, the way to the one that lies ahead; in the units of `speed`. */
static double way_out(double place, double low, double high, double speed) {
    if (speed == 0) return INFINITY;
    return speed > 0 ? (high - place) / speed : (low - place) / speed;
}

/* From the point to where its cell ends. */
static double way_out_of_cell(const sk_shape_index *index, sk_ground_point p, size_t column,
                              size_t row, sk_ground_point way) {
    const cell_grid *g = &index->found->grid;
    double x = (p.east_m - index->box.west_m) * g->columns_per_m;
    double y = (p.north_m - index->box.south_m) * g->rows_per_m;
    double east = way_out(x, (double)column, (double)column + 1, way.east_m * g->columns_per_m);
    double north = way_out(y, (double)row, (double)row + 1, way.north_m * g->rows_per_m);
    return fmax(0, fmin(east, north));
}

static bool cells_contain(const sk_shape_index *index, sk_ground_point p, sk_ground_point way,
                          double *same_m) {
    const cell_grid *g = &index->found->grid;
    size_t column = stripe_of(p.east_m - index->box.west_m, g->columns_per_m, g->columns);
    size_t row = stripe_of(p.north_m - index->box.south_m, g->rows_per_m, g->rows);
    unsigned char *at = &g->cells[row * g->columns + column];
    if (*at == CELL_AT_EDGE) return bands_contain(index, p);
    if (*at == CELL_UNASKED) *at = bands_contain(index, p) ? CELL_INSIDE : CELL_OUTSIDE;
    if (same_m != NULL) *same_m = way_out_of_cell(index, p, column, row, way);
    return *at == CELL_INSIDE;
}

/* How far outside the box the point lies on the side where it does so most; negative within. */
static double beyond_box(sk_ground_box box, sk_ground_point p) {
    double east = fmax(box.west_m - p.east_m, p.east_m - box.east_m);
    return fmax(east, fmax(box.south_m - p.north_m, p.north_m - box.north_m));
}

static bool is_in_box(sk_ground_box box, sk_ground_point p) {
    return p.north_m >= box.south_m && p.north_m <= box.north_m && p.east_m >= box.west_m &&
           p.east_m <= box.east_m;
}

/* `same_m`, where it is not NULL, gets what sk_shape_contains_along() says, and is 0 before. */
static bool indexed_contains(const sk_shape_index *index, sk_ground_point p, sk_ground_point way,
                             double *same_m) {
    enum { MANY = 64 }; /* questions: some more will come */
    lookup *found = index->found;
    if (!is_in_box(index->box, p)) {
        if (same_m != NULL) *same_m = fmax(0, beyond_box(index->box, p));
        return false;
    }
    if (found->asked == 0) fill_bands(index);
    if (found->asked++ == MANY) fill_grid(index);
    return found->grid.cells == NULL ? bands_contain(index, p)
                                     : cells_contain(index, p, way, same_m);
}

static bool ring_contains(const sk_shape_part *ring, sk_ground_point p) {
    bool inside = false;
    for (size_t i = 0; i + 1 < ring->count; i++) {
        const edge e = {ring->points[i], ring->points[i + 1]};
        if (crosses_ray(&e, p)) inside = !inside;
    }
    return inside;
}

bool sk_shape_contains(const sk_shape *shape, sk_ground_point point) {
    if (shape->kind != SK_SHAPE_POLYGONS) return false;
    if (shape->index != NULL)
        return indexed_contains(shape->index, point, (sk_ground_point){0, 0}, NULL);
    bool inside = false;
    for (size_t i = 0; i < shape->part_count; i++)
        if (ring_contains(&shape->parts[i], point)) inside = !inside;
    return inside;
}

bool sk_shape_keeps_off(const sk_shape *shape, sk_ground_box box) {
    if (shape->index == NULL) return false;
    sk_ground_box own = shape->index->box;
    return box.west_m > own.east_m || box.east_m < own.west_m || box.south_m > own.north_m ||
           box.north_m < own.south_m;
}

bool sk_shape_contains_along(const sk_shape *shape, sk_ground_point point, sk_ground_point way,
                             double *same_m) {
    *same_m = 0;
    return shape->index != NULL ? indexed_contains(shape->index, point, way, same_m)
                                : sk_shape_contains(shape, point);
}
