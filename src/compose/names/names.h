/** Gathers the names of one kind, each with the places it could take. */
#ifndef STREEKKAART_COMPOSE_NAMES_NAMES_H
#define STREEKKAART_COMPOSE_NAMES_NAMES_H

#include "compose/names/label_set.h"

/** Points without a number: beside their disc. And how far it is to those off the map. */
void sk_point_names_gather(const sk_composition *c, sk_label_set *set);
/** Zones: inside where the name fits, else outside with a leader. */
void sk_zone_names_gather(const sk_composition *c, sk_label_set *set);
/** Zones by their letters, on each of the pieces of zone_pieces.h; zones of the same regions share
 * a sign. */
void sk_zone_keys_gather(const sk_composition *c, sk_label_set *set);
/** Links: along the line, or beside it; beside the arrow where the line leaves the map. */
void sk_link_names_gather(const sk_composition *c, sk_label_set *set);
/** Where links lead that leave the map, and how far that is from the home region: beside their
 * arrows, on a map where letters stand for their names. */
void sk_link_exits_gather(const sk_composition *c, sk_label_set *set);
/** True for a place whose name stands beside an arrow, and so nowhere else on the map. */
bool sk_link_exits_name(const sk_composition *c, const char *place);
/** Links by their letters, on each of their lines. */
void sk_link_keys_gather(const sk_composition *c, sk_label_set *set);
/** Parts of the home that chose the sector, where no zone already bears their name in full. */
void sk_region_names_gather(const sk_composition *c, sk_label_set *set);
/** Towns, which give way to everything else and thin out by rank. */
void sk_town_names_gather(const sk_composition *c, sk_label_set *set);
/** From the tip of a line to the middle of the nearest town's dot on the map that it does not lead
 *  to, in millimetres; infinite where there is none. */
double sk_town_gap_of(const sk_composition *c, const sk_label_set *set, const sk_drawn_link *drawn);
/** Countries, regions that the map is not about, and the sea, which give way to all else. */
void sk_surrounding_names_gather(const sk_composition *c, sk_label_set *set);
/** The same, and motorways and waters. */
void sk_context_names_gather(const sk_composition *c, sk_label_set *set);
/** The dots of the towns whose name was placed. */
void sk_town_dots_compose(const sk_composition *c, sk_label_set *set, sk_layer *layer);

#endif
