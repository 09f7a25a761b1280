#include "placer/greedy.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/* The places of an item. */
typedef struct {
    uint32_t item, from, to;
    double drop_cost;
} turn;

static int compare_turns(const void *left, const void *right) {
    const turn *a = left, *b = right;
    if (a->drop_cost != b->drop_cost) return a->drop_cost > b->drop_cost ? -1 : 1;
    uint32_t fewer = a->to - a->from, others = b->to - b->from;
    if (fewer != others) return fewer < others ? -1 : 1;
    return a->item < b->item ? -1 : a->item > b->item;
}

static turn *list_turns(sk_arena *arena, const sk_placer_problem *problem,
                        const sk_placer_places *places, size_t *count) {
    turn *turns = SK_NEW_ARRAY(arena, turn, problem->item_count);
    for (uint32_t p = 0; p < places->count;) {
        turn t = {places->items[p].item, p, p, sk_placer_drop_cost(problem, &places->items[p])};
        while (t.to < places->count && places->items[t.to].item == t.item) t.to++;
        p = t.to;
        turns[(*count)++] = t;
    }
    qsort(turns, *count, sizeof *turns, compare_turns);
    return turns;
}

/* The cheapest place that is free and no worse than none at all; `to` when there is none. */
static uint32_t cheapest(const sk_placer_places *places, const turn *t, const bool *blocked) {
    uint32_t best = t->to;
    for (uint32_t p = t->from; p < t->to; p++) {
        double cost = places->items[p].cost;
        if (blocked[p] || isinf(cost) || cost > t->drop_cost) continue;
        if (best == t->to || cost < places->items[best].cost) best = p;
    }
    return best;
}

static void block_around(const sk_placer_places *places, uint32_t p, bool *blocked) {
    for (uint32_t s = places->first[p]; s < places->first[p + 1]; s++) {
        size_t found;
        const uint32_t *near =
            sk_placer_index_find(places->index, sk_placer_shape_bounds(places->shape[s]), &found);
        for (size_t i = 0; i < found; i++)
            if (!blocked[places->owner[near[i]]] &&
                sk_placer_shapes_overlap(places->shape[s], places->shape[near[i]]))
                blocked[places->owner[near[i]]] = true;
    }
}

void sk_placer_greedy(sk_arena *arena, const sk_placer_problem *problem,
                      const sk_placer_places *places, ptrdiff_t *choice) {
    size_t count = 0;
    const turn *turns = list_turns(arena, problem, places, &count);
    bool *blocked = SK_NEW_ARRAY(arena, bool, places->count);
    for (size_t i = 0; i < problem->item_count; i++) choice[i] = SK_PLACER_DROPPED;
    for (size_t i = 0; i < count; i++) {
        uint32_t p = cheapest(places, &turns[i], blocked);
        if (p == turns[i].to) continue;
        choice[turns[i].item] = (ptrdiff_t)places->items[p].candidate;
        block_around(places, p, blocked);
    }
}
