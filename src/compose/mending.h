/** Mends a map whose discs and links stand in each other's way: those that break a rule move, and
 *  all else stays where it is. */
#ifndef STREEKKAART_COMPOSE_MENDING_H
#define STREEKKAART_COMPOSE_MENDING_H

#include "compose/drawing/composition.h"

/** How often a disc or its leader breaks a rule beside a link on a map whose discs and links have
 *  their places. */
size_t sk_mending_wanted(const sk_composition *c);

/** Looks, in a few tries, for the arrangement of discs and links in which the fewest rules are
 *  broken. Returns the earlier try from which a further one comes to it, in the drawing's arena;
 *  NULL where none is better than what the map has, or nothing is wanted. */
const sk_earlier_try *sk_mending_find(const sk_composition *c);

/** True where discs stand, and lines run, as on the other map of the same figure. */
bool sk_arrangements_equal(const sk_composition *a, const sk_composition *b);

#endif
