#include "svg_things.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "svg_reader/element/svg_rules.h"

static const double mm_per_unit = 25.4 / 72;

typedef struct {
    sk_typesetter *typesetter;
    sk_arena *arena;
    xmlDocPtr document;
    const sk_svg_rule *rules; /* of its classes */
    size_t rule_count;
} reader;

static void *room_for_one(const reader *r, void *items, size_t count, size_t *capacity,
                          size_t size) {
    if (count < *capacity) return items;
    *capacity = *capacity == 0 ? 16 : *capacity * 2;
    void *larger = sk_arena_array(r->arena, *capacity, size);
    if (count > 0) memcpy(larger, items, count * size);
    return larger;
}

static void add_shape(const reader *r, svg_thing *thing, flat_shape shape) {
    thing->shapes =
        room_for_one(r, thing->shapes, thing->count, &thing->capacity, sizeof *thing->shapes);
    thing->shapes[thing->count++] = shape;
}

static bool is(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static const char *text_of(const reader *r, xmlNode *node, const char *attribute) {
    xmlChar *value = xmlGetProp(node, (const xmlChar *)attribute);
    const char *copy = sk_arena_string(r->arena, (const char *)value);
    xmlFree(value);
    return copy;
}

/* What the element's class says of a property; NULL where it says nothing. */
static const char *property_of(const reader *r, xmlNode *node, const char *property) {
    const char *class_name = text_of(r, node, "class"), *at = NULL;
    for (size_t i = 0; class_name != NULL && i < r->rule_count; i++)
        if (strcmp(r->rules[i].name, class_name) == 0) at = r->rules[i].declarations;
    for (size_t length = strlen(property); at != NULL && *at != '\0'; at += strcspn(at, ";")) {
        at += *at == ';';
        if (strncmp(at, property, length) == 0 && at[length] == ':')
            return sk_arena_string_n(r->arena, at + length + 1, strcspn(at + length + 1, ";"));
    }
    return NULL;
}

static double millimetres(const char *text) {
    return text == NULL ? 0 : strtod(text, NULL) * mm_per_unit;
}

/* A length in millimetres; 0 where there is none. */
static double length_of(const reader *r, xmlNode *node, const char *attribute) {
    return millimetres(text_of(r, node, attribute));
}

static double styled_length(const reader *r, xmlNode *node, const char *property) {
    return millimetres(property_of(r, node, property));
}

/* A line's points. */
typedef struct {
    double *x, *y;
    size_t count;
} points;

enum { CURVE_STEPS = 16 };

static void add_point(points *line, double x, double y) {
    line->x[line->count] = x * mm_per_unit;
    line->y[line->count++] = y * mm_per_unit;
}

static double bezier(double a, double b, double c, double d, double t) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

static void add_curve(points *line, double x, double y, double p[3][2]) {
    for (int i = 1; i <= CURVE_STEPS; i++) {
        double t = (double)i / CURVE_STEPS;
        add_point(line, bezier(x, p[0][0], p[1][0], p[2][0], t),
                  bezier(y, p[0][1], p[1][1], p[2][1], t));
    }
}

/* Path data of the kind that the program writes: m, l, c and z with relative numbers. */
static points path_points(const reader *r, const char *data) {
    size_t most = strlen(data) * CURVE_STEPS;
    points line = {SK_NEW_ARRAY(r->arena, double, most), SK_NEW_ARRAY(r->arena, double, most), 0};
    double x = 0, y = 0, begin_x = 0, begin_y = 0, controls[3][2];
    char command = 'm';
    size_t in_command = 0;
    for (char *at = (char *)data; *at != '\0';) {
        if (strchr(" ,", *at) != NULL) {
            at++;
        } else if (strchr("mlcz", *at) != NULL) {
            command = *at++;
            in_command = 0;
            if (command == 'z') x = begin_x, y = begin_y;
        } else {
            double dx = strtod(at, &at), dy = strtod(at, &at);
            size_t in_curve = in_command++ % 3;
            if (command == 'c') {
                controls[in_curve][0] = x + dx;
                controls[in_curve][1] = y + dy;
                if (in_curve < 2) continue;
                add_curve(&line, x, y, controls);
            } else {
                add_point(&line, x + dx, y + dy);
            }
            x += dx, y += dy;
            if (command == 'm' && in_command == 1) begin_x = x, begin_y = y;
        }
    }
    return line;
}

static double radians(double degrees) {
    return degrees * acos(-1) / 180;
}

/* The box from (left, top) to (right, bottom), relative to (x, y) and turned about it. */
static flat_shape turned(double x, double y, double angle, flat_box box) {
    flat_shape shape = flat_from_box(box);
    for (size_t i = 0; i < 4; i++) {
        double u = shape.x[i], v = shape.y[i];
        shape.x[i] = x + u * cos(angle) - v * sin(angle);
        shape.y[i] = y + u * sin(angle) + v * cos(angle);
    }
    return shape;
}

static sk_text_style style_of(const reader *r, xmlNode *text) {
    const char *weight = property_of(r, text, "font-weight");
    const char *slant = property_of(r, text, "font-style");
    return (sk_text_style){.size_mm = styled_length(r, text, "font-size"),
                           .weight = weight == NULL ? 400 : atoi(weight),
                           .italic = slant != NULL && strcmp(slant, "italic") == 0,
                           .tracking_mm = styled_length(r, text, "letter-spacing")};
}

/* The part of a line's width that stands before its anchor. */
static double anchor_share(const reader *r, xmlNode *text) {
    const char *anchor = text_of(r, text, "text-anchor");
    if (anchor == NULL) return 0;
    return strcmp(anchor, "middle") == 0 ? 0.5 : strcmp(anchor, "end") == 0 ? 1 : 0;
}

static flat_box letter_box(sk_page_box ink, double cap_height, double from) {
    return (flat_box){from + ink.x_mm, fmin(-cap_height, ink.y_mm), from + ink.x_mm + ink.width_mm,
                      fmax(0, ink.y_mm + ink.height_mm)};
}

static const char *content_of(const reader *r, xmlNode *node) {
    xmlChar *content = xmlNodeGetContent(node);
    const char *copy = sk_arena_string(r->arena, (const char *)content);
    xmlFree(content);
    return copy;
}

static void add_line(const reader *r, svg_thing *thing, xmlNode *text, xmlNode *span) {
    sk_text_style style = style_of(r, text);
    sk_text_extent extent = sk_typesetter_measure(r->typesetter, content_of(r, span), &style);
    if (extent.ink.width_mm <= 0) return;
    double x = length_of(r, span, "x"), y = length_of(r, span, "y");
    double angle = 0, pivot_x = x, pivot_y = y;
    const char *transform = text_of(r, text, "transform");
    if (transform != NULL &&
        sscanf(transform, "rotate(%lf %lf %lf)", &angle, &pivot_x, &pivot_y) == 3) {
        pivot_x *= mm_per_unit;
        pivot_y *= mm_per_unit;
    }
    flat_box box =
        letter_box(extent.ink, extent.cap_height_mm, -anchor_share(r, text) * extent.width_mm);
    box.left += x - pivot_x, box.right += x - pivot_x;
    box.top += y - pivot_y, box.bottom += y - pivot_y;
    add_shape(r, thing, turned(pivot_x, pivot_y, radians(angle), box));
}

static xmlNode *with_id(const reader *r, xmlNode *node, const char *id) {
    for (; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        const char *own = text_of(r, node, "id");
        if (own != NULL && strcmp(own, id) == 0) return node;
        xmlNode *below = with_id(r, node->children, id);
        if (below != NULL) return below;
    }
    return NULL;
}

/* The place on a line at some distance from its start, and its direction there. */
static void place_along(const points *line, double distance, double *x, double *y, double *angle) {
    for (size_t i = 1; i < line->count; i++) {
        double dx = line->x[i] - line->x[i - 1], dy = line->y[i] - line->y[i - 1];
        double length = hypot(dx, dy);
        *angle = atan2(dy, dx);
        double t = length > 0 ? fmin(1, distance / length) : 0;
        *x = line->x[i - 1] + t * dx;
        *y = line->y[i - 1] + t * dy;
        if (distance <= length) return;
        distance -= length;
    }
}

/* Letters along a path, each where it stands and turned as it is. */
static void add_along(const reader *r, svg_thing *thing, xmlNode *text, xmlNode *text_path) {
    const char *reference = text_of(r, text_path, "href");
    xmlNode *path =
        reference == NULL ? NULL : with_id(r, xmlDocGetRootElement(r->document), reference + 1);
    if (path == NULL) return;
    points line = path_points(r, text_of(r, path, "d"));
    sk_text_style style = style_of(r, text);
    const char *utf8 = content_of(r, text_path);
    sk_text_extent extent = sk_typesetter_measure(r->typesetter, utf8, &style);
    double start = length_of(r, text_path, "startOffset") - anchor_share(r, text) * extent.width_mm;
    sk_text_cluster *clusters = NULL;
    size_t count = sk_typesetter_clusters(r->typesetter, utf8, &style, r->arena, &clusters);
    for (size_t i = 0; i < count; i++) {
        double half = clusters[i].width_mm / 2, x = 0, y = 0, angle = 0;
        if (clusters[i].ink.width_mm <= 0) continue;
        place_along(&line, start + clusters[i].start_mm + half, &x, &y, &angle);
        add_shape(r, thing,
                  turned(x, y, angle, letter_box(clusters[i].ink, extent.cap_height_mm, -half)));
    }
}

static void add_text(const reader *r, svg_thing *thing, xmlNode *text) {
    for (xmlNode *part = text->children; part != NULL; part = part->next) {
        if (is(part, "tspan")) add_line(r, thing, text, part);
        if (is(part, "textPath")) add_along(r, thing, text, part);
    }
}

static void add_circle(const reader *r, svg_thing *thing, xmlNode *circle) {
    double rim = styled_length(r, circle, "stroke-width") / 2;
    add_shape(r, thing,
              (flat_shape){{length_of(r, circle, "cx")},
                           {length_of(r, circle, "cy")},
                           1,
                           length_of(r, circle, "r") + rim});
}

static void add_path(const reader *r, svg_thing *thing, xmlNode *path) {
    points line = path_points(r, text_of(r, path, "d"));
    for (size_t i = 1; i < line.count; i++)
        add_shape(r, thing,
                  (flat_shape){{line.x[i - 1], line.x[i]}, {line.y[i - 1], line.y[i]}, 2, 0});
}

static flat_box bounds_of(const svg_thing *thing) {
    flat_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < thing->count; i++) box = flat_union(box, flat_bounds(&thing->shapes[i]));
    return box;
}

