/** The base map's own lines: rivers and canals, and the motorways over them. */
#ifndef STREEKKAART_COMPOSE_MAP_BASE_LINES_H
#define STREEKKAART_COMPOSE_MAP_BASE_LINES_H

#include "compose/drawing/composition.h"

/** Draws them as smooth curves, within 0.2 mm of their vertices; see compose/drawing/smooth_line.h.
 *  A river or a canal ends where it meets the sea. */
void sk_base_lines_compose(const sk_composition *c);

#endif
