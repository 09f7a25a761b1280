#include "render/cairo/png.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "render/cairo/cairo_painter.h"
#include "render/cairo/png_encode.h"
#include "render/cairo/units.h"
#include "scene/scene_check.h"
#include "streekkaart/memory.h"

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

/* What shows through paper that is not opaque, as on a printed page. */
static void whiten(cairo_surface_t *image) {
    cairo_t *cr = cairo_create(image);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_destroy(cr);
}

static sk_status paint_and_encode(const sk_scene *scene, const sk_png_options *options,
                                  cairo_surface_t *image, sk_stream *stream, sk_diag *diag) {
    cairo_status_t fault = cairo_surface_status(image);
    if (fault != CAIRO_STATUS_SUCCESS) {
        sk_diag_error(diag, (sk_place){.file = stream->name}, "give a lower --dpi",
                      "cannot make the bitmap: %s", cairo_status_to_string(fault));
        return SK_ERR_ENVIRONMENT;
    }
    if (!(scene->paper.alpha >= 1)) whiten(image);
    sk_status status =
        sk_cairo_paint(scene, image, options->dpi / SK_MM_PER_INCH, stream->name, diag);
    cairo_surface_flush(image);
    if (status == SK_OK) status = sk_png_encode(image, scene, options, stream, diag);
    return status;
}

/* Memory in large pages, where the machine has them: a bitmap takes thousands of the small ones,
 * and to be handed each costs as much as to paint it. */
static void *large_memory(size_t size) {
    const size_t large_page = (size_t)2 << 20;
    void *memory = NULL;
    if (posix_memalign(&memory, large_page, size) != 0) return NULL;
#ifdef MADV_HUGEPAGE
    (void)madvise(memory, size, MADV_HUGEPAGE); /* a wish: refused, the pages are small ones */
#endif
    return memory;
}

/* In memory of its own, unless it is small or there is none: Cairo then asks for it, and knows what
 * to say. A page is opaque, so that it needs no alpha. */
static cairo_surface_t *create_image(int width, int height) {
    static const cairo_user_data_key_t owned;
    const size_t large = (size_t)8 << 20;
    const cairo_format_t format = CAIRO_FORMAT_RGB24;
    int stride = cairo_format_stride_for_width(format, width);
    size_t size = (size_t)stride * (size_t)height;
    unsigned char *memory = size < large ? NULL : large_memory(size);
    if (memory == NULL) return cairo_image_surface_create(format, width, height);
    cairo_surface_t *image =
        cairo_image_surface_create_for_data(memory, format, width, height, stride);
    if (cairo_surface_set_user_data(image, &owned, memory, free) != CAIRO_STATUS_SUCCESS)
        sk_memory_exhaust();
    return image;
}

sk_status sk_png_write(const sk_scene *scene, const sk_png_options *options, sk_stream *stream,
                       sk_diag *diag) {
    double dpi = options->dpi;
    sk_status status = sk_scene_check(scene, stream->name, diag);
    if (status == SK_OK) status = check_size(scene, dpi, stream->name, diag);
    if (status != SK_OK) return status;
    cairo_surface_t *image =
        create_image((int)pixels(scene->width_mm, dpi), (int)pixels(scene->height_mm, dpi));
    status = paint_and_encode(scene, options, image, stream, diag);
    cairo_surface_destroy(image);
    return status;
}
