/** Where the glyphs of a text stand on the page: the same shaping that the scene was measured with.
 */
#ifndef STREEKKAART_RENDER_PDF_CONTENT_PDF_SETTINGS_H
#define STREEKKAART_RENDER_PDF_CONTENT_PDF_SETTINGS_H

#include <hb.h>

#include "streekkaart/scene.h"
#include "streekkaart/typesetter.h"

/** One glyph, and the part of the line that it stands for. */
typedef struct {
    hb_font_t *font; /* the typesetter's */
    hb_codepoint_t glyph;
    const char *utf8; /* the line's; `length` is 0 where another glyph stands for the text */
    size_t length;
    double x_mm, rise_mm; /* from the setting's origin, along its baseline and above it */
    double missing_mm;    /* how wide the letter is that the font lacks; 0: it has it */
} sk_pdf_glyph;

/** Glyphs on one straight baseline: a line, or a cluster of a text that runs along a path. */
typedef struct {
    sk_page_point origin;
    double direction; /* clockwise from rightwards, in radians */
    sk_pdf_glyph *glyphs;
    size_t count;
    const char *utf8; /* what it says: the line, or the part of it */
    size_t length;
} sk_pdf_setting;

/** The settings of a text, from its first letter to its last; all in `arena`. */
size_t sk_pdf_settings_create(sk_typesetter *typesetter, const sk_text *text, sk_arena *arena,
                              sk_pdf_setting **out);

#endif
