/** Looks for a heavy choice in a graph that is cut into components: exactly where that can be done,
 *  else by annealing and by solving most of a component exactly while the rest is held, which is
 *  large neighbourhood search (Shaw 1998). */
#ifndef STREEKKAART_PLACER_SOLVER_SEARCH_H
#define STREEKKAART_PLACER_SOLVER_SEARCH_H

#include "placer/solver/order.h"

/** Component c is the vertices component[c] up to component[c + 1]; `effort` as in
 *  sk_placer_problem. */
void sk_placer_search(sk_placer_plan *plan, const uint32_t *component, uint32_t component_count,
                      uint64_t effort);

#endif
