/** Which words are dashes between others, and so belong at the end of a line, not at its start. */
#ifndef STREEKKAART_TEXT_DASH_H
#define STREEKKAART_TEXT_DASH_H

#include <stdbool.h>
#include <stddef.h>

/** True for a hyphen, a dash or a slash that stands by itself, in UTF-8. */
bool sk_text_is_dash(const char *word, size_t length);

#endif
