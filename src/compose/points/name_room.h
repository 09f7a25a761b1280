/** The name beside the disc of a point without a number. */
#ifndef STREEKKAART_COMPOSE_POINTS_NAME_ROOM_H
#define STREEKKAART_COMPOSE_POINTS_NAME_ROOM_H

#include "compose/drawing/composition.h"
#include "page/beside.h"

/** A disc's radius with its edge, and a hair more. */
double sk_marker_radius(const sk_drawing *d);

/** The top left corner of the name on that side of the disc at `at`. */
sk_page_point sk_point_name_corner(const sk_drawing *d, const sk_text_block *block,
                                   sk_page_point at, sk_beside side);

enum { SK_POINT_NAME_ROOMS = 2 };

/** The room that the feature's name needs to the right and to the left of a disc at 0, 0. */
void sk_point_name_rooms(const sk_drawing *d, const sk_feature *feature,
                         sk_page_box rooms[SK_POINT_NAME_ROOMS]);

#endif
