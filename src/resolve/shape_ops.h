/** Operations on shapes, done by GEOS.
 *
 *  One handle for one thread. Results are the arena's; inputs stay as they are. An operation that
 *  GEOS cannot carry out (it never should on valid input) gives an empty shape. */
#ifndef STREEKKAART_RESOLVE_SHAPE_OPS_H
#define STREEKKAART_RESOLVE_SHAPE_OPS_H

#include "resolve/shape_index.h"
#include "resolve/shape_store.h"

typedef struct sk_shape_ops sk_shape_ops;

/** The caller's, until sk_shape_ops_free(); before the arena's end. */
sk_shape_ops *sk_shape_ops_create(sk_arena *arena);
void sk_shape_ops_free(sk_shape_ops *ops);
/** What has been worked out already, by these or by others that share the store, is taken from
 * there; `store` is lent until then. NULL: from nowhere. */
void sk_shape_ops_share(sk_shape_ops *ops, sk_shape_store *store);
/** The arena that results are in. */
sk_arena *sk_shape_ops_arena(const sk_shape_ops *ops);

/** All of `shapes` (polygons) as one, without the borders between them. */
sk_shape sk_shape_union(sk_shape_ops *ops, const sk_shape *shapes, size_t count);
/** `a` without `b`. */
sk_shape sk_shape_difference(sk_shape_ops *ops, const sk_shape *a, const sk_shape *b);
/** The part inside `box`; lines stay lines and get no piece of the box's edge. */
sk_shape sk_shape_clip(sk_shape_ops *ops, const sk_shape *shape, sk_ground_box box);
/** Polygons grown by `distance_m`, or shrunk when it is negative. */
sk_shape sk_shape_buffer(sk_shape_ops *ops, const sk_shape *shape, double distance_m);
/** Fewer vertices, none further than `tolerance_m` from where the outline was; stays valid. */
sk_shape sk_shape_simplify(sk_shape_ops *ops, const sk_shape *shape, double tolerance_m);

/** The polygon of `shape` that begins with ring `*index`, with its holes: lent. `*index` moves on
 * to the next one. */
sk_shape sk_shape_next_polygon(const sk_shape *shape, size_t *index);

/** The area within a ring, in square metres, whichever way it turns. */
double sk_ring_area(const sk_shape_part *ring);
/** How wide what lies within a ring is, in metres: four times its area by its length, which is the
 *  side of a square, the diameter of a disc, and less the more ragged it is. */
double sk_ring_width(const sk_shape_part *ring);
/** Its area in square metres; 0 for what is no polygon. */
double sk_shape_area(const sk_shape *shape);

/** The point inside the polygons that is furthest from their outline (the pole of inaccessibility,
 *  by GEOS's MaximumInscribedCircle, after Garcia-Castellanos and Lombardo 2007), to `tolerance_m`.
 *  `*radius_m`, when not NULL, gets its distance from the outline. */
sk_ground_point sk_shape_pole(sk_shape_ops *ops, const sk_shape *shape, double tolerance_m,
                              double *radius_m);

#endif
