/** The outline of a text as it is painted, without its halo. */
#ifndef STREEKKAART_PAGE_TEXT_OUTLINE_H
#define STREEKKAART_PAGE_TEXT_OUTLINE_H

#include "page/page_shapes.h"
#include "streekkaart/scene.h"
#include "streekkaart/typesetter.h"

/** Appends a box for each line, turned as the text is: from the height of capitals (or what rises
 *  above it) to the baseline (or what descends below it), and as wide as the ink. Text along a path
 *  gets such a box for each cluster of letters. */
void sk_text_outline(sk_typesetter *typesetter, sk_arena *arena, const sk_text *text,
                     sk_shape_list *out);

#endif
