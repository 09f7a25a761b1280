/** A choice of vertices without an edge between them, and what each vertex would push out of it. */
#ifndef STREEKKAART_PLACER_SOLVER_PLAN_H
#define STREEKKAART_PLACER_SOLVER_PLAN_H

#include <stdbool.h>

#include "placer/solver/graph.h"
#include "streekkaart/memory.h"

typedef struct {
    const sk_placer_graph *graph;
    bool *chosen;
    int64_t *rivals; /* the weight of the chosen among a vertex's neighbours */
} sk_placer_plan;

/** A plan in which nothing is chosen; it lives in `arena`. */
sk_placer_plan *sk_placer_plan_create(sk_arena *arena, const sk_placer_graph *graph);

/** Chooses v, which is not chosen yet, and pushes out its neighbours that are. */
void sk_placer_plan_insert(sk_placer_plan *plan, uint32_t v);

/** Drops v, which is chosen. */
void sk_placer_plan_remove(sk_placer_plan *plan, uint32_t v);

/** What the plan gains when v is inserted. */
static inline int64_t sk_placer_plan_gain(const sk_placer_plan *plan, uint32_t v) {
    return plan->graph->weight[v] - plan->rivals[v];
}

#endif
