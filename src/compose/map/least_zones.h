/** Zones that would be too small to be seen, drawn larger. */
#ifndef STREEKKAART_COMPOSE_MAP_LEAST_ZONES_H
#define STREEKKAART_COMPOSE_MAP_LEAST_ZONES_H

#include "compose/drawing/composition.h"

/** c->map, where each zone of ground of its own is at least zone.least_mm of the style across, by a
 *  rim all around it that follows its outline (exaggeration, as generalisation calls it: Robinson
 *  et al., Elements of Cartography, 6th ed., chapter 24). In the arena; c->map itself where no zone
 *  is that small, and on an overview, where zones lie so close together that larger ones would push
 *  names and links away. Needs the view. */
const sk_figure_map *sk_map_with_least_zones(const sk_composition *c);

#endif
