/** From shapes on a page to a graph of what excludes what. */
#ifndef STREEKKAART_PLACER_CONFLICTS_H
#define STREEKKAART_PLACER_CONFLICTS_H

#include "placer/places.h"
#include "placer/solver/graph.h"

/** A vertex of the graph is a place that may help; its weight says how much cheaper the plan
 * becomes by it. The candidates of one item are one another's neighbours. */
typedef struct {
    uint32_t *place; /* of each vertex, in `places` */
    sk_placer_graph graph;
} sk_placer_conflicts;

/** Leaves out what never helps: places with an infinite cost, or that cost more than leaving the
 *  item out. NULL when there are more edges than can be searched in reasonable time and memory.
 *  Everything lives in `arena`. */
sk_placer_conflicts *sk_placer_conflicts_find(sk_arena *arena, const sk_placer_problem *problem,
                                              const sk_placer_places *places);

#endif
