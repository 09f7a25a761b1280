#include "compose/page_layout.h"

#include <math.h>
#include <stdlib.h>

#include "compose/cover_grid.h"
#include "compose/locator.h"
#include "compose/names.h"
#include "compose/page_room.h"
#include "compose/scale_bar.h"

/* How much it matters that a square millimetre is hidden. The home province counts so much more
 * than its surroundings that the map rather grows. */
static const double weight_home = 40, weight_around = 0.05, weight_feature = 60, weight_link = 12,
                    weight_town = 15, weight_furniture = 1e4;
static const double weight_growth_mm = 12;       /* for each millimetre that the map gets higher */
static const double weight_growth_above_mm = 13; /* a legend at the foot is what readers expect */
static const double growth_step_mm = 2, growth_max_mm = 80;
static const double weight_cut = 60; /* for each section of the legend cut between columns */
static const double weight_shrinking = 3000; /* for a map at half the scale */
static const double weight_shift_mm = 1;     /* for each millimetre that the map gives way */
/* A map on which the furniture hides more, or that is less wide or high, can't be read. */
static const double hidden_max = 1500, least_province_mm = 50, least_flanders_mm = 100;
static const double marker_clearance_mm = 3, town_clearance_mm = 1;

static void cover_shape(const sk_composition *c, sk_cover_grid *grid, const sk_map_view *view,
                        const sk_shape *shape, double weight) {
    sk_path path = sk_map_view_trace(view, c->map->ops, shape, c->arena);
    sk_cover_grid_add_path(grid, &path, weight);
}

static sk_cover_grid *cover_of(const sk_composition *c, const sk_map_view *view) {
    const sk_figure_map *map = c->map;
    sk_cover_grid *grid = sk_cover_grid_create(c->arena, view->frame);
    sk_cover_grid_add_box(grid, view->frame, weight_around);
    if (map->home != NULL) cover_shape(c, grid, view, &map->home->shape, weight_home);
    for (size_t i = 0; map->home == NULL && i < map->region_count[SK_REGION_PROVINCE]; i++)
        cover_shape(c, grid, view, &map->regions[SK_REGION_PROVINCE][i]->shape, weight_home);
    for (size_t i = 0; i < map->zone_count; i++)
        if (map->zones[i].region == NULL)
            cover_shape(c, grid, view, &map->zones[i].shape, weight_home);
    for (size_t i = 0; i < map->point_count; i++) {
        sk_page_point p = sk_map_view_page(view, map->points[i].at);
        double reach = c->style->marker.diameter_mm / 2 + marker_clearance_mm;
        sk_cover_grid_add_box(grid,
                              (sk_page_box){p.x_mm - reach, p.y_mm - reach, 2 * reach, 2 * reach},
                              weight_feature);
    }
    for (size_t i = 0; i < map->context_count; i++) {
        const sk_context_item *town = &map->context[i];
        if (town->kind != SK_CONTEXT_TOWN || town->rank > sk_town_max_rank(c)) continue;
        sk_page_point p = sk_map_view_page(view, town->shape.parts[0].points[0]);
        double reach = town_clearance_mm;
        sk_cover_grid_add_box(
            grid, (sk_page_box){p.x_mm - reach, p.y_mm - reach, 2 * reach, 2 * reach}, weight_town);
    }
    for (size_t i = 0; i < map->link_count; i++)
        sk_cover_grid_add_line(grid, sk_map_view_page(view, map->links[i].from.at),
                               sk_map_view_page(view, map->links[i].to.at), 3, weight_link);
    sk_cover_grid_finish(grid);
    return grid;
}

/** What the furniture must keep from hiding. */
typedef struct {
    const sk_cover_grid *grid;
    double gap_mm;
    const sk_page_box *taken; /* by other furniture */
    size_t taken_count;
} covered;

static double cost_of(const covered *under, sk_page_box box) {
    sk_page_box around = sk_page_box_grown(box, under->gap_mm / 2);
    double cost = sk_cover_grid_sum(under->grid, around);
    for (size_t i = 0; i < under->taken_count; i++)
        cost += weight_furniture * sk_page_boxes_overlap(around, under->taken[i]);
    return cost;
}

/* Tries all places along the frame's edges and takes the one that hides least; of equal ones the
 * nearest to a corner. */
static sk_page_box best_place(const covered *under, sk_page_box frame, sk_page_box size,
                              double *cost) {
    const double step_mm = 1;
    sk_page_box inside = sk_page_box_grown(frame, -under->gap_mm);
    double right = inside.width_mm - size.width_mm, bottom = inside.height_mm - size.height_mm;
    sk_page_box best = size;
    *cost = INFINITY;
    if (right < 0 || bottom < 0) return best;
    for (double y = 0;; y = fmin(bottom, y + step_mm)) {
        double step_x = y > 0 && y < bottom ? INFINITY : step_mm; /* only the ends are at an edge */
        for (double x = 0;; x = fmin(right, x + step_x)) {
            sk_page_box box = {inside.x_mm + x, inside.y_mm + y, size.width_mm, size.height_mm};
            double from_corner = fmin(x, right - x) + fmin(y, bottom - y);
            double here = cost_of(under, box) + 0.2 * from_corner;
            if (here < *cost) {
                *cost = here;
                best = box;
            }
            if (x >= right) break;
        }
        if (y >= bottom) break;
    }
    return best;
}

