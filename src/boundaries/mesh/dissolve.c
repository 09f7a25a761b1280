#include <stdlib.h>
#include <string.h>

#include "boundaries/mesh/topology.h"

/* An arc in the direction that has the group on its left. */
typedef struct {
    const sk_arc *arc;
    bool backwards, used;
} side;

typedef struct {
    side *sides;
    size_t count, capacity;
} side_list;

/* A walk around the group, and the rings cut from it so far. */
typedef struct {
    const side **walk;
    size_t walk_count;
    sk_cm_ring *rings;
    size_t ring_count, ring_capacity;
    sk_arena *arena;
} outline;

static sk_cm_point point_at(const side *s, size_t index) {
    return s->arc->points[s->backwards ? s->arc->count - 1 - index : index];
}

static sk_cm_point end_of(const side *s) {
    return point_at(s, s->arc->count - 1);
}

static int compare_points(sk_cm_point a, sk_cm_point b) {
    if (a.x_cm != b.x_cm) return a.x_cm < b.x_cm ? -1 : 1;
    if (a.y_cm != b.y_cm) return a.y_cm < b.y_cm ? -1 : 1;
    return 0;
}

static int compare_starts(const void *a, const void *b) {
    const side *first = a, *second = b;
    int order = compare_points(point_at(first, 0), point_at(second, 0));
    return order != 0 ? order : compare_points(point_at(first, 1), point_at(second, 1));
}

static side_list *sides_of_groups(const sk_topology *topology, const uint32_t *group_of,
                                  size_t group_count) {
    side_list *lists = sk_heap_array(group_count, sizeof *lists);
    for (size_t i = 0; i < topology->count; i++) {
        const sk_arc *arc = &topology->arcs[i];
        uint32_t left = arc->left == SK_NO_FACE ? SK_NO_FACE : group_of[arc->left];
        uint32_t right = arc->right == SK_NO_FACE ? SK_NO_FACE : group_of[arc->right];
        if (left == right) continue;
        for (int backwards = 0; backwards < 2; backwards++) {
            uint32_t group = backwards ? right : left;
            if (group == SK_NO_FACE) continue;
            side_list *list = &lists[group];
            list->sides =
                sk_heap_grow(list->sides, list->count, &list->capacity, sizeof *list->sides);
            list->sides[list->count++] = (side){arc, backwards, false};
        }
    }
    return lists;
}

/* True when, turning clockwise from `back`, one meets `a` before `b`. */
static bool clockwise_before(sk_cm_point node, sk_cm_point back, sk_cm_point a, sk_cm_point b) {
    int64_t a_side = sk_cm_side(node, back, a), b_side = sk_cm_side(node, back, b);
    bool a_first_half = a_side < 0, b_first_half = b_side < 0;
    if (a_first_half != b_first_half) return a_first_half;
    return sk_cm_side(node, a, b) < 0;
}

/* Where the walk goes on at the end of `from`: of the unused sides that start there the one next
 * to it on the left, so that the walk stays around one connected piece of the group. */
static side *next_side(const side_list *list, const side *from) {
    sk_cm_point node = end_of(from), back = point_at(from, from->arc->count - 2);
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_points(point_at(&list->sides[middle], 0), node) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    side *best = NULL;
    for (size_t i = low; i < list->count && sk_cm_same(point_at(&list->sides[i], 0), node); i++) {
        side *candidate = &list->sides[i];
        if (candidate->used) continue;
        if (best == NULL || clockwise_before(node, back, point_at(candidate, 1), point_at(best, 1)))
            best = candidate;
    }
    return best;
}

static void add_ring(outline *o, const side *const *sides, size_t count) {
    size_t points = 0;
    for (size_t i = 0; i < count; i++) points += sides[i]->arc->count - 1;
    sk_cm_ring ring = {.points = SK_NEW_ARRAY(o->arena, sk_cm_point, points)};
    for (size_t i = 0; i < count; i++)
        for (size_t p = 0; p + 1 < sides[i]->arc->count; p++)
            ring.points[ring.count++] = point_at(sides[i], p);
    o->rings = sk_heap_grow(o->rings, o->ring_count, &o->ring_capacity, sizeof *o->rings);
    o->rings[o->ring_count++] = ring;
}

/* Takes one more step. Where the walk comes back to a node that it has passed, a ring is complete:
 * rings that meet in a point stay rings of their own. */
static void walk_along(outline *o, const side *step) {
    o->walk[o->walk_count++] = step;
    size_t start = o->walk_count;
    while (start > 0 && !sk_cm_same(point_at(o->walk[start - 1], 0), end_of(step))) start--;
    if (start == 0) return;
    add_ring(o, o->walk + start - 1, o->walk_count - (start - 1));
    o->walk_count = start - 1;
}

static sk_cm_shape shape_of(side_list *list, sk_arena *arena) {
    outline o = {.arena = arena, .walk = sk_heap_array(list->count, sizeof *o.walk)};
    qsort(list->sides, list->count, sizeof *list->sides, compare_starts);
    for (size_t i = 0; i < list->count; i++)
        for (side *s = &list->sides[i]; s != NULL && !s->used; s = next_side(list, s)) {
            s->used = true;
            walk_along(&o, s);
        }
    sk_cm_shape shape = {SK_NEW_ARRAY(arena, sk_cm_ring, o.ring_count), o.ring_count};
    if (o.ring_count > 0) memcpy(shape.rings, o.rings, o.ring_count * sizeof *shape.rings);
    free(o.walk);
    free(o.rings);
    return shape;
}

sk_cm_shape *sk_topology_dissolve(const sk_topology *topology, const uint32_t *group_of,
                                  size_t group_count, sk_arena *arena) {
    side_list *lists = sides_of_groups(topology, group_of, group_count);
    sk_cm_shape *shapes = SK_NEW_ARRAY(arena, sk_cm_shape, group_count);
    for (size_t g = 0; g < group_count; g++) {
        if (lists[g].count > 0) shapes[g] = shape_of(&lists[g], arena);
        free(lists[g].sides);
    }
    free(lists);
    return shapes;
}
