#include "boundaries/source_faults.h"

#include <math.h>
#include <stdlib.h>

#include "boundaries/mesh/arc_conflicts.h"
#include "boundaries/sources/fault_tally.h"

/* A hole that is narrower than this, from end to end, is a gap; enclaves are wider. */
static const double GAP_WIDTH_MAX_M = 5;

/* Below this, two borders meet for all that anyone can see. */
static const double AREA_MIN_M2 = 1;

static const char *const remedy = "mend the border in the source: the regions must tile";

static double mean_width_m(const sk_cm_ring *ring) {
    double length_cm = 0;
    for (size_t i = 0, j = ring->count - 1; i < ring->count; j = i++)
        length_cm += hypot((double)ring->points[i].x_cm - ring->points[j].x_cm,
                           (double)ring->points[i].y_cm - ring->points[j].y_cm);
    return 2 * fabs(sk_cm_ring_area(ring->points, ring->count)) / (length_cm / 100);
}

static const char *name_of(const sk_polygon_list *list, uint32_t face) {
    return face < list->count ? list->items[face].name : NULL;
}

/* A region whose border runs through the point. */
static const char *name_at(const sk_polygon_list *list, const sk_topology *topology,
                           sk_cm_point point) {
    for (size_t a = 0; a < topology->count; a++) {
        const sk_arc *arc = &topology->arcs[a];
        for (size_t i = 0; i < arc->count; i++)
            if (sk_cm_same(arc->points[i], point))
                return name_of(list, arc->left != SK_NO_FACE ? arc->left : arc->right);
    }
    return NULL;
}

/* How many times the ring lies in what the other rings bound. */
static int depth_of(const sk_cm_shape *outline, const double *areas, size_t ring) {
    int depth = 0;
    for (size_t i = 0; i < outline->count; i++)
        if (i != ring && fabs(areas[i]) > fabs(areas[ring]) &&
            sk_cm_ring_lies_in(&outline->rings[ring], &outline->rings[i]))
            depth += areas[i] > 0 ? 1 : -1;
    return depth;
}

static void add_ring(sk_fault_tally *tally, const char *name, const sk_cm_ring *ring, double area,
                     sk_arena *arena) {
    sk_cm_point at = ring->points[0];
    sk_fault_tally_add(tally,
                       sk_arena_printf(arena, "%.0f m² at %d %d%s%s", fabs(area), at.x_cm / 100,
                                       at.y_cm / 100, name ? ", in " : "", name ? name : ""),
                       arena);
}

static sk_status report(const sk_fault_tally *tally, const char *file, const char *what,
                        sk_arena *arena, sk_diag *diag) {
    if (tally->count == 0) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = file}, remedy, "%zu %s: %s", tally->count, what,
                  sk_fault_tally_text(tally, arena));
    return SK_ERR_DATA;
}

sk_status sk_source_faults_tiling(const char *file, const sk_polygon_list *list,
                                  const sk_topology *topology, const sk_cm_shape *outline,
                                  sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    sk_fault_tally gaps = {0}, overlaps = {0};
    double *areas = SK_NEW_ARRAY(arena, double, outline->count);
    for (size_t i = 0; i < outline->count; i++)
        areas[i] = sk_cm_ring_area(outline->rings[i].points, outline->rings[i].count);
    for (size_t i = 0; i < outline->count; i++) {
        const sk_cm_ring *ring = &outline->rings[i];
        bool gap = areas[i] < -AREA_MIN_M2 && mean_width_m(ring) < GAP_WIDTH_MAX_M;
        bool overlap = areas[i] > AREA_MIN_M2 && depth_of(outline, areas, i) > 0;
        if (gap || overlap)
            add_ring(gap ? &gaps : &overlaps, name_at(list, topology, ring->points[0]), ring,
                     areas[i], arena);
    }
    sk_status status = report(&gaps, file, "of its borders leave a gap", arena, diag);
    if (report(&overlaps, file, "of its borders overlap a neighbour", arena, diag) != SK_OK)
        status = SK_ERR_DATA;
    sk_arena_free(arena);
    return status;
}

static bool **keep_all(const sk_topology *topology) {
    bool **keep = sk_heap_array(topology->count, sizeof *keep);
    for (size_t a = 0; a < topology->count; a++) {
        keep[a] = sk_heap_array(topology->arcs[a].count, sizeof *keep[a]);
        for (size_t i = 0; i < topology->arcs[a].count; i++) keep[a][i] = true;
    }
    return keep;
}

/* "Mechelen, between 150000 200000 and 150125 202000" */
static const char *stretch_of(const sk_polygon_list *list, const sk_arc *arc, sk_arena *arena) {
    const char *left = name_of(list, arc->left), *right = name_of(list, arc->right);
    const char *name = left != NULL ? left : right;
    sk_cm_point from = arc->points[0], to = arc->points[arc->count - 1];
    return sk_arena_printf(arena, "%s%sbetween %d %d and %d %d", name ? name : "", name ? " " : "",
                           from.x_cm / 100, from.y_cm / 100, to.x_cm / 100, to.y_cm / 100);
}

sk_status sk_source_faults_crossings(const char *file, const sk_polygon_list *list,
                                     const sk_topology *topology, sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    sk_fault_tally crossings = {0};
    bool **keep = keep_all(topology);
    bool *conflict = sk_heap_array(topology->count, sizeof *conflict);
    sk_arc_conflicts_find(topology, keep, conflict);
    for (size_t a = 0; a < topology->count; a++) {
        free(keep[a]);
        if (conflict[a])
            sk_fault_tally_add(&crossings, stretch_of(list, &topology->arcs[a], arena), arena);
    }
    free(keep);
    free(conflict);
    sk_status status = report(&crossings, file, "of its borders cross another one", arena, diag);
    sk_arena_free(arena);
    return status;
}
