/** Smooth curves through the points of a line: roads, waters and the links that follow them.
 *
 *  A line of the map is a run of vertices that someone set a few millimetres apart; drawn straight
 *  from one to the next it has kinks that the thing itself has not. The curve passes every vertex
 *  in the direction that a centripetal Catmull-Rom spline has there (E. Catmull and R. Rom, "A
 *  class of local interpolating splines", 1974; C. Yuksel, S. Schaefer and J. Keyser, "On the
 *  parameterization of Catmull-Rom curves", 2009): that bisects the two chords. Its pieces are
 *  cubic Beziers with handles of a third of the chord, shortened where a piece would leave its
 *  chord by more than 0.15 mm. So a long straight canal stays straight, nothing overshoots, and
 *  no loop can form. A turn of more than 60 degrees is a corner and stays one, unless one of its
 *  chords is shorter than 0.8 mm: then it is a meander. */
#ifndef STREEKKAART_COMPOSE_DRAWING_SMOOTH_LINE_H
#define STREEKKAART_COMPOSE_DRAWING_SMOOTH_LINE_H

#include "compose/drawing/map_view.h"
#include "page/polyline.h"
#include "resolve/shape_ops.h"

/** Lines on the ground without the vertices that are within 0.05 mm of the line without them: too
 *  little to be meant, and enough to make a curve tremble. To be done before a line is cut. */
sk_shape sk_smooth_line_thin(const sk_map_view *view, sk_shape_ops *ops, const sk_shape *lines);

/** Appends the curve through `line` to `path`. One that ends where it begins has no seam. */
void sk_smooth_line_trace(sk_arena *arena, const sk_polyline *line, sk_path *path);

/** The same curve as a run of points, none of its chords further than 0.01 mm from it. */
sk_polyline sk_smooth_line(sk_arena *arena, const sk_polyline *line);

#endif
