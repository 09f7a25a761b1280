/** Where links begin that have no disc there: the dots, each of which may be that of several. */
#ifndef STREEKKAART_COMPOSE_LINKS_LINK_STARTS_H
#define STREEKKAART_COMPOSE_LINKS_LINK_STARTS_H

#include "compose/drawing/composition.h"

/** The one of `taken` at which a link from `at`, in the middle of an area, may begin as well: so
 *  near that two dots would be a blot, and in the area too; else `at`. */
sk_page_point sk_link_start_shared(const sk_composition *c, const sk_link_end *from,
                                   sk_page_point at, const sk_page_point *taken, size_t count);

/** Sets how large the dots are: larger, and a ring, where several begin, since a line that seems
 *  to go on through a dot does not go on through a ring. */
void sk_link_starts_mark(const sk_composition *c, sk_drawn_links *links);

/** Draws the dot of one, if it has one. */
void sk_link_start_compose(const sk_composition *c, sk_group *group, const sk_drawn_link *drawn);

#endif
