#include "svg_reader/file/svg_figure.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/page_id.h"
#include "svg_reader/element/svg_elements.h"
#include "svg_reader/element/svg_rules.h"
#include "svg_reader/element/svg_viewport.h"
#include "svg_reader/file/svg_claims.h"
#include "svg_reader/file/svg_page.h"
#include "svg_reader/file/svg_precision.h"
#include "svg_reader/file/svg_restore.h"
#include "svg_reader/file/svg_scale.h"

/* An object while its pieces are still being found. */
typedef struct {
    sk_svg_object object;
    sk_svg_piece *pieces;
    size_t count, capacity;
} found_object;

typedef struct {
    sk_arena *arena;
    const sk_svg_figure *drawn; /* or NULL */
    bool has_data_ids;
    const sk_svg_rule *rules;
    size_t rule_count;
    found_object *objects;
    size_t count, capacity;
    sk_svg_layer *layers;
    size_t layer_count, layer_capacity;
    const char **copies;
    size_t copy_count, copy_capacity;
    sk_svg_piece *strays;
    size_t stray_count, stray_capacity;
    sk_svg_piece *clips;
    size_t clip_count, clip_capacity;
} reading;

enum { NOWHERE = -1, DEPTH_MAX = 256 }; /* as deep as libxml2 reads */

/* Where an element stands. */
typedef struct {
    ptrdiff_t owner, layer; /* the object and the layer, by index */
    sk_svg_transform through;
    sk_svg_look look;
    int depth;
} place;

static void add_piece(reading *r, const xmlNode *node, const place *at) {
    sk_svg_piece piece = sk_svg_element_read(node, &at->through, &at->look, r->arena);
    if (at->owner == NOWHERE) {
        bool told = r->drawn != NULL && !piece.hidden;
        if (!told) return;
        r->strays = sk_arena_grow(r->arena, r->strays, r->stray_count, &r->stray_capacity,
                                  sizeof *r->strays);
        r->strays[r->stray_count++] = piece;
        return;
    }
    found_object *object = &r->objects[at->owner];
    object->pieces =
        sk_heap_grow(object->pieces, object->count, &object->capacity, sizeof *object->pieces);
    object->pieces[object->count++] = piece;
}

/* Returns the object's index: the array may move while what is inside it is read. */
static ptrdiff_t add_object(reading *r, const xmlNode *node, const char *id, const place *at) {
    sk_arena *arena = r->arena;
    const xmlNode *title = sk_svg_node_child(node, "title");
    r->objects = sk_heap_grow(r->objects, r->count, &r->capacity, sizeof *r->objects);
    r->objects[r->count] = (found_object){
        .object = {.id = id,
                   .item = sk_svg_node_attribute(node, "data-item", arena),
                   .feature = sk_svg_node_attribute(node, "data-feature", arena),
                   .role = sk_role_find(sk_svg_node_attribute(node, "data-role", arena)),
                   .kind = sk_svg_node_attribute(node, "data-kind", arena),
                   .source = sk_svg_node_attribute(node, "data-source", arena),
                   .title = title == NULL ? NULL : sk_svg_node_content(title, arena),
                   .inside = at->owner,
                   .layer = at->layer}};
    sk_svg_object *object = &r->objects[r->count].object;
    if (object->item == NULL) object->item = id;
    object->movable = sk_svg_node_millimetres(node, "data-pin", &object->pin);
    return (ptrdiff_t)r->count++;
}

/* An id that a program gives to what has none: "g12", "a". */
static bool is_made_up(const char *id) {
    enum { SHORT = 3 };
    size_t length = strlen(id);
    return length <= SHORT || strchr("0123456789", id[length - 1]) != NULL;
}

/* Where a program shows no label it shows the id; one that says what the layer's own did, in
 * whatever spelling, is none that somebody has given it. */
static const char *label_of(const reading *r, const xmlNode *node, const sk_svg_layer *drawn) {
    const char *label = sk_svg_node_attribute_of(node, "label", SK_INKSCAPE_NAMESPACE, r->arena);
    const char *id = sk_svg_node_attribute(node, "id", r->arena);
    if (label != NULL || drawn == NULL || id == NULL) return label;
    const char *plain = sk_svg_plain_id(id, r->arena);
    const char *const names[] = {drawn->id, drawn->label};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] != NULL && strcmp(plain, sk_svg_plain_id(names[i], r->arena)) == 0)
            return NULL;
    return is_made_up(id) ? NULL : id;
}

