/** What programs leave out of a figure that they save. */
#ifndef STREEKKAART_SVG_READER_FILE_SVG_RESTORE_H
#define STREEKKAART_SVG_READER_FILE_SVG_RESTORE_H

#include "svg_reader/file/svg_figure.h"

/** Sets in each object of `edited`, which has the ids of `drawn`, what it lacks: roles, titles,
 * pins, places where things stood when they were drawn. Lines that begin elsewhere since their
 * program counts from another side stand where they would by the side of `drawn`. */
void sk_svg_restore(sk_svg_figure *edited, const sk_svg_figure *drawn, sk_arena *arena);

#endif
