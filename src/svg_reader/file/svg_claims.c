#include "svg_reader/file/svg_claims.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "svg_reader/element/svg_node.h"

static const char serif_namespace[] = "http://www.serif.com/";

/* A name that something of the figure goes by. */
typedef struct {
    const char *name;
    sk_svg_claim claim;
} known_name;

typedef struct {
    sk_arena *arena;
    known_name *exact, *plain; /* sorted */
    size_t count;
    bool *objects_taken, *layers_taken;
} claims;

/* "_x5F_" is an underscore to Illustrator. */
static size_t read_escape(const char *at, char *letter) {
    char *end = NULL;
    if (at[0] != '_' || at[1] != 'x' || !isxdigit((unsigned char)at[2])) return 0;
    unsigned long code = strtoul(at + 2, &end, 16);
    if (*end != '_' || code == 0 || code > 126) return 0;
    *letter = (char)code;
    return (size_t)(end + 1 - at);
}

const char *sk_svg_plain_id(const char *id, sk_arena *arena) {
    char *plain = sk_arena_string(arena, id), *to = plain;
    for (const char *at = id; *at != '\0';) {
        char letter = *at;
        size_t length = read_escape(at, &letter);
        at += length > 0 ? length : 1;
        bool kept = isalnum((unsigned char)letter) || (unsigned char)letter > 126;
        if (kept)
            *to++ = letter;
        else if (to > plain && to[-1] != '-')
            *to++ = '-';
    }
    if (to > plain && to[-1] == '-') to--;
    *to = '\0';
    return plain;
}

/* Without the number that a program puts behind an id that is there already: "haven-2". */
static const char *without_count(const char *plain, sk_arena *arena) {
    size_t length = strlen(plain), digits = length;
    while (digits > 0 && isdigit((unsigned char)plain[digits - 1])) digits--;
    bool counted = digits < length && digits > 1 && plain[digits - 1] == '-';
    return counted ? sk_arena_string_n(arena, plain, digits - 1) : NULL;
}

static int by_name(const void *a, const void *b) {
    const known_name *left = a, *right = b;
    int order = strcmp(left->name, right->name);
    if (order != 0) return order;
    if (left->claim.kind != right->claim.kind) return left->claim.kind < right->claim.kind ? -1 : 1;
    return left->claim.index < right->claim.index ? -1 : left->claim.index > right->claim.index;
}

static void add_name(claims *c, const char *name, sk_claim_kind kind, size_t index) {
    const sk_svg_claim claim = {kind, index};
    c->exact[c->count] = (known_name){name, claim};
    c->plain[c->count++] = (known_name){sk_svg_plain_id(name, c->arena), claim};
}

static void gather_names(claims *c, const sk_svg_figure *drawn) {
    size_t most = drawn->object_count + 2 * drawn->layer_count + 1;
    c->exact = SK_NEW_ARRAY(c->arena, known_name, most);
    c->plain = SK_NEW_ARRAY(c->arena, known_name, most);
    c->objects_taken = SK_NEW_ARRAY(c->arena, bool, drawn->object_count + 1);
    c->layers_taken = SK_NEW_ARRAY(c->arena, bool, drawn->layer_count + 1);
    for (size_t i = 0; i < drawn->object_count; i++)
        add_name(c, drawn->objects[i].id, SK_CLAIM_OBJECT, i);
    for (size_t i = 0; i < drawn->layer_count; i++) {
        if (drawn->layers[i].id != NULL) add_name(c, drawn->layers[i].id, SK_CLAIM_LAYER, i);
        if (drawn->layers[i].label != NULL) add_name(c, drawn->layers[i].label, SK_CLAIM_LAYER, i);
    }
    qsort(c->exact, c->count, sizeof *c->exact, by_name);
    qsort(c->plain, c->count, sizeof *c->plain, by_name);
}

/* The first of that name; NULL where there is none. */
static const known_name *find(const known_name *names, size_t count, const char *wanted) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(names[middle].name, wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && strcmp(names[low].name, wanted) == 0 ? &names[low] : NULL;
}

