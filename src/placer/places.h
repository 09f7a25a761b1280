/** The candidates that may be chosen at all, and an index of what they cover. */
#ifndef STREEKKAART_PLACER_PLACES_H
#define STREEKKAART_PLACER_PLACES_H

#include "placer/index.h"
#include "placer/label_placer.h"

/** A candidate that may be chosen. */
typedef struct {
    uint32_t item, candidate;
    double cost; /* its own, and that of the soft obstacles that it covers */
} sk_placer_place;

/** All usable candidates, an item's together, near items near each other; and their shapes in one
 *  array, which is what the index knows. */
typedef struct {
    sk_placer_place *items;
    uint32_t count;
    sk_placer_index *index;
    const sk_placer_shape **shape;
    uint32_t *owner; /* the place that a shape belongs to */
    uint32_t *first; /* of a place's shapes; one more entry than there are places */
} sk_placer_places;

/** Leaves out candidates that have a shape or a cost that is no number. One that touches a hard
 *  obstacle has an infinite cost. Everything lives in `arena`. */
sk_placer_places sk_placer_places_find(sk_arena *arena, const sk_placer_problem *problem);

/** What it costs to leave the place's item out: INFINITY from 1e100 on. */
double sk_placer_drop_cost(const sk_placer_problem *problem, const sk_placer_place *place);

#endif
