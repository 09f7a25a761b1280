#include "svg_reader/svg_figure.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/number_text.h"
#include "base/page_id.h"
#include "svg_reader/svg_path.h"
#include "svg_reader/svg_rules.h"
#include "svg_reader/svg_transform.h"

static const char svg_namespace[] = "http://www.w3.org/2000/svg";
static const char inkscape_namespace[] = "http://www.inkscape.org/namespaces/inkscape";

/* An object while its pieces are still being found. */
typedef struct {
    sk_svg_object object;
    sk_svg_piece *pieces;
    size_t count, capacity;
} found_object;

typedef struct {
    sk_arena *arena;
    double mm_per_unit;
    found_object *objects;
    size_t count, capacity;
} reading;

static bool is_element(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
           strcmp((const char *)node->ns->href, svg_namespace) == 0 &&
           (name == NULL || strcmp((const char *)node->name, name) == 0);
}

/* A copy of the attribute's value; NULL where there is none. */
static const char *attribute(sk_arena *arena, const xmlNode *node, const char *name) {
    xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
    const char *copy = sk_arena_string(arena, (const char *)value);
    xmlFree(value);
    return copy;
}

static const char *content(sk_arena *arena, const xmlNode *node) {
    xmlChar *text = xmlNodeGetContent(node);
    const char *copy = sk_arena_string(arena, text == NULL ? "" : (const char *)text);
    xmlFree(text);
    return copy;
}

static const xmlNode *child(const xmlNode *node, const char *name) {
    for (const xmlNode *c = node->children; c != NULL; c = c->next)
        if (is_element(c, name)) return c;
    return NULL;
}

static double number_of(const xmlNode *node, const char *name) {
    xmlChar *text = xmlGetNoNsProp(node, BAD_CAST name);
    const char *at = (const char *)text;
    double number = 0;
    if (at == NULL || !sk_svg_number_scan(&at, &number)) number = 0;
    xmlFree(text);
    return number;
}

/* A number from 1 on; 0 where there is none. */
static int count_of(const xmlNode *node, const char *name) {
    double number = number_of(node, name);
    return number >= 1 && number <= INT_MAX ? (int)number : 0;
}

static const char *language_of(const xmlNode *node, sk_arena *arena) {
    xmlChar *value = xmlNodeGetLang(node);
    const char *language = sk_arena_string(arena, value == NULL ? "" : (const char *)value);
    xmlFree(value);
    return language;
}

/* Two numbers, as sk_svg_millimetres() writes them. */
static bool read_millimetres(const xmlNode *node, const char *name, sk_page_point *out) {
    xmlChar *text = xmlGetNoNsProp(node, BAD_CAST name);
    const char *at = (const char *)text;
    bool sound =
        at != NULL && sk_svg_number_scan(&at, &out->x_mm) && sk_svg_number_scan(&at, &out->y_mm);
    xmlFree(text);
    return sound;
}

static bool is_line(const xmlNode *node) {
    return is_element(node, "tspan") || is_element(node, "textPath");
}

/* The lines of a text, or all of it where it has none. */
static const char *lines_of(sk_arena *arena, const xmlNode *text) {
    size_t room = 1, length = 0;
    for (const xmlNode *line = text->children; line != NULL; line = line->next)
        if (is_line(line)) room += strlen(content(arena, line)) + 1;
    if (room == 1) return content(arena, text);
    char *lines = SK_NEW_ARRAY(arena, char, room);
    for (const xmlNode *line = text->children; line != NULL; line = line->next) {
        if (!is_line(line)) continue;
        const char *words = content(arena, line);
        if (length > 0) lines[length++] = '\n';
        /* NOLINTNEXTLINE(bugprone-not-null-terminated-result): an arena's memory is zero */
        memcpy(lines + length, words, strlen(words));
        length += strlen(words);
    }
    return lines;
}

static size_t count_lines(const xmlNode *text) {
    size_t count = 0;
    for (const xmlNode *line = text->children; line != NULL; line = line->next) {
        if (is_element(line, "textPath")) return 0;
        if (is_element(line, "tspan")) count++;
    }
    return count;
}

static const char *form_of_text(sk_arena *arena, const xmlNode *text) {
    const char *anchor = attribute(arena, text, "text-anchor");
    return anchor == NULL ? "start" : anchor;
}

/* Outlined letters have no form: their words tell. */
static void read_path(sk_arena *arena, const xmlNode *node, sk_svg_piece *piece) {
    const char *data = attribute(arena, node, "d");
    sk_svg_path path;
    if (data == NULL) return;
    bool understood = sk_svg_path_parse(data, arena, &path);
    if (path.point_count > 0) piece->at = path.points[0];
    if (piece->text != NULL) return;
    piece->form = understood ? path.commands : data;
    piece->points = path.points;
    piece->point_count = path.point_count;
}

