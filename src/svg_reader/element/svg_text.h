/** The lines of an SVG's text, as any program may have written them. */
#ifndef STREEKKAART_SVG_READER_ELEMENT_SVG_TEXT_H
#define STREEKKAART_SVG_READER_ELEMENT_SVG_TEXT_H

#include "svg_reader/element/svg_node.h"
#include "svg_reader/element/svg_piece.h"

/** Sets what a text has of a piece; its places are in the file's units. A line begins where the
 * text goes on at another height; runs of a line are joined. */
void sk_svg_text_read(const xmlNode *text, sk_arena *arena, sk_svg_piece *piece);

#endif
