/** Where the legend, the inset and the scale bar stand: in the corner that the style names, where
 * they hide least, or where a hand put them. */
#ifndef STREEKKAART_COMPOSE_PLAN_FURNITURE_H
#define STREEKKAART_COMPOSE_PLAN_FURNITURE_H

#include "compose/plan/page_layout.h"
#include "page/cover_grid.h"

/** Places all that stands on the map, for the layout's view and legend columns; returns how much it
 *  hides, weighted. */
double sk_furniture_arrange(const sk_composition *c, const sk_legend *legend,
                            const sk_cover_grid *grid, sk_page_layout *layout);

/** Moves what is pinned to where its pin says, and what is then in its way elsewhere. The page and
 *  the map stay as they are. */
void sk_furniture_pin(const sk_composition *c, const sk_legend *legend, sk_page_layout *layout);

#endif
