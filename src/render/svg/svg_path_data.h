/** The data of an SVG path. */
#ifndef STREEKKAART_RENDER_SVG_SVG_PATH_DATA_H
#define STREEKKAART_RENDER_SVG_SVG_PATH_DATA_H

#include "streekkaart/memory.h"
#include "streekkaart/scene.h"

/** The path in relative steps, each place to a hundredth of a point. The arena's. */
const char *sk_svg_path_data(sk_arena *arena, const sk_path *path);

#endif
