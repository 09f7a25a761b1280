/** What it costs a name to stand where something stands already, or beside it. */
#ifndef STREEKKAART_COMPOSE_NAMES_LABEL_CHARGES_H
#define STREEKKAART_COMPOSE_NAMES_LABEL_CHARGES_H

#include "compose/names/label_obstacles.h"
#include "compose/names/label_set.h"

/** Adds to each option's cost that of the obstacles that it covers, each once. */
void sk_label_options_charge(sk_label_option *options, size_t count,
                             const sk_obstacle_list *obstacles);

/** What it costs a name of a link to stand in the box, where a reader could take it for another's:
 * for each line of another link that is about as near as its own. */
double sk_link_name_doubt(const sk_composition *c, const sk_drawn_link *drawn, sk_page_box box);

#endif
