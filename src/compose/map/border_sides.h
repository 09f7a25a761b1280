/** Which side of the homes' and countries' borders things on the map stand on. */
#ifndef STREEKKAART_COMPOSE_MAP_BORDER_SIDES_H
#define STREEKKAART_COMPOSE_MAP_BORDER_SIDES_H

#include "compose/drawing/composition.h"
#include "page/page_shapes.h"

/** The borders that the map draws of homes, parts and countries; not the coast, nor those
 *  around parcels that are hardly larger than a name. Once the view is known. In the composition's
 *  arena. */
sk_border_sides *sk_border_sides_create(const sk_composition *c);

/** True when one of the shapes lies on such a border. */
bool sk_border_sides_meet(sk_border_sides *sides, const sk_placer_shape *shapes, size_t count);

/** True when the two, or what is between their middles, lie on such a border. */
bool sk_border_sides_part(sk_border_sides *sides, sk_page_point from, const sk_placer_shape *to);

/** The share of the shapes, from 0 to 1, that lies in another home, part or country than most
 *  of them; or than `own`, where that is given. The sea is on all sides. */
double sk_border_sides_across(const sk_composition *c, const sk_shape_list *shapes,
                              const sk_page_point *own);

#endif
