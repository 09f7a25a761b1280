#include "boundaries/mesh/arc_conflicts.h"

#include <stdlib.h>

/* A straight piece of a generalised arc: it stands for the points from `first` to `last`. */
typedef struct {
    uint32_t arc;
    size_t first, last;
    sk_cm_box box;
} piece;

typedef struct {
    const sk_topology *topology;
    piece *pieces; /* by the low x of their boxes */
    size_t piece_count;
    bool *conflict;
} conflict_search;

static int compare_pieces(const void *a, const void *b) {
    const piece *first = a, *second = b;
    if (first->box.low.x_cm != second->box.low.x_cm)
        return first->box.low.x_cm < second->box.low.x_cm ? -1 : 1;
    if (first->arc != second->arc) return first->arc < second->arc ? -1 : 1;
    return first->first < second->first ? -1 : first->first > second->first;
}

static void collect_pieces(conflict_search *search, bool *const *keep) {
    size_t capacity = 0;
    for (uint32_t a = 0; a < search->topology->count; a++) {
        const sk_arc *arc = &search->topology->arcs[a];
        size_t first = 0;
        for (size_t i = 1; i < arc->count; i++) {
            if (!keep[a][i]) continue;
            search->pieces = sk_heap_grow(search->pieces, search->piece_count, &capacity,
                                          sizeof *search->pieces);
            sk_cm_point ends[] = {arc->points[first], arc->points[i]};
            search->pieces[search->piece_count++] = (piece){a, first, i, sk_cm_box_of(ends, 2)};
            first = i;
        }
    }
    if (search->piece_count > 0)
        qsort(search->pieces, search->piece_count, sizeof *search->pieces, compare_pieces);
}

static void test_pair(conflict_search *search, const piece *p, const piece *q) {
    const sk_cm_point *a = search->topology->arcs[p->arc].points;
    const sk_cm_point *b = search->topology->arcs[q->arc].points;
    if (!sk_cm_segments_conflict(a[p->first], a[p->last], b[q->first], b[q->last])) return;
    search->conflict[p->arc] = search->conflict[q->arc] = true;
}

/* Boxes are met in the order of their west sides, so a piece needs to look only at those that begin
 * before it ends. */
static void find_crossings(conflict_search *search) {
    for (size_t i = 0; i < search->piece_count; i++) {
        const piece *p = &search->pieces[i];
        for (size_t j = i + 1; j < search->piece_count; j++) {
            const piece *q = &search->pieces[j];
            if (q->box.low.x_cm > p->box.high.x_cm) break;
            if (q->box.low.y_cm > p->box.high.y_cm || q->box.high.y_cm < p->box.low.y_cm) continue;
            test_pair(search, p, q);
        }
    }
}

static int compare_points(const void *a, const void *b) {
    const sk_cm_point *first = a, *second = b;
    if (first->x_cm != second->x_cm) return first->x_cm < second->x_cm ? -1 : 1;
    return first->y_cm < second->y_cm ? -1 : first->y_cm > second->y_cm;
}

/* True when one of the sorted points lies between the points of an arc and the piece that stands
 * for them. */
static bool jumps_over(const sk_arc *arc, const piece *p, const sk_cm_point *points, size_t count) {
    const sk_cm_point *ring = arc->points + p->first;
    size_t ring_count = p->last - p->first + 1;
    if (ring_count < 3) return false;
    sk_cm_box box = sk_cm_box_of(ring, ring_count);
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (points[middle].x_cm < box.low.x_cm)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < count && points[i].x_cm <= box.high.x_cm; i++) {
        if (sk_cm_same(points[i], ring[0]) || sk_cm_same(points[i], ring[ring_count - 1])) continue;
        if (sk_cm_box_contains(box, points[i]) && sk_cm_ring_contains(ring, ring_count, points[i]))
            return true;
    }
    return false;
}

/* Lines that do not cross can still have changed sides: an enclave beside a border, whose bend is
 * cut off. It is enough to look at the ends of arcs, of which every connected net of borders has
 * one. */
static void find_jumps(conflict_search *search) {
    const sk_topology *topology = search->topology;
    size_t count = topology->count * 2;
    sk_cm_point *ends = sk_heap_array(count, sizeof *ends);
    for (size_t i = 0; i < topology->count; i++) {
        ends[2 * i] = topology->arcs[i].points[0];
        ends[2 * i + 1] = topology->arcs[i].points[topology->arcs[i].count - 1];
    }
    qsort(ends, count, sizeof *ends, compare_points);
    for (size_t i = 0; i < search->piece_count; i++) {
        const piece *p = &search->pieces[i];
        if (jumps_over(&topology->arcs[p->arc], p, ends, count)) search->conflict[p->arc] = true;
    }
    free(ends);
}

void sk_arc_conflicts_find(const sk_topology *topology, bool *const *keep, bool *conflict) {
    if (topology->count == 0) return;
    conflict_search search = {.topology = topology, .conflict = conflict};
    collect_pieces(&search, keep);
    find_crossings(&search);
    find_jumps(&search);
    free(search.pieces);
}
