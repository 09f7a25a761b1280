/** The ways to set a block of text beside a point, or beside a disc around it. */
#ifndef STREEKKAART_PAGE_BESIDE_H
#define STREEKKAART_PAGE_BESIDE_H

#include "page/text_block.h"

/** On which side of the point the block stands. */
typedef enum {
    SK_BESIDE_RIGHT,
    SK_BESIDE_LEFT,
    SK_BESIDE_ABOVE_RIGHT,
    SK_BESIDE_BELOW_RIGHT,
    SK_BESIDE_ABOVE_LEFT,
    SK_BESIDE_BELOW_LEFT,
    SK_BESIDE_ABOVE,
    SK_BESIDE_BELOW,
    SK_BESIDE_COUNT,
} sk_beside;

/** How the lines of a block on that side are aligned. */
sk_text_anchor sk_beside_anchor(sk_beside side);

/** The top left corner of a block on that side of `at`, `clearance_mm` away from it; in a diagonal
 *  place that part of the clearance on each axis. */
sk_page_point sk_beside_corner(const sk_text_block *block, sk_page_point at, sk_beside side,
                               double clearance_mm, double diagonal_part);

/** Steps all around a point, from the right clockwise on the page. */
enum { SK_AROUND_STEPS = 16 };

/** The direction of a step: a vector of length 1. */
sk_page_point sk_around_direction(int step);

/** The top left corner of a block that stands beside `at` in that direction: its middle right of a
 *  point on its left, its lower edge over a point below it, in between in proportion. */
sk_page_point sk_around_corner(const sk_text_block *block, sk_page_point at,
                               sk_page_point direction);

#endif
