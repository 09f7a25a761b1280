#include "svg_reader/element/svg_node.h"

#include <limits.h>
#include <string.h>

#include "svg_reader/element/svg_transform.h"

static const char svg_namespace[] = "http://www.w3.org/2000/svg";

bool sk_svg_node_is(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
           strcmp((const char *)node->ns->href, svg_namespace) == 0 &&
           (name == NULL || strcmp((const char *)node->name, name) == 0);
}

bool sk_svg_node_holds_others(const xmlNode *node) {
    return sk_svg_node_is(node, "g") || sk_svg_node_is(node, "a") || sk_svg_node_is(node, "svg") ||
           sk_svg_node_is(node, "switch");
}

static const char *copied(xmlChar *value, sk_arena *arena) {
    const char *copy = sk_arena_string(arena, (const char *)value);
    xmlFree(value);
    return copy;
}

const char *sk_svg_node_attribute(const xmlNode *node, const char *name, sk_arena *arena) {
    return copied(xmlGetNoNsProp(node, BAD_CAST name), arena);
}

const char *sk_svg_node_attribute_of(const xmlNode *node, const char *name, const char *space,
                                     sk_arena *arena) {
    return copied(xmlGetNsProp(node, BAD_CAST name, BAD_CAST space), arena);
}

bool sk_svg_node_has(const xmlNode *node, const char *name) {
    return xmlHasProp(node, BAD_CAST name) != NULL;
}

const char *sk_svg_node_content(const xmlNode *node, sk_arena *arena) {
    xmlChar *text = xmlNodeGetContent(node);
    return text == NULL ? "" : copied(text, arena);
}

const xmlNode *sk_svg_node_child(const xmlNode *node, const char *name) {
    for (const xmlNode *c = node->children; c != NULL; c = c->next)
        if (sk_svg_node_is(c, name)) return c;
    return NULL;
}

double sk_svg_node_number(const xmlNode *node, const char *name) {
    xmlChar *text = xmlGetNoNsProp(node, BAD_CAST name);
    const char *at = (const char *)text;
    double number = 0;
    if (at == NULL || !sk_svg_number_scan(&at, &number)) number = 0;
    xmlFree(text);
    return number;
}

int sk_svg_node_count(const xmlNode *node, const char *name) {
    double number = sk_svg_node_number(node, name);
    return number >= 1 && number <= INT_MAX ? (int)number : 0;
}

bool sk_svg_node_millimetres(const xmlNode *node, const char *name, sk_page_point *out) {
    xmlChar *text = xmlGetNoNsProp(node, BAD_CAST name);
    const char *at = (const char *)text;
    bool sound =
        at != NULL && sk_svg_number_scan(&at, &out->x_mm) && sk_svg_number_scan(&at, &out->y_mm);
    xmlFree(text);
    return sound;
}
