/** The pins of furniture, which count from the edges of the frame (see sk_pin). */
#ifndef STREEKKAART_COMPOSE_FURNITURE_EDGE_PIN_H
#define STREEKKAART_COMPOSE_FURNITURE_EDGE_PIN_H

#include "compose/drawing/composition.h"

/** Where a pin puts a piece of that size. */
sk_page_box sk_edge_pin_box(const sk_pin *pin, sk_page_box frame, sk_page_box size);

/** Notes in the scene that a piece of furniture may be moved by hand, and the pin that would hold
 *  it in `box`. */
void sk_furniture_movable(const sk_composition *c, sk_group *group, sk_page_box box);

/** Begins a movable piece of furniture that fills `box` with a ground of its own. */
sk_group *sk_furniture_begin(const sk_composition *c, sk_layer *layer, const char *id,
                             sk_page_box box, sk_paint ground);

#endif
