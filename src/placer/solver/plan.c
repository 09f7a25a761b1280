#include "placer/solver/plan.h"

sk_placer_plan *sk_placer_plan_create(sk_arena *arena, const sk_placer_graph *graph) {
    sk_placer_plan *plan = SK_NEW(arena, sk_placer_plan);
    plan->graph = graph;
    plan->chosen = SK_NEW_ARRAY(arena, bool, graph->count);
    plan->rivals = SK_NEW_ARRAY(arena, int64_t, graph->count);
    return plan;
}

static void tell_neighbours(sk_placer_plan *plan, uint32_t v, int64_t weight) {
    const sk_placer_graph *g = plan->graph;
    for (uint32_t e = g->start[v]; e < g->start[v + 1]; e++)
        plan->rivals[g->neighbour[e]] += weight;
}

void sk_placer_plan_remove(sk_placer_plan *plan, uint32_t v) {
    plan->chosen[v] = false;
    tell_neighbours(plan, v, -plan->graph->weight[v]);
}

void sk_placer_plan_insert(sk_placer_plan *plan, uint32_t v) {
    const sk_placer_graph *g = plan->graph;
    int64_t left = plan->rivals[v];
    for (uint32_t e = g->start[v]; e < g->start[v + 1] && left > 0; e++) {
        uint32_t u = g->neighbour[e];
        if (!plan->chosen[u]) continue;
        left -= g->weight[u];
        sk_placer_plan_remove(plan, u);
    }
    plan->chosen[v] = true;
    tell_neighbours(plan, v, g->weight[v]);
}
