/** The styles of an SVG: a class for each of the legend's concepts, so that one edit recolours all
 *  zones. */
#ifndef STREEKKAART_RENDER_SVG_SVG_STYLES_H
#define STREEKKAART_RENDER_SVG_SVG_STYLES_H

#include "render/svg/svg_writer.h"

/** How a scene's item is drawn: by one element, or by two where its halo is one by itself. */
enum { SK_SVG_STYLES_MAX = 2 };
typedef struct {
    const char *class_name;   /* NULL where the scene gives none */
    const char *declarations; /* CSS */
} sk_svg_style;

/** The styles of the item's elements, from the back; returns how many. */
size_t sk_svg_item_styles(const sk_svg_writer *svg, const sk_item *item,
                          sk_svg_style styles[SK_SVG_STYLES_MAX]);

/** Gives each different style of the scene a class, in the order of first use: the scene's name, or
 *  that with -2, -3 ... where another style has it already. */
void sk_svg_styles_gather(sk_svg_writer *svg, const sk_scene *scene);
/** Writes the classes as CSS rules, a line each. */
void sk_svg_styles_write(sk_svg_writer *svg);
/** Writes `class`, or `style` where the scene gives no class; and the same as attributes where the
 *  target asks for them. */
void sk_svg_style_attribute(sk_svg_writer *svg, sk_svg_style style);

#endif
