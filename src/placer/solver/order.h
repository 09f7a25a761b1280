/** An order in which the vertices of a component can be decided one after the other, each in view
 *  of a few neighbours (its bag) only: an elimination order, found by the greedy rule of the least
 *  degree (Bodlaender and Koster 2010 compare it with others). What a bag costs is the number of
 *  choices in it, not of its members, as in a cover by cliques; where that is too many, vertices
 *  are held as they are: what a cutset is in Dechter's (1999) terms, but with one value each, that
 *  of the plan, in place of all. docs/placer.md lists the literature. */
#ifndef STREEKKAART_PLACER_SOLVER_ORDER_H
#define STREEKKAART_PLACER_SOLVER_ORDER_H

#include "placer/solver/plan.h"

/** A connected component: the vertices `from` up to `to` of a graph. */
typedef struct {
    uint32_t from, to;
} sk_placer_component;

enum { SK_PLACER_BAG_MAX = 64 };

/** Vertex `vertex` is decided for each choice that can be made in its bag. The bag is listed clique
 *  by clique; of each clique one vertex at most is chosen, so that the sum of the chosen vertices'
 *  offsets numbers the choices from 0 up to `choices`. */
typedef struct {
    uint32_t vertex;
    uint32_t bag_count, clique_count;
    uint32_t *bag;
    uint32_t *offset;
    uint32_t *clique_end; /* index into the bag, for each clique */
    uint32_t choices;
} sk_placer_step;

/** The members of a bag are decided in later steps. Vertices without a step are held as they are in
 *  the plan. */
typedef struct {
    sk_placer_step *steps;
    uint32_t count;
    uint32_t held_count;
} sk_placer_order;

typedef struct {
    uint32_t choices; /* in a bag, at most */
    uint32_t held;    /* so many vertices at most; an order that holds more is not finished */
} sk_placer_order_limits;

/** Orders the vertices of a component so that no bag has more choices than `limits` says, and holds
 * those that stand in the way: rather vertices that are not chosen, rather with many neighbours,
 * and rather such as were seldom held before: times_held counts that, for each vertex of the
 * graph. Everything lives in `arena`. */
sk_placer_order *sk_placer_order_find(sk_arena *arena, const sk_placer_plan *plan,
                                      sk_placer_component component, sk_placer_order_limits limits,
                                      uint32_t *times_held);

#endif
