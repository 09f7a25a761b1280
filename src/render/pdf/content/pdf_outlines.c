#include "render/pdf/content/pdf_outlines.h"

#include <math.h>

typedef struct {
    sk_pdf_bytes bytes;
    long x, y; /* where the pen is */
} outline;

static void put_point(outline *o, float x, float y) {
    o->x = lroundf(x);
    o->y = lroundf(y);
    sk_pdf_put_format(&o->bytes, "%ld %ld ", o->x, o->y);
}

static void move_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x,
                    float y, void *user_data) {
    (void)functions, (void)state, (void)user_data;
    outline *o = data;
    put_point(o, x, y);
    sk_pdf_put_text(&o->bytes, "m\n");
}

static void line_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x,
                    float y, void *user_data) {
    (void)functions, (void)state, (void)user_data;
    outline *o = data;
    if (lroundf(x) == o->x && lroundf(y) == o->y) return;
    put_point(o, x, y);
    sk_pdf_put_text(&o->bytes, "l\n");
}

static void curve_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x1,
                     float y1, float x2, float y2, float x, float y, void *user_data) {
    (void)functions, (void)state, (void)user_data;
    outline *o = data;
    put_point(o, x1, y1);
    put_point(o, x2, y2);
    put_point(o, x, y);
    sk_pdf_put_text(&o->bytes, "c\n");
}

static void close_path(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state,
                       void *user_data) {
    (void)functions, (void)state, (void)user_data;
    sk_pdf_put_text(&((outline *)data)->bytes, "h\n");
}

static sk_pdf_bytes outline_of(const sk_pdf_face *face, hb_codepoint_t glyph) {
    hb_draw_funcs_t *functions = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(functions, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(functions, line_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(functions, curve_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(functions, close_path, NULL, NULL);
    outline o = {0};
    hb_font_get_glyph_shape(face->font, glyph, functions, &o);
    hb_draw_funcs_destroy(functions);
    return o.bytes;
}

/* Around the glyph with the widest halo. */
static void put_box(sk_pdf_bytes *entries, const sk_pdf_face *face, hb_codepoint_t glyph) {
    hb_glyph_extents_t extents = {0};
    hb_font_get_glyph_extents(face->font, glyph, &extents);
    int around = SK_PDF_HALO_MOST;
    sk_pdf_put_format(entries, "/Type/XObject/Subtype/Form/BBox[%d %d %d %d]",
                      extents.x_bearing - around, extents.y_bearing + extents.height - around,
                      extents.x_bearing + extents.width + around, extents.y_bearing + around);
    sk_pdf_put(entries, "", 1);
}

bool sk_pdf_outline_find(sk_pdf_shared *shared, sk_pdf_face *face, hb_codepoint_t glyph,
                         size_t *index) {
    if (glyph >= face->glyph_count) glyph = 0;
    if (face->outlines[glyph] == 0) {
        sk_pdf_bytes drawing = outline_of(face, glyph);
        if (drawing.length == 0) return false;
        sk_pdf_put_text(&drawing, "S");
        sk_pdf_bytes entries = {0};
        put_box(&entries, face, glyph);
        int object = sk_pdf_object(shared->objects);
        sk_pdf_object_set_stream(shared->objects, object, entries.data, drawing.data,
                                 drawing.length);
        sk_pdf_bytes_free(&entries);
        sk_pdf_bytes_free(&drawing);
        face->outlines[glyph] = 1 + sk_pdf_resource_add(&shared->resources, SK_PDF_GLYPH, object);
    }
    *index = face->outlines[glyph] - 1;
    return true;
}
