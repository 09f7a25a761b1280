#include "render/cairo/png.h"

#include <cairo.h>
#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>

#include "render/cairo/cairo_painter.h"
#include "render/cairo/png_palette.h"
#include "render/cairo/png_texts.h"
#include "render/cairo/units.h"
#include "scene/scene_check.h"

enum { PIXELS_MAX = 32767 }; /* a side of Cairo's largest image */

/* In double: a side can be too large for any integer. */
static double pixels(double mm, double dpi) {
    return round(mm / SK_MM_PER_INCH * dpi);
}

static sk_status check_size(const sk_scene *scene, double dpi, const char *name, sk_diag *diag) {
    double width = pixels(scene->width_mm, dpi), height = pixels(scene->height_mm, dpi);
    if (width >= 1 && height >= 1 && width <= PIXELS_MAX && height <= PIXELS_MAX) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = name},
                  "choose a --dpi that makes each side 1 to 32767 pixels",
                  "a bitmap of %.0f x %.0f pixels (%g dpi) cannot be made", width, height, dpi);
    return SK_ERR_USAGE;
}

/* libpng leaves a function that failed by a jump, which asks for a frame of its own. */
typedef struct {
    sk_stream *stream;
    sk_diag *diag;
    const sk_scene *scene;
    const sk_png_options *options;
} target;

/* What is encoded. */
typedef struct {
    cairo_surface_t *image;
    const sk_png_palette *palette; /* NULL: each pixel has its colour */
    unsigned char *row;            /* room for one */
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
    png_uint_32 width = (png_uint_32)cairo_image_surface_get_width(b->image);
    png_uint_32 height = (png_uint_32)cairo_image_surface_get_height(b->image);
    png_uint_32 per_metre = (png_uint_32)lround(to->options->dpi / (SK_MM_PER_INCH / 1000));
    png_set_IHDR(png, info, width, height, 8,
                 b->palette != NULL ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB_gAMA_and_cHRM(png, info, PNG_sRGB_INTENT_RELATIVE);
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    if (b->palette != NULL) write_palette(png, info, b->palette);
    sk_png_texts_set(png, info, to->scene);
    /* Maps are even areas with thin seams: unfiltered rows come out smaller than filtered ones, and
     * a higher level takes twice the time for a seventh of the size: one that pays off where there
     * are a third of the bytes, and small ones are asked for. */
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(png, b->palette != NULL ? 8 : 3);
    png_set_compression_buffer_size(png, 1 << 16);
    png_write_info(png, info);
}

static const uint32_t *row_of(const bitmap *b, int y) {
    ptrdiff_t stride = cairo_image_surface_get_stride(b->image);
    const unsigned char *data = cairo_image_surface_get_data(b->image);
    return (const uint32_t *)(const void *)(data + y * stride);
}

static void write_rows(png_structp png, const bitmap *b) {
    int width = cairo_image_surface_get_width(b->image);
    int height = cairo_image_surface_get_height(b->image);
    for (int y = 0; y < height; y++) {
        const uint32_t *from = row_of(b, y);
        unsigned char *to = b->row;
        for (int x = 0; b->palette == NULL && x < width; x++, to += 3) {
            to[0] = (unsigned char)(from[x] >> 16);
            to[1] = (unsigned char)(from[x] >> 8);
            to[2] = (unsigned char)from[x];
        }
        for (int x = 0; b->palette != NULL && x < width; x++)
            to[x] = x > 0 && from[x] == from[x - 1] ? to[x - 1]
                                                    : sk_png_palette_index(b->palette, from[x]);
        png_write_row(png, b->row);
    }
}

static sk_status write_bitmap(const bitmap *b, target *to) {
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, to, report_and_leave, ignore_warning);
    png_infop info = png == NULL ? NULL : png_create_info_struct(png);
    sk_status status = SK_ERR_ENVIRONMENT;
    if (info != NULL && setjmp(png_jmpbuf(png)) == 0) {
        png_set_write_fn(png, to, write_bytes, flush_nothing);
        write_header(png, info, b, to);
        write_rows(png, b);
        png_write_end(png, NULL);
        status = SK_OK;
    }
    png_destroy_write_struct(&png, &info);
    return status;
}

static sk_status encode(cairo_surface_t *image, target *to) {
    size_t width = (size_t)cairo_image_surface_get_width(image);
    size_t height = (size_t)cairo_image_surface_get_height(image);
    size_t stride = (size_t)cairo_image_surface_get_stride(image) / sizeof(uint32_t);
    sk_png_palette *palette = NULL;
    bitmap b = {.image = image, .row = sk_heap_array(width, 3)};
    if (to->options->palette) palette = sk_png_palette_make(row_of(&b, 0), width, height, stride);
    b.palette = palette;
    sk_status status = write_bitmap(&b, to);
    sk_png_palette_free(palette);
    free(b.row);
    return status;
}

/* What shows through paper that is not opaque, as on a printed page. */
static void whiten(cairo_surface_t *image) {
    cairo_t *cr = cairo_create(image);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_destroy(cr);
}

static sk_status paint_and_encode(cairo_surface_t *image, target *to) {
    cairo_status_t fault = cairo_surface_status(image);
    if (fault != CAIRO_STATUS_SUCCESS) {
        sk_diag_error(to->diag, (sk_place){.file = to->stream->name}, "give a lower --dpi",
                      "cannot make the bitmap: %s", cairo_status_to_string(fault));
        return SK_ERR_ENVIRONMENT;
    }
    whiten(image);
    sk_status status = sk_cairo_paint(to->scene, image, to->options->dpi / SK_MM_PER_INCH,
                                      to->stream->name, to->diag);
    cairo_surface_flush(image);
    if (status == SK_OK) status = encode(image, to);
    return status;
}

sk_status sk_png_write(const sk_scene *scene, const sk_png_options *options, sk_stream *stream,
                       sk_diag *diag) {
    double dpi = options->dpi;
    sk_status status = sk_scene_check(scene, stream->name, diag);
    if (status == SK_OK) status = check_size(scene, dpi, stream->name, diag);
    if (status != SK_OK) return status;
    /* A page is opaque, so the bitmap needs no alpha. */
    cairo_surface_t *image = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)pixels(scene->width_mm, dpi), (int)pixels(scene->height_mm, dpi));
    status = paint_and_encode(image, &(target){stream, diag, scene, options});
    cairo_surface_destroy(image);
    return status;
}
