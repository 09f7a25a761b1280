/** A bitmap in memory as the bytes of a PNG. */
#ifndef STREEKKAART_RENDER_CAIRO_PNG_ENCODE_H
#define STREEKKAART_RENDER_CAIRO_PNG_ENCODE_H

#include <cairo.h>

#include "render/cairo/png.h"

/** `image` has the format CAIRO_FORMAT_RGB24; `scene` says what it shows. The image is used up: it
 * is finished when this returns. Takes as much room again for the bytes. Otherwise than SK_OK
 * `diag` says why. */
SK_CHECKED sk_status sk_png_encode(cairo_surface_t *image, const sk_scene *scene,
                                   const sk_png_options *options, sk_stream *stream, sk_diag *diag);

#endif
