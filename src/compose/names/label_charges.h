/** What it costs a name to stand where something stands already. */
#ifndef STREEKKAART_COMPOSE_NAMES_LABEL_CHARGES_H
#define STREEKKAART_COMPOSE_NAMES_LABEL_CHARGES_H

#include "compose/names/label_obstacles.h"
#include "compose/names/label_set.h"

/** Adds to each option's cost that of the obstacles that it covers, each once. Scratch memory comes
 *  from `arena`. */
void sk_label_options_charge(sk_arena *arena, sk_label_option *options, size_t count,
                             const sk_obstacle_list *obstacles);

#endif
