/** Upright boxes around what lies on the ground. */
#ifndef STREEKKAART_LOAD_TABLES_GROUND_BOX_H
#define STREEKKAART_LOAD_TABLES_GROUND_BOX_H

#include "streekkaart/geometry.h"

/** The smallest box around it; for an empty shape, west is greater than east. */
sk_ground_box sk_shape_bounds(const sk_shape *shape);
/** The smallest box around both. */
sk_ground_box sk_ground_box_union(sk_ground_box a, sk_ground_box b);
/** How far `box` reaches beyond `other` on the side where it does so most, in metres; 0 where it
 *  lies within. */
double sk_ground_box_beyond(sk_ground_box box, sk_ground_box other);

#endif
