/** The room that a page leaves for the map, and views of the map in it. */
#ifndef STREEKKAART_COMPOSE_PLAN_PAGE_ROOM_H
#define STREEKKAART_COMPOSE_PLAN_PAGE_ROOM_H

#include "compose/drawing/composition.h"
#include "streekkaart/page_request.h"

typedef struct {
    sk_page_box frame; /* as high as it may become; without height where there is no room */
    bool fixed_height; /* the frame has that height, whatever the map needs */
    double below_mm;   /* from the frame to the page's lower edge */
} sk_page_room;

/** What of the frame is left to the furniture, on each side of the map. */
typedef struct {
    double above_mm, below_mm, left_mm, right_mm;
} sk_page_reserve;

/** `page` completed by what the style says; its height stays 0 where the map decides. */
sk_page_size sk_page_size_complete(const sk_composition *c, sk_page_size page);

/** The room on a page with a width. */
sk_page_room sk_page_room_on(const sk_composition *c, sk_page_size page);

/** What the map has to show: the home or all of them, with all zones and points near it. With
 *  `all` also points further away, and what leaves that a little way along a link and comes back;
 *  else that ends at the map's edge, so that all maps of a home region are at one scale. */
sk_ground_box sk_ground_of_interest(const sk_figure_map *map, bool all);

/** The view that shows `ground` as large as it can be, in the middle of what the reserve leaves.
 *  False when that is nothing. */
bool sk_page_room_view(const sk_drawing *d, const sk_page_room *room, sk_ground_box ground,
                       sk_page_reserve reserve, sk_map_view *out);

#endif
