/** Items of a scene as SVG elements. */
#ifndef STREEKKAART_RENDER_SVG_SVG_ITEMS_H
#define STREEKKAART_RENDER_SVG_SVG_ITEMS_H

#include "render/svg/svg_writer.h"

/** Writes the item at `index` of `group`, indented by `depth`. */
void sk_svg_item(sk_svg_writer *svg, const sk_group *group, size_t index, int depth);

/** Writes, for <defs>, the path that the text at `index` of `group` runs along; nothing when the
 *  item is no such text. */
void sk_svg_item_definition(sk_svg_writer *svg, const sk_group *group, size_t index);

#endif
