/** Paints a scene with Cairo. */
#ifndef STREEKKAART_RENDER_CAIRO_CAIRO_PAINTER_H
#define STREEKKAART_RENDER_CAIRO_CAIRO_PAINTER_H

#include <cairo.h>

#include "streekkaart/diag.h"
#include "streekkaart/scene.h"
#include "streekkaart/status.h"

/** Paints all of `scene` on `surface`, whose unit is 1/`units_per_mm` mm. Letters are filled
 *  outlines: Cairo 1.16 puts a bitmap's glyphs on whole pixels. `file` is only for diagnostics. */
SK_CHECKED sk_status sk_cairo_paint(const sk_scene *scene, cairo_surface_t *surface,
                                    double units_per_mm, const char *file, sk_diag *diag);

#endif
