/** Pixels as a PNG's one stream of data, each with its own colour. */
#ifndef STREEKKAART_RENDER_CAIRO_PNG_PIXELS_H
#define STREEKKAART_RENDER_CAIRO_PNG_PIXELS_H

#include <stddef.h>
#include <stdint.h>

/** Rows of Cairo's pixels: 0x..RRGGBB, `stride` from one row to the next. */
typedef struct {
    const uint32_t *pixels;
    size_t width, height, stride;
} sk_png_pixels;

/** The rows as the format has them (PNG, 9.2), deflated: the caller's, for free(). The same bytes
 * on any machine. *length says how many. */
unsigned char *sk_png_pixels_deflate(const sk_png_pixels *image, size_t *length);

#endif
