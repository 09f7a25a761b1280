#include "placer/conflicts.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/* More than twice what the most crowded of our maps has; their memory is some 80 MB. */
enum { MOST_EDGES = 6000000 };

/* The edges by their lower ends: those of vertex v lead to upper[first[v]] up to
 * upper[first[v + 1]]. */
typedef struct {
    uint32_t *upper;
    size_t count, capacity;
    size_t *first;
} edge_list;

/* The costs as whole numbers: multiples of a unit, a power of two so that what is whole or a simple
 * fraction stays exact. To leave out an item whose drop cost is infinite counts for more than all
 * finite costs of the plan together. */
typedef struct {
    double unit;
    int64_t dearest;
} weight_scale;

static int64_t in_units(double cost, double unit) {
    return (int64_t)floor(cost / unit + 0.5);
}

static weight_scale choose_scale(const sk_placer_problem *problem, const sk_placer_place *places,
                                 uint32_t count) {
    double sum = 0, dear_items = 0;
    for (uint32_t p = 0; p < count;) {
        double most = 0, drop = sk_placer_drop_cost(problem, &places[p]);
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
        double drop = sk_placer_drop_cost(problem, &places[p]), cost = places[p].cost;
        if (isinf(cost) || !(drop >= cost))
            weight[p] = 0;
        else if (isinf(drop))
            weight[p] = scale.dearest - in_units(cost, scale.unit) + 1;
        else
            weight[p] = in_units(drop - cost, scale.unit) + 1;
    }
    return weight;
}

/* Room for as many more edges. */
static void make_room(edge_list *edges, size_t more) {
    if (edges->count + more <= edges->capacity) return;
    edges->capacity += edges->capacity / 2 + more;
    edges->upper = sk_heap_resize(edges->upper, edges->capacity, sizeof *edges->upper);
}

/* Joins p, for which there is room, with the places from `later` on, which are other items', that
 * cover what it covers. */
static void add_overlaps(edge_list *edges, const sk_placer_places *places, const int64_t *weight,
                         const uint32_t *vertex, uint32_t p, uint32_t later, uint32_t *joined) {
    for (uint32_t s = places->first[p]; s < places->first[p + 1]; s++) {
        size_t found;
        const uint32_t *near = sk_placer_index_find_from(
            places->index, places->first[later], sk_placer_shape_bounds(places->shape[s]), &found);
        for (size_t i = 0; i < found; i++) {
            uint32_t q = places->owner[near[i]];
            if (joined[q] == p + 1 || weight[q] == 0) continue;
            if (!sk_placer_shapes_overlap(places->shape[s], places->shape[near[i]])) continue;
            joined[q] = p + 1;
            edges->upper[edges->count++] = vertex[q];
        }
    }
}

/* Finds each edge once, from its lower end, unless there are too many. `vertex` numbers the places
 * that are kept. */
static edge_list find_edges(sk_arena *arena, const sk_placer_places *places, const int64_t *weight,
                            const uint32_t *vertex) {
    edge_list edges = {NULL, 0, 0, SK_NEW_ARRAY(arena, size_t, places->count + 1)};
    uint32_t *joined =
        SK_NEW_ARRAY(arena, uint32_t, places->count); /* the last lower end, plus 1 */
    for (uint32_t p = 0; p < places->count && edges.count <= MOST_EDGES; p++) {
        if (weight[p] == 0) continue;
        uint32_t q = p + 1;
        make_room(&edges, places->count);
        for (; q < places->count && places->items[q].item == places->items[p].item; q++)
            if (weight[q] > 0) edges.upper[edges.count++] = vertex[q];
        add_overlaps(&edges, places, weight, vertex, p, q, joined);
        edges.first[vertex[p] + 1] = edges.count;
    }
    return edges;
}

/* A vertex's neighbours are those before it, as they come, and then those behind it, as they were
 * found. While it is filled, start[v + 1] is where the list of v has got to. */
static void link_edges(sk_arena *arena, sk_placer_graph *graph, const edge_list *edges) {
    graph->start = SK_NEW_ARRAY(arena, uint32_t, graph->count + 2);
    graph->neighbour = SK_NEW_ARRAY(arena, uint32_t, 2 * edges->count);
    for (uint32_t v = 0; v < graph->count; v++)
        graph->start[v + 2] = (uint32_t)(edges->first[v + 1] - edges->first[v]);
    for (size_t e = 0; e < edges->count; e++) graph->start[edges->upper[e] + 2]++;
    for (uint32_t v = 0; v < graph->count; v++) graph->start[v + 2] += graph->start[v + 1];
    for (uint32_t v = 0; v < graph->count; v++) {
        for (size_t e = edges->first[v]; e < edges->first[v + 1]; e++) {
            uint32_t u = edges->upper[e];
            graph->neighbour[graph->start[v + 1]++] = u;
            graph->neighbour[graph->start[u + 1]++] = v;
        }
    }
}

sk_placer_conflicts *sk_placer_conflicts_find(sk_arena *arena, const sk_placer_problem *problem,
                                              const sk_placer_places *places) {
    uint32_t kept = 0;
    int64_t *weight = weigh(arena, problem, places->items, places->count);
    uint32_t *vertex = SK_NEW_ARRAY(arena, uint32_t, places->count);
    for (uint32_t p = 0; p < places->count; p++) vertex[p] = weight[p] > 0 ? kept++ : UINT32_MAX;
    edge_list edges = find_edges(arena, places, weight, vertex);
    sk_placer_conflicts *conflicts = NULL;
    if (edges.count <= MOST_EDGES) {
        conflicts = SK_NEW(arena, sk_placer_conflicts);
        conflicts->place = SK_NEW_ARRAY(arena, uint32_t, kept);
        for (uint32_t p = 0; p < places->count; p++) {
            if (weight[p] == 0) continue;
            conflicts->place[vertex[p]] = p;
            weight[vertex[p]] = weight[p];
        }
        conflicts->graph = (sk_placer_graph){kept, weight, NULL, NULL};
        link_edges(arena, &conflicts->graph, &edges);
    }
    free(edges.upper);
    return conflicts;
}
