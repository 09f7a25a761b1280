/** A figure that lies elsewhere on its page as a whole. */
#ifndef STREEKKAART_SVG_READER_PAGE_SHIFT_H
#define STREEKKAART_SVG_READER_PAGE_SHIFT_H

#include "svg_reader/file/svg_figure.h"

/** How far nearly all of `edited` was moved together, what no hand can move included; 0, 0 where
 *  there is no such movement. */
sk_page_point sk_page_shift_find(const sk_svg_figure *drawn, const sk_svg_figure *edited,
                                 sk_arena *arena);

/** The figure moved by that. The arena's; refers to what `figure` holds. */
sk_svg_figure sk_page_shifted(const sk_svg_figure *figure, sk_page_point by, sk_arena *arena);

#endif
