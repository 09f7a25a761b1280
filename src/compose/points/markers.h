/** Where the points' discs stand: at their place, or near it at the end of a leader. */
#ifndef STREEKKAART_COMPOSE_POINTS_MARKERS_H
#define STREEKKAART_COMPOSE_POINTS_MARKERS_H

#include "base/page_id.h"
#include "compose/drawing/composition.h"

/** Places the disc of each of c->map->points. A point with room does not move; those that fall
 * together are spread, within the style's greatest displacement. After an earlier try only those
 * move that a link ran under, off the lines that links took then. A disc that finds no free place
 * stands where it is and is reported as a warning. */
const sk_placed_marker *sk_markers_place(const sk_composition *c);

/** Does the line of a link that does not end there run under the disc of c->map->points[point]? */
bool sk_marker_is_on_link(const sk_composition *c, const sk_drawn_links *links,
                          const sk_placed_marker *markers, size_t point);

/** The id of the marker of c->map->points[index], or of its name: counted, since a feature may have
 *  several places. */
const char *sk_marker_id(const sk_composition *c, size_t index, sk_page_id_ending ending);

/** Draws leaders and discs. */
void sk_markers_compose(const sk_composition *c);

#endif
