#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "boundaries/mesh/arc_conflicts.h"
#include "boundaries/mesh/topology.h"

/* A ring keeps its shape when it keeps this many points and this much of its area. */
enum { RING_POINTS_MIN = 4 };
static const double RING_AREA_CHANGE_MAX = 0.05;

/* How often a tolerance is halved before an arc is left as it was. */
enum { HALVINGS_MAX = 8 };

static size_t farthest(const sk_arc *arc, size_t from, size_t to, double *distance2) {
    size_t best = from;
    *distance2 = -1;
    for (size_t i = from + 1; i < to; i++) {
        double here2 = sk_cm_segment_distance2(arc->points[i], arc->points[from], arc->points[to]);
        if (here2 > *distance2) {
            *distance2 = here2;
            best = i;
        }
    }
    return best;
}

/* Douglas-Peucker between the kept points `from` and `to`. Its depth is that of a stack of its own,
 * since an arc may have any number of points. */
static void keep_needed(const sk_arc *arc, double tolerance_cm, size_t *stack, bool *keep) {
    size_t depth = 0, from = 0, to = arc->count - 1;
    keep[0] = keep[to] = true;
    stack[depth++] = to;
    if (sk_arc_is_closed(arc)) {
        double distance2;
        to = farthest(arc, 0, to, &distance2);
        keep[to] = true;
        stack[depth++] = to;
    }
    while (depth > 0) {
        to = stack[depth - 1];
        double distance2;
        size_t middle = farthest(arc, from, to, &distance2);
        if (distance2 > tolerance_cm * tolerance_cm) {
            keep[middle] = true;
            stack[depth++] = middle;
        } else {
            from = to;
            depth--;
        }
    }
}

static size_t kept_points(const sk_arc *arc, const bool *keep, sk_cm_point *out) {
    size_t count = 0;
    for (size_t i = 0; i < arc->count; i++)
        if (keep[i]) out[count++] = arc->points[i];
    return count;
}

static bool ring_lost_its_shape(const sk_arc *arc, const bool *keep, sk_cm_point *scratch) {
    if (!sk_arc_is_closed(arc)) return false;
    size_t count = kept_points(arc, keep, scratch);
    if (count < RING_POINTS_MIN + 1) return arc->count >= RING_POINTS_MIN + 1;
    double before = sk_cm_ring_area(arc->points, arc->count);
    double after = sk_cm_ring_area(scratch, count);
    return fabs(after - before) > RING_AREA_CHANGE_MAX * fabs(before);
}

typedef struct {
    const sk_topology *topology;
    double tolerance_cm;
    bool **keep;   /* for each arc and point */
    int *halvings; /* of the tolerance, for each arc */
    size_t *stack;
    sk_cm_point *scratch;
} simplifier;

static void simplify_arc(simplifier *s, size_t index) {
    const sk_arc *arc = &s->topology->arcs[index];
    for (;; s->halvings[index]++) {
        bool as_it_was = s->halvings[index] > HALVINGS_MAX;
        for (size_t i = 0; i < arc->count; i++) s->keep[index][i] = as_it_was;
        if (as_it_was) return;
        keep_needed(arc, ldexp(s->tolerance_cm, -s->halvings[index]), s->stack, s->keep[index]);
        if (!ring_lost_its_shape(arc, s->keep[index], s->scratch)) return;
    }
}

/* Gives the arcs that got into conflict half their tolerance, until there is no conflict that this
 * can mend: one between arcs that are as they were is the source's own. */
static void settle_conflicts(simplifier *s) {
    bool *conflict = sk_heap_array(s->topology->count, sizeof *conflict);
    for (bool again = true; again;) {
        again = false;
        memset(conflict, 0, s->topology->count * sizeof *conflict);
        sk_arc_conflicts_find(s->topology, s->keep, conflict);
        for (size_t i = 0; i < s->topology->count; i++) {
            if (!conflict[i] || s->halvings[i] > HALVINGS_MAX) continue;
            s->halvings[i]++;
            simplify_arc(s, i);
            again = true;
        }
    }
    free(conflict);
}

void sk_topology_simplify(sk_topology *topology, double tolerance_cm) {
    size_t longest = 0;
    for (size_t i = 0; i < topology->count; i++)
        if (topology->arcs[i].count > longest) longest = topology->arcs[i].count;
    simplifier s = {
        .topology = topology,
        .tolerance_cm = tolerance_cm,
        .keep = sk_heap_array(topology->count, sizeof *s.keep),
        .halvings = sk_heap_array(topology->count, sizeof *s.halvings),
        .stack = sk_heap_array(longest + 1, sizeof *s.stack),
        .scratch = sk_heap_array(longest, sizeof *s.scratch),
    };
    for (size_t i = 0; i < topology->count; i++) {
        s.keep[i] = sk_heap_array(topology->arcs[i].count, sizeof *s.keep[i]);
        simplify_arc(&s, i);
    }
    settle_conflicts(&s);
    for (size_t i = 0; i < topology->count; i++) {
        sk_arc *arc = &topology->arcs[i];
        arc->count = kept_points(arc, s.keep[i], arc->points);
        free(s.keep[i]);
    }
    free(s.keep);
    free(s.halvings);
    free(s.stack);
    free(s.scratch);
}
