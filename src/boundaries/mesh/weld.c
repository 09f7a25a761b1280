#include <stdlib.h>

#include "boundaries/mesh/mesh.h"
#include "streekkaart/memory.h"

/* Welding looks only at loose edges: those that just one face has. In a sound source these are the
 * outer border alone; elsewhere they are where two neighbours disagree. */

enum { ROUNDS = 4, CELL_CM = 20000 };

typedef struct {
    sk_mesh *mesh;
    int32_t tolerance_cm;
    sk_pair_table directed; /* every edge of every ring, in its ring's direction */
    uint32_t *loose;        /* points at the ends of loose edges, ascending */
    size_t loose_count;
    sk_pair_table first_in_cell; /* a grid of the loose points: cell -> a point, then along next */
    uint32_t *next_in_cell;
    uint32_t *merged_into; /* for each point; itself when it stays */
} welder;

static bool edge_is_loose(const welder *w, uint32_t a, uint32_t b) {
    return sk_pair_table_get(&w->directed, sk_pair_key(b, a)) == SK_PAIR_NONE;
}

static uint32_t cell_of(int64_t cm) {
    return (uint32_t)((cm + SK_CM_MAX + CELL_CM) / CELL_CM);
}

static void index_edges(welder *w) {
    for (size_t r = 0; r < w->mesh->ring_count; r++) {
        const sk_mesh_ring *ring = &w->mesh->rings[r];
        for (size_t i = 0, j = ring->count - 1; i < ring->count; j = i++)
            sk_pair_table_add(&w->directed, sk_pair_key(ring->vertices[j], ring->vertices[i]), 0);
    }
}

static void find_loose_points(welder *w) {
    const sk_mesh *mesh = w->mesh;
    bool *is_loose = sk_heap_array(mesh->point_count, sizeof *is_loose);
    for (size_t r = 0; r < mesh->ring_count; r++) {
        const sk_mesh_ring *ring = &mesh->rings[r];
        for (size_t i = 0, j = ring->count - 1; i < ring->count; j = i++) {
            if (!edge_is_loose(w, ring->vertices[j], ring->vertices[i])) continue;
            is_loose[ring->vertices[j]] = is_loose[ring->vertices[i]] = true;
        }
    }
    for (uint32_t p = 0; p < mesh->point_count; p++)
        if (is_loose[p]) w->loose[w->loose_count++] = p;
    free(is_loose);
}

static void add_to_grid(welder *w, uint32_t point) {
    sk_cm_point at = w->mesh->points[point];
    uint64_t cell = sk_pair_key(cell_of(at.x_cm), cell_of(at.y_cm));
    uint32_t first = sk_pair_table_add(&w->first_in_cell, cell, point);
    if (first == point) return;
    w->next_in_cell[point] = w->next_in_cell[first];
    w->next_in_cell[first] = point;
}

/* Calls visit() for each gridded point in the cells that the box touches. */
static void visit_points(welder *w, sk_cm_box box, void (*visit)(void *, uint32_t), void *context) {
    int64_t reach = w->tolerance_cm;
    for (uint32_t x = cell_of(box.low.x_cm - reach); x <= cell_of(box.high.x_cm + reach); x++)
        for (uint32_t y = cell_of(box.low.y_cm - reach); y <= cell_of(box.high.y_cm + reach); y++)
            for (uint32_t p = sk_pair_table_get(&w->first_in_cell, sk_pair_key(x, y));
                 p != SK_PAIR_NONE; p = w->next_in_cell[p])
                visit(context, p);
}

typedef struct {
    const welder *w;
    uint32_t point, nearest;
    double nearest2;
} nearest_search;

static void take_nearer(void *context, uint32_t other) {
    nearest_search *search = context;
    const sk_cm_point *points = search->w->mesh->points;
    sk_cm_point at = points[search->point];
    double distance2 = sk_cm_segment_distance2(at, points[other], points[other]);
    bool nearer =
        distance2 < search->nearest2 || (distance2 == search->nearest2 && other < search->nearest);
    if (nearer) {
        search->nearest = other;
        search->nearest2 = distance2;
    }
}

/* Each loose point joins an earlier one within the tolerance, if there is one; else it stays and
 * later ones may join it. */
