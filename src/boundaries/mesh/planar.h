/** Shapes on a grid of whole centimetres.
 *
 *  Two neighbours meet without a gap when they name the same points. On a grid "the same" is exact,
 *  and so is the answer to "do these two lines cross?". */
#ifndef STREEKKAART_BOUNDARIES_MESH_PLANAR_H
#define STREEKKAART_BOUNDARIES_MESH_PLANAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A place on the ground, in centimetres in the project's CRS; at most SK_CM_MAX from the origin,
 * so that products of differences fit in 64 bits. */
typedef struct {
    int32_t x_cm, y_cm;
} sk_cm_point;

enum { SK_CM_MAX = 1000000000 }; /* as far north as UTM counts */

/** A closed ring; the first point is not repeated at the end. What it bounds lies on its left. */
typedef struct {
    sk_cm_point *points;
    size_t count;
} sk_cm_ring;

/** Polygons: outer rings run counterclockwise, holes clockwise, in any order. */
typedef struct {
    sk_cm_ring *rings;
    size_t count;
} sk_cm_shape;

typedef struct {
    sk_cm_point low, high;
} sk_cm_box;

static inline bool sk_cm_same(sk_cm_point a, sk_cm_point b) {
    return a.x_cm == b.x_cm && a.y_cm == b.y_cm;
}

/** Above 0: `c` lies left of the line from `a` to `b`; 0: on it. */
static inline int64_t sk_cm_side(sk_cm_point a, sk_cm_point b, sk_cm_point c) {
    return ((int64_t)b.x_cm - a.x_cm) * ((int64_t)c.y_cm - a.y_cm) -
           ((int64_t)b.y_cm - a.y_cm) * ((int64_t)c.x_cm - a.x_cm);
}

/** Square metres; negative for a ring that runs clockwise. */
double sk_cm_ring_area(const sk_cm_point *points, size_t count);
double sk_cm_shape_area(const sk_cm_shape *shape);

/** Square of the distance from `p` to the segment, in square centimetres. */
double sk_cm_segment_distance2(sk_cm_point p, sk_cm_point a, sk_cm_point b);

/** True when `p` lies inside the ring; a point on the ring may give either. */
bool sk_cm_ring_contains(const sk_cm_point *points, size_t count, sk_cm_point p);

/** True when `inner`, which may touch `outer` but not cross it, lies in what `outer` bounds: its
 *  first point that the other has not decides. */
bool sk_cm_ring_lies_in(const sk_cm_ring *inner, const sk_cm_ring *outer);

/** True when the two segments have any point in common other than an end that both have. */
bool sk_cm_segments_conflict(sk_cm_point a, sk_cm_point b, sk_cm_point c, sk_cm_point d);

sk_cm_box sk_cm_box_of(const sk_cm_point *points, size_t count);
bool sk_cm_box_contains(sk_cm_box box, sk_cm_point p);

#endif
