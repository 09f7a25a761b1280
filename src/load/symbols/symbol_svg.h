/** The SVG of a symbol: filled shapes of one colour, and nothing that acts or leads elsewhere. */
#ifndef STREEKKAART_LOAD_SYMBOLS_SYMBOL_SVG_H
#define STREEKKAART_LOAD_SYMBOLS_SYMBOL_SVG_H

#include <stdbool.h>

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/point_symbol.h"

enum { SK_SYMBOL_BYTES_MAX = 1 << 18, SK_SYMBOL_POINTS_MAX = 1000 };

/** Reads a symbol from `length` bytes, which need no NUL; `file` is for diagnostics. The shapes
 *  fill the circle in which they are drawn, whatever their place and size in the file. False,
 *  reported with what to do: no SVG, a script, a reference to something outside, no shape, more
 *  than SK_SYMBOL_POINTS_MAX points, several colours, or what has no outline. The arena's. */
bool sk_symbol_svg_parse(const char *bytes, size_t length, const char *file, sk_arena *arena,
                         sk_diag *diag, sk_point_symbol *out);

#endif
