/** The borders between regions, each drawn once.
 *
 *  Drawn as outlines of polygons a border would be painted twice, and a dashed one not at all. Here
 *  each stretch of border is one line that knows what lies on both sides. It relies on neighbours
 *  sharing their vertices exactly, which the boundary set promises. */
#ifndef STREEKKAART_RESOLVE_BORDER_LINES_H
#define STREEKKAART_RESOLVE_BORDER_LINES_H

#include "streekkaart/memory.h"
#include "streekkaart/project.h"

typedef struct {
    const sk_region *left, *right; /* right is NULL where the set ends; order has no meaning */
    double splinter_width_m;       /* the least sk_ring_width() of the rings that it is part of and
                                      that are not the main one of their region; or infinite */
    double parcel_width_m;         /* likewise, of those that have a single other region around
                                      them; infinite where none has */
    sk_shape_part line;
} sk_border_line;

typedef struct {
    sk_border_line *items;
    size_t count;
} sk_border_line_list;

/** All borders of `regions`, in `arena`; lent geometry is not changed. */
sk_border_line_list sk_border_lines(const sk_region *const *regions, size_t count, sk_arena *arena);

#endif
