#include "resolve/shape_index.h"

#include "load/tables/ground_box.h"

typedef struct {
    sk_ground_point a, b;
} edge;

/* Bands of equal height from south to north; an edge is listed in each that it reaches into. */
struct sk_shape_index {
    double south_m, north_m, bands_per_m;
    size_t band_count;
    size_t *first; /* of each band, in `edges`, and where the last one ends */
    edge *edges;
};

/* Does a ray from `p` to the east cross the edge? */
static bool crosses_ray(const edge *e, sk_ground_point p) {
    if ((e->a.north_m > p.north_m) == (e->b.north_m > p.north_m)) return false;
    double t = (p.north_m - e->a.north_m) / (e->b.north_m - e->a.north_m);
    return p.east_m < e->a.east_m + t * (e->b.east_m - e->a.east_m);
}

static size_t band_of(const sk_shape_index *index, double north_m) {
    size_t band = (size_t)((north_m - index->south_m) * index->bands_per_m);
    return band < index->band_count ? band : index->band_count - 1;
}

typedef void edge_visitor(sk_shape_index *index, const edge *e, size_t band);

static void visit_bands(sk_shape_index *index, const sk_shape *shape, edge_visitor *visit) {
    for (size_t i = 0; i < shape->part_count; i++) {
        const sk_shape_part *ring = &shape->parts[i];
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
static void count_edge(sk_shape_index *index, const edge *e, size_t band) {
    (void)e;
    index->first[band + 1]++;
}

/* Fills each band from its end on. */
static void place_edge(sk_shape_index *index, const edge *e, size_t band) {
    index->edges[--index->first[band + 1]] = *e;
}

static size_t edge_count(const sk_shape *shape) {
    size_t count = 0;
    for (size_t i = 0; i < shape->part_count; i++)
        if (shape->parts[i].count > 0) count += shape->parts[i].count - 1;
    return count;
}

void sk_shape_index_edges(sk_shape *shape, sk_arena *arena) {
    enum { EDGES_PER_BAND = 4 };
    if (shape->kind != SK_SHAPE_POLYGONS || shape->index != NULL) return;
    sk_ground_box box = sk_shape_bounds(shape);
    if (!(box.north_m > box.south_m)) return;
    sk_shape_index *index = SK_NEW(arena, sk_shape_index);
    index->south_m = box.south_m;
    index->north_m = box.north_m;
    index->band_count = edge_count(shape) / EDGES_PER_BAND + 1;
    index->bands_per_m = (double)index->band_count / (box.north_m - box.south_m);
    index->first = SK_NEW_ARRAY(arena, size_t, index->band_count + 2);
    visit_bands(index, shape, count_edge);
    for (size_t band = 0; band <= index->band_count; band++)
        index->first[band + 1] += index->first[band];
    index->edges = SK_NEW_ARRAY(arena, edge, index->first[index->band_count]);
    visit_bands(index, shape, place_edge);
    index->first++; /* each entry has become the beginning of the band before it */
    shape->index = index;
}

static bool indexed_contains(const sk_shape_index *index, sk_ground_point p) {
    if (!(p.north_m >= index->south_m && p.north_m <= index->north_m)) return false;
    bool inside = false;
    size_t band = band_of(index, p.north_m);
    for (size_t i = index->first[band]; i < index->first[band + 1]; i++)
        if (crosses_ray(&index->edges[i], p)) inside = !inside;
    return inside;
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
    if (shape->index != NULL) return indexed_contains(shape->index, point);
    bool inside = false;
    for (size_t i = 0; i < shape->part_count; i++)
        if (ring_contains(&shape->parts[i], point)) inside = !inside;
    return inside;
}
