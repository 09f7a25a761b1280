/** The places that a point's disc may take, and the room for its name where it bears one. */
#ifndef STREEKKAART_COMPOSE_POINTS_MARKER_OPTIONS_H
#define STREEKKAART_COMPOSE_POINTS_MARKER_OPTIONS_H

#include "compose/drawing/composition.h"

typedef struct {
    sk_page_point centre;
    sk_page_box name; /* room beside the disc for the name of a point without a number; without size
                         where none is kept free */
} sk_marker_option;

typedef struct {
    sk_marker_option *items; /* items[0] stands at the place itself */
    size_t count;
    bool pinned; /* items[1] is where a hand put it */
} sk_marker_options;

/** A disc's radius, with its edge and half of the gap to the next. */
double sk_marker_reach(const sk_style_sheet *style);
/** From just beside the dot at the place, so that leaders of one place do not meet, to the disc. */
sk_placer_shape sk_marker_leader_shape(const sk_style_sheet *style, sk_page_point place,
                                       sk_page_point centre);

/** The place itself, then rings around it out to the greatest displacement. The item's candidates
 *  are those of options->items. */
sk_placer_item sk_marker_options_list(const sk_composition *c, const sk_map_point *point,
                                      sk_page_point place, sk_marker_options *options);

#endif
