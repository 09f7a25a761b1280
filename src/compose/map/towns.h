/** The towns that orient a reader: which of them a map shows, and their dots. */
#ifndef STREEKKAART_COMPOSE_MAP_TOWNS_H
#define STREEKKAART_COMPOSE_MAP_TOWNS_H

#include "compose/drawing/composition.h"

typedef enum { SK_TOWN_OFF_MAP, SK_TOWN_OF_LOW_RANK, SK_TOWN_COVERED, SK_TOWN_SHOWN } sk_town_state;

/** The lowest rank of the towns that this map shows. */
int sk_town_max_rank(const sk_composition *c);

/** What the map does with something of the context, and where on the page it is. A point without a
 *  number bears its name beside it: a town of that name counts as off the map, as does what is no
 *  town. */
sk_town_state sk_town_state_of(const sk_composition *c, const sk_context_item *item,
                               sk_page_point *at);

/** How many markers have their middle less than `within_mm` from `at`. */
size_t sk_markers_near(const sk_composition *c, sk_page_point at, double within_mm);
/** From the edge of a town's dot at `at` to the nearest marker's; negative where that covers some
 * of it, infinite where there is no marker. */
double sk_town_marker_gap(const sk_composition *c, const sk_context_item *town, sk_page_point at);
/** True where a marker covers the dot at `at`, or some of it. */
bool sk_town_is_under_marker(const sk_composition *c, const sk_context_item *town,
                             sk_page_point at);

/** True, with its place on the page, for a town whose dot is drawn if its name finds a place. */
bool sk_town_has_dot(const sk_composition *c, const sk_context_item *item, sk_page_point *at);

/** True for the capital of a home region or of the area: it is never left out. */
bool sk_town_is_capital(const sk_context_item *town);
/** True for a town of a rank that is drawn larger. */
bool sk_town_is_major(const sk_context_item *town);
/** With its line. */
double sk_town_dot_reach(const sk_drawing *d, const sk_context_item *town);
double sk_town_dot_radius(const sk_drawing *d, const sk_context_item *town);
void sk_town_dot_compose(const sk_drawing *d, sk_layer *layer, const sk_context_item *town,
                         sk_page_point at);

#endif
