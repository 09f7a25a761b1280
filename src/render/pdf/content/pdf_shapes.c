#include "render/pdf/content/pdf_shapes.h"

#include "render/cairo/units.h"

/* Control points of a quarter of a circle, as a part of its radius; the way that is most off lies
 * 0.03 % of it beside the circle. */
static const double quarter = 0.5522847498;

typedef struct {
    sk_pdf_content *content;
    sk_pdf_place at, begin; /* where the pen is, and where this part of the path began */
    bool drawn;             /* something of this part */
} tracing;

static bool same(sk_pdf_place a, sk_pdf_place b) {
    return a.x == b.x && a.y == b.y;
}

static void put_operator(const tracing *t, const char *name) {
    sk_pdf_put_text(&t->content->bytes, name);
}

/* Steps that rounding makes nothing of are left out, unless they are all that there is. */
static void trace_line(tracing *t, sk_pdf_place to) {
    if (same(t->at, to) && t->drawn) return;
    sk_pdf_put_place(t->content, to);
    put_operator(t, "l\n");
    t->at = to;
    t->drawn = true;
}

static void trace_curve(tracing *t, sk_pdf_place control1, sk_pdf_place control2, sk_pdf_place to) {
    bool first = same(t->at, control1), last = same(control2, to);
    if (!first) sk_pdf_put_place(t->content, control1);
    if (first || !last) sk_pdf_put_place(t->content, control2);
    sk_pdf_put_place(t->content, to);
    put_operator(t, first ? "v\n" : last ? "y\n" : "c\n");
    t->at = to;
    t->drawn = true;
}

static void trace_segment(tracing *t, const sk_segment *segment) {
    sk_pdf_place p[3];
    for (int i = 0; i < 3; i++) p[i] = sk_pdf_place_of(t->content, segment->points[i]);
    switch (segment->kind) {
        case SK_SEGMENT_MOVE:
            sk_pdf_put_place(t->content, p[0]);
            put_operator(t, "m\n");
            t->at = t->begin = p[0];
            t->drawn = false;
            break;
        case SK_SEGMENT_LINE:
            trace_line(t, p[0]);
            break;
        case SK_SEGMENT_CURVE:
            trace_curve(t, p[0], p[1], p[2]);
            break;
        case SK_SEGMENT_CLOSE:
            sk_pdf_put_text(&t->content->bytes, "h\n");
            t->at = t->begin;
            break;
    }
}

static void trace_path(sk_pdf_content *content, const void *shape) {
    const sk_path *path = shape;
    tracing t = {.content = content};
    for (size_t i = 0; i < path->count; i++) trace_segment(&t, &path->segments[i]);
}

typedef struct {
    sk_page_point centre;
    double radius_mm;
} circle;

static void trace_circle(sk_pdf_content *content, const void *shape) {
    const circle *c = shape;
    static const int ways[][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 0}};
    double r = c->radius_mm, k = quarter * r;
    tracing t = {.content = content};
    t.at = sk_pdf_place_of(content, (sk_page_point){c->centre.x_mm + r, c->centre.y_mm});
    sk_pdf_put_place(content, t.at);
    put_operator(&t, "m\n");
    for (int i = 0; i < 4; i++) {
        const int *a = ways[i], *b = ways[i + 1];
        sk_page_point p[3] = {
            {c->centre.x_mm + r * a[0] + k * b[0], c->centre.y_mm + r * a[1] + k * b[1]},
            {c->centre.x_mm + r * b[0] + k * a[0], c->centre.y_mm + r * b[1] + k * a[1]},
            {c->centre.x_mm + r * b[0], c->centre.y_mm + r * b[1]}};
        trace_curve(&t, sk_pdf_place_of(content, p[0]), sk_pdf_place_of(content, p[1]),
                    sk_pdf_place_of(content, p[2]));
    }
    sk_pdf_put_text(&content->bytes, "h\n");
}

typedef void trace_shape(sk_pdf_content *content, const void *shape);

/* One operator fills and strokes, but for a line that shows what lies below it: of the fill too,
 * as everywhere else, which the one operator would take away (ISO 32000-1, 11.7.4.4). */
static void paint(sk_pdf_content *content, const sk_paint *paint, trace_shape *trace,
                  const void *shape) {
    const sk_stroke *line = &paint->line;
    bool fills = paint->fill.alpha > 0, strokes = line->width_mm > 0 && line->colour.alpha > 0;
    bool at_once = fills && strokes && line->colour.alpha >= 1;
    if (!fills && !strokes) return;
    sk_pdf_set_colours(content, fills ? &paint->fill : NULL, strokes ? &line->colour : NULL);
    if (strokes) {
        sk_pdf_set_width(content, sk_pt(line->width_mm));
        sk_pdf_set_line_ends(content, paint->round_caps ? SK_PDF_LINES_ROUND : SK_PDF_LINES_BUTT);
        sk_pdf_set_dash(content, line->dash_mm, line->dash_count);
    }
    trace(content, shape);
    sk_pdf_put_text(&content->bytes, at_once ? "B*\n" : fills ? "f*\n" : "S\n");
    if (!fills || !strokes || at_once) return;
    trace(content, shape);
    sk_pdf_put_text(&content->bytes, "S\n");
}

void sk_pdf_draw_path(sk_pdf_content *content, const sk_path *path, const sk_paint *how) {
    if (path->count > 0) paint(content, how, trace_path, path);
}

void sk_pdf_draw_circle(sk_pdf_content *content, sk_page_point centre, double radius_mm,
                        const sk_paint *how) {
    paint(content, how, trace_circle, &(circle){centre, radius_mm});
}

void sk_pdf_draw_paper(sk_pdf_content *content, const sk_scene *scene) {
    if (!(scene->paper.alpha > 0)) return;
    sk_pdf_put_text(&content->bytes, "/Artifact BMC\n");
    sk_pdf_set_colours(content, &scene->paper, NULL);
    double around = content->shared->print != NULL ? content->shared->print->bleed_mm : 0;
    sk_pdf_place low =
        sk_pdf_place_of(content, (sk_page_point){-around, scene->height_mm + around});
    sk_pdf_place high =
        sk_pdf_place_of(content, (sk_page_point){scene->width_mm + around, -around});
    sk_pdf_put_place(content, low);
    sk_pdf_put_place(content, (sk_pdf_place){high.x - low.x, high.y - low.y});
    sk_pdf_put_text(&content->bytes, "re f\nEMC\n");
}
