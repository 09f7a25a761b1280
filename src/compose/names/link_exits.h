/** Destinations: where a link leads that leaves the map, beside its arrow at the frame. */
#ifndef STREEKKAART_COMPOSE_NAMES_LINK_EXITS_H
#define STREEKKAART_COMPOSE_NAMES_LINK_EXITS_H

#include "compose/names/label_set.h"

/** How far a destination stands from the tip of its own arrow, and from the nearest line that
 *  leads elsewhere; infinite where there is none. */
typedef struct {
    double own_mm, other_mm;
} sk_exit_distances;

sk_exit_distances sk_exit_distances_of(const sk_composition *c, const sk_drawn_link *drawn,
                                       const sk_shape_list *text);

/** Where a reader learns to which place the line leads; `set` is placed. */
sk_link_said sk_link_exit_said(const sk_composition *c, const sk_label_set *set,
                               const sk_drawn_link *drawn);

#endif
