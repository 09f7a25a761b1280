/** What makes an SVG usable without seeing it: roles, names, and links between a point on the map
 *  and its row in the legend. All of it only for targets that are `accessible`. */
#ifndef STREEKKAART_RENDER_SVG_SVG_ACCESS_H
#define STREEKKAART_RENDER_SVG_SVG_ACCESS_H

#include "render/svg/svg_writer.h"

/** Attributes of the elements that were just opened. */
void sk_svg_access_root(sk_svg_writer *svg);
void sk_svg_access_layer(sk_svg_writer *svg, const sk_layer *layer);
void sk_svg_access_group(sk_svg_writer *svg, const sk_group *group);

/** The id that the group's contents link to: its feature's row; or NULL. */
const char *sk_svg_access_row(const sk_svg_writer *svg, const sk_scene *scene,
                              const sk_group *group);
/** The id that the part's contents link to: its feature's marker; or NULL. */
const char *sk_svg_access_marker(const sk_svg_writer *svg, const sk_scene *scene,
                                 const sk_part *part);
/** Opens a link to `id` that is read as `title`. */
void sk_svg_access_open_link(sk_svg_writer *svg, const char *id, const char *title);

/** Writes the CSS that shows which of the two was followed to. */
void sk_svg_access_rules(sk_svg_writer *svg);

#endif