static thing_kind kind_of(const char *role) {
    static const struct {
        const char *role;
        thing_kind kind;
    } kinds[] = {{"label", THING_NAME},
                 {"town", THING_NAME},
                 {"marker", THING_MARKER},
                 {"leader", THING_LEADER},
                 {"furniture", THING_FURNITURE}};
    for (size_t i = 0; role != NULL && i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(role, kinds[i].role) == 0) return kinds[i].kind;
    return THING_OTHER;
}

/* A name is its letters, a marker its disc, a leader its line and dot, furniture all that it has.
 */
static void add_outline(const reader *r, svg_thing *thing, xmlNode *group) {
    thing_kind kind = thing->kind;
    for (xmlNode *item = group->children; item != NULL; item = item->next) {
        if (is(item, "g")) add_outline(r, thing, item); /* a row of the legend */
        if (is(item, "text") && (kind == THING_NAME || kind == THING_FURNITURE))
            add_text(r, thing, item);
        if (is(item, "circle") &&
            (kind == THING_LEADER || (kind == THING_MARKER && thing->count == 0)))
            add_circle(r, thing, item);
        if (is(item, "path") && kind != THING_NAME && kind != THING_OTHER) add_path(r, thing, item);
    }
}

static void read_group(const reader *r, xmlNode *group, svg_page *page) {
    svg_thing thing = {.kind = kind_of(text_of(r, group, "data-role")),
                       .id = text_of(r, group, "id"),
                       .feature = text_of(r, group, "data-feature")};
    add_outline(r, &thing, group);
    thing.is_frame = thing.id != NULL && strcmp(thing.id, "frame") == 0;
    if (thing.is_frame) page->frame = bounds_of(&thing);
    bool counts = thing.count > 0 || thing.kind == THING_OTHER;
    if (!counts) return;
    bool symbol = thing.kind == THING_MARKER && thing.shapes[0].count > 1;
    if (thing.kind == THING_FURNITURE || symbol) {
        thing.shapes[0] = flat_from_box(bounds_of(&thing));
        thing.count = 1;
    }
    page->things =
        room_for_one(r, page->things, page->count, &page->capacity, sizeof *page->things);
    page->things[page->count++] = thing;
}

