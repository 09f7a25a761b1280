/** A figure that is larger or smaller as a whole than it was drawn. */
#ifndef STREEKKAART_SVG_READER_FILE_SVG_SCALE_H
#define STREEKKAART_SVG_READER_FILE_SVG_SCALE_H

#include "svg_reader/file/svg_figure.h"

/** How many times as far from each other nearly all things are as when they were drawn: as the file
 *  itself says, else as `drawn` (NULL: none) has them. 1 where they are not, or nothing says so. */
double sk_svg_scale_find(const sk_svg_figure *figure, const sk_svg_figure *drawn, sk_arena *arena);

#endif
