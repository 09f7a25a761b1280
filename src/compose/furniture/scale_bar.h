/** The scale bar: two halves in round kilometres, and their ends' distances. */
#ifndef STREEKKAART_COMPOSE_FURNITURE_SCALE_BAR_H
#define STREEKKAART_COMPOSE_FURNITURE_SCALE_BAR_H

#include "compose/drawing/composition.h"

/** Its size at this scale; the box's corner is (0, 0). */
sk_page_box sk_scale_bar_size(const sk_drawing *d, double metres_per_mm);

/** The widest that it can be at any scale. */
double sk_scale_bar_most_width(const sk_drawing *d);

/** Draws it with its top left corner at `corner`, at the view's scale. */
void sk_scale_bar_compose(const sk_composition *c, sk_page_point corner);

#endif