static void read_rules(reader *r, xmlNode *root) {
    for (xmlNode *node = root->children; node != NULL; node = node->next)
        if (is(node, "style"))
            r->rules = sk_svg_rules_read(content_of(r, node), r->arena, &r->rule_count);
}

static bool read_root(reader *r, xmlNode *root, svg_page *page) {
    read_rules(r, root);
    const char *view = text_of(r, root, "viewBox");
    double left, top, width, height;
    if (view == NULL || sscanf(view, "%lf %lf %lf %lf", &left, &top, &width, &height) != 4)
        return false;
    page->page = (flat_box){left * mm_per_unit, top * mm_per_unit, (left + width) * mm_per_unit,
                            (top + height) * mm_per_unit};
    for (xmlNode *layer = root->children; layer != NULL; layer = layer->next)
        for (xmlNode *group = is(layer, "g") ? layer->children : NULL; group != NULL;
             group = group->next)
            if (is(group, "g")) read_group(r, group, page);
    return page->frame.right > page->frame.left;
}

bool svg_page_read(const char *path, sk_typesetter *typesetter, sk_arena *arena, svg_page *out) {
    *out = (svg_page){0};
    reader r = {.typesetter = typesetter,
                .arena = arena,
                .document = xmlReadFile(path, NULL, XML_PARSE_NONET)};
    bool sound = r.document != NULL && read_root(&r, xmlDocGetRootElement(r.document), out);
    if (!sound) fprintf(stderr, "%s: not the SVG of a figure\n", path);
    xmlFreeDoc(r.document);
    return sound;
}
