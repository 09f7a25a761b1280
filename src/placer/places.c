#include "placer/places.h"

#include <math.h>

#include "placer/neighbourly.h"

/* A cost from here on is taken for infinite, so that sums of costs never are by accident. */
static const double as_good_as_infinite = 1e100;

static bool is_usable(const sk_placer_candidate *candidate) {
    if (!(fabs(candidate->cost) < as_good_as_infinite)) return false;
    for (size_t i = 0; i < candidate->shape_count; i++)
        if (!sk_placer_shape_is_sound(&candidate->shapes[i])) return false;
    return true;
}

static const sk_placer_candidate *candidate_of(const sk_placer_problem *problem,
                                               const sk_placer_place *place) {
    return &problem->items[place->item].candidates[place->candidate];
}

static void list_usable(sk_arena *arena, const sk_placer_problem *problem, sk_placer_places *p) {
    size_t most = 0;
    for (size_t i = 0; i < problem->item_count; i++) most += problem->items[i].candidate_count;
    p->items = SK_NEW_ARRAY(arena, sk_placer_place, most);
    const uint32_t *order = sk_placer_neighbourly_order(arena, problem);
    for (size_t i = 0; i < problem->item_count; i++) {
        const sk_placer_item *item = &problem->items[order[i]];
        for (size_t c = 0; c < item->candidate_count; c++)
            if (is_usable(&item->candidates[c]))
                p->items[p->count++] =
                    (sk_placer_place){order[i], (uint32_t)c, item->candidates[c].cost};
    }
}

static void list_shapes(sk_arena *arena, const sk_placer_problem *problem, sk_placer_places *p) {
    size_t shapes = 0;
    for (uint32_t i = 0; i < p->count; i++)
        shapes += candidate_of(problem, &p->items[i])->shape_count;
    p->shape = SK_NEW_ARRAY(arena, const sk_placer_shape *, shapes);
    p->owner = SK_NEW_ARRAY(arena, uint32_t, shapes);
    p->first = SK_NEW_ARRAY(arena, uint32_t, p->count + 1);
    sk_placer_bounds *bounds = SK_NEW_ARRAY(arena, sk_placer_bounds, shapes);
    uint32_t next = 0;
    for (uint32_t i = 0; i < p->count; i++) {
        const sk_placer_candidate *candidate = candidate_of(problem, &p->items[i]);
        p->first[i] = next;
        for (size_t k = 0; k < candidate->shape_count; k++, next++) {
            p->shape[next] = &candidate->shapes[k];
            p->owner[next] = i;
            bounds[next] = sk_placer_shape_bounds(&candidate->shapes[k]);
        }
    }
    p->first[p->count] = next;
    p->index = sk_placer_index_create(arena, bounds, shapes);
}

/* A place pays once for an obstacle, also when several of its shapes cover it. */
static void charge_obstacles(sk_arena *arena, const sk_placer_problem *problem,
                             const sk_placer_places *p) {
    size_t *charged =
        SK_NEW_ARRAY(arena, size_t, p->count); /* the last obstacle paid for, plus 1 */
    for (size_t o = 0; o < problem->obstacle_count; o++) {
        const sk_placer_obstacle *obstacle = &problem->obstacles[o];
        if (!sk_placer_shape_is_sound(&obstacle->shape) || isnan(obstacle->cost)) continue;
        size_t found;
        const uint32_t *near =
            sk_placer_index_find(p->index, sk_placer_shape_bounds(&obstacle->shape), &found);
        for (size_t i = 0; i < found; i++) {
            uint32_t owner = p->owner[near[i]];
            sk_placer_place *place = &p->items[owner];
            if (charged[owner] == o + 1 || (ptrdiff_t)place->item == obstacle->except) continue;
            if (!sk_placer_shapes_overlap(p->shape[near[i]], &obstacle->shape)) continue;
            charged[owner] = o + 1;
            place->cost += obstacle->cost;
            if (!(place->cost < as_good_as_infinite)) place->cost = INFINITY;
        }
    }
}

double sk_placer_drop_cost(const sk_placer_problem *problem, const sk_placer_place *place) {
    double cost = problem->items[place->item].drop_cost;
    return cost < as_good_as_infinite ? cost : INFINITY;
}

sk_placer_places sk_placer_places_find(sk_arena *arena, const sk_placer_problem *problem) {
    sk_placer_places places = {0};
    list_usable(arena, problem, &places);
    list_shapes(arena, problem, &places);
    charge_obstacles(arena, problem, &places);
    return places;
}
