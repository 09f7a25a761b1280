/** Where a line of text may end: what the setting of names and of running text have in common. */
#ifndef STREEKKAART_TEXT_LINE_BREAKS_H
#define STREEKKAART_TEXT_LINE_BREAKS_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/typesetter.h"

/** True for a hyphen, a dash or a slash that stands by itself, in UTF-8: it belongs at the end of a
 *  line, not at its start. */
bool sk_line_break_is_dash(const char *word, size_t length);

/** True where `at` lies behind a hyphen or a slash within a word, with `least` letters of it or
 * more on either side, counted from `begin`: "E-19" stays whole. */
bool sk_line_break_in_word(const char *text, size_t begin, size_t at, size_t least);

/** The width of the bytes from `begin` to `end` of `text`. */
double sk_line_part_width(sk_typesetter *typesetter, const sk_text_style *style, const char *text,
                          size_t begin, size_t end, sk_arena *scratch);

#endif
