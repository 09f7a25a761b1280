/** Points that stand in one spot, more than can each look for a place: they stand in rings around
 *  it, or share one disc on which their numbers are listed. */
#ifndef STREEKKAART_COMPOSE_POINTS_CROWDS_H
#define STREEKKAART_COMPOSE_POINTS_CROWDS_H

#include "compose/points/marker_options.h"

/** A way to show a crowd. */
typedef struct {
    const sk_page_point *centres; /* of the discs, one for each member; NULL: they share one */
    sk_page_point shared;         /* its centre */
} sk_crowd_option;

typedef struct {
    const size_t *members; /* indices into map->points, in their order; the first stands for all */
    size_t count;
    const char *list;     /* what stands on a disc that they share, such as "1–30" */
    double half_width_mm; /* of its straight part */
    sk_crowd_option *options;
} sk_crowd;

/** The crowd that point `first` is in, of those points that `is_free` says: all that are no further
 *  than `near_mm` from it. */
sk_crowd *sk_crowd_around(const sk_composition *c, size_t first, const sk_page_point *places,
                          const bool *is_free, double near_mm);

/** Lists the ways to show the crowd; the item's candidates are those of crowd->options. */
sk_placer_item sk_crowd_options_list(const sk_composition *c, sk_crowd *crowd,
                                     const sk_page_point *places);

#endif
