/** An SVG within an SVG. */
#ifndef STREEKKAART_SVG_READER_ELEMENT_SVG_VIEWPORT_H
#define STREEKKAART_SVG_READER_ELEMENT_SVG_VIEWPORT_H

#include "svg_reader/element/svg_node.h"
#include "svg_reader/element/svg_transform.h"

/** From the units inside a nested `<svg>` to those around it: its `x`, `y`, and its `viewBox` in
 *  its `width` and `height`, as `preserveAspectRatio` says. */
sk_svg_transform sk_svg_viewport_of(const xmlNode *svg, sk_arena *arena);

#endif
