/** Text from outside, made fit to be shaped, drawn and written to any format. */
#ifndef STREEKKAART_BASE_CLEAN_TEXT_H
#define STREEKKAART_BASE_CLEAN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "streekkaart/memory.h"

/** True when `text` is valid UTF-8 without characters that XML 1.0 can't hold or that control a
 *  device or a line's layout. */
bool sk_text_is_clean(const char *text);

/** A copy of `text` that is clean: line ends and tabs become spaces, each other character that it
 *  may not hold, and each byte that is no UTF-8, becomes U+FFFD; U+2011 becomes U+2010.
 *  NULL stays NULL. */
char *sk_text_clean(sk_arena *arena, const char *text);

/** Reads the character at `bytes`, which end with a NUL, and gives its length in bytes; 0 where
 * they are no UTF-8. */
size_t sk_text_decode(const unsigned char *bytes, uint32_t *character);

/** True for a character that steers what shows a text instead of being shown: controls, line and
 *  paragraph separators, and what turns the direction of writing. */
bool sk_text_steers(uint32_t character);

/** A copy of `text` for a terminal or a log, on one line: each character that steers, and each byte
 *  that is no UTF-8, as an escape such as \x1b or \u202e. */
char *sk_text_shown(sk_arena *arena, const char *text);

#endif
