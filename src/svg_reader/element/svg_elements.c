#include "svg_reader/element/svg_elements.h"

#include <math.h>
#include <string.h>

#include "base/number_text.h"
#include "svg_reader/element/svg_text.h"

static const double points_per_mm = 72 / 25.4;

bool sk_svg_element_is_drawn(const xmlNode *node) {
    static const char *const names[] = {"path",     "circle",  "text", "ellipse", "rect",
                                        "polyline", "polygon", "line", "image",   "use"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (sk_svg_node_is(node, names[i])) return true;
    return false;
}

/* Circles and boxes as Illustrator keeps them, as the paths that they were. */
static void add_ellipse(sk_svg_path *path, sk_arena *arena, sk_page_point c, double rx, double ry) {
    const double k = 0.5522847498; /* a quarter of a circle as a cubic */
    const double u[4] = {1, 0, -1, 0}, v[4] = {0, 1, 0, -1};
    const sk_page_point begin = {c.x_mm + rx, c.y_mm};
    sk_svg_path_add(path, arena, 'M', &begin, 1);
    for (int i = 0; i < 4; i++) {
        int n = (i + 1) % 4;
        const sk_page_point points[3] = {
            {c.x_mm + rx * (u[i] + k * u[n]), c.y_mm + ry * (v[i] + k * v[n])},
            {c.x_mm + rx * (u[n] + k * u[i]), c.y_mm + ry * (v[n] + k * v[i])},
            {c.x_mm + rx * u[n], c.y_mm + ry * v[n]}};
        sk_svg_path_add(path, arena, 'C', points, 3);
    }
    sk_svg_path_add(path, arena, 'Z', NULL, 0);
}

static void add_corners(sk_svg_path *path, sk_arena *arena, const sk_page_point *corners,
                        size_t count, bool closed) {
    for (size_t i = 0; i < count; i++)
        sk_svg_path_add(path, arena, i == 0 ? 'M' : 'L', &corners[i], 1);
    if (closed) sk_svg_path_add(path, arena, 'Z', NULL, 0);
}

static void add_listed(sk_svg_path *path, sk_arena *arena, const char *list, bool closed) {
    sk_page_point point;
    bool first = true;
    while (list != NULL && sk_svg_number_scan(&list, &point.x_mm) &&
           sk_svg_number_scan(&list, &point.y_mm)) {
        sk_svg_path_add(path, arena, first ? 'M' : 'L', &point, 1);
        first = false;
    }
    if (closed && !first) sk_svg_path_add(path, arena, 'Z', NULL, 0);
}

static void add_rectangle(sk_svg_path *path, sk_arena *arena, const xmlNode *node) {
    double x = sk_svg_node_number(node, "x"), y = sk_svg_node_number(node, "y");
    double right = x + sk_svg_node_number(node, "width");
    double bottom = y + sk_svg_node_number(node, "height");
    add_corners(path, arena, (sk_page_point[]){{x, y}, {right, y}, {right, bottom}, {x, bottom}}, 4,
                true);
}

bool sk_svg_element_outline(const xmlNode *node, sk_arena *arena, sk_svg_path *path) {
    *path = (sk_svg_path){0};
    const char *points = sk_svg_node_attribute(node, "points", arena);
    if (sk_svg_node_is(node, "path")) {
        const char *data = sk_svg_node_attribute(node, "d", arena);
        return data != NULL && sk_svg_path_parse(data, arena, path);
    }
    if (sk_svg_node_is(node, "rect")) {
        add_rectangle(path, arena, node);
    } else if (sk_svg_node_is(node, "line")) {
        add_corners(
            path, arena,
            (sk_page_point[]){{sk_svg_node_number(node, "x1"), sk_svg_node_number(node, "y1")},
                              {sk_svg_node_number(node, "x2"), sk_svg_node_number(node, "y2")}},
            2, false);
    } else if (sk_svg_node_is(node, "polyline") || sk_svg_node_is(node, "polygon")) {
        add_listed(path, arena, points, sk_svg_node_is(node, "polygon"));
    } else if (sk_svg_node_is(node, "ellipse")) {
        add_ellipse(path, arena,
                    (sk_page_point){sk_svg_node_number(node, "cx"), sk_svg_node_number(node, "cy")},
                    sk_svg_node_number(node, "rx"), sk_svg_node_number(node, "ry"));
    } else if (sk_svg_node_is(node, "circle")) {
        double radius = sk_svg_node_number(node, "r");
        add_ellipse(path, arena,
                    (sk_page_point){sk_svg_node_number(node, "cx"), sk_svg_node_number(node, "cy")},
                    radius, radius);
    } else {
        return false;
    }
    return true;
}

/* Outlined letters have no form: their words tell. */
static void read_outline(const xmlNode *node, sk_arena *arena, sk_svg_piece *piece) {
    sk_svg_path path;
    piece->text = sk_svg_node_attribute(node, "aria-label", arena);
    bool understood = sk_svg_element_outline(node, arena, &path);
    if (path.point_count > 0) piece->at = path.points[0];
    if (piece->text != NULL) return;
    const char *data = sk_svg_node_attribute(node, "d", arena);
    piece->form = understood && path.commands != NULL ? path.commands
                  : data != NULL                      ? data
                                                      : (const char *)node->name;
    piece->points = path.points;
    piece->point_count = understood ? path.point_count : 0;
}

static double scale_of(const sk_svg_transform *t) {
    return sqrt(fabs(t->a * t->d - t->b * t->c));
}

/* An ellipse of two equal radii is what some programs make of a circle. */
static bool is_circle(const xmlNode *node) {
    return sk_svg_node_is(node, "circle") ||
           (sk_svg_node_is(node, "ellipse") &&
            sk_svg_node_number(node, "rx") == sk_svg_node_number(node, "ry"));
}

static void read_circle(const xmlNode *node, double scale, sk_arena *arena, sk_svg_piece *piece) {
    const double most = 1e6;
    double radius = sk_svg_node_number(node, sk_svg_node_is(node, "circle") ? "r" : "rx");
    piece->element = SK_SVG_CIRCLE;
    piece->at = (sk_page_point){sk_svg_node_number(node, "cx"), sk_svg_node_number(node, "cy")};
    piece->form = sk_number_text(arena, fmax(0, fmin(radius, most) * scale), 2);
}

static void to_page(sk_svg_piece *piece, const sk_svg_transform *through, sk_arena *arena) {
    sk_page_point *points = SK_NEW_ARRAY(arena, sk_page_point, piece->point_count);
    for (size_t i = 0; i < piece->point_count; i++) {
        points[i] = piece->points[i];
        sk_svg_transform_apply(through, &points[i].x_mm, &points[i].y_mm);
    }
    piece->points = points;
    sk_svg_transform_apply(through, &piece->at.x_mm, &piece->at.y_mm);
    piece->through = *through;
}

sk_svg_piece sk_svg_element_read(const xmlNode *node, const sk_svg_transform *through,
                                 const sk_svg_look *look, sk_arena *arena) {
    sk_svg_piece piece = {.element = SK_SVG_PATH, .form = "", .opacity = look->opacity};
    const double most = 1e6; /* larger is as good as endless, and no number to write */
    double scale = fmin(scale_of(through), most);
    const char *class_name = sk_svg_node_attribute(node, "class", arena);
    if (sk_svg_node_is(node, "text"))
        sk_svg_text_read(node, arena, &piece);
    else if (is_circle(node))
        read_circle(node, scale, arena, &piece);
    else
        read_outline(node, arena, &piece);
    piece.class_name = class_name == NULL ? "" : class_name;
    piece.anchor = sk_svg_look_anchor(look);
    piece.hidden = sk_svg_look_is_invisible(look);
    piece.clipped = look->clipped;
    bool is_text = piece.element == SK_SVG_TEXT;
    piece.look = sk_svg_look_text(look, is_text, scale * points_per_mm, arena);
    piece.is_halo = piece.text != NULL && strncmp(piece.look, "fill:none", 9) == 0;
    piece.has_drawn_at = sk_svg_node_millimetres(node, "data-drawn-at", &piece.drawn_at);
    to_page(&piece, through, arena);
    return piece;
}
