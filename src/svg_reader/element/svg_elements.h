/** Elements of an SVG that are drawn, as pieces of an object. */
#ifndef STREEKKAART_SVG_READER_ELEMENT_SVG_ELEMENTS_H
#define STREEKKAART_SVG_READER_ELEMENT_SVG_ELEMENTS_H

#include "svg_reader/element/svg_look.h"
#include "svg_reader/element/svg_node.h"
#include "svg_reader/element/svg_path.h"
#include "svg_reader/element/svg_piece.h"

/** Is it one? */
bool sk_svg_element_is_drawn(const xmlNode *node);

/** Its outline, in its own coordinates. False for what has none, such as a text, or one that is not
 *  understood. The arena's. */
bool sk_svg_element_outline(const xmlNode *node, sk_arena *arena, sk_svg_path *out);

/** What it is, its coordinates taken through `through` to millimetres on the page; `look` is its
 * own, without hidden and opacity. The arena's. */
sk_svg_piece sk_svg_element_read(const xmlNode *node, const sk_svg_transform *through,
                                 const sk_svg_look *look, sk_arena *arena);

#endif
