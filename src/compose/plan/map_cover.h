/** What of a map furniture had better not hide. */
#ifndef STREEKKAART_COMPOSE_PLAN_MAP_COVER_H
#define STREEKKAART_COMPOSE_PLAN_MAP_COVER_H

#include "compose/drawing/composition.h"
#include "page/cover_grid.h"

/** How much it matters what of a view is hidden; in c->arena. */
sk_cover_grid *sk_map_cover(const sk_composition *c, const sk_map_view *view);

#endif
