/** Text from outside, made fit to be shaped, drawn and written to any format. */
#ifndef STREEKKAART_BASE_CLEAN_TEXT_H
#define STREEKKAART_BASE_CLEAN_TEXT_H

#include <stdbool.h>

#include "streekkaart/memory.h"

/** True when `text` is valid UTF-8 without characters that XML 1.0 can't hold or that control a
 *  device or a line's layout. */
bool sk_text_is_clean(const char *text);

/** A copy of `text` that is clean: line ends and tabs become spaces, each other character that it
 *  may not hold, and each byte that is no UTF-8, becomes U+FFFD. NULL stays NULL. */
char *sk_text_clean(sk_arena *arena, const char *text);

#endif
