/** A plan for what is too crowded for a search: item after item takes the cheapest place left. */
#ifndef STREEKKAART_PLACER_GREEDY_H
#define STREEKKAART_PLACER_GREEDY_H

#include "placer/places.h"

/** Fills choice[i] as sk_placer_run() does: items that are dear to leave out choose first, among
 *  them those with the fewest places, then the first ones. Scratch memory comes from `arena`. */
void sk_placer_greedy(sk_arena *arena, const sk_placer_problem *problem,
                      const sk_placer_places *places, ptrdiff_t *choice);

#endif
