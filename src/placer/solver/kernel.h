/** Shrinks a graph to the part that is hard: everything else is decided here, and exactly. */
#ifndef STREEKKAART_PLACER_SOLVER_KERNEL_H
#define STREEKKAART_PLACER_SOLVER_KERNEL_H

#include "placer/solver/reduce.h"

/** What is left, cut into connected components: component c is the vertices component[c] up to
 *  component[c + 1]. Neighbours have near numbers. */
typedef struct {
    sk_placer_graph graph;
    uint32_t *component;
    uint32_t component_count;
    uint32_t *origin; /* a vertex's number in the graph that was shrunk */
    sk_placer_reduction *reduction;
} sk_placer_kernel;

/** Everything lives in `arena`. The neighbours in `graph` come into another order. */
sk_placer_kernel *sk_placer_kernel_find(sk_arena *arena, const sk_placer_graph *graph);

/** Turns a choice in the kernel into the choice in the whole graph that goes with it: a heaviest
 * one when the choice in the kernel is a heaviest one. */
void sk_placer_kernel_expand(const sk_placer_kernel *kernel, const bool *in_kernel, bool *chosen);

#endif
