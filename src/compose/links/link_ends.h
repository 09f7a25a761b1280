/** Where the ends of links lie on the page, and how much of a line they hide. */
#ifndef STREEKKAART_COMPOSE_LINKS_LINK_ENDS_H
#define STREEKKAART_COMPOSE_LINKS_LINK_ENDS_H

#include "compose/drawing/composition.h"

/** How far inside the neat line an arrow that leaves the map ends. */
sk_page_box sk_link_exit_box(const sk_composition *c);

/** True for a point that is so far inside the neat line that a link can end there. */
bool sk_link_can_end_at(const sk_composition *c, sk_page_point point);

/** Which end of its link it is, and whether the frame cuts it off. */
typedef enum { SK_LINK_END_STARTS, SK_LINK_END_ARRIVES, SK_LINK_END_OFF_MAP } sk_link_end_role;

enum { SK_LINK_END_PLACES = 4 };

/** Where an end may lie, on the map or off it, the best first; how many. It is the disc's centre,
 *  the place, or the middle of the area; where discs cover that, as near to it as there is room,
 *  in the area or in the place's own home region. All links of a region begin at one. It does not
 *  depend on what the frame shows. */
size_t sk_link_end_places(const sk_composition *c, const sk_link_end *end, sk_link_end_role role,
                          sk_page_point places[SK_LINK_END_PLACES]);

/** A point of the area about as far from `other` as a link must be long to be seen, instead of one
 *  that is too near; `at` when there is none. */
sk_page_point sk_link_end_further(const sk_composition *c, const sk_link_end *end, sk_page_point at,
                                  sk_page_point other);

/** How far it is to the nearest disc's edge; the disc that the end itself is at does not count. */
double sk_link_room_beside_discs(const sk_composition *c, const sk_link_end *end, sk_page_point p);

/** How much to cut off the start of `line`, which begins at the end: what lies on the end's own
 *  disc, deep in its zone, in the region that it leads to, beside a town's dot, or under a disc
 *  that covers its place. */
double sk_link_end_trim(const sk_composition *c, const sk_link_end *end, sk_link_end_role role,
                        const sk_polyline *line);

/** How much more room than it needs an arrowhead has beside the discs that is cut off the start of
 *  `line` by `trim_mm`; negative: too little. */
double sk_link_head_room(const sk_composition *c, const sk_link_end *end, const sk_polyline *line,
                         double trim_mm);

/** True where `ending` leads to the point that `beginning` comes from: the disc between the two
 * says that the one ends and the other begins. */
bool sk_links_meet_at_disc(const sk_map_link *ending, const sk_map_link *beginning);

/** True for a line that ends outside the region or zone that it leads to, since discs crowd its
 * edge.
 */
bool sk_link_ends_astray(const sk_composition *c, const sk_link_end *end, const sk_polyline *line);

#endif
