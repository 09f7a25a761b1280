#include "render/pdf/content/pdf_content.h"

#include <string.h>

#include "base/number_text.h"
#include "render/cairo/units.h"
#include "render/pdf/content/pdf_colour.h"
#include "streekkaart/memory.h"

sk_pdf_content sk_pdf_content_begin(sk_pdf_shared *shared, double page_height_mm) {
    return (sk_pdf_content){
        .shared = shared,
        .page_height_mm = page_height_mm,
        .state = {.fill = {.alpha = 1}, .stroke = {.alpha = 1}, .width_pt = 1},
    };
}

void sk_pdf_content_free(sk_pdf_content *content) {
    sk_pdf_bytes_free(&content->bytes);
    sk_pdf_uses_free(&content->uses);
}

sk_pdf_place sk_pdf_place_of(const sk_pdf_content *content, sk_page_point point) {
    return (sk_pdf_place){
        sk_number_scaled(sk_pt(point.x_mm), SK_PDF_PLACE_DECIMALS),
        sk_number_scaled(sk_pt(content->page_height_mm - point.y_mm), SK_PDF_PLACE_DECIMALS)};
}

void sk_pdf_put_place(sk_pdf_content *content, sk_pdf_place place) {
    sk_pdf_put_scaled(&content->bytes, place.x, SK_PDF_PLACE_DECIMALS);
    sk_pdf_put_text(&content->bytes, " ");
    sk_pdf_put_scaled(&content->bytes, place.y, SK_PDF_PLACE_DECIMALS);
    sk_pdf_put_text(&content->bytes, " ");
}

void sk_pdf_save(sk_pdf_content *content) {
    sk_pdf_put_text(&content->bytes, "q\n");
    content->saved[content->depth++] = content->state;
}

void sk_pdf_restore(sk_pdf_content *content) {
    sk_pdf_put_text(&content->bytes, "Q\n");
    content->state = content->saved[--content->depth];
}

void sk_pdf_clip(sk_pdf_content *content, const sk_page_box *box) {
    if (box == NULL) return;
    sk_pdf_place low =
        sk_pdf_place_of(content, (sk_page_point){box->x_mm, box->y_mm + box->height_mm});
    sk_pdf_place high =
        sk_pdf_place_of(content, (sk_page_point){box->x_mm + box->width_mm, box->y_mm});
    sk_pdf_put_place(content, low);
    sk_pdf_put_place(content, (sk_pdf_place){high.x - low.x, high.y - low.y});
    sk_pdf_put_text(&content->bytes, "re W n\n");
}

static void set_colour(sk_pdf_content *content, sk_colour colour, sk_pdf_painting painting) {
    sk_colour *now = painting == SK_PDF_FILLING ? &content->state.fill : &content->state.stroke;
    bool *known =
        painting == SK_PDF_FILLING ? &content->state.fill_known : &content->state.stroke_known;
    colour.alpha = now->alpha; /* is set apart */
    if (*known && sk_colour_equal(now, &colour)) return;
    sk_pdf_put_colour(&content->bytes, colour, painting, content->shared->print);
    *now = colour;
    *known = true;
}

/* The index of the state of transparency, and of overprinting (ISO 32000-1, 8.6.7), with these. */
static size_t alpha_resource(sk_pdf_shared *shared, double fill, double stroke, bool overprints) {
    enum { DECIMALS = 3 };
    size_t count = shared->resources.kinds[SK_PDF_ALPHA].count;
    for (size_t i = 0; i < count; i++)
        if (shared->alphas[i].fill == fill && shared->alphas[i].stroke == stroke &&
            shared->alphas[i].overprints == overprints)
            return i;
    shared->alphas =
        sk_heap_grow(shared->alphas, count, &shared->alpha_capacity, sizeof *shared->alphas);
    shared->alphas[count].fill = fill;
    shared->alphas[count].stroke = stroke;
    shared->alphas[count].overprints = overprints;
    sk_pdf_bytes value = {0};
    sk_pdf_put_text(&value, "<</ca ");
    sk_pdf_put_number(&value, fill, DECIMALS);
    sk_pdf_put_text(&value, "/CA ");
    sk_pdf_put_number(&value, stroke, DECIMALS);
    if (shared->print != NULL)
        sk_pdf_put_format(&value, "/OP %s/op %s/OPM 1", overprints ? "true" : "false",
                          overprints ? "true" : "false");
    sk_pdf_put_text(&value, ">>");
    int object = sk_pdf_object_add(shared->objects, &value);
    return sk_pdf_resource_add(&shared->resources, SK_PDF_ALPHA, object);
}

