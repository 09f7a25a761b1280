#include "render/cairo/cairo_painter.h"

#include "base/angle.h"
#include "render/cairo/cairo_text.h"

static void trace(cairo_t *cr, const sk_path *path) {
    for (size_t i = 0; i < path->count; i++) {
        const sk_page_point *p = path->segments[i].points;
        switch (path->segments[i].kind) {
            case SK_SEGMENT_MOVE:
                cairo_move_to(cr, p[0].x_mm, p[0].y_mm);
                break;
            case SK_SEGMENT_LINE:
                cairo_line_to(cr, p[0].x_mm, p[0].y_mm);
                break;
            case SK_SEGMENT_CURVE:
                cairo_curve_to(cr, p[0].x_mm, p[0].y_mm, p[1].x_mm, p[1].y_mm, p[2].x_mm,
                               p[2].y_mm);
                break;
            case SK_SEGMENT_CLOSE:
                cairo_close_path(cr);
                break;
        }
    }
}

static void set_colour(cairo_t *cr, sk_colour colour) {
    cairo_set_source_rgba(cr, colour.red, colour.green, colour.blue, colour.alpha);
}

/* Fills and strokes the current path. */
static void paint_path(cairo_t *cr, const sk_paint *paint) {
    if (paint->fill.alpha > 0) {
        set_colour(cr, paint->fill);
        cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
        cairo_fill_preserve(cr);
    }
    const sk_stroke *line = &paint->line;
    if (line->width_mm > 0 && line->colour.alpha > 0) {
        set_colour(cr, line->colour);
        cairo_set_line_width(cr, line->width_mm);
        cairo_set_line_cap(cr, paint->round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(cr, paint->round_caps ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
        cairo_set_miter_limit(cr, 4);
        cairo_set_dash(cr, line->dash_mm, (int)line->dash_count, 0);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

static void paint_item(const sk_cairo_pen *pen, const sk_item *item) {
    cairo_t *cr = pen->cr;
    switch (item->kind) {
        case SK_ITEM_PATH:
            trace(cr, &item->as.path.path);
            paint_path(cr, &item->as.path.paint);
            break;
        case SK_ITEM_CIRCLE:
            cairo_arc(cr, item->as.circle.centre.x_mm, item->as.circle.centre.y_mm,
                      item->as.circle.radius_mm, 0, 2 * SK_PI);
            cairo_close_path(cr);
            paint_path(cr, &item->as.circle.paint);
            break;
        case SK_ITEM_TEXT:
            sk_cairo_paint_text(pen, &item->as.text);
            break;
    }
}

static void clip_to(cairo_t *cr, const sk_page_box *box) {
    if (box == NULL) return;
    cairo_rectangle(cr, box->x_mm, box->y_mm, box->width_mm, box->height_mm);
    cairo_clip(cr);
}

static void paint_layer(const sk_cairo_pen *pen, const sk_layer *layer) {
    cairo_save(pen->cr);
    clip_to(pen->cr, layer->clip);
    for (size_t i = 0; i < layer->count; i++) {
        const sk_group *group = layer->groups[i];
        cairo_save(pen->cr);
        clip_to(pen->cr, group->clip);
        for (size_t k = 0; k < group->count; k++) paint_item(pen, &group->items[k]);
        cairo_restore(pen->cr);
    }
    cairo_restore(pen->cr);
}

static void paint_paper(cairo_t *cr, sk_colour paper) {
    if (!(paper.alpha > 0)) return;
    set_colour(cr, paper);
    cairo_paint(cr);
}

sk_status sk_cairo_paint(const sk_scene *scene, cairo_surface_t *surface, double units_per_mm,
                         const char *path, sk_diag *diag) {
    sk_typesetter *typesetter = NULL;
    sk_status status =
        sk_typesetter_create(scene->font_family, NULL, scene->language, diag, &typesetter);
    if (status != SK_OK) return status;

    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, units_per_mm, units_per_mm);
    const sk_cairo_pen pen = {cr, typesetter};
    paint_paper(cr, scene->paper);
    for (size_t i = 0; i < scene->count; i++) paint_layer(&pen, scene->layers[i]);

    cairo_status_t fault = cairo_status(cr);
    if (fault != CAIRO_STATUS_SUCCESS) {
        sk_diag_error(diag, (sk_place){.file = path}, "draw fewer figures at once (--jobs 1)",
                      "cannot draw the page: %s", cairo_status_to_string(fault));
        status = SK_ERR_ENVIRONMENT;
    }
    cairo_destroy(cr);
    sk_typesetter_free(typesetter);
    return status;
}
