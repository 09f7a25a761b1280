#include "svg_reader/file/svg_page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "svg_reader/element/svg_node.h"
#include "svg_reader/file/svg_claims.h"

static const double mm_per_point = 25.4 / 72;
static const char paper[] = "sk-paper-"; /* how its id begins */

/* Millimetres of a length with a unit that has a size of its own; 0 for any other. CSS's pixel has
 * none: programs that think in pixels write them for what were points. */
static double real_length(const xmlNode *root, const char *name, sk_arena *arena) {
    static const struct {
        const char *unit;
        double mm;
    } units[] = {{"mm", 1}, {"cm", 10}, {"in", 25.4}, {"pt", 25.4 / 72}, {"pc", 25.4 / 6}};
    const char *at = sk_svg_node_attribute(root, name, arena);
    double number;
    if (at == NULL || !sk_svg_number_scan(&at, &number)) return 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strncmp(at, units[i].unit, 2) == 0) return number * units[i].mm;
    return 0;
}

typedef struct {
    double x, y, width, height;
} view_box;

static bool read_view_box(const xmlNode *root, sk_arena *arena, view_box *out) {
    const char *at = sk_svg_node_attribute(root, "viewBox", arena);
    bool read = at != NULL && sk_svg_number_scan(&at, &out->x) &&
                sk_svg_number_scan(&at, &out->y) && sk_svg_number_scan(&at, &out->width) &&
                sk_svg_number_scan(&at, &out->height);
    if (!read)
        *out =
            (view_box){0, 0, sk_svg_node_number(root, "width"), sk_svg_node_number(root, "height")};
    return out->width > 0 && out->height > 0;
}

/* A page without a real size is as large as it was drawn, if it is as long and broad. */
static double mm_per_unit(double width_mm, const view_box *box, const sk_svg_figure *drawn) {
    const double alike = 0.01;
    if (width_mm > 0) return width_mm / box->width;
    if (drawn == NULL || !(drawn->height_mm > 0)) return mm_per_point;
    double shape = box->width / box->height * drawn->height_mm / drawn->width_mm;
    return fabs(shape - 1) < alike ? drawn->width_mm / box->width : mm_per_point;
}

/* Reads "fig-13-nl-inkscape" or "fig-13-sheet-2-nl-inkscape". */
static bool read_page_id(const char *id, sk_arena *arena, sk_svg_figure *out) {
    static const char begin[] = "fig-", sheet[] = "-sheet-";
    enum { DIGITS_MAX = 6 };
    char *end = (char *)id + strlen(begin);
    if (strncmp(id, begin, strlen(begin)) != 0 || strspn(end, "0123456789") > DIGITS_MAX)
        return false;
    out->figure = (int)strtol(end, &end, 10);
    if (strncmp(end, sheet, strlen(sheet)) == 0 &&
        strspn(end + strlen(sheet), "0123456789") <= DIGITS_MAX)
        out->sheet_page = (int)strtol(end + strlen(sheet), &end, 10);
    const char *target = strrchr(end, '-');
    if (out->figure <= 0 || *end != '-' || target == end) return false;
    out->language = sk_arena_string_n(arena, end + 1, (size_t)(target - end) - 1);
    out->target = sk_arena_string(arena, target + 1);
    return true;
}

/* A page that was made larger, as for bleed, begins elsewhere than the figure, whose paper lies
 * where it lay. */
static void begin_at_paper(const xmlNode *root, sk_arena *arena, view_box *box) {
    if (box->x == 0 && box->y == 0) return;
    for (const xmlNode *c = root->children; c != NULL; c = c->next) {
        if (!sk_svg_node_is(c, "rect")) continue;
        const char *id = sk_svg_node_attribute(c, "id", arena);
        if (id == NULL || strncmp(sk_svg_plain_id(id, arena), paper, strlen(paper)) != 0) continue;
        if (sk_svg_node_attribute(c, "transform", arena) != NULL) continue;
        box->x = sk_svg_node_number(c, "x");
        box->y = sk_svg_node_number(c, "y");
    }
}

/* The root's id, or that of the paper, which is kept where the root is written anew. */
static bool find_page_id(const xmlNode *node, sk_arena *arena, sk_svg_figure *out, int depth) {
    enum { DEPTH_MAX = 4 };
    const char *id = sk_svg_node_attribute(node, "id", arena);
    const char *plain = id == NULL ? "" : sk_svg_plain_id(id, arena);
    if (strncmp(plain, paper, strlen(paper)) == 0) plain += strlen(paper);
    if (read_page_id(plain, arena, out)) return true;
    for (const xmlNode *c = node->children; c != NULL && depth < DEPTH_MAX; c = c->next)
        if (sk_svg_node_is(c, NULL) && find_page_id(c, arena, out, depth + 1)) return true;
    return false;
}

static bool read_marks(const xmlNode *root, sk_arena *arena, sk_svg_figure *out) {
    const char *program = sk_svg_node_attribute(root, "data-program", arena);
    if (program == NULL || strncmp(program, "streekkaart", strlen("streekkaart")) != 0)
        return false;
    xmlChar *language = xmlNodeGetLang(root);
    out->language = sk_arena_string(arena, language == NULL ? "" : (const char *)language);
    xmlFree(language);
    out->target = sk_svg_node_attribute(root, "data-svg-target", arena);
    out->figure = sk_svg_node_count(root, "data-figure");
    out->sheet_page = sk_svg_node_count(root, "data-sheet-page");
    return out->target != NULL;
}

static void take_over(const sk_svg_figure *drawn, sk_svg_figure *out) {
    out->figure = drawn->figure;
    out->sheet_page = drawn->sheet_page;
    out->language = drawn->language;
    out->target = drawn->target;
}

bool sk_svg_page_read(const xmlNode *root, const sk_svg_figure *drawn, sk_arena *arena,
                      sk_svg_figure *out, sk_svg_transform *to_page) {
    view_box box;
    out->language = "";
    if (!sk_svg_node_is(root, "svg") || !read_view_box(root, arena, &box)) return false;
    bool known = read_marks(root, arena, out) || find_page_id(root, arena, out, 0);
    if (!known && drawn == NULL) return false;
    if (!known) take_over(drawn, out);
    const xmlNode *title = sk_svg_node_child(root, "title");
    const char *untitled = drawn == NULL ? "" : drawn->title;
    out->title = title == NULL ? untitled : sk_svg_node_content(title, arena);
    double scale = mm_per_unit(real_length(root, "width", arena), &box, drawn);
    out->width_mm = box.width * scale;
    out->height_mm = box.height * scale;
    begin_at_paper(root, arena, &box);
    *to_page = (sk_svg_transform){scale, 0, 0, scale, -box.x * scale, -box.y * scale};
    return out->width_mm > 0;
}