void sk_pdf_set_colours(sk_pdf_content *content, const sk_colour *fill, const sk_colour *stroke) {
    sk_pdf_state *state = &content->state;
    double fill_alpha = fill != NULL ? fill->alpha : state->fill.alpha;
    double stroke_alpha = stroke != NULL ? stroke->alpha : state->stroke.alpha;
    if (fill_alpha != state->fill.alpha || stroke_alpha != state->stroke.alpha ||
        content->overprints != state->overprints) {
        size_t index =
            alpha_resource(content->shared, fill_alpha, stroke_alpha, content->overprints);
        sk_pdf_put_use(&content->bytes, &content->uses, SK_PDF_ALPHA, index);
        sk_pdf_put_text(&content->bytes, " gs\n");
        state->fill.alpha = fill_alpha;
        state->stroke.alpha = stroke_alpha;
        state->overprints = content->overprints;
    }
    if (fill != NULL) set_colour(content, *fill, SK_PDF_FILLING);
    if (stroke != NULL) set_colour(content, *stroke, SK_PDF_STROKING);
}

void sk_pdf_set_overprint(sk_pdf_content *content, bool overprints) {
    content->overprints = overprints;
}

void sk_pdf_set_width(sk_pdf_content *content, double width_pt) {
    if (content->state.width_pt == width_pt) return;
    sk_pdf_put_number(&content->bytes, width_pt, SK_PDF_LENGTH_DECIMALS);
    sk_pdf_put_text(&content->bytes, " w\n");
    content->state.width_pt = width_pt;
}

void sk_pdf_set_line_ends(sk_pdf_content *content, sk_pdf_line_ends ends) {
    sk_pdf_state *state = &content->state;
    if (ends == SK_PDF_LINES_BUTT && !state->mitre_limited) {
        sk_pdf_put_text(&content->bytes, "4 M\n");
        state->mitre_limited = true;
    }
    if (state->ends == ends) return;
    sk_pdf_put_text(&content->bytes, ends == SK_PDF_LINES_ROUND ? "1 J 1 j\n" : "0 J 0 j\n");
    state->ends = ends;
}

static bool same_dash(const sk_pdf_state *state, const double *dash_pt, size_t count) {
    if (state->dash_count != count) return false;
    for (size_t i = 0; i < count; i++)
        if (state->dash_pt[i] != dash_pt[i]) return false;
    return true;
}

void sk_pdf_set_dash(sk_pdf_content *content, const double *dash_mm, size_t count) {
    sk_pdf_state *state = &content->state;
    double dash_pt[SK_DASH_MAX] = {0};
    for (size_t i = 0; i < count; i++) dash_pt[i] = sk_pt(dash_mm[i]);
    if (same_dash(state, dash_pt, count)) return;
    sk_pdf_put_text(&content->bytes, "[");
    for (size_t i = 0; i < count; i++) {
        if (i > 0) sk_pdf_put_text(&content->bytes, " ");
        sk_pdf_put_number(&content->bytes, dash_pt[i], SK_PDF_LENGTH_DECIMALS);
    }
    sk_pdf_put_text(&content->bytes, "]0 d\n");
    memcpy(state->dash_pt, dash_pt, sizeof dash_pt);
    state->dash_count = count;
}
