/** Points and upright boxes on the page. */
#ifndef STREEKKAART_PAGE_PAGE_BOX_H
#define STREEKKAART_PAGE_PAGE_BOX_H

#include "streekkaart/geometry.h"

typedef struct {
    const sk_page_box *items;
    size_t count;
} sk_page_box_list;

double sk_page_distance(sk_page_point a, sk_page_point b);
sk_page_point sk_page_point_moved(sk_page_point point, double dx_mm, double dy_mm);

sk_page_point sk_page_box_corner(sk_page_box box); /* the top left one */
sk_page_point sk_page_box_centre(sk_page_box box);
/** The point of the box that is nearest to `point`. */
sk_page_point sk_page_box_nearest(sk_page_box box, sk_page_point point);
/** `box` made larger by `by_mm` on each side, or smaller when it is negative. */
sk_page_box sk_page_box_grown(sk_page_box box, double by_mm);

/** True for a point in the box or on its edge. */
bool sk_page_box_contains(sk_page_box box, sk_page_point point);
/** True when no part of `inner` lies outside `outer`. */
bool sk_page_box_holds(sk_page_box outer, sk_page_box inner);
/** True when the insides of the two have a point in common. */
bool sk_page_boxes_meet(sk_page_box a, sk_page_box b);
/** The area that two boxes share, in square millimetres. */
double sk_page_boxes_overlap(sk_page_box a, sk_page_box b);

#endif
