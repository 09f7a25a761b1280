/** The pieces in which a reader sees a zone: each is to say which zone it is of. */
#ifndef STREEKKAART_COMPOSE_NAMES_ZONE_PIECES_H
#define STREEKKAART_COMPOSE_NAMES_ZONE_PIECES_H

#include "compose/names/label_set.h"

/** The pieces of 3 mm² or more on the page that each part of a zone has for itself, with their
 * holes: in the frame, outside all other zones and their outlines, on one side of the border of the
 * map's home region. Of a part that has none (on an overview: of a zone that has none) those that
 * the zones drawn over it leave of it, or all of it; the largest part where none is so large. In
 * c's arena. Returns how many. */
size_t sk_zone_pieces(const sk_composition *c, const sk_map_zone *zone, sk_shape **pieces);

/** True where an earlier zone of the map is the same ground, which one sign names. */
bool sk_zone_is_signed_before(const sk_composition *c, size_t index);

/** How many pieces of zones there are, of those that letters or names stand on each, and how many
 * of them have a name or letter in them, or at the end of a leader from them. */
typedef struct {
    size_t count, told;
} sk_zone_piece_count;
sk_zone_piece_count sk_zone_pieces_count(const sk_composition *c, const sk_label_set *set);

#endif
