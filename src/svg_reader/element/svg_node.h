/** Elements of an SVG as libxml2 has them. */
#ifndef STREEKKAART_SVG_READER_ELEMENT_SVG_NODE_H
#define STREEKKAART_SVG_READER_ELEMENT_SVG_NODE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "streekkaart/geometry.h"
#include "streekkaart/memory.h"

/** Is it an SVG element of that name, or of any where `name` is NULL? */
bool sk_svg_node_is(const xmlNode *node, const char *name);
/** Does it hold others that are drawn where it stands? */
bool sk_svg_node_holds_others(const xmlNode *node);
/** A copy of an attribute without a namespace; NULL where there is none. The arena's. */
const char *sk_svg_node_attribute(const xmlNode *node, const char *name, sk_arena *arena);
/** The same, with a namespace. */
const char *sk_svg_node_attribute_of(const xmlNode *node, const char *name, const char *space,
                                     sk_arena *arena);
bool sk_svg_node_has(const xmlNode *node, const char *name);
/** All text in it. The arena's. */
const char *sk_svg_node_content(const xmlNode *node, sk_arena *arena);
/** Its first child of that name, or NULL. */
const xmlNode *sk_svg_node_child(const xmlNode *node, const char *name);
/** An attribute's number; 0 where there is none. */
double sk_svg_node_number(const xmlNode *node, const char *name);
/** A number from 1 on; 0 where there is none. */
int sk_svg_node_count(const xmlNode *node, const char *name);
/** Two numbers, as sk_svg_millimetres() writes them; false where there are none. */
bool sk_svg_node_millimetres(const xmlNode *node, const char *name, sk_page_point *out);

#define SK_INKSCAPE_NAMESPACE "http://www.inkscape.org/namespaces/inkscape"

#endif
