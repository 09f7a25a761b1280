/** Places in a region that a reader tells apart: what a new project shows stands there. */
#ifndef STREEKKAART_STARTER_SPOTS_H
#define STREEKKAART_STARTER_SPOTS_H

#include "resolve/shape_ops.h"

enum { SK_SPOT_COUNT = 6 };

/** The middle of the region, then places that are far from those before and from its border. */
typedef struct {
    sk_ground_point at[SK_SPOT_COUNT];
    double room_m; /* so far around each there is nothing but the region */
} sk_spots;

/** For polygons. */
sk_spots sk_spots_in(sk_shape_ops *ops, const sk_shape *region);

#endif