static sk_svg_piece read_piece(const reading *r, const xmlNode *node) {
    sk_arena *arena = r->arena;
    sk_svg_piece piece = {.element = SK_SVG_PATH};
    const char *class_name = attribute(arena, node, "class");
    const char *declarations = attribute(arena, node, "style");
    piece.style = declarations != NULL ? declarations : class_name != NULL ? class_name : "";
    piece.form = "";
    if (is_element(node, "text")) {
        piece.element = SK_SVG_TEXT;
        const xmlNode *line = child(node, "tspan");
        if (line == NULL) line = node;
        piece.at = (sk_page_point){number_of(line, "x"), number_of(line, "y")};
        piece.text = lines_of(arena, node);
        piece.form = form_of_text(arena, node);
        piece.line_count = count_lines(node);
    } else if (is_element(node, "circle")) {
        piece.element = SK_SVG_CIRCLE;
        piece.at = (sk_page_point){number_of(node, "cx"), number_of(node, "cy")};
        piece.form = sk_number_text(arena, number_of(node, "r"), 3);
    } else {
        piece.text = attribute(arena, node, "aria-label");
        read_path(arena, node, &piece);
    }
    return piece;
}

/* What the element's coordinates go through; a transform that cannot be read is none. */
static sk_svg_transform transformed(const reading *r, const xmlNode *node,
                                    const sk_svg_transform *outer) {
    sk_svg_transform own;
    if (!sk_svg_transform_parse(attribute(r->arena, node, "transform"), &own))
        own = sk_svg_identity;
    return sk_svg_transform_chain(outer, &own);
}

static sk_page_point page_point(const reading *r, const sk_svg_transform *through,
                                sk_page_point point) {
    sk_svg_transform_apply(through, &point.x_mm, &point.y_mm);
    return (sk_page_point){point.x_mm * r->mm_per_unit, point.y_mm * r->mm_per_unit};
}

static void add_piece(reading *r, found_object *object, const xmlNode *node,
                      const sk_svg_transform *outer) {
    sk_svg_transform all = transformed(r, node, outer);
    sk_svg_piece piece = read_piece(r, node);
    piece.at = page_point(r, &all, piece.at);
    sk_page_point *points = SK_NEW_ARRAY(r->arena, sk_page_point, piece.point_count);
    for (size_t i = 0; i < piece.point_count; i++) points[i] = page_point(r, &all, piece.points[i]);
    piece.points = points;
    piece.through = all;
    piece.has_drawn_at = read_millimetres(node, "data-drawn-at", &piece.drawn_at);
    object->pieces =
        sk_heap_grow(object->pieces, object->count, &object->capacity, sizeof *object->pieces);
    object->pieces[object->count++] = piece;
}

/* Returns the object's index: the array may move while what is inside it is read. */
static size_t add_object(reading *r, const xmlNode *group, const char *id, ptrdiff_t inside) {
    const xmlNode *title = child(group, "title");
    r->objects = sk_heap_grow(r->objects, r->count, &r->capacity, sizeof *r->objects);
    r->objects[r->count] =
        (found_object){.object = {.id = id,
                                  .feature = attribute(r->arena, group, "data-feature"),
                                  .role = sk_role_find(attribute(r->arena, group, "data-role")),
                                  .kind = attribute(r->arena, group, "data-kind"),
                                  .source = attribute(r->arena, group, "data-source"),
                                  .title = title == NULL ? NULL : content(r->arena, title),
                                  .inside = inside}};
    sk_svg_object *object = &r->objects[r->count].object;
    object->item = attribute(r->arena, group, "data-item");
    if (object->item == NULL) object->item = id;
    object->movable = read_millimetres(group, "data-pin", &object->pin);
    return r->count++;
}

/* Who saves a plain SVG takes Inkscape's mark of a layer off: then its id tells. */
static bool is_layer(const xmlNode *node, const char *id) {
    xmlChar *mode = xmlGetNsProp(node, BAD_CAST "groupmode", BAD_CAST inkscape_namespace);
    bool marked = mode != NULL && strcmp((const char *)mode, "layer") == 0;
    xmlFree(mode);
    bool is_feature = xmlHasProp(node, BAD_CAST "data-role") != NULL;
    return marked || (id != NULL && !is_feature && sk_page_id_is_of_layer(id));
}

enum { NO_OBJECT = -1, DEPTH_MAX = 64 };

