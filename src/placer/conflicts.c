#include "placer/conflicts.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "placer/index.h"
#include "placer/neighbourly.h"

/* The shapes of all places in one array, which is what the index knows. */
typedef struct {
    sk_placer_index *index;
    const sk_placer_shape **shape;
    uint32_t *owner; /* the place that a shape belongs to */
    uint32_t *first; /* of a place's shapes; one more entry than there are places */
} shape_table;

typedef struct {
    uint32_t (*pairs)[2];
    size_t count, capacity;
} edge_list;

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

static sk_placer_place *usable_places(sk_arena *arena, const sk_placer_problem *problem,
                                      uint32_t *count) {
    size_t most = 0;
    for (size_t i = 0; i < problem->item_count; i++) most += problem->items[i].candidate_count;
    sk_placer_place *places = SK_NEW_ARRAY(arena, sk_placer_place, most);
    const uint32_t *order = sk_placer_neighbourly_order(arena, problem);
    *count = 0;
    for (size_t i = 0; i < problem->item_count; i++) {
        const sk_placer_item *item = &problem->items[order[i]];
        for (size_t c = 0; c < item->candidate_count; c++)
            if (is_usable(&item->candidates[c]))
                places[(*count)++] =
                    (sk_placer_place){order[i], (uint32_t)c, item->candidates[c].cost};
    }
    return places;
}

static shape_table list_shapes(sk_arena *arena, const sk_placer_problem *problem,
                               const sk_placer_place *places, uint32_t count) {
    size_t shapes = 0;
    for (uint32_t p = 0; p < count; p++) shapes += candidate_of(problem, &places[p])->shape_count;
    shape_table table = {NULL, SK_NEW_ARRAY(arena, const sk_placer_shape *, shapes),
                         SK_NEW_ARRAY(arena, uint32_t, shapes),
                         SK_NEW_ARRAY(arena, uint32_t, count + 1)};
    sk_placer_bounds *bounds = SK_NEW_ARRAY(arena, sk_placer_bounds, shapes);
    uint32_t next = 0;
    for (uint32_t p = 0; p < count; p++) {
        const sk_placer_candidate *candidate = candidate_of(problem, &places[p]);
        table.first[p] = next;
        for (size_t i = 0; i < candidate->shape_count; i++, next++) {
            table.shape[next] = &candidate->shapes[i];
            table.owner[next] = p;
            bounds[next] = sk_placer_shape_bounds(&candidate->shapes[i]);
        }
    }
    table.first[count] = next;
    table.index = sk_placer_index_create(arena, bounds, shapes);
    return table;
}

/* A place pays once for an obstacle, also when several of its shapes cover it. */
static void charge_obstacles(sk_arena *arena, const sk_placer_problem *problem,
                             const shape_table *table, sk_placer_place *places, uint32_t count) {
    size_t *charged = SK_NEW_ARRAY(arena, size_t, count); /* the last obstacle paid for, plus 1 */
    for (size_t o = 0; o < problem->obstacle_count; o++) {
        const sk_placer_obstacle *obstacle = &problem->obstacles[o];
        if (!sk_placer_shape_is_sound(&obstacle->shape) || isnan(obstacle->cost)) continue;
        size_t found;
        const uint32_t *near =
            sk_placer_index_find(table->index, sk_placer_shape_bounds(&obstacle->shape), &found);
        for (size_t i = 0; i < found; i++) {
            uint32_t p = table->owner[near[i]];
            if (charged[p] == o + 1 || (ptrdiff_t)places[p].item == obstacle->except) continue;
            if (!sk_placer_shapes_overlap(table->shape[near[i]], &obstacle->shape)) continue;
            charged[p] = o + 1;
            places[p].cost += obstacle->cost;
            if (!(places[p].cost < as_good_as_infinite)) places[p].cost = INFINITY;
        }
    }
}

/* The costs as whole numbers: multiples of a unit, a power of two so that what is whole or a simple
 * fraction stays exact. To leave out an item whose drop cost is infinite counts for more than all
 * finite costs of the plan together. */
typedef struct {
    double unit;
    int64_t dearest;
} weight_scale;

static double drop_cost(const sk_placer_problem *problem, const sk_placer_place *place) {
    double cost = problem->items[place->item].drop_cost;
    return cost < as_good_as_infinite ? cost : INFINITY;
}

static int64_t in_units(double cost, double unit) {
    return (int64_t)floor(cost / unit + 0.5);
}

static weight_scale choose_scale(const sk_placer_problem *problem, const sk_placer_place *places,
                                 uint32_t count) {
    double sum = 0, dear_items = 0;
    for (uint32_t p = 0; p < count;) {
        double most = 0, drop = drop_cost(problem, &places[p]);
        uint32_t item = places[p].item;
        for (; p < count && places[p].item == item; p++) {
            double stake = isinf(drop) ? places[p].cost : drop - places[p].cost;
            if (isfinite(stake)) most = fmax(most, stake);
        }
        sum += most;
        if (isinf(drop)) dear_items++;
    }
    enum { WEIGHT_BITS = 60 };
    int exponent;
    (void)frexp((sum + 1) * (dear_items + 2), &exponent);
    double unit = ldexp(1, exponent - WEIGHT_BITS);
    return (weight_scale){unit, in_units(sum, unit) + 2 * (int64_t)count + 1};
}

