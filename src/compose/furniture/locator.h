/** The locator inset: all regions with the figure's home marked. */
#ifndef STREEKKAART_COMPOSE_FURNITURE_LOCATOR_H
#define STREEKKAART_COMPOSE_FURNITURE_LOCATOR_H

#include "compose/drawing/composition.h"

/** Its size; the box's corner is (0, 0). Nothing for an overview, which shows them itself. */
sk_page_box sk_locator_size(const sk_composition *c);
void sk_locator_compose(const sk_composition *c, sk_page_point corner);

#endif
