/** The placer's plain shapes for things on the page: discs, lines, boxes of text. */
#ifndef STREEKKAART_PAGE_PAGE_SHAPES_H
#define STREEKKAART_PAGE_PAGE_SHAPES_H

#include "page/polyline.h"
#include "placer/label_placer.h"
#include "streekkaart/memory.h"

/** Shapes that grow: in an arena. */
typedef struct {
    sk_placer_shape *items;
    size_t count, capacity;
} sk_shape_list;

void sk_shape_list_add(sk_arena *arena, sk_shape_list *list, sk_placer_shape shape);

sk_placer_shape sk_disc_shape(sk_page_point centre, double radius_mm);
sk_placer_shape sk_segment_shape(sk_page_point a, sk_page_point b, double width_mm);
sk_placer_shape sk_box_shape(sk_page_box box);
/** The upright box that just holds all of them; without size when there are none. */
sk_page_box sk_shapes_box(const sk_placer_shape *shapes, size_t count);
/** The least distance between one of `a` and one of `b`; 0 where they overlap. */
double sk_shapes_gap(const sk_shape_list *a, const sk_shape_list *b);
/** One shape for each segment of the line. */
void sk_polyline_shapes(sk_arena *arena, sk_shape_list *list, const sk_polyline *line,
                        double width_mm);

#endif
