/** Gathers the names of one kind, each with the places it could take. */
#ifndef STREEKKAART_COMPOSE_NAMES_H
#define STREEKKAART_COMPOSE_NAMES_H

#include "compose/label_set.h"

enum { SK_POINT_NAME_ROOMS = 2 };
/** The room that the feature's name needs to the right and to the left of a disc at 0, 0. */
void sk_point_name_rooms(const sk_composition *c, const sk_feature *feature,
                         sk_page_box rooms[SK_POINT_NAME_ROOMS]);
/** Points without a number: beside their disc. */
void sk_point_names_gather(sk_composition *c, sk_label_set *set);
/** Zones: inside where the name fits, else outside with a leader. */
void sk_zone_names_gather(sk_composition *c, sk_label_set *set);
/** Links: along the line, or beside it; beside the arrow where the line leaves the map. */
void sk_link_names_gather(sk_composition *c, sk_label_set *set);
/** RESOCs that chose the sector, where no zone already bears their name. */
void sk_region_names_gather(sk_composition *c, sk_label_set *set);
/** The lowest rank of the towns that this map shows. */
int sk_town_max_rank(const sk_composition *c);
/** True, with its place on the page, for a town whose dot is drawn if its name finds a place. */
bool sk_town_has_dot(const sk_composition *c, const sk_context_item *item, sk_page_point *at);
/** Towns, which give way to everything else and thin out by rank. */
void sk_town_names_gather(sk_composition *c, sk_label_set *set);
/** The dots of the towns whose name was placed. */
void sk_town_dots_compose(sk_composition *c, sk_label_set *set, sk_layer *layer);

#endif
