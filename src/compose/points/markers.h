/** Where the points' discs stand: at their place, or near it at the end of a leader. */
#ifndef STREEKKAART_COMPOSE_POINTS_MARKERS_H
#define STREEKKAART_COMPOSE_POINTS_MARKERS_H

#include "base/page_id.h"
#include "compose/drawing/composition.h"

/** Places the disc of each of c->map->points. A point with room does not move; those that fall
 * together are spread, within the style's greatest displacement. After an earlier try only those
 * move that broke a rule beside links, off the lines that links took then. A disc that finds no
 * free place stands where it is and is reported as a warning. */
const sk_placed_marker *sk_markers_place(const sk_composition *c);

/** The id of the marker of c->map->points[index], or of its name: counted, since a feature may have
 *  several places. */
const char *sk_marker_id(const sk_composition *c, size_t index, sk_page_id_ending ending);

/** Draws leaders and discs. */
void sk_markers_compose(const sk_composition *c);

#endif