/* Everything placed for one legend form and one amount of room; returns what it costs. */
static double furnish(const sk_composition *c, const sk_legend *legend, const sk_cover_grid *grid,
                      sk_page_layout *layout) {
    const sk_style_sheet *s = c->style;
    sk_page_box taken[3],
        sizes[3] = {
            s->legend.shown ? sk_legend_size(legend, layout->legend_columns) : (sk_page_box){0},
            s->inset.shown ? sk_locator_size(c) : (sk_page_box){0},
            s->scale_bar.shown ? sk_scale_bar_size(c, layout->view.metres_per_mm)
                               : (sk_page_box){0},
        };
    sk_page_box *places[3] = {&layout->legend, &layout->inset, &layout->scale_bar};
    double total = 0;
    size_t count = 0;
    for (size_t i = 0; i < 3; i++) {
        *places[i] = (sk_page_box){0};
        if (sizes[i].width_mm <= 0) continue;
        double cost = 0;
        const covered under = {grid, s->frame.gap_mm, taken, count};
        taken[count] = best_place(&under, layout->view.frame, sizes[i], &cost);
        *places[i] = taken[count++];
        total += cost;
    }
    return total;
}

/** What is the same for all that is tried. */
typedef struct {
    const sk_composition *c;
    const sk_legend *legend;
    const sk_page_room *room;
    sk_ground_box ground;
} plan;

/* The best legend form for a view; *least is its cost, or what it was when none is cheaper. */
static void try_reserve(const plan *p, sk_page_reserve reserve, double reserve_cost,
                        sk_page_layout *best, double *least) {
    sk_map_view view;
    if (!sk_page_room_view(p->c, p->room, p->ground, reserve, &view)) return;
    sk_composition scratch = *p->c; /* a page may be large, and tried often */
    scratch.arena = sk_arena_create();
    const sk_cover_grid *grid = cover_of(&scratch, &view);
    for (size_t columns = 1; columns <= SK_LEGEND_COLUMNS_MAX; columns++) {
        sk_page_layout layout = {.view = view, .legend_columns = columns};
        layout.hidden = furnish(&scratch, p->legend, grid, &layout);
        double cost =
            reserve_cost + layout.hidden + weight_cut * (double)sk_legend_cuts(p->legend, columns);
        if (cost >= *least) continue;
        *least = cost;
        *best = layout;
    }
    sk_arena_free(scratch.arena);
}

/* A page whose height follows the map grows downwards or upwards until there is room. */
static void try_growth(const plan *p, sk_page_layout *best, double *least) {
    for (double growth = 0; growth <= growth_max_mm; growth += growth_step_mm) {
        if (growth * weight_growth_mm >= *least) break;
        try_reserve(p, (sk_page_reserve){.below_mm = growth}, growth * weight_growth_mm, best,
                    least);
        if (growth > 0)
            try_reserve(p, (sk_page_reserve){.above_mm = growth}, growth * weight_growth_above_mm,
                        best, least);
    }
}

/* On a page of given size the map gives way to one side, and gets smaller where it has to. */
static void try_giving_way(const plan *p, const sk_map_view *whole, sk_page_layout *best,
                           double *least) {
    sk_map_view view;
    double step = fmax(growth_step_mm, hypot(whole->frame.width_mm, whole->frame.height_mm) / 120);
    bool open[4] = {true, true, true, true};
    for (double mm = 0; open[0] || open[1] || open[2] || open[3]; mm += step) {
        const sk_page_reserve sides[4] = {
            {.below_mm = mm}, {.right_mm = mm}, {.left_mm = mm}, {.above_mm = mm}};
        for (size_t i = 0; i < (mm > 0 ? 4 : 1); i++) {
            open[i] = open[i] && sk_page_room_view(p->c, p->room, p->ground, sides[i], &view);
            if (!open[i]) continue;
            double cost = weight_shift_mm * mm +
                          weight_shrinking * (view.metres_per_mm / whole->metres_per_mm - 1);
            open[i] = cost < *least;
            if (open[i]) try_reserve(p, sides[i], cost, best, least);
        }
    }
}

static bool is_large_enough(const plan *p, const sk_map_view *view) {
    double widest_m =
        fmax(p->ground.east_m - p->ground.west_m, p->ground.north_m - p->ground.south_m);
    double least_mm = p->c->map->home != NULL ? least_province_mm : least_flanders_mm;
    return widest_m / view->metres_per_mm >= least_mm;
}

static bool is_free(const sk_page_layout *layout, double gap_mm) {
    const sk_page_box boxes[] = {layout->legend, layout->inset, layout->scale_bar};
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < i; k++)
            if (sk_page_boxes_overlap(sk_page_box_grown(boxes[i], gap_mm / 2), boxes[k]) > 0)
                return false;
    return true;
}

bool sk_page_layout_plan(const sk_composition *c, const sk_legend *legend, sk_page_size page,
                         sk_page_layout *out) {
    page = sk_page_size_complete(c, page);
    sk_page_room room = sk_page_room_on(c, page);
    const plan p = {c, legend, &room, sk_ground_of_interest(c->map)};
    double least = INFINITY;
    sk_map_view whole;
    *out = (sk_page_layout){0};
    if (!sk_page_room_view(c, &room, p.ground, (sk_page_reserve){0}, &whole) ||
        !is_large_enough(&p, &whole))
        return false;
    if (room.fixed_height)
        try_giving_way(&p, &whole, out, &least);
    else
        try_growth(&p, out, &least);
    if (least == INFINITY) return false;
    out->page_width_mm = page.width_mm;
    out->page_height_mm = room.fixed_height
                              ? page.height_mm
                              : out->view.frame.y_mm + out->view.frame.height_mm + room.below_mm;
    return is_free(out, c->style->frame.gap_mm) && out->hidden <= hidden_max &&
           is_large_enough(&p, &out->view);
}
