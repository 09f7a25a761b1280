/** Improves a plan by solving one neighbourhood after another exactly, as POPMUSIC does (Taillard
 * and Voss 2002; for labels Alvim and Taillard 2009), where the neighbourhoods are improved by a
 * tabu search instead. */
#ifndef STREEKKAART_PLACER_SOLVER_WINDOWS_H
#define STREEKKAART_PLACER_SOLVER_WINDOWS_H

#include "placer/solver/order.h"

/** Frees the chosen vertices around a place, as long as no more than `most_open` vertices can be
 *  chosen anew because of it, and puts the heaviest choice among these in their stead; and so on,
 * all over the component, until none of the places gives a gain or `effort` is spent. Returns what
 * is left of it: 0 when windows of this size proved too hard to solve, as larger ones would. */
uint64_t sk_placer_windows(sk_placer_plan *plan, sk_placer_component component, uint32_t most_open,
                           uint64_t effort);

#endif
