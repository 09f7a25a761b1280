/** How wide bands are where there is little room for them. */
#ifndef STREEKKAART_COMPOSE_REPORT_BAND_WIDTH_H
#define STREEKKAART_COMPOSE_REPORT_BAND_WIDTH_H

#include "streekkaart/scene.h"

/** The widest that a band inside the outline of a home region is, as a part of the neck of it that
 * it lies in: where its other side runs within 15 degrees of the way of this one for 3 mm. 0 where
 * no band, of `band_mm` where there is room, lies in a neck in `frame`. Works in `arena`. */
double sk_band_width_most(const sk_scene *scene, sk_page_box frame, double band_mm,
                          sk_arena *arena);

#endif
