#include "placer/label_placer.h"

#include "placer/conflicts.h"
#include "placer/greedy.h"
#include "placer/solver/kernel.h"
#include "placer/solver/search.h"

static void list_choice(const sk_placer_problem *problem, const sk_placer_places *places,
                        const sk_placer_conflicts *conflicts, const bool *chosen,
                        ptrdiff_t *choice) {
    for (size_t i = 0; i < problem->item_count; i++) choice[i] = SK_PLACER_DROPPED;
    for (uint32_t v = 0; v < conflicts->graph.count; v++) {
        if (!chosen[v]) continue;
        const sk_placer_place *place = &places->items[conflicts->place[v]];
        choice[place->item] = (ptrdiff_t)place->candidate;
    }
}

static double cost_of(const sk_placer_problem *problem, const sk_placer_places *places,
                      const ptrdiff_t *choice) {
    double cost = 0;
    for (uint32_t p = 0; p < places->count; p++)
        if (choice[places->items[p].item] == (ptrdiff_t)places->items[p].candidate)
            cost += places->items[p].cost;
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

static void search(sk_arena *arena, const sk_placer_problem *problem,
                   const sk_placer_places *places, const sk_placer_conflicts *conflicts,
                   ptrdiff_t *choice) {
    sk_placer_kernel *kernel = sk_placer_kernel_find(arena, &conflicts->graph);
    sk_placer_plan *rest = sk_placer_plan_create(arena, &kernel->graph);
    sk_placer_search(rest, kernel->component, kernel->component_count, problem->effort);

    bool *chosen = SK_NEW_ARRAY(arena, bool, conflicts->graph.count);
    sk_placer_kernel_expand(kernel, rest->chosen, chosen);
    sk_placer_plan *plan = sk_placer_plan_create(arena, &conflicts->graph);
    for (uint32_t v = 0; v < conflicts->graph.count; v++)
        if (chosen[v]) sk_placer_plan_insert(plan, v);
    take_what_gains(plan);
    list_choice(problem, places, conflicts, plan->chosen, choice);
}

double sk_placer_run(const sk_placer_problem *problem, ptrdiff_t *choice) {
    sk_arena *arena = sk_arena_create();
    sk_placer_places places = sk_placer_places_find(arena, problem);
    const sk_placer_conflicts *conflicts = sk_placer_conflicts_find(arena, problem, &places);
    if (conflicts != NULL)
        search(arena, problem, &places, conflicts, choice);
    else
        sk_placer_greedy(arena, problem, &places, choice);
    double cost = cost_of(problem, &places, choice);
    sk_arena_free(arena);
    return cost;
}
