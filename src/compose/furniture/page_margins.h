/** What stands around the map: the neat line, the title above it, the source line below it. */
#ifndef STREEKKAART_COMPOSE_FURNITURE_PAGE_MARGINS_H
#define STREEKKAART_COMPOSE_FURNITURE_PAGE_MARGINS_H

#include "compose/drawing/composition.h"

/** What title and source line take from a page on which the map is so wide, with their distance to
 *  the map; 0 where the style shows none. Infinite when a word of theirs is wider than the map. */
double sk_title_height(const sk_composition *c, double map_width_mm);
double sk_source_height(const sk_drawing *d, double map_width_mm);

void sk_neat_line_compose(const sk_composition *c);
void sk_title_compose(const sk_composition *c);
/** The source line, with its gap, below `top_mm`. */
void sk_source_compose(const sk_composition *c, double top_mm);

/** Title, author and so on of the file, for c->map->figure. */
void sk_scene_metadata_set(const sk_composition *c);

#endif
