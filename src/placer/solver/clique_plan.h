/** A plan of one component that is quick to change, for who changes it a million times.
 *
 *  The component is cut into cliques, of each of which one vertex at most is chosen, so that it
 *  need not be told to all the others of the clique: on a map, to the other places of a name. */
#ifndef STREEKKAART_PLACER_SOLVER_CLIQUE_PLAN_H
#define STREEKKAART_PLACER_SOLVER_CLIQUE_PLAN_H

#include "placer/solver/order.h"

/** Vertices are numbered from the component's first. */
typedef struct {
    uint32_t count;
    const int64_t *weight;
    bool *chosen;
    uint32_t *clique;         /* of each vertex */
    uint32_t *occupant;       /* of each clique: its chosen vertex, or none: UINT32_MAX */
    int64_t *occupant_weight; /* 0: none */
    int64_t
        *excess; /* of a vertex: its weight less that of its chosen neighbours in other cliques */
    uint32_t *start, *neighbour; /* in other cliques, as in sk_placer_graph */
} sk_placer_clique_plan;

/** The component as it stands in `plan`; it lives in `arena`, and keeps a reference to the weights
 *  of the plan's graph. */
sk_placer_clique_plan *sk_placer_clique_plan_create(sk_arena *arena, const sk_placer_plan *plan,
                                                    sk_placer_component component);

/** What the plan gains when v is inserted. */
static inline int64_t sk_placer_clique_plan_gain(const sk_placer_clique_plan *plan, uint32_t v) {
    return plan->excess[v] - plan->occupant_weight[plan->clique[v]];
}

/** Chooses v, which is not chosen yet, and pushes out its neighbours that are. */
void sk_placer_clique_plan_insert(sk_placer_clique_plan *plan, uint32_t v);

#endif
