/** The colour of the ground that a text lies on, for its halo. */
#ifndef STREEKKAART_COMPOSE_DRAWING_GROUND_COLOUR_H
#define STREEKKAART_COMPOSE_DRAWING_GROUND_COLOUR_H

#include "compose/drawing/composition.h"

/** What is painted at a place of a map: a zone on the tint of a chosen region on its home; of a
 *  neighbour or the sea their colour; where there is nothing, and beside the map, the paper's.
 * Opaque where those are. Lines and hatching don't count, nor the fills of the overviews of all
 * sectors. */
sk_colour sk_ground_colour_at(const sk_composition *c, sk_page_point place);

/** `style` with its halo as it is drawn: where the style wants the ground's, a colour of what the
 *  `count` shapes (1 or more) cover. It is that of most of it; where the text crosses an edge, that
 *  of the side from which the letters stand out better. */
sk_text_style sk_style_on_ground(const sk_composition *c, const sk_text_style *style,
                                 const sk_placer_shape *shapes, size_t count);

#endif