static void add_layer(reading *r, const xmlNode *node, const char *id, const sk_svg_layer *drawn,
                      place *inner) {
    r->layers =
        sk_arena_grow(r->arena, r->layers, r->layer_count, &r->layer_capacity, sizeof *r->layers);
    r->layers[r->layer_count] = (sk_svg_layer){.id = id,
                                               .label = label_of(r, node, drawn),
                                               .hidden = inner->look.hidden,
                                               .clipped = inner->look.clipped,
                                               .opacity = inner->look.opacity};
    inner->layer = (ptrdiff_t)r->layer_count++;
    /* Said of the layer, it isn't said of all that lies in it. */
    inner->look.hidden = inner->look.clipped = false;
    inner->look.opacity = 1;
}

static const char *own_id(const reading *r, const xmlNode *node, const char *data_name) {
    const char *id = sk_svg_node_attribute(node, data_name, r->arena);
    return id != NULL ? id : sk_svg_node_attribute(node, "id", r->arena);
}

/* Who saves a plain SVG takes Inkscape's mark of a layer off: then its id tells. */
static bool is_layer(const reading *r, const xmlNode *node) {
    const char *mode = sk_svg_node_attribute_of(node, "groupmode", SK_INKSCAPE_NAMESPACE, r->arena);
    const char *id = sk_svg_node_attribute(node, "id", r->arena);
    return (mode != NULL && strcmp(mode, "layer") == 0) || sk_svg_node_has(node, "data-layer") ||
           (id != NULL && !sk_svg_node_has(node, "data-role") && sk_page_id_is_of_layer(id));
}

/* A file that marks its objects has no others. */
static bool is_object(const reading *r, const xmlNode *node) {
    return r->has_data_ids ? sk_svg_node_has(node, "data-id")
                           : sk_svg_node_is(node, "g") && sk_svg_node_has(node, "id");
}

/* Goes into the element's object or layer, if it is one. False: it is a copy of another. */
static bool enter(reading *r, const xmlNode *node, place *inner) {
    const sk_svg_claim claim = sk_svg_claim_of(node);
    if (claim.kind == SK_CLAIM_COPY) {
        r->copies =
            sk_arena_grow(r->arena, r->copies, r->copy_count, &r->copy_capacity, sizeof *r->copies);
        r->copies[r->copy_count++] = r->drawn->objects[claim.index].id;
        return false;
    }
    bool group = sk_svg_node_is(node, "g");
    if (r->drawn != NULL) {
        if (claim.kind == SK_CLAIM_LAYER)
            add_layer(r, node, r->drawn->layers[claim.index].id, &r->drawn->layers[claim.index],
                      inner);
        else if (claim.kind == SK_CLAIM_OBJECT)
            inner->owner = add_object(r, node, r->drawn->objects[claim.index].id, inner);
    } else if (group && is_layer(r, node)) {
        add_layer(r, node, own_id(r, node, "data-layer"), NULL, inner);
    } else if (is_object(r, node)) {
        inner->owner = add_object(r, node, own_id(r, node, "data-id"), inner);
    }
    return true;
}

/* Below all else, a box from the page's corner; by its id, where it has kept one. */
static bool is_paper(const reading *r, const xmlNode *node) {
    const char *id = sk_svg_node_attribute(node, "id", r->arena);
    if (id != NULL && strncmp(sk_svg_plain_id(id, r->arena), "sk-paper", 8) == 0) return true;
    bool lowest = r->count == 0 && r->stray_count == 0 && id == NULL;
    return lowest && sk_svg_node_is(node, "rect") && sk_svg_node_number(node, "x") == 0 &&
           sk_svg_node_number(node, "y") == 0;
}

static void read_children(reading *r, const xmlNode *parent, const place *outer);

static void read_node(reading *r, const xmlNode *node, const place *outer) {
    bool holds = sk_svg_node_holds_others(node);
    if ((!holds && !sk_svg_element_is_drawn(node)) || is_paper(r, node)) return;
    place inner = *outer;
    inner.look = sk_svg_look_of(node, &outer->look, r->rules, r->rule_count, r->arena);
    sk_svg_transform own; /* one that cannot be read is none, as in a browser */
    if (!sk_svg_transform_parse(inner.look.transform, &own)) own = sk_svg_identity;
    inner.through = sk_svg_transform_chain(&outer->through, &own);
    if (sk_svg_node_is(node, "svg")) {
        const sk_svg_transform port = sk_svg_viewport_of(node, r->arena);
        inner.through = sk_svg_transform_chain(&inner.through, &port);
    }
    inner.depth++;
    if (!enter(r, node, &inner)) return;
    /* What clips all layers is the artboard that a program puts around them. */
    if (inner.layer == NOWHERE && inner.owner == NOWHERE) inner.look.clipped = false;
    if (holds)
        read_children(r, node, &inner);
    else
        add_piece(r, node, &inner);
}

