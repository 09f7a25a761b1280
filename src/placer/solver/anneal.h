/** Simulated annealing of a plan (Kirkpatrick, Gelatt, Vecchi 1983), which Christensen, Marks and
 *  Shieber (1995) found the best of the general methods for labels. Theirs moves a label at random
 *  and lets overlaps cost; here a plan never has any: a step inserts a vertex and pushes out what
 *  excludes it, and the vertices take turns. */
#ifndef STREEKKAART_PLACER_SOLVER_ANNEAL_H
#define STREEKKAART_PLACER_SOLVER_ANNEAL_H

#include "placer/solver/order.h"

/** Anneals the plan in one component: vertex after vertex, sweep after sweep, inserts what gains,
 *  and with a chance that falls while it cools also what loses. Leaves the best plan seen. */
void sk_placer_anneal(sk_arena *arena, sk_placer_plan *plan, sk_placer_component component,
                      uint64_t sweeps);

#endif
