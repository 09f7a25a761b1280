/** Trunks: lines of one kind that come to one place from about the same side flow together, as
 *  rivers do, and share a head. After D. Phan et al., "Flow map layout" (2005), whose trees are
 *  smooth where they branch; here only the last stretch is shared, so that each link is seen. */
#ifndef STREEKKAART_COMPOSE_LINKS_TRUNKS_H
#define STREEKKAART_COMPOSE_LINKS_TRUNKS_H

#include "compose/drawing/composition.h"

/** Leads lines whose heads would stand nearer than an atlas lets them into the trunk of the one in
 *  their middle; the line of each then ends there, without a head. */
void sk_link_trunks_join(const sk_composition *c, sk_drawn_links *links);

#endif
