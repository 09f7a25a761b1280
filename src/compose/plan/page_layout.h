/** Decides what the map shows, how high the page is, and where the furniture stands.
 *
 *  The page has the style's width unless another size is asked for; its height follows the home
 * region unless that is given too. What the style puts outside the map stands there (page_strip.h).
 * The rest of the legend, the inset and the scale bar go where they hide least; where all places
 * are taken the page grows downwards or upwards until there is room, or, when its size is given,
 * the map gives way. */
#ifndef STREEKKAART_COMPOSE_PLAN_PAGE_LAYOUT_H
#define STREEKKAART_COMPOSE_PLAN_PAGE_LAYOUT_H

#include "compose/drawing/composition.h"
#include "compose/furniture/legend.h"
#include "streekkaart/page_request.h"

typedef struct {
    double page_width_mm, page_height_mm;
    bool fixed_height; /* the page has that height, whatever stands on it */
    sk_map_view view;
    double foot_mm;  /* where the map ends, and what stands below it; the source line follows */
    double right_mm; /* and what stands to its right */
    size_t legend_columns;
    sk_page_box legend, inset, scale_bar; /* without size where not shown */
    double hidden;                        /* how much of the map they hide, weighted */
} sk_page_layout;

/** True when the style puts some of the furniture on the map. */
bool sk_page_layout_covers_map(const sk_style_sheet *style);

/** False when the page is too small for what has to stand on it; *out is then the best that could
 *  be done, or nothing. */
bool sk_page_layout_plan(const sk_composition *c, const sk_legend *legend, sk_page_size page,
                         sk_page_layout *out);

#endif
