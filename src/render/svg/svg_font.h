/** The fonts of an SVG that brings its own. */
#ifndef STREEKKAART_RENDER_SVG_SVG_FONT_H
#define STREEKKAART_RENDER_SVG_SVG_FONT_H

#include "render/svg/svg_writer.h"

/** Writes a CSS rule for each weight and slant of the scene, with those letters of the font that
 *  its texts use. Letters that the font lacks come from the reader's own fonts. False when the
 *  font file allows no subset. */
bool sk_svg_fonts_write(sk_svg_writer *svg, const sk_scene *scene);

#endif
