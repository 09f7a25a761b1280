#include "compose/plan/page_room.h"

#include <math.h>

#include "compose/furniture/page_margins.h"
#include "load/tables/ground_box.h"

static const double least_map_mm = 10;

/* The width of a page that has none. */
static double usual_width(const sk_composition *c) {
    const sk_style_sheet *s = c->drawing->style;
    if (c->on_sheet != NULL) return c->on_sheet->width_mm + 2 * s->page.margin_mm;
    return sk_figure_map_is_overview(c->map) ? s->page.overview_width_mm : s->page.width_mm;
}

sk_page_size sk_page_size_complete(const sk_composition *c, sk_page_size page) {
    if (page.width_mm <= 0) page.width_mm = usual_width(c);
    return page;
}

/* A page wider than the style's may also be higher. */
static double most_height(const sk_composition *c, sk_page_size page) {
    const sk_style_sheet *s = c->drawing->style;
    if (page.height_mm > 0) return page.height_mm;
    if (c->on_sheet != NULL) return c->on_sheet->most_height_mm + 2 * s->page.margin_mm;
    return s->page.max_height_mm * fmax(1, page.width_mm / usual_width(c));
}

sk_page_room sk_page_room_on(const sk_composition *c, sk_page_size page) {
    double margin = c->drawing->style->page.margin_mm, width = page.width_mm - 2 * margin;
    if (width <= 0) return (sk_page_room){0};
    double above = margin + sk_title_height(c, width),
           below = margin + sk_source_height(c->drawing, width);
    double height = most_height(c, page) - above - below;
    if (!(height > 0)) return (sk_page_room){0};
    return (sk_page_room){.frame = {margin, above, width, height},
                          .fixed_height = page.height_mm > 0,
                          .below_mm = below};
}

static bool is_within(sk_ground_box box, sk_ground_point p) {
    return p.east_m >= box.west_m && p.east_m <= box.east_m && p.north_m >= box.south_m &&
           p.north_m <= box.north_m;
}

static sk_ground_box with_point(sk_ground_box box, sk_ground_point p) {
    return sk_ground_box_union(box, (sk_ground_box){p.east_m, p.north_m, p.east_m, p.north_m});
}

static sk_ground_box grown(sk_ground_box box, double by_m) {
    return (sk_ground_box){box.west_m - by_m, box.south_m - by_m, box.east_m + by_m,
                           box.north_m + by_m};
}

/* Parts of the ground's larger side: points so near it belong to it, and bends that come back. */
static const double near_points = 0.08, near_bends = 0.12;
/* A zone that leaves it by less is shown whole all the same, in the room around the ground. */
static const double in_padding = 0.02;

static bool holds(sk_ground_box box, sk_ground_box inner) {
    return inner.west_m >= box.west_m && inner.east_m <= box.east_m &&
           inner.south_m >= box.south_m && inner.north_m <= box.north_m;
}

static double larger_side(sk_ground_box box) {
    return fmax(box.east_m - box.west_m, box.north_m - box.south_m);
}

/* The box, and the bends of the course that leave what the frame shows around it, a little way, and
 * come back. */
static sk_ground_box with_bends(sk_ground_box needed, const sk_shape_part *course) {
    const double shown = 0.025; /* of the box's larger side */
    double side_m = larger_side(needed);
    const sk_ground_box box = grown(needed, shown * side_m),
                        near = grown(needed, near_bends * side_m);
    sk_ground_box all = needed, bend = needed;
    bool was_inside = false, is_near = true;
    for (size_t i = 0; i < course->count; i++) {
        sk_ground_point p = course->points[i];
        if (is_within(box, p)) {
            if (was_inside && is_near) all = sk_ground_box_union(all, bend);
            was_inside = true;
            is_near = true;
            bend = needed;
        } else {
            is_near = is_near && is_within(near, p);
            bend = with_point(bend, p);
        }
    }
    return all;
}

sk_ground_box sk_ground_of_interest(const sk_figure_map *map, bool all) {
    sk_ground_box box = sk_figure_map_own_box(map);
    const sk_ground_box shown = grown(box, all ? 0 : in_padding * larger_side(box));
    for (size_t i = 0; i < map->zone_count; i++)
        if (!holds(shown, map->zones[i].bounds))
            box = sk_ground_box_union(box, map->zones[i].bounds);
    const sk_ground_box near = grown(box, near_points * larger_side(box));
    for (size_t i = 0; i < map->point_count; i++)
        if (all || is_within(near, map->points[i].at)) box = with_point(box, map->points[i].at);
    const sk_ground_box needed = box;
    for (size_t i = 0; all && i < map->link_count; i++)
        for (size_t k = 0; k < map->links[i].course.part_count; k++)
            box = sk_ground_box_union(box, with_bends(needed, &map->links[i].course.parts[k]));
    return box;
}

bool sk_page_room_view(const sk_drawing *d, const sk_page_room *room, sk_ground_box ground,
                       sk_page_reserve reserve, sk_map_view *out) {
    double padding = d->style->frame.padding_mm, width = room->frame.width_mm;
    double beside = 2 * padding + reserve.left_mm + reserve.right_mm;
    double around = 2 * padding + reserve.above_mm + reserve.below_mm;
    if (!(width - beside >= least_map_mm && room->frame.height_mm - around >= least_map_mm))
        return false;
    double east_west = ground.east_m - ground.west_m, north_south = ground.north_m - ground.south_m;
    double scale =
        fmax(east_west / (width - beside), north_south / (room->frame.height_mm - around));
    double height = room->fixed_height ? room->frame.height_mm : north_south / scale + around;
    /* what the shape of the ground leaves over is shared by both sides */
    double spare_x = (width - beside - east_west / scale) / 2;
    double spare_y = (height - around - north_south / scale) / 2;
    double west = ground.west_m - (padding + reserve.left_mm + spare_x) * scale;
    double north = ground.north_m + (padding + reserve.above_mm + spare_y) * scale;
    *out = (sk_map_view){
        .ground = {west, north - height * scale, west + width * scale, north},
        .frame = {room->frame.x_mm, room->frame.y_mm, width, height},
        .metres_per_mm = scale,
    };
    return true;
}
