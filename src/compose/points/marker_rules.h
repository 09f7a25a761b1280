/** How well discs and their leaders tell which place is whose among the links: the rules by which a
 *  reader does not take a disc for the end of a line (docs/cartography.md). */
#ifndef STREEKKAART_COMPOSE_POINTS_MARKER_RULES_H
#define STREEKKAART_COMPOSE_POINTS_MARKER_RULES_H

#include "compose/drawing/composition.h"

/** Measures markers[point] beside the links; one that ends at the point is the disc's own. */
sk_marker_measures sk_marker_measure(const sk_composition *c, const sk_drawn_links *links,
                                     const sk_placed_marker *markers, size_t point);

/** How many rules it breaks, each line that its leader crosses counted. */
size_t sk_marker_faults(const sk_marker_measures *measures);
/** True for a disc over a line. */
bool sk_marker_is_on_line(const sk_marker_measures *measures);

/** True where one of c->markers breaks a rule beside that link. */
bool sk_link_disturbs_markers(const sk_composition *c, sk_drawn_link *drawn);

#endif
