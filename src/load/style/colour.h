/** Colours as styles have them: "#rgb", "#rrggbb", "#rrggbbaa"; and behind it, where a colour names
 * the inks that it is printed with, in percent, " cmyk(0 30 60 5)". */
#ifndef STREEKKAART_LOAD_STYLE_COLOUR_H
#define STREEKKAART_LOAD_STYLE_COLOUR_H

#include <stddef.h>

#include "streekkaart/style_sheet.h"

/** Reads a colour from `length` bytes, which need no NUL. */
SK_CHECKED sk_status sk_colour_parse(const char *text, size_t length, sk_colour *colour);

#endif
