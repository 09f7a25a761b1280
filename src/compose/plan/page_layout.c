#include "compose/plan/page_layout.h"

#include <math.h>
#include <stdlib.h>

#include "compose/plan/furniture.h"
#include "compose/plan/map_cover.h"
#include "compose/plan/page_room.h"
#include "compose/plan/page_strip.h"
#include "compose/plan/plan_costs.h"

static const double growth_step_mm = 2, growth_max_mm = 80;
/* A legend that lies on the map in more columns would reach across all of it. */
enum { COLUMNS_ON_MAP = 4 };

/** What is the same for all that is tried. */
typedef struct {
    const sk_composition *c;
    const sk_legend *legend;
    sk_page_strip strip;
    sk_page_room room; /* what the strip leaves of the page's */
    sk_ground_box ground;
    sk_map_view whole; /* without furniture */
} plan;

static double shrinking_cost(const plan *p, const sk_map_view *view) {
    return plan_cost.shrinking * (view->metres_per_mm / p->whole.metres_per_mm - 1);
}

/* The best legend form for a view; *least is its cost, or what it was when none is cheaper. */
static void try_reserve(const plan *p, sk_page_reserve reserve, double reserve_cost,
                        sk_page_layout *best, double *least) {
    sk_map_view view;
    if (!sk_page_room_view(p->c->drawing, &p->room, p->ground, reserve, &view)) return;
    reserve_cost += shrinking_cost(p, &view);
    sk_drawing drawing = *p->c->drawing;
    sk_composition scratch = *p->c;
    drawing.arena = sk_arena_create(); /* a page may be large, and tried often */
    scratch.drawing = &drawing;
    const sk_cover_grid *grid = sk_map_cover(&scratch, &view);
    for (size_t columns = 1; columns <= COLUMNS_ON_MAP; columns++) {
        sk_page_layout layout = {.view = view, .legend_columns = columns};
        layout.hidden = sk_furniture_arrange(&scratch, p->legend, grid, &layout);
        double cost = reserve_cost + layout.hidden +
                      plan_cost.cut * (double)sk_legend_cuts(p->legend, columns);
        if (cost >= *least) continue;
        *least = cost;
        *best = layout;
    }
    sk_arena_free(drawing.arena);
}

/* A page whose height follows the map grows downwards or upwards until there is room; when it is as
 * high as it may become the map gets smaller. */
static void try_growth(const plan *p, sk_page_layout *best, double *least) {
    for (double growth = 0; growth <= growth_max_mm; growth += growth_step_mm) {
        if (growth * plan_cost.growth_mm >= *least) break;
        try_reserve(p, (sk_page_reserve){.below_mm = growth}, growth * plan_cost.growth_mm, best,
                    least);
        if (growth > 0)
            try_reserve(p, (sk_page_reserve){.above_mm = growth},
                        growth * plan_cost.growth_above_mm, best, least);
    }
}

/* On a page that is not to grow the map gives way to one side, and gets smaller where it has to. */
static void try_giving_way(const plan *p, sk_page_layout *best, double *least) {
    sk_map_view view;
    const sk_page_box *frame = &p->whole.frame;
    double step = fmax(growth_step_mm, hypot(frame->width_mm, frame->height_mm) / 120);
    bool open[4] = {true, true, true, true};
    for (double mm = 0; open[0] || open[1] || open[2] || open[3]; mm += step) {
        const sk_page_reserve sides[4] = {
            {.below_mm = mm}, {.right_mm = mm}, {.left_mm = mm}, {.above_mm = mm}};
        for (size_t i = 0; i < (mm > 0 ? 4 : 1); i++) {
            open[i] =
                open[i] && sk_page_room_view(p->c->drawing, &p->room, p->ground, sides[i], &view);
            if (!open[i]) continue;
            double cost = plan_cost.shift_mm * mm;
            open[i] = cost + shrinking_cost(p, &view) < *least;
            if (open[i]) try_reserve(p, sides[i], cost, best, least);
        }
    }
}

static bool is_as_high_as_may_be(const plan *p) {
    return p->whole.frame.height_mm > p->room.frame.height_mm - growth_step_mm;
}

static bool is_free(const sk_page_layout *layout, double gap_mm) {
    const sk_page_box boxes[] = {layout->legend, layout->inset, layout->scale_bar};
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < i; k++)
            if (sk_page_boxes_overlap(sk_page_box_grown(boxes[i], gap_mm / 2), boxes[k]) > 0)
                return false;
    return true;
}

static bool is_large_enough(const plan *p, const sk_map_view *view) {
    double widest_m =
        fmax(p->ground.east_m - p->ground.west_m, p->ground.north_m - p->ground.south_m);
    double least_mm = sk_figure_map_is_overview(p->c->map) ? plan_limit.all_mm : plan_limit.home_mm;
    return widest_m / view->metres_per_mm >= least_mm;
}

bool sk_page_layout_covers_map(const sk_style_sheet *s) {
    return (s->legend.shown && s->legend.place != SK_PLACE_OUTSIDE) ||
           (s->inset.shown && s->inset.place != SK_PLACE_OUTSIDE) ||
           (s->scale_bar.shown && s->scale_bar.place != SK_PLACE_OUTSIDE);
}

static bool plan_map(plan *p, sk_page_layout *out) {
    double least = INFINITY;
    if (!sk_page_room_view(p->c->drawing, &p->room, p->ground, (sk_page_reserve){0}, &p->whole) ||
        !is_large_enough(p, &p->whole))
        return false;
    *out = (sk_page_layout){.view = p->whole};
    if (!sk_page_layout_covers_map(p->c->drawing->style)) return true;
    if (p->room.fixed_height || is_as_high_as_may_be(p))
        try_giving_way(p, out, &least);
    else
        try_growth(p, out, &least);
    return least < INFINITY;
}

/* With what stands outside the map on that side of it. */
static bool plan_beside(const sk_composition *c, const sk_legend *legend, sk_page_size page,
                        sk_strip_side side, sk_page_layout *out) {
    plan p = {.c = c, .legend = legend};
    const sk_page_room room = sk_page_room_on(c, page);
    *out = (sk_page_layout){0};
    if (!sk_page_strip_measure(c, legend, &room, side, &p.strip)) return false;
    if (side == SK_STRIP_RIGHT && p.strip.extent_mm <= 0) return false; /* as below it */
    p.room = sk_page_strip_leaves(&p.strip, room);
    p.ground = sk_ground_of_interest(c->map, p.strip.legend.width_mm <= 0);
    if (!plan_map(&p, out)) return false;
    sk_page_strip_place(c, &p.strip, out);
    out->page_width_mm = page.width_mm;
    out->fixed_height = room.fixed_height;
    out->page_height_mm = room.fixed_height ? page.height_mm : out->foot_mm + room.below_mm;
    return is_free(out, c->drawing->style->frame.gap_mm) && out->hidden <= plan_limit.hidden &&
           is_large_enough(&p, &out->view);
}

bool sk_page_layout_plan(const sk_composition *c, const sk_legend *legend, sk_page_size page,
                         sk_page_layout *out) {
    page = sk_page_size_complete(c, page);
    bool fits = plan_beside(c, legend, page, SK_STRIP_BELOW, out);
    if (page.height_mm <= 0) return fits;
    sk_page_layout right;
    if (!plan_beside(c, legend, page, SK_STRIP_RIGHT, &right)) return fits;
    if (!fits || right.view.metres_per_mm < out->view.metres_per_mm) *out = right;
    return true;
}
