/** How well links tell where they lead, and whether that is well enough: the rules by which a
 *  reader can tell which line ends where (docs/cartography.md). */
#ifndef STREEKKAART_COMPOSE_LINKS_LINK_RULES_H
#define STREEKKAART_COMPOSE_LINKS_LINK_RULES_H

#include "compose/drawing/composition.h"

/** Measures each of c->links; in the drawing's arena. */
sk_layout_link *sk_links_measure(const sk_composition *c);

/** False for a link that begins on the line of another, or so near that it could branch off there.
 *  That is no fault that is told: a map with names can't always do better. */
bool sk_link_begins_clear(const sk_layout_link *measures);

#endif
