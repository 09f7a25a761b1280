#include "render/cairo/cairo_text.h"

#include <pango/pangocairo.h>
#include <stdbool.h>

#include "base/angle.h"
#include "render/cairo/letter_fill.h"
#include "render/cairo/text_course.h"
#include "scene/text_start.h"
#include "text/shaping.h"

typedef enum {
    PASS_HALO,
    PASS_LETTERS,
    PASS_OUTLINES, /* adds to Cairo's path and paints nothing */
} pass;

static void set_colour(cairo_t *cr, sk_colour colour) {
    cairo_set_source_rgba(cr, colour.red, colour.green, colour.blue, colour.alpha);
}

/* Paints the outlines that were just added to Cairo's path, which keeps them. Of a halo's edge
 * nobody sees whether it has 16 shades, of 4 x 4 points in a pixel, or Cairo's usual 255. */
static void paint_outlines(cairo_t *cr, const sk_text_style *style, pass what) {
    cairo_set_antialias(cr, what == PASS_HALO ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
    if (what == PASS_LETTERS) {
        set_colour(cr, style->colour);
        sk_letter_fill(cr);
        return;
    }
    set_colour(cr, style->halo);
    cairo_set_line_width(cr, 2 * style->halo_mm);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(cr, NULL, 0, 0);
    cairo_stroke_preserve(cr);
}

static void paint_line(const sk_cairo_pen *pen, const sk_text *text, size_t index, pass what) {
    cairo_t *cr = pen->cr;
    const sk_text_line *line = &text->lines[index];
    PangoLayoutLine *shaped = sk_typesetter_shape(pen->typesetter, line->utf8, &text->style);

    cairo_save(cr);
    if (what != PASS_OUTLINES) cairo_new_path(cr);
    cairo_translate(cr, line->baseline.x_mm - sk_text_before_anchor_mm(text, index),
                    line->baseline.y_mm);
    cairo_scale(cr, 1.0 / SK_TEXT_UNITS_PER_MM, 1.0 / SK_TEXT_UNITS_PER_MM);
    cairo_move_to(cr, 0, 0);
    pango_cairo_layout_line_path(cr, shaped);
    cairo_restore(cr);
    if (what == PASS_OUTLINES) return;
    paint_outlines(cr, &text->style, what);
    cairo_new_path(cr);
}

/* One cluster of a shaped run, as a run of its own. */
static PangoGlyphItem cluster_item(const PangoGlyphItemIter *at, PangoItem *item,
                                   PangoGlyphString *glyphs, int *log_clusters) {
    const PangoGlyphItem *run = at->glyph_item;
    int low = at->start_glyph < at->end_glyph ? at->start_glyph : at->end_glyph + 1;
    int high = at->start_glyph < at->end_glyph ? at->end_glyph : at->start_glyph + 1;
    *item = *run->item;
    item->offset = at->start_index;
    item->length = at->end_index - at->start_index;
    item->num_chars = at->end_char - at->start_char;
    glyphs->num_glyphs = high - low;
    glyphs->glyphs = run->glyphs->glyphs + low;
    glyphs->log_clusters = log_clusters + low; /* all zero: one cluster */
    return (PangoGlyphItem){.item = item, .glyphs = glyphs};
}

/* Where on its course a text is painted: how far along, and in what pass. */
typedef struct {
    const sk_cairo_pen *pen;
    const sk_text *text;
    const sk_text_course *course;
    pass what;
    double distance_mm;
} walk;

static void paint_cluster(walk *w, PangoGlyphItem *cluster) {
    cairo_t *cr = w->pen->cr;
    double width = sk_mm_from_pango(pango_glyph_string_get_width(cluster->glyphs));
    double middle = w->distance_mm + width / 2, direction = 0;
    w->distance_mm += width + w->text->style.tracking_mm;
    sk_page_point at;
    if (!sk_text_course_at(w->course, middle, &at, &direction)) return;

    cairo_save(cr);
    if (w->what != PASS_OUTLINES) cairo_new_path(cr);
    cairo_translate(cr, at.x_mm, at.y_mm);
    cairo_rotate(cr, direction);
    cairo_translate(cr, -width / 2, 0);
    cairo_scale(cr, 1.0 / SK_TEXT_UNITS_PER_MM, 1.0 / SK_TEXT_UNITS_PER_MM);
    cairo_move_to(cr, 0, 0);
    pango_cairo_glyph_string_path(cr, cluster->item->analysis.font, cluster->glyphs);
    cairo_restore(cr);
    if (w->what == PASS_OUTLINES) return;
    paint_outlines(cr, &w->text->style, w->what);
    cairo_new_path(cr);
}

static void paint_run(walk *w, PangoGlyphItem *run, const char *utf8) {
    bool leftwards = run->item->analysis.level % 2 == 1;
    int *log_clusters = sk_heap_array((size_t)run->glyphs->num_glyphs, sizeof *log_clusters);
    PangoGlyphItemIter at;
    bool more = leftwards ? pango_glyph_item_iter_init_end(&at, run, utf8)
                          : pango_glyph_item_iter_init_start(&at, run, utf8);
    while (more) {
        PangoItem item;
        PangoGlyphString glyphs;
        PangoGlyphItem cluster = cluster_item(&at, &item, &glyphs, log_clusters);
        paint_cluster(w, &cluster);
        more = leftwards ? pango_glyph_item_iter_prev_cluster(&at)
                         : pango_glyph_item_iter_next_cluster(&at);
    }
    free(log_clusters);
}

/* Each cluster stands upright on the course at its own middle, as in SVG. */
static void paint_along(const sk_cairo_pen *pen, const sk_text *text, const sk_text_course *course,
                        pass what) {
    const char *utf8 = NULL;
    PangoLayoutLine *line =
        sk_typesetter_shape_untracked(pen->typesetter, text->lines[0].utf8, &text->style, &utf8);
    walk w = {pen, text, course, what, text->along_start_mm - sk_text_before_anchor_mm(text, 0)};
    for (GSList *runs = line->runs; runs != NULL; runs = runs->next)
        paint_run(&w, runs->data, utf8);
}

static void paint_pass(const sk_cairo_pen *pen, const sk_text *text, const sk_text_course *course,
                       pass what) {
    if (text->along != NULL) {
        paint_along(pen, text, course, what);
        return;
    }
    for (size_t i = 0; i < text->line_count; i++) paint_line(pen, text, i, what);
}

/* Turns what is painted next as the text is turned. */
static void turn(cairo_t *cr, const sk_text *text) {
    if (text->along != NULL || text->rotation_deg == 0) return;
    sk_page_point pivot = text->lines[0].baseline;
    cairo_translate(cr, pivot.x_mm, pivot.y_mm);
    cairo_rotate(cr, sk_radians(text->rotation_deg));
    cairo_translate(cr, -pivot.x_mm, -pivot.y_mm);
}

static bool has_pass(const sk_text_style *style, pass what) {
    if (what == PASS_LETTERS) return style->colour.alpha > 0;
    return style->halo_mm > 0 && style->halo.alpha > 0;
}

/* Most texts are one straight line, whose outlines are good for both passes. */
static void paint_single_line(const sk_cairo_pen *pen, const sk_text *text) {
    cairo_new_path(pen->cr);
    paint_line(pen, text, 0, PASS_OUTLINES);
    for (pass what = PASS_HALO; what <= PASS_LETTERS; what++)
        if (has_pass(&text->style, what)) paint_outlines(pen->cr, &text->style, what);
    cairo_new_path(pen->cr);
}

void sk_cairo_paint_text(const sk_cairo_pen *pen, const sk_text *text) {
    if (text->line_count == 0 || !(text->style.size_mm > 0)) return;
    sk_arena *scratch = sk_arena_create();
    sk_text_course course = {0};
    cairo_save(pen->cr);
    if (text->along != NULL) course = sk_text_course_create(text->along, scratch);
    turn(pen->cr, text);
    if (text->along == NULL && text->line_count == 1)
        paint_single_line(pen, text);
    else
        for (pass what = PASS_HALO; what <= PASS_LETTERS; what++)
            if (has_pass(&text->style, what)) paint_pass(pen, text, &course, what);
    cairo_restore(pen->cr);
    sk_arena_free(scratch);
}

static sk_page_point point_at(const cairo_path_data_t *data) {
    return (sk_page_point){data->point.x, data->point.y};
}

/* Without the moves that nothing is drawn from. */
static sk_path path_from_cairo(const cairo_path_t *from, sk_arena *arena) {
    sk_path path = {0};
    const cairo_path_data_t *begin = NULL;
    for (int i = 0; i < from->num_data; i += from->data[i].header.length) {
        const cairo_path_data_t *data = &from->data[i];
        bool draws = data->header.type != CAIRO_PATH_MOVE_TO;
        if (draws && begin != NULL) sk_path_move(arena, &path, point_at(begin));
        begin = draws ? NULL : &data[1];
        switch (data->header.type) {
            case CAIRO_PATH_MOVE_TO:
                break;
            case CAIRO_PATH_LINE_TO:
                sk_path_line(arena, &path, point_at(&data[1]));
                break;
            case CAIRO_PATH_CURVE_TO:
                sk_path_curve(arena, &path, point_at(&data[1]), point_at(&data[2]),
                              point_at(&data[3]));
                break;
            case CAIRO_PATH_CLOSE_PATH:
                sk_path_close(arena, &path);
                begin = NULL;
                break;
        }
    }
    return path;
}

sk_path sk_cairo_text_outlines(sk_typesetter *typesetter, const sk_text *text, sk_arena *arena) {
    const double steps_per_mm = 256; /* Cairo keeps a path in whole 256ths of these */
    cairo_surface_t *nothing = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, NULL);
    cairo_t *cr = cairo_create(nothing);
    const sk_cairo_pen pen = {.cr = cr, .typesetter = typesetter};
    sk_text_course course = {0};
    cairo_scale(cr, steps_per_mm, steps_per_mm);
    if (text->along != NULL) course = sk_text_course_create(text->along, arena);
    cairo_save(cr);
    turn(cr, text);
    paint_pass(&pen, text, &course, PASS_OUTLINES);
    cairo_restore(cr);
    cairo_path_t *outlines = cairo_copy_path(cr);
    sk_path path = path_from_cairo(outlines, arena);
    cairo_path_destroy(outlines);
    cairo_destroy(cr);
    cairo_surface_destroy(nothing);
    return path;
}
