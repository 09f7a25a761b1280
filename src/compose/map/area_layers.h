/** Areas that carry meaning: the regions that chose the sector, and the zones. */
#ifndef STREEKKAART_COMPOSE_MAP_AREA_LAYERS_H
#define STREEKKAART_COMPOSE_MAP_AREA_LAYERS_H

#include "compose/drawing/composition.h"

/** Parts of homes that chose the sector are tinted, under all that lies on the ground. */
void sk_chosen_tints_compose(const sk_composition *c);
/** A home region that did is banded along the inside of its outline, over tints and zones, so that
 * both levels can be seen at once. */
void sk_chosen_bands_compose(const sk_composition *c);

/** Zones: those that are whole regions hatched, and in front of them those on ground of their own,
 *  filled, the largest first; where one lies over another the outlines of both are in front. */
void sk_zone_layer_compose(const sk_composition *c);

/** True where `zone` is drawn after `other`: the smaller over the larger. */
bool sk_zone_lies_over(const sk_map_zone *zone, const sk_map_zone *other);

#endif
