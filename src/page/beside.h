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

#endif
