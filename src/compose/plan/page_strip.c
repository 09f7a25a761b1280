#include "compose/plan/page_strip.h"

#include <math.h>

#include "compose/furniture/locator.h"
#include "compose/furniture/scale_bar.h"
#include "compose/plan/plan_costs.h"

static const double around_mm = 2.5; /* between the map and the strip, and within it */
static const double map_part = 0.78; /* of a page's height: what a figure's map takes at most */

static double bar_height(const sk_composition *c) {
    return sk_scale_bar_size(c->drawing, 1).height_mm;
}

/* The scale bar with the inset below it; the legend does without that room. */
static sk_page_box right_block(const sk_composition *c, const sk_page_strip *strip) {
    sk_page_box block = strip->inset;
    if (!strip->has_scale_bar) return block;
    block.width_mm = fmax(block.width_mm, sk_scale_bar_most_width(c->drawing));
    block.height_mm += bar_height(c) + (strip->inset.height_mm > 0 ? around_mm : 0);
    return block;
}

static double with_gap(double size_mm) {
    return size_mm > 0 ? size_mm + around_mm : 0;
}

/* The extent of the strip with the legend in so many columns; infinite where it has no room. */
static double extent_of(const sk_page_strip *strip, sk_page_box legend, sk_page_box block,
                        const sk_page_room *room) {
    if (strip->side == SK_STRIP_BELOW) {
        double width = legend.width_mm + with_gap(block.width_mm);
        return width <= room->frame.width_mm ? with_gap(fmax(legend.height_mm, block.height_mm))
                                             : INFINITY;
    }
    double height = legend.height_mm + with_gap(block.height_mm);
    return height <= room->frame.height_mm ? with_gap(fmax(legend.width_mm, block.width_mm))
                                           : INFINITY;
}

/* What a form of the legend costs beside its extent: columns of uneven length, a cut, and to stand
 * in another manner than on other maps. */
static double form_cost(const sk_legend *legend, size_t form) {
    const double filled_least = 0.72;
    double missing = fmax(0, filled_least - sk_legend_filled(legend, form));
    return strip_cost.uneven * (missing > 0) + strip_cost.missing * missing +
           strip_cost.cut * (double)sk_legend_cuts(legend, form) +
           strip_cost.manner[(form - 1) / SK_LEGEND_COLUMNS_MAX];
}

bool sk_page_strip_measure(const sk_composition *c, const sk_legend *legend,
                           const sk_page_room *room, sk_strip_side side, sk_page_strip *out) {
    const sk_style_sheet *s = c->drawing->style;
    bool has_legend = s->legend.shown && s->legend.place == SK_PLACE_OUTSIDE;
    *out = (sk_page_strip){.side = side, .extent_mm = INFINITY};
    /* maps of one home region are equally high whatever their legends need */
    out->most_map_mm =
        c->on_sheet != NULL ? c->on_sheet->most_frame_mm : map_part * room->frame.height_mm;
    if (s->inset.shown && s->inset.place == SK_PLACE_OUTSIDE) out->inset = sk_locator_size(c);
    out->has_scale_bar = s->scale_bar.shown && s->scale_bar.place == SK_PLACE_OUTSIDE;
    const sk_page_box block = right_block(c, out);
    double least = INFINITY;
    for (size_t form = 1; form <= (has_legend ? SK_LEGEND_FORMS : 1); form++) {
        sk_page_box size = has_legend ? sk_legend_size(legend, form, false) : (sk_page_box){0};
        double extent = extent_of(out, size, block, room);
        double cost = extent + (has_legend ? form_cost(legend, form) : 0);
        if (cost >= least) continue;
        least = cost;
        out->extent_mm = extent;
        out->legend = size;
        out->legend_columns = form;
    }
    return out->extent_mm < INFINITY;
}

sk_page_room sk_page_strip_leaves(const sk_page_strip *strip, sk_page_room room) {
    if (strip->extent_mm <= 0) return room;
    if (strip->side == SK_STRIP_RIGHT) {
        room.frame.width_mm -= strip->extent_mm;
        return room;
    }
    double height = room.frame.height_mm - strip->extent_mm;
    room.frame.height_mm = room.fixed_height ? height : fmin(height, strip->most_map_mm);
    return room;
}

static sk_page_box at(sk_page_box size, double x_mm, double y_mm) {
    return (sk_page_box){x_mm, y_mm, size.width_mm, size.height_mm};
}

void sk_page_strip_place(const sk_composition *c, const sk_page_strip *strip,
                         sk_page_layout *layout) {
    const sk_page_box frame = layout->view.frame;
    double right = frame.x_mm + frame.width_mm, bottom = frame.y_mm + frame.height_mm;
    bool below = strip->side == SK_STRIP_BELOW;
    layout->foot_mm = bottom + (below ? strip->extent_mm : 0);
    double left = below ? frame.x_mm : right + around_mm;
    double top = below ? bottom + around_mm : frame.y_mm;
    double edge = layout->right_mm = below ? right : right + strip->extent_mm;
    if (strip->legend.width_mm > 0) {
        layout->legend_columns = strip->legend_columns;
        layout->legend = at(strip->legend, left, top);
    }
    /* beside the map they stand at its foot, in the corner of the page */
    double y = below ? top : bottom - right_block(c, strip).height_mm;
    if (strip->has_scale_bar) {
        sk_page_box bar = sk_scale_bar_size(c->drawing, layout->view.metres_per_mm);
        layout->scale_bar = at(bar, edge - bar.width_mm, y);
        y += bar.height_mm + around_mm;
    }
    if (strip->inset.width_mm > 0)
        layout->inset = at(strip->inset, edge - strip->inset.width_mm, y);
}

double sk_page_strip_close(sk_page_layout *layout) {
    const sk_page_box boxes[] = {layout->view.frame, layout->legend, layout->inset,
                                 layout->scale_bar};
    double foot = 0, right = 0;
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++) {
        if (boxes[i].width_mm <= 0) continue;
        foot = fmax(foot, boxes[i].y_mm + boxes[i].height_mm);
        right = fmax(right, boxes[i].x_mm + boxes[i].width_mm);
    }
    double below_mm = fmax(0, layout->foot_mm - foot),
           beside_mm = fmax(0, layout->right_mm - right);
    if (layout->fixed_height) return fmax(below_mm, beside_mm);
    layout->foot_mm -= below_mm;
    layout->page_height_mm -= below_mm;
    return 0;
}
