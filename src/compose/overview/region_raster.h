/** Which region each spot of the map lies in, to weigh many places on it quickly. */
#ifndef STREEKKAART_COMPOSE_OVERVIEW_REGION_RASTER_H
#define STREEKKAART_COMPOSE_OVERVIEW_REGION_RASTER_H

#include <stdint.h>

#include "compose/drawing/composition.h"

typedef struct sk_region_raster sk_region_raster;

enum { SK_NO_REGION = -1, SK_RASTER_REGIONS_MAX = UINT16_MAX - 1 };

/** Of at most SK_RASTER_REGIONS_MAX regions, over the frame of the view. */
sk_region_raster *sk_region_raster_create(const sk_composition *c, const sk_region *const *regions,
                                          size_t count);

/** The index of the region at that spot, or SK_NO_REGION. */
int sk_region_raster_at(const sk_region_raster *raster, sk_page_point point);

/** How a box is shared out, in square millimetres. */
typedef struct {
    double own, others, none;
} sk_region_shares;

/** What of `box` lies in region `own`, in the others, and in none. */
sk_region_shares sk_region_raster_shares(const sk_region_raster *raster, sk_page_box box, int own);

#endif
