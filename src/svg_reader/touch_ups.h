/** What a designer did to a figure: what pins can keep, and what they cannot. */
#ifndef STREEKKAART_SVG_READER_TOUCH_UPS_H
#define STREEKKAART_SVG_READER_TOUCH_UPS_H

#include "svg_reader/figure_diff.h"

/** Something that was moved, and the pin that holds it there. */
typedef struct {
    const char *id; /* as pins name it */
    double dx_mm, dy_mm;
    int lines;         /* of a name: how many it is set in; else 0 */
    double turn_deg;   /* and how far it is turned, clockwise */
    const char *words; /* `name "Kempen" moved 3.20 mm` */
} sk_touch_up;

typedef struct {
    const sk_touch_up *kept;
    size_t kept_count;
    const sk_figure_change *others; /* all else that changed */
    size_t other_count;
    bool noted;      /* the file itself says where things stood when it was drawn, */
    bool up_to_date; /* which is where `drawn` has them */
} sk_touch_ups;

/** Looks for touch-ups in `edited`. What moved it knows from the file alone, which says where
 *  things stood when it was written; `drawn`, the same figure as it is drawn today, tells what else
 *  changed. All in `arena`. */
sk_touch_ups sk_touch_ups_find(const sk_svg_figure *drawn, const sk_svg_figure *edited,
                               sk_arena *arena);

/** Did what pins call `item` stand elsewhere when `edited` was drawn than `drawn` has it? */
bool sk_touch_ups_stood_elsewhere(const sk_svg_figure *drawn, const sk_svg_figure *edited,
                                  const char *item);

#endif
