/** The fonts of an SVG: their names, and those that it brings along. */
#ifndef STREEKKAART_RENDER_SVG_SVG_FONT_H
#define STREEKKAART_RENDER_SVG_SVG_FONT_H

#include "render/svg/svg_writer.h"

/** The style's family first, then what comes close where it is not installed: a list for CSS. */
const char *sk_svg_font_families(const sk_svg_writer *svg, const char *family);

/** Writes a CSS rule for each weight and slant of the scene, with those letters of the font that
 *  its texts use. Letters that the font lacks come from the reader's own fonts. False when the
 *  font file allows no subset. */
bool sk_svg_fonts_write(sk_svg_writer *svg, const sk_scene *scene);

#endif
