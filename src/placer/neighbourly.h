/** An order of the items in which near ones have near numbers: that of the cells of a grid along
 * the Z-shaped curve of Morton (1966). What comes after then finds in the processor's cache what it
 * looks at, however many items there are. */
#ifndef STREEKKAART_PLACER_NEIGHBOURLY_H
#define STREEKKAART_PLACER_NEIGHBOURLY_H

#include "placer/label_placer.h"
#include "streekkaart/memory.h"

/** The numbers of all items, in that order; it lives in `arena`. */
uint32_t *sk_placer_neighbourly_order(sk_arena *arena, const sk_placer_problem *problem);

#endif
