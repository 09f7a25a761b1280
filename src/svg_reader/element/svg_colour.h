/** Colours as programs write them. */
#ifndef STREEKKAART_SVG_READER_ELEMENT_SVG_COLOUR_H
#define STREEKKAART_SVG_READER_ELEMENT_SVG_COLOUR_H

#include "streekkaart/memory.h"

/** `#rrggbb` for the colours that programs write otherwise (`#f00`, `RED`, `rgb(255,0,0)`); any
 * other text as it is. The arena's. */
const char *sk_svg_colour(const char *text, sk_arena *arena);

#endif
