/** Room between the ends of links. */
#ifndef STREEKKAART_COMPOSE_LINKS_LINK_GAPS_H
#define STREEKKAART_COMPOSE_LINKS_LINK_GAPS_H

#include "compose/drawing/composition.h"

/** Ends lines a little earlier whose heads would stand nearer to one another, or to where another
 *  begins, than an atlas lets them. */
void sk_link_heads_part(const sk_composition *c, sk_drawn_links *links);

/** Begins lines from zones a little later whose dots would seem to be one, of two places. */
void sk_link_starts_part(const sk_composition *c, sk_drawn_links *links);

#endif
