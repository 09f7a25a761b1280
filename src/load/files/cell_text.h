/** The text of a cell, as people mean it: what stands around it is not part of it. */
#ifndef STREEKKAART_LOAD_FILES_CELL_TEXT_H
#define STREEKKAART_LOAD_FILES_CELL_TEXT_H

#include <stddef.h>

#include "streekkaart/memory.h"

/** The text without the blanks around it, of whatever kind (hard, narrow, ideographic, without a
 *  width), and with one space for each run of line ends and tabs in it. The arena's; NULL when
 *  nothing is left. Every format's cells go through here, so that all are trimmed alike. */
const char *sk_cell_text(sk_arena *arena, const char *bytes, size_t length);

/** Where in `bytes` text in UTF-8 ends: at the first byte that is none, or at a NUL. `length` when
 *  it is sound throughout. */
size_t sk_utf8_length(const char *bytes, size_t length);

#endif
