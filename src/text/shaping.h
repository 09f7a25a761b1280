/** Shaped text for those who paint it: the very lines that sk_typesetter_measure() measures. */
#ifndef STREEKKAART_TEXT_SHAPING_H
#define STREEKKAART_TEXT_SHAPING_H

#include <hb.h>
#include <pango/pango.h>
#include <stdbool.h>

#include "streekkaart/typesetter.h"

/* Pango counts in whole 1024ths. A unit of 1/16 mm makes its rounding invisible at any resolution
 * and leaves room for a line of a hundred metres. */
enum { SK_TEXT_UNITS_PER_MM = 16 };

static inline double sk_mm_from_pango(int length) {
    return (double)length / ((double)PANGO_SCALE * SK_TEXT_UNITS_PER_MM);
}

/** `utf8` in the style's font, as one line in units of 1/16 mm, tracking included. Lent, until the
 *  next call to the typesetter. */
PangoLayoutLine *sk_typesetter_shape(sk_typesetter *typesetter, const char *utf8,
                                     const sk_text_style *style);

/** The same without tracking, for who places letters one by one. The line's indexes are those of
 *  *shaped_text, `utf8` made clean. */
PangoLayoutLine *sk_typesetter_shape_untracked(sk_typesetter *typesetter, const char *utf8,
                                               const sk_text_style *style,
                                               const char **shaped_text);

/** The font file's face that the style's letters are from; lent, as long as the typesetter. NULL
 *  where it is none that HarfBuzz can read. */
hb_face_t *sk_typesetter_face(sk_typesetter *typesetter, const sk_text_style *style);

#endif
