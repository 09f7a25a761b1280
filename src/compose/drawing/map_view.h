/** Which part of the ground the map shows, and where on the page. */
#ifndef STREEKKAART_COMPOSE_DRAWING_MAP_VIEW_H
#define STREEKKAART_COMPOSE_DRAWING_MAP_VIEW_H

#include "page/page_box.h"
#include "page/polyline.h"
#include "resolve/shape_ops.h"
#include "streekkaart/geometry.h"
#include "streekkaart/scene.h"

typedef struct {
    sk_ground_box ground; /* what the frame shows */
    sk_page_box frame;
    double metres_per_mm;
} sk_map_view;

sk_page_point sk_map_view_page(const sk_map_view *view, sk_ground_point point);
sk_page_box sk_map_view_box(const sk_map_view *view, sk_ground_box box);
sk_ground_point sk_map_view_ground(const sk_map_view *view, sk_page_point point);
sk_ground_box sk_map_view_ground_box(const sk_map_view *view, sk_page_box box);

/** All of a line or a ring, in `arena`. */
sk_polyline sk_map_view_line(const sk_map_view *view, const sk_shape_part *part, sk_arena *arena);

/** The part of `shape` inside the frame. It reaches a few millimetres beyond it, so that a stroked
 *  outline leaves no line along the frame; layers clip to the frame. */
sk_shape sk_map_view_visible(const sk_map_view *view, sk_shape_ops *ops, const sk_shape *shape);

/** That part as a path on the page, in `arena`. Vertices too close together to be told apart in
 * print are left out. */
sk_path sk_map_view_trace(const sk_map_view *view, sk_shape_ops *ops, const sk_shape *shape,
                          sk_arena *arena);

#endif