static void read_children(reading *r, const xmlNode *parent, const place *outer) {
    for (const xmlNode *node = parent->children; node != NULL && outer->depth < DEPTH_MAX;
         node = node->next)
        if (sk_svg_node_is(node, NULL)) read_node(r, node, outer);
}

static bool has_note(const found_object *object) {
    for (size_t i = 0; i < object->count; i++)
        if (object->pieces[i].has_drawn_at) return true;
    return false;
}

static void finish(reading *r, sk_svg_figure *out) {
    sk_svg_object *objects = SK_NEW_ARRAY(r->arena, sk_svg_object, r->count);
    for (size_t i = 0; i < r->count; i++) {
        found_object *found = &r->objects[i];
        out->has_notes = out->has_notes || has_note(found);
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
    out->layers = r->layers;
    out->layer_count = r->layer_count;
    out->copies = r->copies;
    out->copy_count = r->copy_count;
    out->strays = r->strays;
    out->stray_count = r->stray_count;
    out->clips = r->clips;
    out->clip_count = r->clip_count;
    if (r->drawn != NULL) sk_svg_restore(out, r->drawn, r->arena);
}

/* What stands in <defs> or beside it, as it clips what is drawn without a transform of its own. */
static void gather_clips(reading *r, const xmlNode *parent, const place *page, bool is_clip,
                         int depth) {
    enum { CLIP_DEPTH_MAX = 3 };
    for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
        if (is_clip && sk_svg_element_is_drawn(node)) {
            r->clips = sk_arena_grow(r->arena, r->clips, r->clip_count, &r->clip_capacity,
                                     sizeof *r->clips);
            r->clips[r->clip_count++] =
                sk_svg_element_read(node, &page->through, &page->look, r->arena);
        } else if (depth < CLIP_DEPTH_MAX && sk_svg_node_is(node, NULL)) {
            gather_clips(r, node, page, sk_svg_node_is(node, "clipPath"), depth + 1);
        }
    }
}

/* Illustrator puts the style sheet into <defs>. */
static void gather_css(const xmlNode *parent, FILE *all, int depth) {
    enum { STYLE_DEPTH_MAX = 3 };
    for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
        if (!sk_svg_node_is(node, NULL)) continue;
        if (sk_svg_node_is(node, "style")) {
            xmlChar *text = xmlNodeGetContent(node);
            if (text != NULL) fputs((const char *)text, all);
            xmlFree(text);
        } else if (depth < STYLE_DEPTH_MAX) {
            gather_css(node, all, depth + 1);
        }
    }
}

static void read_rules(const xmlNode *root, reading *r) {
    char *css;
    size_t length;
    FILE *all = sk_heap_stream(&css, &length);
    gather_css(root, all, 0);
    sk_heap_stream_close(all);
    r->rules = sk_svg_rules_read(css, r->arena, &r->rule_count);
    free(css);
}

static bool has_data_ids(const xmlNode *parent, int depth) {
    enum { LAYER_DEPTH = 2 };
    for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
        if (!sk_svg_node_is(node, "g")) continue;
        if (sk_svg_node_has(node, "data-id")) return true;
        if (depth < LAYER_DEPTH && has_data_ids(node, depth + 1)) return true;
    }
    return false;
}

/* Reads what is drawn as it would be if all of it were not `enlarged`. */
static void read_drawing(xmlNode *root, const sk_svg_figure *drawn, sk_svg_transform to_page,
                         double enlarged, sk_arena *arena, sk_svg_figure *out) {
    const sk_svg_transform back = {1 / enlarged, 0, 0, 1 / enlarged, 0, 0};
    place page = {.owner = NOWHERE,
                  .layer = NOWHERE,
                  .look = sk_svg_look_default(),
                  .through = sk_svg_transform_chain(&back, &to_page)};
    reading r = {.arena = arena, .drawn = drawn, .has_data_ids = has_data_ids(root, 0)};
    out->enlarged = enlarged;
    read_rules(root, &r);
    out->rounding_mm = sk_svg_precision(root) * fmax(fabs(page.through.a), fabs(page.through.d));
    page.look = sk_svg_look_of(root, &page.look, r.rules, r.rule_count, arena);
    gather_clips(&r, root, &page, false, 0);
    read_children(&r, root, &page);
    finish(&r, out);
}

