#include "placer/label_placer.h"

#include "placer/conflicts.h"
#include "placer/solver/kernel.h"
#include "placer/solver/search.h"

static double list_choice(const sk_placer_problem *problem, const sk_placer_conflicts *conflicts,
                          const bool *chosen, ptrdiff_t *choice) {
    double cost = 0;
    for (size_t i = 0; i < problem->item_count; i++) choice[i] = SK_PLACER_DROPPED;
    for (uint32_t v = 0; v < conflicts->graph.count; v++) {
        if (!chosen[v]) continue;
        choice[conflicts->places[v].item] = (ptrdiff_t)conflicts->places[v].candidate;
        cost += conflicts->places[v].cost;
    }
    for (size_t i = 0; i < problem->item_count; i++)
        if (choice[i] == SK_PLACER_DROPPED) cost += problem->items[i].drop_cost;
    return cost;
}

/* What the kernel's search could not prove to be best may leave room that only shows in the whole
 * graph: takes each vertex that weighs more than what it pushes out, until there is none. */
static void take_what_gains(sk_placer_plan *plan) {
    for (bool again = true; again;) {
        again = false;
        for (uint32_t v = 0; v < plan->graph->count; v++) {
            if (plan->chosen[v] || sk_placer_plan_gain(plan, v) <= 0) continue;
            sk_placer_plan_insert(plan, v);
            again = true;
        }
    }
}

double sk_placer_run(const sk_placer_problem *problem, ptrdiff_t *choice) {
    sk_arena *arena = sk_arena_create();
    sk_placer_conflicts *conflicts = sk_placer_conflicts_find(arena, problem);
    sk_placer_kernel *kernel = sk_placer_kernel_find(arena, &conflicts->graph);

    sk_placer_plan *rest = sk_placer_plan_create(arena, &kernel->graph);
    sk_placer_search(rest, kernel->component, kernel->component_count, problem->effort);

    bool *chosen = SK_NEW_ARRAY(arena, bool, conflicts->graph.count);
    sk_placer_kernel_expand(kernel, rest->chosen, chosen);
    sk_placer_plan *plan = sk_placer_plan_create(arena, &conflicts->graph);
    for (uint32_t v = 0; v < conflicts->graph.count; v++)
        if (chosen[v]) sk_placer_plan_insert(plan, v);
    take_what_gains(plan);
    double cost = list_choice(problem, conflicts, plan->chosen, choice);
    sk_arena_free(arena);
    return cost;
}
