/** Hatching: parallel lines over an area. Real lines, cut at its edge, since programs that edit
 *  drawings keep a line a line, and few of them keep a pattern a pattern. */
#ifndef STREEKKAART_COMPOSE_DRAWING_HATCH_H
#define STREEKKAART_COMPOSE_DRAWING_HATCH_H

#include "streekkaart/scene.h"

/** The direction of the lines, anticlockwise from the way to the right, and the room from the
 *  middle of one to the middle of the next. */
typedef struct {
    double angle_deg, gap_mm;
} sk_hatch;

/** The lines inside `area` (straight segments, even-odd), in `arena`. Their grid hangs on the
 *  page's corner, so that neighbours of one hatch go on into each other. Pieces shorter than a
 *  quarter of the gap are left out. */
sk_path sk_hatch_lines(sk_arena *arena, const sk_path *area, sk_hatch hatch);

#endif
