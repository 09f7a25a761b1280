/** Links that have a course on the ground: what of it the map shows. */
#ifndef STREEKKAART_COMPOSE_LINKS_LINK_COURSES_H
#define STREEKKAART_COMPOSE_LINKS_LINK_COURSES_H

#include "compose/drawing/composition.h"

/** Appends the stretches of the link's course that are on the map to c->links. */
void sk_link_course_route(sk_composition *c, const sk_map_link *link);

/** How many stretches that can be at most. */
size_t sk_link_course_most(const sk_map_link *link);

#endif
