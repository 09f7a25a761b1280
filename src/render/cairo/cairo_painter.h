/** Paints a scene with Cairo, for every format that Cairo makes. */
#ifndef STREEKKAART_RENDER_CAIRO_CAIRO_PAINTER_H
#define STREEKKAART_RENDER_CAIRO_CAIRO_PAINTER_H

#include <cairo.h>

#include "streekkaart/diag.h"
#include "streekkaart/scene.h"
#include "streekkaart/status.h"

typedef enum {
    SK_PAINT_TEXT_AS_TEXT,   /* fonts and characters, to be searched and copied */
    SK_PAINT_TEXT_AS_SHAPES, /* filled outlines: Cairo 1.16 puts a bitmap's glyphs on whole pixels
                              */
} sk_paint_text;

/** Paints all of `scene` on `surface`, whose unit is 1/`units_per_mm` mm. `file` is only for
 *  diagnostics. */
SK_CHECKED sk_status sk_cairo_paint(const sk_scene *scene, cairo_surface_t *surface,
                                    double units_per_mm, sk_paint_text text_as, const char *file,
                                    sk_diag *diag);

/** The attribute of a Cairo tag that names an anchor: KEY='ANCHOR'. */
const char *sk_cairo_anchor(sk_arena *arena, const char *key, const char *anchor);

#endif
