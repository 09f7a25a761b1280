/** From shapes on a page to a graph of what excludes what. */
#ifndef STREEKKAART_PLACER_CONFLICTS_H
#define STREEKKAART_PLACER_CONFLICTS_H

#include "placer/label_placer.h"
#include "placer/solver/graph.h"
#include "streekkaart/memory.h"

/** A candidate that may be chosen. */
typedef struct {
    uint32_t item, candidate;
    double cost; /* its own, and that of the soft obstacles that it covers */
} sk_placer_place;

/** Vertex v of the graph is places[v]; its weight says how much cheaper the plan becomes by it. The
 *  candidates of one item are one another's neighbours. */
typedef struct {
    sk_placer_place *places; /* an item's stand together */
    sk_placer_graph graph;
} sk_placer_conflicts;

/** Leaves out what never helps: candidates that touch a hard obstacle, cost more than leaving the
 *  item out, or have a shape or a cost that is no number. Everything lives in `arena`. */
sk_placer_conflicts *sk_placer_conflicts_find(sk_arena *arena, const sk_placer_problem *problem);

#endif
