/** How well links tell where they lead, and whether that is well enough: the rules by which a
 *  reader can tell which line ends where (docs/cartography.md). */
#ifndef STREEKKAART_COMPOSE_LINKS_LINK_RULES_H
#define STREEKKAART_COMPOSE_LINKS_LINK_RULES_H

#include "compose/drawing/composition.h"

/** Measures each of c->links; in the drawing's arena. */
sk_layout_link *sk_links_measure(const sk_composition *c);

#endif