/* Reads what is inside `parent`; `owner` is the object that its pieces belong to. */
static void read_children(reading *r, const xmlNode *parent, ptrdiff_t owner,
                          const sk_svg_transform *outer, int depth) {
    for (const xmlNode *node = parent->children; node != NULL && depth < DEPTH_MAX;
         node = node->next) {
        if (!is_element(node, NULL)) continue;
        bool group = is_element(node, "g") || is_element(node, "a");
        if (!group) {
            bool drawn =
                is_element(node, "path") || is_element(node, "circle") || is_element(node, "text");
            if (drawn && owner != NO_OBJECT) add_piece(r, &r->objects[owner], node, outer);
            continue;
        }
        sk_svg_transform all = transformed(r, node, outer);
        const char *id = is_element(node, "g") ? attribute(r->arena, node, "id") : NULL;
        if (is_layer(node, id)) id = NULL;
        ptrdiff_t inner = id == NULL ? owner : (ptrdiff_t)add_object(r, node, id, owner);
        read_children(r, node, inner, &all, depth + 1);
    }
}

static void finish(reading *r, sk_svg_figure *out) {
    sk_svg_object *objects = SK_NEW_ARRAY(r->arena, sk_svg_object, r->count);
    for (size_t i = 0; i < r->count; i++) {
        found_object *found = &r->objects[i];
        sk_svg_piece *pieces = SK_NEW_ARRAY(r->arena, sk_svg_piece, found->count);
        if (found->count > 0) memcpy(pieces, found->pieces, found->count * sizeof *pieces);
        objects[i] = found->object;
        objects[i].pieces = pieces;
        objects[i].piece_count = found->count;
        free(found->pieces);
    }
    free(r->objects);
    out->objects = objects;
    out->object_count = r->count;
}

static void read_rules(const xmlNode *root, sk_arena *arena, sk_svg_figure *out) {
    char *css;
    size_t length;
    FILE *all = sk_heap_stream(&css, &length);
    for (const xmlNode *node = root->children; node != NULL; node = node->next) {
        if (!is_element(node, "style")) continue;
        xmlChar *text = xmlNodeGetContent(node);
        if (text != NULL) fputs((const char *)text, all);
        xmlFree(text);
    }
    sk_heap_stream_close(all);
    out->rules = sk_svg_rules_read(css, arena, &out->rule_count);
    free(css);
}

/* The program's mark, and a size in millimetres that the drawing's units fill. */
static bool read_root(const xmlNode *root, sk_arena *arena, reading *r, sk_svg_figure *out) {
    const char *program = is_element(root, "svg") ? attribute(arena, root, "data-program") : NULL;
    if (program == NULL || strncmp(program, "streekkaart", strlen("streekkaart")) != 0)
        return false;
    const xmlNode *title = child(root, "title");
    const char *box = attribute(arena, root, "viewBox");
    double x = 0, y = 0, width = 0;
    bool boxed = box != NULL && sk_svg_number_scan(&box, &x) && sk_svg_number_scan(&box, &y) &&
                 sk_svg_number_scan(&box, &width) && width > 0;
    out->target = attribute(arena, root, "data-svg-target");
    out->title = title == NULL ? "" : content(arena, title);
    out->figure = count_of(root, "data-figure");
    out->sheet_page = count_of(root, "data-sheet-page");
    out->language = language_of(root, arena);
    out->width_mm = number_of(root, "width");
    out->height_mm = number_of(root, "height");
    if (boxed) r->mm_per_unit = out->width_mm / width;
    return boxed && out->target != NULL && out->width_mm > 0;
}

sk_status sk_svg_figure_read(const char *bytes, size_t length, const char *file, sk_arena *arena,
                             sk_diag *diag, sk_svg_figure *out) {
    *out = (sk_svg_figure){0};
    xmlInitParser();
    xmlDocPtr document = NULL;
    if (length <= SK_SVG_BYTES_MAX)
        document = xmlReadMemory(bytes, (int)length, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    /* Ours define no entities, and those of others could grow without bound. */
    bool plain = document != NULL && document->intSubset == NULL;
    const xmlNode *root = plain ? xmlDocGetRootElement(document) : NULL;
    reading r = {.arena = arena};
    bool sound = root != NULL && read_root(root, arena, &r, out);
    if (sound) {
        read_children(&r, root, NO_OBJECT, &sk_svg_identity, 0);
        finish(&r, out);
        read_rules(root, arena, out);
    } else {
        sk_diag_error(diag, (sk_place){.file = file}, "give an SVG that streekkaart wrote", "%s",
                      document == NULL ? "is no XML" : "is no figure of this program");
    }
    xmlFreeDoc(document);
    return sound ? SK_OK : SK_ERR_DATA;
}
