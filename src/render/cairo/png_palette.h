/** The few colours that a bitmap can do with. */
#ifndef STREEKKAART_RENDER_CAIRO_PNG_PALETTE_H
#define STREEKKAART_RENDER_CAIRO_PNG_PALETTE_H

#include <stddef.h>
#include <stdint.h>

enum { SK_PALETTE_MAX = 256 };

typedef struct sk_png_palette sk_png_palette;

/** At most `most` colours, from 8 to SK_PALETTE_MAX, of `height` rows of `width` pixels (0xRRGGBB,
 * whatever stands above), `stride` pixels apart. Even areas keep their very colour; what edges are
 * smoothed with shares what is left, by median cut (Heckbert 1982). Heap memory, for
 * sk_png_palette_free(). */
sk_png_palette *sk_png_palette_make(const uint32_t *pixels, size_t width, size_t height,
                                    size_t stride, size_t most);
void sk_png_palette_free(sk_png_palette *palette);

/** How many colours it has, and each of them as 0xRRGGBB. */
size_t sk_png_palette_count(const sk_png_palette *palette);
uint32_t sk_png_palette_colour(const sk_png_palette *palette, size_t index);

/** The index of what stands for one of the pixels' colours. */
uint8_t sk_png_palette_index(const sk_png_palette *palette, uint32_t pixel);

#endif
