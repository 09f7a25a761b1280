/** Describes what a composition put on the page. */
#ifndef STREEKKAART_COMPOSE_REPORT_LAYOUT_H
#define STREEKKAART_COMPOSE_REPORT_LAYOUT_H

#include "compose/drawing/drawing.h"
#include "page/page_shapes.h"
#include "streekkaart/layout.h"

/** An item of the layout with the shapes that overlaps are looked for with. */
typedef struct {
    sk_layout_item item;
    sk_shape_list shapes;
    const sk_layout_note *note; /* NULL when nothing was noted */
    const sk_group *group;
} sk_described_item;

/** The layout of the finished scene, with the map in `frame`; in the drawing's arena. */
sk_layout *sk_layout_describe(const sk_drawing *drawing, sk_page_box frame);

/** A copy of the layout in `arena`, of all but the catalogue's own, with the map moved on the page.
 */
sk_layout *sk_layout_moved(const sk_layout *layout, sk_page_point by, sk_arena *arena);

/** All pairs of the items that overlap and should not: names, markers, leaders, the ends of links
 *  and furniture one another; a name or a marker never its own leader. And whatever sticks out of
 *  the frame or the page. */
sk_layout_overlap *sk_layout_find_overlaps(const sk_drawing *drawing, sk_page_box frame,
                                           const sk_described_item *items, size_t count,
                                           size_t *overlap_count);

#endif
