/** The label placer's problem without its geometry: vertices with a weight, and edges between those
 *  that may not be chosen together. Wanted is the heaviest choice without an edge in it (the
 *  maximum weight independent set). */
#ifndef STREEKKAART_PLACER_SOLVER_GRAPH_H
#define STREEKKAART_PLACER_SOLVER_GRAPH_H

#include <stddef.h>
#include <stdint.h>

/** Weights are whole numbers, so that sums are exact in any order; none is 0 or less. The
 * neighbours of v are neighbour[start[v]] up to neighbour[start[v + 1]]. */
typedef struct {
    uint32_t count;
    int64_t *weight;
    uint32_t *start;
    uint32_t *neighbour;
} sk_placer_graph;

#endif
