/** What the places of markers cost. The unit is a millimetre that a disc stands from its place. */
#ifndef STREEKKAART_COMPOSE_POINTS_MARKER_COSTS_H
#define STREEKKAART_COMPOSE_POINTS_MARKER_COSTS_H

static const struct {
    double moving, no_name_room, other_side, over_small_zone, over_capital, over_town, on_link,
        turned, shared;
} marker_cost = {
    .moving = 4,           /* at all: a disc at its place needs no leader */
    .no_name_room = 3,     /* beside the disc; the name may find a place elsewhere */
    .other_side = 0.4,     /* that room on the left instead of on the right */
    .over_small_zone = 10, /* on a zone that the disc would hide */
    .over_capital = 200,   /* on its dot: the map always shows it */
    .over_town = 2,        /* on the dot of another large town, which is then left out */
    .on_link = 15,         /* on the line of a link that doesn't end there */
    .turned = 0.5,         /* rings around a spot, that do not begin above it */
    .shared = 1e6,         /* one disc for several points: rather than none, and no rather */
};

#endif
