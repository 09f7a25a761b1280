/** What the label placer asks of a shape, beside whether it overlaps another. */
#ifndef STREEKKAART_PLACER_SHAPES_H
#define STREEKKAART_PLACER_SHAPES_H

#include "placer/label_placer.h"

typedef struct {
    double left, top, right, bottom;
} sk_placer_bounds;

/** The upright box that just holds the shape. */
sk_placer_bounds sk_placer_shape_bounds(const sk_placer_shape *shape);

/** The distance between the two; 0 where they touch or overlap. */
double sk_placer_shapes_distance(const sk_placer_shape *a, const sk_placer_shape *b);

/** False when a number of the shape is infinite or none at all. */
bool sk_placer_shape_is_sound(const sk_placer_shape *shape);

#endif
