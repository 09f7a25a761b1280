/** A page as a PNG: opaque, 8 bits for each of red, green and blue. */
#ifndef STREEKKAART_RENDER_CAIRO_PNG_H
#define STREEKKAART_RENDER_CAIRO_PNG_H

#include "streekkaart/diag.h"
#include "streekkaart/scene.h"
#include "streekkaart/status.h"
#include "streekkaart/stream.h"

/** Otherwise than SK_OK `diag` says why; see render.h for what each means. */
SK_CHECKED sk_status sk_png_write(const sk_scene *scene, double dpi, sk_stream *stream,
                                  sk_diag *diag);

#endif
