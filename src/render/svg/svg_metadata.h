/** What an SVG says of itself: title, author, source. */
#ifndef STREEKKAART_RENDER_SVG_SVG_METADATA_H
#define STREEKKAART_RENDER_SVG_SVG_METADATA_H

#include "render/svg/svg_writer.h"

/** Writes <metadata>, as Inkscape shows it under "document properties". */
void sk_svg_metadata_write(sk_svg_writer *svg, const sk_scene *scene);

#endif
