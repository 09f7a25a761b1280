/** The mark by which an SVG of this program is known to be as it was drawn. */
#ifndef STREEKKAART_RENDER_SVG_SVG_SEAL_H
#define STREEKKAART_RENDER_SVG_SVG_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "streekkaart/memory.h"

/** A hash of bytes that come in pieces: FNV-1a (Fowler, Noll and Vo 1991), 64 bits. It tells edits,
 *  not forgeries. */
#define SK_SVG_SEAL_BEGIN 14695981039346656037u
uint64_t sk_svg_seal_add(uint64_t seal, const void *bytes, size_t length);

/** What ends a file whose bytes before it have that hash: a comment and the root's end tag. */
const char *sk_svg_seal_text(sk_arena *arena, uint64_t seal);

/** False for a regular file, open at its beginning, that was changed after it was sealed, or never
 *  was. */
bool sk_svg_is_as_drawn(int descriptor);

#endif
