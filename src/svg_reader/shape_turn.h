/** Whether an outline is another one turned or scaled. */
#ifndef STREEKKAART_SVG_READER_SHAPE_TURN_H
#define STREEKKAART_SVG_READER_SHAPE_TURN_H

#include "svg_reader/element/svg_piece.h"

/** True where the points of `now` are those of `old` turned about a point, scaled or sheared; false
 *  where they are the same but for a movement, or something else. */
bool sk_shape_is_turned(const sk_svg_piece *old, const sk_svg_piece *now);

#endif
