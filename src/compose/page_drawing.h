/** What is drawn of a figure that is decided: its map, and the furniture around it. */
#ifndef STREEKKAART_COMPOSE_PAGE_DRAWING_H
#define STREEKKAART_COMPOSE_PAGE_DRAWING_H

#include "compose/names/names.h"
#include "compose/plan/page_layout.h"

/** An empty page as it was planned, in the drawing's arena. */
sk_scene *sk_page_begin(const sk_drawing *d, const sk_page_layout *layout);

/** Draws the map with its names, on the drawing's scene. */
void sk_map_draw(const sk_composition *c, sk_label_set *names);

/** Draws the frame, and all that stands around the map or on it. */
void sk_furniture_draw(const sk_composition *c, const sk_page_layout *layout,
                       const sk_legend *legend);

#endif
