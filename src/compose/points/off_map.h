/** Points that lie off the map: their discs stand at its edge, with a pointer in the true direction
 *  and how far it is from the home region. */
#ifndef STREEKKAART_COMPOSE_POINTS_OFF_MAP_H
#define STREEKKAART_COMPOSE_POINTS_OFF_MAP_H

#include "compose/drawing/composition.h"

typedef struct {
    bool is_off;          /* else only `place` is set */
    sk_page_point place;  /* of the disc: where the point is, or at the edge */
    sk_page_point tip;    /* of the pointer */
    double direction_rad; /* as of a polyline */
    double distance_km;   /* from the nearest border of the map's homes to the point */
} sk_point_bearing;

/** Where a point is on the page, or in which direction, from the middle of the map. */
sk_point_bearing sk_point_bearing_of(const sk_composition *c, const sk_map_point *point);

/** How far a place on the page is from the map's homes on the ground, in kilometres. */
double sk_distance_from_home_km(const sk_composition *c, sk_page_point place);

/** The pointer's triangle, from its tip. */
sk_path sk_point_pointer(const sk_drawing *d, const sk_point_bearing *bearing);

#endif
