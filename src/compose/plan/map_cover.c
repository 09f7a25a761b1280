#include "compose/plan/map_cover.h"

#include <math.h>

#include "compose/map/towns.h"
#include "compose/plan/plan_costs.h"

static void cover_shape(const sk_composition *c, sk_cover_grid *grid, const sk_map_view *view,
                        const sk_shape *shape, double weight) {
    sk_path path = sk_map_view_trace(view, c->map->ops, shape, c->drawing->arena);
    sk_cover_grid_add_path(grid, &path, weight);
}

static void cover_square(sk_cover_grid *grid, sk_page_point middle, double reach_mm,
                         double weight) {
    sk_cover_grid_add_box(
        grid,
        (sk_page_box){middle.x_mm - reach_mm, middle.y_mm - reach_mm, 2 * reach_mm, 2 * reach_mm},
        weight);
}

static void cover_areas(const sk_composition *c, sk_cover_grid *grid, const sk_map_view *view) {
    const sk_figure_map *map = c->map;
    sk_figure_regions homes = sk_figure_map_own_homes(map);
    for (size_t i = 0; i < homes.count; i++)
        cover_shape(c, grid, view, &homes.items[i]->shape, cover_cost_mm2.home);
    for (size_t i = 0; i < map->zone_count; i++)
        if (map->zones[i].region == NULL)
            cover_shape(c, grid, view, &map->zones[i].shape, cover_cost_mm2.home);
}

static void cover_points(const sk_composition *c, sk_cover_grid *grid, const sk_map_view *view) {
    const sk_figure_map *map = c->map;
    for (size_t i = 0; i < map->point_count; i++)
        cover_square(grid, sk_map_view_page(view, map->points[i].at),
                     c->drawing->style->marker.diameter_mm / 2 + cover_reach_mm.marker,
                     cover_cost_mm2.feature);
    for (size_t i = 0; i < map->context_count; i++) {
        const sk_context_item *town = &map->context[i];
        if (town->kind == SK_CONTEXT_TOWN && town->rank <= sk_town_max_rank(c))
            cover_square(grid, sk_map_view_page(view, town->shape.parts[0].points[0]),
                         cover_reach_mm.town, cover_cost_mm2.town);
    }
}

static void cover_course(const sk_drawing *d, sk_cover_grid *grid, const sk_map_view *view,
                         const sk_shape_part *part) {
    sk_polyline line = sk_map_view_line(view, part, d->arena);
    double length = sk_polyline_length(&line);
    for (double at = 0; at < length; at += cover_reach_mm.link_width)
        cover_square(grid, sk_polyline_at(&line, at).at, cover_reach_mm.link_width / 2,
                     cover_cost_mm2.course);
}

/* A link that has a course lies where it lies; another can bend. */
static void cover_links(const sk_composition *c, sk_cover_grid *grid, const sk_map_view *view) {
    for (size_t i = 0; i < c->map->link_count; i++) {
        const sk_map_link *link = &c->map->links[i];
        for (size_t k = 0; k < link->course.part_count; k++)
            cover_course(c->drawing, grid, view, &link->course.parts[k]);
        if (link->course.part_count == 0)
            sk_cover_grid_add_line(grid, sk_map_view_page(view, link->from.at),
                                   sk_map_view_page(view, link->to.at), cover_reach_mm.link_width,
                                   cover_cost_mm2.link);
    }
}

sk_cover_grid *sk_map_cover(const sk_composition *c, const sk_map_view *view) {
    sk_cover_grid *grid = sk_cover_grid_create(c->drawing->arena, view->frame);
    sk_cover_grid_add_box(grid, view->frame, cover_cost_mm2.around);
    cover_areas(c, grid, view);
    cover_points(c, grid, view);
    cover_links(c, grid, view);
    sk_cover_grid_finish(grid);
    return grid;
}
