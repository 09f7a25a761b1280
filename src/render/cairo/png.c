#include "render/cairo/png.h"

#include <cairo.h>
#include <math.h>

#include "render/cairo/cairo_painter.h"
#include "render/cairo/png_encode.h"
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
    whiten(image);
    sk_status status =
        sk_cairo_paint(scene, image, options->dpi / SK_MM_PER_INCH, stream->name, diag);
    cairo_surface_flush(image);
    if (status == SK_OK) status = sk_png_encode(image, scene, options, stream, diag);
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
    status = paint_and_encode(scene, options, image, stream, diag);
    cairo_surface_destroy(image);
    return status;
}
