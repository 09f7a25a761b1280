/** Finds the shapes near a place: a grid of cells, each with the list of boxes that reach into it.
 *
 *  The cells are about as large as the boxes are on average, so that building takes time in
 *  proportion to the boxes, and asking in proportion to the answer. That a box which reaches into
 *  several cells is found once is the reference point method of Dittrich and Seeger (2000). */
#ifndef STREEKKAART_PLACER_INDEX_H
#define STREEKKAART_PLACER_INDEX_H

#include "placer/shapes.h"
#include "streekkaart/memory.h"

typedef struct sk_placer_index sk_placer_index;

/** An index of `count` boxes, which it refers to by their numbers; it lives in `arena` and keeps a
 *  reference to `boxes`. */
sk_placer_index *sk_placer_index_create(sk_arena *arena, const sk_placer_bounds *boxes,
                                        size_t count);

/** The numbers of all boxes that overlap or touch `box`, each once, in an order that depends on
 *  nothing but the input. The array is the index's own, until it is asked again. */
const uint32_t *sk_placer_index_find(sk_placer_index *index, sk_placer_bounds box, size_t *count);

/** As sk_placer_index_find(), but only boxes with that number or a higher one. */
const uint32_t *sk_placer_index_find_from(sk_placer_index *index, uint32_t number,
                                          sk_placer_bounds box, size_t *count);

#endif
