/** Paints a scene's text with Cairo and Pango. */
#ifndef STREEKKAART_RENDER_CAIRO_CAIRO_TEXT_H
#define STREEKKAART_RENDER_CAIRO_CAIRO_TEXT_H

#include <cairo.h>

#include "render/cairo/cairo_painter.h"
#include "streekkaart/typesetter.h"

typedef struct {
    cairo_t *cr; /* in millimetres */
    sk_typesetter *typesetter;
} sk_cairo_pen;

/** Paints one text: the halo of all its lines, then the letters. What the family has not is an
 * empty box. */
void sk_cairo_paint_text(const sk_cairo_pen *pen, const sk_text *text);

/** The outlines of the text's letters, all its lines in one path of `arena`, to be filled by the
 *  winding rule. */
sk_path sk_cairo_text_outlines(sk_typesetter *typesetter, const sk_text *text, sk_arena *arena);

#endif