/* Gives a weight to the places that are no worse than leaving their item out, and 0 to the rest.
 * One unit is added to each, so that of two plans at one cost the fuller one is the heavier. */
static int64_t *weigh(sk_arena *arena, const sk_placer_problem *problem,
                      const sk_placer_place *places, uint32_t count) {
    weight_scale scale = choose_scale(problem, places, count);
    int64_t *weight = SK_NEW_ARRAY(arena, int64_t, count);
    for (uint32_t p = 0; p < count; p++) {
        double drop = drop_cost(problem, &places[p]), cost = places[p].cost;
        if (isinf(cost) || !(drop >= cost))
            weight[p] = 0;
        else if (isinf(drop))
            weight[p] = scale.dearest - in_units(cost, scale.unit) + 1;
        else
            weight[p] = in_units(drop - cost, scale.unit) + 1;
    }
    return weight;
}

static void add_edge(edge_list *edges, uint32_t a, uint32_t b) {
    edges->pairs = sk_heap_grow(edges->pairs, edges->count, &edges->capacity, sizeof *edges->pairs);
    edges->pairs[edges->count][0] = a;
    edges->pairs[edges->count][1] = b;
    edges->count++;
}

/* Finds each edge once, from its lower end. `vertex` numbers the places that are kept. */
static edge_list find_edges(sk_arena *arena, const shape_table *table,
                            const sk_placer_place *places, const int64_t *weight,
                            const uint32_t *vertex, uint32_t count) {
    edge_list edges = {NULL, 0, 0};
    uint32_t *joined = SK_NEW_ARRAY(arena, uint32_t, count); /* the last lower end, plus 1 */
    for (uint32_t p = 0; p < count; p++) {
        if (weight[p] == 0) continue;
        for (uint32_t q = p + 1; q < count && places[q].item == places[p].item; q++)
            if (weight[q] > 0) add_edge(&edges, vertex[p], vertex[q]);
        for (uint32_t s = table->first[p]; s < table->first[p + 1]; s++) {
            size_t found;
            const uint32_t *near =
                sk_placer_index_find(table->index, sk_placer_shape_bounds(table->shape[s]), &found);
            for (size_t i = 0; i < found; i++) {
                uint32_t q = table->owner[near[i]];
                if (q <= p || joined[q] == p + 1 || weight[q] == 0) continue;
                if (places[q].item == places[p].item) continue;
                if (!sk_placer_shapes_overlap(table->shape[s], table->shape[near[i]])) continue;
                joined[q] = p + 1;
                add_edge(&edges, vertex[p], vertex[q]);
            }
        }
    }
    return edges;
}

static void link_edges(sk_arena *arena, sk_placer_graph *graph, const edge_list *edges) {
    graph->start = SK_NEW_ARRAY(arena, uint32_t, graph->count + 1);
    graph->neighbour = SK_NEW_ARRAY(arena, uint32_t, 2 * edges->count);
    for (size_t e = 0; e < edges->count; e++)
        for (int end = 0; end < 2; end++) graph->start[edges->pairs[e][end]]++;
    for (uint32_t v = 0; v < graph->count; v++) graph->start[v + 1] += graph->start[v];
    for (size_t e = edges->count; e-- > 0;)
        for (int end = 0; end < 2; end++)
            graph->neighbour[--graph->start[edges->pairs[e][end]]] = edges->pairs[e][1 - end];
}

sk_placer_conflicts *sk_placer_conflicts_find(sk_arena *arena, const sk_placer_problem *problem) {
    uint32_t count, kept = 0;
    sk_placer_place *places = usable_places(arena, problem, &count);
    shape_table table = list_shapes(arena, problem, places, count);
    charge_obstacles(arena, problem, &table, places, count);
    int64_t *weight = weigh(arena, problem, places, count);
    uint32_t *vertex = SK_NEW_ARRAY(arena, uint32_t, count);
    for (uint32_t p = 0; p < count; p++) vertex[p] = weight[p] > 0 ? kept++ : UINT32_MAX;
    edge_list edges = find_edges(arena, &table, places, weight, vertex, count);

    sk_placer_conflicts *conflicts = SK_NEW(arena, sk_placer_conflicts);
    for (uint32_t p = 0; p < count; p++) {
        if (weight[p] == 0) continue;
        places[vertex[p]] = places[p];
        weight[vertex[p]] = weight[p];
    }
    conflicts->places = places;
    conflicts->graph = (sk_placer_graph){kept, weight, NULL, NULL};
    link_edges(arena, &conflicts->graph, &edges);
    free(edges.pairs);
    return conflicts;
}
