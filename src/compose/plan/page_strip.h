/** The strip beside the map in which the furniture stands that the style puts outside it: below the
 *  map, the legend's columns on the left, the scale bar and the inset on the right; or to the right
 *  of it, all of them one below the other. */
#ifndef STREEKKAART_COMPOSE_PLAN_PAGE_STRIP_H
#define STREEKKAART_COMPOSE_PLAN_PAGE_STRIP_H

#include "compose/plan/page_layout.h"
#include "compose/plan/page_room.h"

typedef enum { SK_STRIP_BELOW, SK_STRIP_RIGHT } sk_strip_side;

/** What stands in the strip, and the room that it takes from the map. */
typedef struct {
    sk_strip_side side;
    sk_page_box legend, inset; /* sizes; none where not there */
    bool has_scale_bar;
    size_t legend_columns;
    double most_map_mm; /* how high the map may be above it, where the page's height is not given */
    double extent_mm; /* how high it is below the map, how wide beside it, with the gap; 0: nothing
                         stands outside the map */
} sk_page_strip;

/** The strip that leaves the map most room on that side of it. False when it has no room itself. */
bool sk_page_strip_measure(const sk_composition *c, const sk_legend *legend,
                           const sk_page_room *room, sk_strip_side side, sk_page_strip *out);

/** The room that it leaves to the map. */
sk_page_room sk_page_strip_leaves(const sk_page_strip *strip, sk_page_room room);

/** Puts its furniture beside the layout's map, whose view is known. */
void sk_page_strip_place(const sk_composition *c, const sk_page_strip *strip,
                         sk_page_layout *layout);

/** Gives up the room of a strip that pins have left empty: the page ends so much higher, and the
 * map stays as it is, with all that a hand has put on it. Returns how wide a strip had to stay
 * empty since the page's height is given, in mm. */
double sk_page_strip_close(sk_page_layout *layout);

#endif
