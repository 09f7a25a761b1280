/** The lines of the links: bent, trimmed, led to the frame where their end lies off the map. */
#ifndef STREEKKAART_COMPOSE_LINKS_LINKS_H
#define STREEKKAART_COMPOSE_LINKS_LINKS_H

#include "compose/drawing/composition.h"

/** Finds the lines of all links; needs c->markers and c->furniture. A link without a course is an
 * arc, bent so that it keeps clear of markers, furniture, towns and the other links. An end at a
 * marker or in a zone is trimmed; an end that is off the map is left out at the frame, in its true
 * direction. */
sk_drawn_links sk_links_route(const sk_composition *c, size_t attempt);

/** How many attempts there are: each settles on courses in another order, so that what stands
 *  beside links, and finds no place, has a choice. The first is the best for the links alone. */
enum { SK_LINK_ATTEMPTS = 4 };

/** Appends the stretches of a link's course, its line on the ground, that are on the map to
 *  *out, which has room for them. */
void sk_link_course_route(const sk_composition *c, const sk_map_link *link, sk_drawn_links *out);

/** How many stretches that can be at most. */
size_t sk_link_course_most(const sk_map_link *link);

/** Draws them: one group for each feature. */
void sk_links_compose(const sk_composition *c);

/** Notes that a link is not drawn, since nothing of it is on the map. */
void sk_link_report_off_map(const sk_drawing *d, const sk_map_link *link, const char *what,
                            const char *remedy);

#endif