static void give(claims *c, xmlNode *node, sk_svg_claim claim) {
    bool *taken = claim.kind == SK_CLAIM_OBJECT ? &c->objects_taken[claim.index]
                                                : &c->layers_taken[claim.index];
    if (*taken && claim.kind == SK_CLAIM_LAYER) return;
    if (*taken) claim.kind = SK_CLAIM_COPY;
    *taken = true;
    sk_svg_claim *given = SK_NEW(c->arena, sk_svg_claim);
    *given = claim;
    node->_private = given;
}

/* The ways to know an element, the surest first. */
typedef enum { BY_ID, BY_DATA, BY_PLAIN_ID, BY_COUNTED_ID, WAYS } way;

static const known_name *known_by(claims *c, const xmlNode *node, way how) {
    if (how == BY_DATA) {
        const char *name = sk_svg_node_attribute(node, "data-id", c->arena);
        if (name == NULL) name = sk_svg_node_attribute(node, "data-layer", c->arena);
        return name == NULL ? NULL : find(c->exact, c->count, name);
    }
    const char *id = sk_svg_node_attribute_of(node, "id", serif_namespace, c->arena);
    if (id == NULL) id = sk_svg_node_attribute(node, "id", c->arena);
    if (id == NULL) return NULL;
    if (how == BY_ID) return find(c->exact, c->count, id);
    const char *plain = sk_svg_plain_id(id, c->arena);
    if (how == BY_COUNTED_ID) plain = without_count(plain, c->arena);
    return plain == NULL ? NULL : find(c->plain, c->count, plain);
}

static bool may_be_known(const xmlNode *node) {
    return sk_svg_node_is(node, "g") || sk_svg_node_is(node, "path") ||
           sk_svg_node_is(node, "circle") || sk_svg_node_is(node, "text");
}

enum { DEPTH_MAX = 256 };

static void claim_below(claims *c, xmlNode *parent, way how, int depth) {
    for (xmlNode *node = parent->children; node != NULL && depth < DEPTH_MAX; node = node->next) {
        if (!sk_svg_node_is(node, NULL)) continue;
        if (node->_private == NULL && may_be_known(node)) {
            const known_name *name = known_by(c, node, how);
            if (name != NULL) give(c, node, name->claim);
        }
        if (sk_svg_node_holds_others(node)) claim_below(c, node, how, depth + 1);
    }
}

/* A layer that has another id since its name is another: its objects tell. */
static void claim_layers_by_contents(claims *c, xmlNode *parent, const sk_svg_figure *drawn,
                                     int depth) {
    enum { LAYER_DEPTH_MAX = 4 };
    for (xmlNode *node = parent->children; node != NULL && depth < LAYER_DEPTH_MAX;
         node = node->next) {
        if (!sk_svg_node_is(node, "g")) continue;
        const xmlNode *first = sk_svg_node_child(node, "g");
        sk_svg_claim claim = {SK_CLAIM_NONE, 0};
        if (node->_private == NULL && first != NULL) claim = sk_svg_claim_of(first);
        ptrdiff_t layer = claim.kind == SK_CLAIM_OBJECT ? drawn->objects[claim.index].layer : -1;
        if (layer >= 0 && !c->layers_taken[layer])
            give(c, node, (sk_svg_claim){SK_CLAIM_LAYER, (size_t)layer});
        else if (node->_private == NULL)
            claim_layers_by_contents(c, node, drawn, depth + 1);
    }
}

void sk_svg_claims_make(xmlNode *root, const sk_svg_figure *drawn, sk_arena *arena) {
    claims *c = SK_NEW(arena, claims);
    c->arena = arena;
    gather_names(c, drawn);
    for (way how = BY_ID; how < WAYS; how++) claim_below(c, root, how, 0);
    claim_layers_by_contents(c, root, drawn, 0);
}

sk_svg_claim sk_svg_claim_of(const xmlNode *node) {
    const sk_svg_claim *given = node->_private;
    return given == NULL ? (sk_svg_claim){SK_CLAIM_NONE, 0} : *given;
}
