/** The base map: sea, neighbours, home regions and borders; its lines are base_lines.h's. */
#ifndef STREEKKAART_COMPOSE_MAP_BASE_LAYERS_H
#define STREEKKAART_COMPOSE_MAP_BASE_LAYERS_H

#include "compose/drawing/composition.h"

/** What lies around the regions: the sea, the neighbouring countries and regions. */
void sk_base_surroundings_compose(const sk_composition *c);
/** The areas, from the sea to the home region. */
void sk_base_areas_compose(const sk_composition *c);
/** Hairlines between regions of the smallest level, where c->detail goes down to them: under zones.
 */
void sk_smallest_borders_compose(const sk_composition *c);
/** Borders of the levels up to that of homes, down to c->detail, of countries, and the coast: over
 *  zones. */
void sk_region_borders_compose(const sk_composition *c);

#endif
