#include "load/symbols/symbol_svg.h"

#include <libxml/parser.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "svg_reader/element/svg_elements.h"
#include "svg_reader/element/svg_path.h"

/** A symbol while it is read. */
typedef struct {
    sk_arena *arena;
    const sk_svg_rule *rules; /* of its style sheets */
    size_t rule_count;
    sk_symbol_part *parts; /* heap memory */
    size_t part_count, part_capacity, point_count;
    const char *colour;         /* of all shapes; NULL while there is none */
    const char *fault, *remedy; /* the first that was found; NULL: none */
} symbol_reader;

static bool refuse(symbol_reader *r, const char *fault, const char *remedy) {
    if (r->fault == NULL) {
        r->fault = fault;
        r->remedy = remedy;
    }
    return false;
}

static bool refuse_outside(symbol_reader *r) {
    return refuse(r, "it refers to something outside itself",
                  "draw in it what it refers to, and take the reference out");
}

/* Does a style refer to anything but what stands in the file itself? */
static bool leads_outside(const char *css) {
    if (strstr(css, "@import") != NULL) return true;
    for (const char *at = css; (at = strstr(at, "url(")) != NULL;) {
        at += strlen("url(");
        at += strspn(at, " \t\r\n\"'");
        if (*at != '#') return true;
    }
    return false;
}

static bool check_attribute(symbol_reader *r, const xmlAttr *attribute) {
    const char *name = (const char *)attribute->name;
    xmlChar *value = xmlNodeListGetString(attribute->doc, attribute->children, 1);
    const char *text = value == NULL ? "" : (const char *)value;
    bool sound = true;
    if (strncmp(name, "on", 2) == 0)
        sound = refuse(r, "it holds a script", "take the script out: a symbol is only a shape");
    else if ((strcmp(name, "href") == 0 && text[0] != '#') || leads_outside(text))
        sound = refuse_outside(r);
    xmlFree(value);
    return sound;
}

/* All of the tree, also what is not drawn. */
static bool check_tree(symbol_reader *r, const xmlNode *node) {
    if (node->type == XML_ENTITY_REF_NODE) return refuse_outside(r);
    if (node->type != XML_ELEMENT_NODE) return true;
    if (sk_svg_node_is(node, "script"))
        return refuse(r, "it holds a script", "take the script out: a symbol is only a shape");
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
        if (!check_attribute(r, a)) return false;
    if (sk_svg_node_is(node, "style") && leads_outside(sk_svg_node_content(node, r->arena)))
        return refuse_outside(r);
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (!check_tree(r, child)) return false;
    return true;
}

static void gather_css(const xmlNode *node, sk_arena *arena, const char **css) {
    if (sk_svg_node_is(node, "style"))
        *css = sk_arena_printf(arena, "%s\n%s", *css, sk_svg_node_content(node, arena));
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE) gather_css(child, arena, css);
}

static bool check_look(symbol_reader *r, const sk_svg_look *look) {
    static const char several[] = "it has several colours",
                      one[] = "give all its shapes one colour: the style says which it is drawn in";
    const char *fill = sk_svg_look_fill(look, r->arena);
    if (sk_svg_look_has_line(look))
        return refuse(r, "it has lines",
                      "turn them into shapes (in Inkscape: Path, Stroke to Path)");
    if (strncmp(fill, "url(", 4) == 0) return refuse(r, several, one);
    if (r->colour != NULL && strcmp(r->colour, fill) != 0) return refuse(r, several, one);
    r->colour = fill;
    return true;
}

static bool add_part(symbol_reader *r, const xmlNode *node, const sk_svg_look *look,
                     const sk_svg_transform *through) {
    sk_svg_path path;
    if (sk_svg_look_is_invisible(look)) return true;
    if (!check_look(r, look)) return false;
    if (!sk_svg_element_outline(node, r->arena, &path))
        return refuse(r, "it holds what has no outline, such as a text, a picture or a clone",
                      "turn it into a path (in Inkscape: Path, Object to Path)");
    r->point_count += path.point_count;
    if (r->point_count > SK_SYMBOL_POINTS_MAX)
        return refuse(r, "it has more than 1000 points",
                      "simplify it: it is drawn a few millimetres wide");
    if (path.point_count < 3) return true; /* it has no inside */
    for (size_t i = 0; i < path.point_count; i++)
        sk_svg_transform_apply(through, &path.points[i].x_mm, &path.points[i].y_mm);
    r->parts = sk_heap_grow(r->parts, r->part_count, &r->part_capacity, sizeof *r->parts);
    r->parts[r->part_count++] = (sk_symbol_part){path.commands, path.points, path.point_count};
    return true;
}

