/** The base map: sea, neighbours, provinces and borders; its lines are base_lines.h's. */
#ifndef STREEKKAART_COMPOSE_MAP_BASE_LAYERS_H
#define STREEKKAART_COMPOSE_MAP_BASE_LAYERS_H

#include "compose/drawing/composition.h"

/** What lies around Flanders: the sea, the neighbouring countries and regions. */
void sk_base_surroundings_compose(const sk_composition *c);
/** The areas, from the sea to the home province. */
void sk_base_areas_compose(const sk_composition *c);
/** Hairlines between municipalities, where c->detail goes down to them: under zones. */
void sk_municipality_borders_compose(const sk_composition *c);
/** Borders of RESOCs, down to c->detail, of provinces and countries, and the coast: over zones. */
void sk_region_borders_compose(const sk_composition *c);

#endif
