/** A page as a PNG: opaque, 8 bits for each of red, green and blue, or 256 colours. */
#ifndef STREEKKAART_RENDER_CAIRO_PNG_H
#define STREEKKAART_RENDER_CAIRO_PNG_H

#include <stdbool.h>

#include "streekkaart/diag.h"
#include "streekkaart/scene.h"
#include "streekkaart/status.h"
#include "streekkaart/stream.h"

typedef struct {
    double dpi;
    bool palette;   /* few colours: */
    size_t colours; /* as many at most, from 8; 0: 256 */
} sk_png_options;

/** Otherwise than SK_OK `diag` says why; see render.h for what each means. */
SK_CHECKED sk_status sk_png_write(const sk_scene *scene, const sk_png_options *options,
                                  sk_stream *stream, sk_diag *diag);

#endif
