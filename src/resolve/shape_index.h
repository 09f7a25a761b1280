/** The edges of a shape by their height, so that a point is held against a few of them and not
 *  against all: maps ask for each place of each name whose ground it is. Of a shape that is asked
 *  often, cells that no edge comes near remember whether they lie inside. */
#ifndef STREEKKAART_RESOLVE_SHAPE_INDEX_H
#define STREEKKAART_RESOLVE_SHAPE_INDEX_H

#include "streekkaart/geometry.h"
#include "streekkaart/memory.h"

/** Gives polygons an index, in `arena`: copies of the shape have it, too. What has one or is no
 *  polygon stays as it is. The parts and points are not to change any more. The index is made when
 *  it is first asked and grows with the questions, all from the thread that has the arena. */
void sk_shape_index_edges(sk_shape *shape, sk_arena *arena);

/** True for a point inside polygons (even-odd), with an index or without. */
bool sk_shape_contains(const sk_shape *shape, sk_ground_point point);

/** True where the index knows at once that no point of the box lies in the shape. */
bool sk_shape_keeps_off(const sk_shape *shape, sk_ground_box box);

/** As sk_shape_contains(); *same_m gets how far from the point, towards `way` (of length 1), it is
 * so at least, but for rounding. It is 0 where the index does not know. */
bool sk_shape_contains_along(const sk_shape *shape, sk_ground_point point, sk_ground_point way,
                             double *same_m);

#endif