static bool is_only_told(const xmlNode *node) {
    static const char *const names[] = {"title", "desc", "metadata", "defs", "style"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (sk_svg_node_is(node, names[i])) return true;
    return !sk_svg_node_is(node, NULL);
}

static bool read_node(symbol_reader *r, const xmlNode *node, const sk_svg_look *outer,
                      const sk_svg_transform *through) {
    if (node->type != XML_ELEMENT_NODE || is_only_told(node)) return true;
    sk_svg_look look = sk_svg_look_of(node, outer, r->rules, r->rule_count, r->arena);
    sk_svg_transform own;
    if (!sk_svg_transform_parse(look.transform, &own))
        return refuse(r, "a transform in it is not understood", "apply it to the shapes");
    sk_svg_transform inner = sk_svg_transform_chain(through, &own);
    if (look.hidden) return true;
    if (!sk_svg_node_holds_others(node)) return add_part(r, node, &look, &inner);
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (!read_node(r, child, &look, &inner)) return false;
    return true;
}

/* Into a circle of radius 1 around the middle of the box around the shapes. False: they have no
 * extent. */
static bool fit(symbol_reader *r) {
    double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY, radius = 0;
    for (size_t i = 0; i < r->part_count; i++)
        for (size_t k = 0; k < r->parts[i].point_count; k++) {
            sk_page_point p = r->parts[i].points[k];
            left = fmin(left, p.x_mm), right = fmax(right, p.x_mm);
            top = fmin(top, p.y_mm), bottom = fmax(bottom, p.y_mm);
        }
    double x = (left + right) / 2, y = (top + bottom) / 2;
    if (!(right > left && bottom > top) || !isfinite(x) || !isfinite(y)) return false;
    for (size_t i = 0; i < r->part_count; i++)
        for (size_t k = 0; k < r->parts[i].point_count; k++)
            radius =
                fmax(radius, hypot(r->parts[i].points[k].x_mm - x, r->parts[i].points[k].y_mm - y));
    if (!isfinite(radius)) return false;
    for (size_t i = 0; i < r->part_count; i++) {
        sk_page_point *points = SK_NEW_ARRAY(r->arena, sk_page_point, r->parts[i].point_count);
        for (size_t k = 0; k < r->parts[i].point_count; k++)
            points[k] = (sk_page_point){(r->parts[i].points[k].x_mm - x) / radius,
                                        (r->parts[i].points[k].y_mm - y) / radius};
        r->parts[i].points = points;
    }
    return true;
}

/* A style sheet that is named before the root. */
static bool names_style_sheet(const xmlDoc *document) {
    for (const xmlNode *node = document->children; node != NULL; node = node->next)
        if (node->type == XML_PI_NODE && strcmp((const char *)node->name, "xml-stylesheet") == 0)
            return true;
    return false;
}

static bool read_document(symbol_reader *r, const xmlDoc *document) {
    static const sk_svg_transform identity = {1, 0, 0, 1, 0, 0};
    const xmlNode *root = document == NULL ? NULL : xmlDocGetRootElement(document);
    if (root == NULL || !sk_svg_node_is(root, "svg"))
        return refuse(r, "it is no SVG", "save it as SVG");
    if (names_style_sheet(document)) return refuse_outside(r);
    if (!check_tree(r, root)) return false;
    const char *css = "";
    gather_css(root, r->arena, &css);
    r->rules = sk_svg_rules_read(css, r->arena, &r->rule_count);
    const sk_svg_look look = sk_svg_look_default();
    if (!read_node(r, root, &look, &identity)) return false;
    return fit(r) || refuse(r, "it holds no shape", "draw a filled shape in it");
}

bool sk_symbol_svg_parse(const char *bytes, size_t length, const char *file, sk_arena *arena,
                         sk_diag *diag, sk_point_symbol *out) {
    symbol_reader r = {.arena = arena};
    *out = (sk_point_symbol){0};
    xmlInitParser();
    xmlDocPtr document = xmlReadMemory(bytes, (int)length, NULL, NULL,
                                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    bool sound = read_document(&r, document);
    if (!sound) sk_diag_error(diag, (sk_place){.file = file}, r.remedy, "%s", r.fault);
    xmlFreeDoc(document);
    sk_symbol_part *parts = SK_NEW_ARRAY(arena, sk_symbol_part, r.part_count);
    if (r.part_count > 0) memcpy(parts, r.parts, r.part_count * sizeof *parts);
    free(r.parts);
    out->parts = parts;
    out->part_count = r.part_count;
    return sound;
}
