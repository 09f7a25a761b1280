/** What the fills of the legend cover of the map. */
#ifndef STREEKKAART_COMPOSE_REPORT_FILLS_H
#define STREEKKAART_COMPOSE_REPORT_FILLS_H

#include "streekkaart/layout.h"
#include "streekkaart/scene.h"

/** Each fill of a region or a zone of the map in `frame` on the first of `pages`, but for the
 * ground; any of the pages may list it. In `arena`. What lies over a fill hides it, lines and
 * letters apart.
 */
sk_layout_fill *sk_fills_measure(const sk_scene *const *pages, size_t page_count, sk_page_box frame,
                                 sk_arena *arena, size_t *count);

#endif