static bool read_document(xmlNode *root, const sk_svg_figure *drawn, sk_arena *arena,
                          sk_svg_figure *out) {
    sk_svg_transform to_page;
    if (!sk_svg_page_read(root, drawn, arena, out, &to_page)) return false;
    if (drawn != NULL) sk_svg_claims_make(root, drawn, arena);
    read_drawing(root, drawn, to_page, 1, arena, out);
    double enlarged = sk_svg_scale_find(out, drawn, arena);
    if (enlarged != 1) read_drawing(root, drawn, to_page, enlarged, arena, out);
    return true;
}

/* Of a file that lost its ids nothing can be told but that all of it is gone. */
static bool is_unknown(const sk_svg_figure *figure, const sk_svg_figure *drawn) {
    enum { SHARE_LEAST = 10, OBJECTS_LEAST = 5 };
    return drawn != NULL && drawn->object_count >= OBJECTS_LEAST &&
           figure->object_count * SHARE_LEAST < drawn->object_count;
}

static size_t count_elements(const xmlNode *root) {
    size_t count = 0;
    for (const xmlNode *node = root; node != NULL;) {
        count += node->type == XML_ELEMENT_NODE;
        const xmlNode *next = node->type == XML_ELEMENT_NODE ? node->children : NULL;
        while (next == NULL && node != NULL && node != root) {
            next = node->next;
            if (next == NULL) node = node->parent;
        }
        if (next == NULL) break;
        node = next;
    }
    return count;
}

/* Why this file of so many bytes is none that can be read; NULL where it is, and *out is what it
 * holds. */
static const char *fault_of(xmlDocPtr document, size_t length, const sk_svg_figure *drawn,
                            sk_arena *arena, const char **remedy, sk_svg_figure *out) {
    enum { ELEMENTS_MAX = 100000 };
    xmlNode *root = document == NULL ? NULL : xmlDocGetRootElement(document);
    *remedy = "give an SVG that streekkaart wrote";
    if (root == NULL && length <= XML_MAX_TEXT_LENGTH) return "is no XML";
    if (root == NULL) return "is no XML, or has a path or a text of more than 10 million letters";
    /* Ours define no entities, and those of others could grow without bound. */
    if (document->intSubset != NULL && document->intSubset->entities != NULL)
        return "is no figure of this program: it defines entities";
    if (count_elements(root) > ELEMENTS_MAX) return "has more elements than any figure";
    if (!read_document(root, drawn, arena, out)) {
        if (sk_svg_node_is(root, "svg"))
            *remedy =
                "give an SVG that streekkaart wrote, saved by a program that keeps ids "
                "(LibreOffice keeps none)";
        return "is no figure of this program";
    }
    if (!is_unknown(out, drawn)) return NULL;
    *remedy = "edit the figure in a program that keeps ids (LibreOffice keeps none)";
    return "has none of the figure's ids, so that nothing in it can be told";
}

static sk_status read_figure(const sk_svg_figure *drawn, const char *bytes, size_t length,
                             const char *file, sk_arena *arena, sk_diag *diag, sk_svg_figure *out) {
    *out = (sk_svg_figure){0};
    xmlInitParser();
    xmlDocPtr document = NULL;
    if (length <= SK_SVG_BYTES_MAX)
        document = xmlReadMemory(bytes, (int)length, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    const char *remedy;
    const char *fault = fault_of(document, length, drawn, arena, &remedy, out);
    if (fault != NULL) sk_diag_error(diag, (sk_place){.file = file}, remedy, "%s", fault);
    xmlFreeDoc(document);
    return fault == NULL ? SK_OK : SK_ERR_DATA;
}

sk_status sk_svg_figure_read(const char *bytes, size_t length, const char *file, sk_arena *arena,
                             sk_diag *diag, sk_svg_figure *out) {
    return read_figure(NULL, bytes, length, file, arena, diag, out);
}

sk_status sk_svg_figure_read_like(const sk_svg_figure *drawn, const char *bytes, size_t length,
                                  const char *file, sk_arena *arena, sk_diag *diag,
                                  sk_svg_figure *out) {
    return read_figure(drawn, bytes, length, file, arena, diag, out);
}