static void merge_points(welder *w) {
    double limit2 = (double)w->tolerance_cm * w->tolerance_cm;
    for (size_t i = 0; i < w->loose_count; i++) {
        uint32_t point = w->loose[i];
        sk_cm_point at = w->mesh->points[point];
        nearest_search search = {w, point, SK_PAIR_NONE, limit2};
        visit_points(w, (sk_cm_box){at, at}, take_nearer, &search);
        if (search.nearest == SK_PAIR_NONE)
            add_to_grid(w, point);
        else
            w->merged_into[point] = search.nearest;
    }
}

typedef struct {
    const welder *w;
    uint32_t from, to;
    uint32_t *beside; /* points to put between from and to */
    size_t count, capacity;
} edge_search;

static void take_beside(void *context, uint32_t point) {
    edge_search *search = context;
    if (point == search->from || point == search->to) return;
    const sk_cm_point *points = search->w->mesh->points;
    double limit2 = (double)search->w->tolerance_cm * search->w->tolerance_cm;
    if (sk_cm_segment_distance2(points[point], points[search->from], points[search->to]) > limit2)
        return;
    search->beside =
        sk_heap_grow(search->beside, search->count, &search->capacity, sizeof *search->beside);
    search->beside[search->count++] = point;
}

static double squared_distance(const edge_search *search, uint32_t point) {
    const sk_cm_point *points = search->w->mesh->points;
    return sk_cm_segment_distance2(points[point], points[search->from], points[search->from]);
}

static void sort_along_edge(edge_search *search) {
    for (size_t i = 1; i < search->count; i++)
        for (size_t j = i; j > 0; j--) {
            uint32_t a = search->beside[j - 1], b = search->beside[j];
            if (squared_distance(search, a) <= squared_distance(search, b)) break;
            search->beside[j - 1] = b;
            search->beside[j] = a;
        }
}

/* Rewrites one ring with merged points, and with the points that lie beside its loose edges. */
static bool rewrite_ring(welder *w, sk_mesh_ring *ring) {
    uint32_t *old = ring->vertices;
    size_t old_count = ring->count, capacity = old_count;
    bool changed = false;
    ring->vertices = sk_heap_array(capacity, sizeof *ring->vertices);
    ring->count = 0;
    edge_search search = {.w = w};
    for (size_t i = 0; i < old_count; i++) {
        uint32_t from = old[i], to = old[(i + 1) % old_count];
        search.count = 0;
        search.from = w->merged_into[from];
        search.to = w->merged_into[to];
        if (search.from != search.to && edge_is_loose(w, from, to)) {
            const sk_cm_point *points = w->mesh->points;
            sk_cm_point ends[] = {points[search.from], points[search.to]};
            visit_points(w, sk_cm_box_of(ends, 2), take_beside, &search);
            sort_along_edge(&search);
        }
        if (search.count > 0 || search.from != from) changed = true;
        for (size_t k = 0; k <= search.count; k++) {
            ring->vertices =
                sk_heap_grow(ring->vertices, ring->count, &capacity, sizeof *ring->vertices);
            ring->vertices[ring->count++] = k == 0 ? search.from : search.beside[k - 1];
        }
    }
    free(search.beside);
    free(old);
    sk_mesh_ring_tidy(ring);
    return changed;
}

static bool weld_once(sk_mesh *mesh, int32_t tolerance_cm) {
    welder w = {.mesh = mesh, .tolerance_cm = tolerance_cm};
    w.loose = sk_heap_array(mesh->point_count, sizeof *w.loose);
    w.next_in_cell = sk_heap_array(mesh->point_count, sizeof *w.next_in_cell);
    w.merged_into = sk_heap_array(mesh->point_count, sizeof *w.merged_into);
    for (uint32_t p = 0; p < mesh->point_count; p++) {
        w.merged_into[p] = p;
        w.next_in_cell[p] = SK_PAIR_NONE;
    }
    index_edges(&w);
    find_loose_points(&w);
    merge_points(&w);
    bool changed = false;
    for (size_t r = 0; r < mesh->ring_count; r++)
        if (rewrite_ring(&w, &mesh->rings[r])) changed = true;
    sk_pair_table_free(&w.directed);
    sk_pair_table_free(&w.first_in_cell);
    free(w.loose);
    free(w.next_in_cell);
    free(w.merged_into);
    return changed;
}

void sk_mesh_weld(sk_mesh *mesh, int32_t tolerance_cm) {
    for (int round = 0; round < ROUNDS && weld_once(mesh, tolerance_cm); round++) continue;
}
