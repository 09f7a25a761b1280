/** Decides, exactly, all of a graph that can be decided by looking at a few vertices at a time.
 *
 *  The rules are reductions for the maximum weight independent set; each says in reduce.c whose it
 *  is. docs/placer.md lists the literature. */
#ifndef STREEKKAART_PLACER_SOLVER_REDUCE_H
#define STREEKKAART_PLACER_SOLVER_REDUCE_H

#include "placer/solver/shrinking.h"

/** What the rules left of a graph: the vertices that are open, with what is left of their weights,
 *  and their neighbours, all of them open too. */
typedef struct sk_placer_reduction sk_placer_reduction;

/** What sk_placer_reduction_undo() needs lives in `arena`, and the rest, much more, in `scratch`.
 *  The neighbours in `graph` come into another order. */
sk_placer_reduction *sk_placer_reduce(sk_arena *arena, sk_arena *scratch,
                                      const sk_placer_graph *graph);

bool sk_placer_reduction_is_open(const sk_placer_reduction *reduction, uint32_t v);
int64_t sk_placer_reduction_weight(const sk_placer_reduction *reduction, uint32_t v);
sk_placer_vertices sk_placer_reduction_neighbours(const sk_placer_reduction *reduction, uint32_t v);

/** Completes a choice among the open vertices to one in the whole graph, a heaviest one when the
 *  choice among the open vertices is a heaviest one. */
void sk_placer_reduction_undo(const sk_placer_reduction *reduction, bool *chosen);

#endif
