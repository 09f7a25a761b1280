/** Areas that carry meaning: the regions that chose the sector, and the zones. */
#ifndef STREEKKAART_COMPOSE_MAP_AREA_LAYERS_H
#define STREEKKAART_COMPOSE_MAP_AREA_LAYERS_H

#include "compose/drawing/composition.h"

/** RESOCs that chose the sector are tinted; a province that did is banded along the inside of its
 *  outline, so that both levels can be seen at once. */
void sk_chosen_layer_compose(const sk_composition *c);

/** Makes the outline of each of c->map->zones, in their order. One that is a whole region is drawn
 * a little inside the region's outline, and further inside for each larger zone it shares a border
 * with, so that each keeps an outline of its own. */
const sk_shape *sk_zone_outlines_make(const sk_composition *c);

/** Zones: translucent, the largest first. Needs c->zone_outlines. */
void sk_zone_layer_compose(const sk_composition *c);

#endif
