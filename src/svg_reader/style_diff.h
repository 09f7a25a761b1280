/** What differs between two lists of CSS declarations. */
#ifndef STREEKKAART_SVG_READER_STYLE_DIFF_H
#define STREEKKAART_SVG_READER_STYLE_DIFF_H

#include "streekkaart/memory.h"

/** `fill is #ff0000 instead of #1f9a8c, stroke is gone`; NULL when both say the same, in whatever
 *  order, numbers but for rounding. The arena's. */
const char *sk_style_diff(const char *old, const char *now, sk_arena *arena);

#endif
