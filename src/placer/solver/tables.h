/** Finds the heaviest choice along an order, by tables: exact for all that the order does not hold.
 *
 *  Nonserial dynamic programming (Bertele and Brioschi 1972), or bucket elimination (Dechter 1999).
 */
#ifndef STREEKKAART_PLACER_SOLVER_TABLES_H
#define STREEKKAART_PLACER_SOLVER_TABLES_H

#include "placer/solver/order.h"

/** How many entries the tables have: what solving costs. */
uint64_t sk_placer_tables_work(const sk_placer_order *order);

/** Changes the plan into a heaviest one that agrees with it on the vertices that the order holds.
 *  Of two that weigh the same it takes the one with more vertices early in the order when
 *  `prefer_early`, with fewer otherwise. Scratch memory comes from `arena`. */
void sk_placer_tables_solve(sk_arena *arena, sk_placer_plan *plan, const sk_placer_order *order,
                            sk_placer_component component, bool prefer_early);

#endif
