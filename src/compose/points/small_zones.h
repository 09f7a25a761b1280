/** Zones so small that a disc, or the dot at the end of its leader, would hide them. */
#ifndef STREEKKAART_COMPOSE_POINTS_SMALL_ZONES_H
#define STREEKKAART_COMPOSE_POINTS_SMALL_ZONES_H

#include "compose/drawing/composition.h"

/** True for a zone that a disc could hide. */
bool sk_zone_is_hidden_by_disc(const sk_composition *c, const sk_map_zone *zone);

/** Points all over such zones, in the composition's arena. */
typedef struct {
    sk_page_point *points;
    size_t count;
} sk_small_zones;
sk_small_zones sk_small_zones_near(const sk_composition *c, sk_page_point at, double within_mm);

/** How much of them, from 0 to 1, a disc there hides. */
double sk_small_zones_hidden(const sk_small_zones *zones, sk_page_point centre, double radius_mm);

/** The diameter of the dot of a leader that ends there: in such a zone, a smaller one. */
double sk_small_zone_dot(const sk_composition *c, sk_page_point place);

#endif
