#include "render/cairo/png_encode.h"

#include <libdeflate.h>
#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "render/cairo/png_palette.h"
#include "render/cairo/png_pixels.h"
#include "render/cairo/png_texts.h"
#include "render/cairo/units.h"
#include "streekkaart/memory.h"

/* libdeflate's, from 1 to 12: a high one pays off where there are a third of the bytes, and small
 * ones are asked for. */
enum { LEVEL_OF_PALETTE = 7 };

/* libpng leaves a function that failed by a jump, which asks for a frame of its own. */
typedef struct {
    sk_stream *stream;
    sk_diag *diag;
    const sk_scene *scene;
    const sk_png_options *options;
} target;

/* What is encoded: the pixels as the format's one stream of data. */
typedef struct {
    size_t width, height;
    const sk_png_palette *palette; /* NULL: each pixel has its colour */
    unsigned char *deflated;
    size_t length;
} bitmap;

static void write_bytes(png_structp png, png_bytep bytes, size_t length) {
    const target *to = png_get_io_ptr(png);
    sk_stream_write(to->stream, bytes, length);
}

static void flush_nothing(png_structp png) {
    (void)png; /* the stream's target flushes when it is closed */
}

static void report_and_leave(png_structp png, png_const_charp message) {
    const target *to = png_get_error_ptr(png);
    sk_diag_error(to->diag, (sk_place){.file = to->stream->name},
                  "draw fewer figures at once (--jobs 1)", "cannot make the PNG: %s", message);
    png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static void write_palette(png_structp png, png_infop info, const sk_png_palette *palette) {
    png_color colours[SK_PALETTE_MAX];
    size_t count = sk_png_palette_count(palette);
    for (size_t i = 0; i < count; i++) {
        uint32_t rgb = sk_png_palette_colour(palette, i);
        colours[i] = (png_color){(png_byte)(rgb >> 16), (png_byte)(rgb >> 8), (png_byte)rgb};
    }
    png_set_PLTE(png, info, colours, (int)count);
}

static void write_header(png_structp png, png_infop info, const bitmap *b, const target *to) {
    png_uint_32 per_metre = (png_uint_32)lround(to->options->dpi / (SK_MM_PER_INCH / 1000));
    png_set_IHDR(png, info, (png_uint_32)b->width, (png_uint_32)b->height, 8,
                 b->palette != NULL ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB_gAMA_and_cHRM(png, info, PNG_sRGB_INTENT_RELATIVE);
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    if (b->palette != NULL) write_palette(png, info, b->palette);
    sk_png_texts_set(png, info, to->scene);
    png_write_info(png, info);
}

/* libpng's own rows go through zlib; what is deflated already is handed to it as chunks. */
static void write_data(png_structp png, const bitmap *b) {
    const size_t most = PNG_UINT_31_MAX; /* of one chunk */
    static const png_byte idat[] = "IDAT", iend[] = "IEND";
    for (size_t at = 0; at < b->length;) {
        size_t length = b->length - at < most ? b->length - at : most;
        png_write_chunk(png, idat, b->deflated + at, length);
        at += length;
    }
    png_write_chunk(png, iend, NULL, 0);
}

static sk_status write_bitmap(const bitmap *b, target *to) {
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, to, report_and_leave, ignore_warning);
    png_infop info = png == NULL ? NULL : png_create_info_struct(png);
    sk_status status = SK_ERR_ENVIRONMENT;
    if (info != NULL && setjmp(png_jmpbuf(png)) == 0) {
        png_set_write_fn(png, to, write_bytes, flush_nothing);
        write_header(png, info, b, to);
        write_data(png, b);
        status = SK_OK;
    }
    png_destroy_write_struct(&png, &info);
    return status;
}

static void put_indices(const sk_png_palette *palette, const uint32_t *from, size_t width,
                        unsigned char *to) {
    for (size_t x = 0; x < width; x++)
        to[x] =
            x > 0 && from[x] == from[x - 1] ? to[x - 1] : sk_png_palette_index(palette, from[x]);
}

/* Rows of indices differ from the ones above by no sums: only one that is as the row above has
 * something to gain by a filter, nothing but zeros by "Up". */
static void put_palette_row(const sk_png_palette *palette, const uint32_t *row,
                            const uint32_t *above, size_t width, unsigned char *to) {
    bool as_above = above != NULL && memcmp(above, row, width * sizeof *row) == 0;
    to[0] = as_above ? PNG_FILTER_VALUE_UP : PNG_FILTER_VALUE_NONE;
    if (as_above)
        memset(to + 1, 0, width);
    else
        put_indices(palette, row, width, to + 1);
}

static void deflate_indices(const sk_png_pixels *image, bitmap *b) {
    size_t in_row = image->width + 1, length = image->height * in_row;
    unsigned char *rows = sk_heap_array(length, 1);
    for (size_t y = 0; y < image->height; y++) {
        const uint32_t *row = image->pixels + y * image->stride;
        put_palette_row(b->palette, row, y > 0 ? row - image->stride : NULL, image->width,
                        rows + y * in_row);
    }
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL_OF_PALETTE);
    if (compressor == NULL) sk_memory_exhaust();
    size_t room = libdeflate_zlib_compress_bound(compressor, length);
    b->deflated = sk_heap_resize(NULL, room, 1); /* not zeroed: most of it is never used */
    b->length = libdeflate_zlib_compress(compressor, rows, length, b->deflated, room);
    libdeflate_free_compressor(compressor);
    free(rows);
}

static sk_png_pixels pixels_of(cairo_surface_t *image) {
    return (sk_png_pixels){
        .pixels = (const void *)cairo_image_surface_get_data(image),
        .width = (size_t)cairo_image_surface_get_width(image),
        .height = (size_t)cairo_image_surface_get_height(image),
        .stride = (size_t)cairo_image_surface_get_stride(image) / sizeof(uint32_t),
    };
}

sk_status sk_png_encode(cairo_surface_t *image, const sk_scene *scene,
                        const sk_png_options *options, sk_stream *stream, sk_diag *diag) {
    const sk_png_pixels pixels = pixels_of(image);
    bitmap b = {.width = pixels.width, .height = pixels.height};
    sk_png_palette *palette = NULL;
    if (options->palette) {
        size_t most = options->colours > 0 ? options->colours : SK_PALETTE_MAX;
        palette =
            sk_png_palette_make(pixels.pixels, pixels.width, pixels.height, pixels.stride, most);
        b.palette = palette;
        deflate_indices(&pixels, &b);
    } else {
        b.deflated = sk_png_pixels_deflate(&pixels, &b.length);
    }
    sk_status status = write_bitmap(&b, &(target){stream, diag, scene, options});
    sk_png_palette_free(palette);
    free(b.deflated);
    return status;
}
