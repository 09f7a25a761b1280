#include "compose/names/label_obstacles.h"

#include <math.h>

#include "compose/drawing/symbols.h"
#include "compose/map/towns.h"
#include "compose/names/name_area.h"
#include "compose/names/name_costs.h"
#include "compose/points/off_map.h"
#include "load/tables/ground_box.h"

void sk_obstacle_list_add(sk_arena *arena, sk_obstacle_list *list, sk_placer_shape shape,
                          double cost) {
    list->items =
        sk_arena_grow(arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = (sk_label_obstacle){shape, cost, NULL};
}

/* In pieces, so that lying across a line costs less than lying along it. */
static void add_line(sk_arena *arena, sk_obstacle_list *list, const sk_polyline *line,
                     double width_mm, double cost) {
    double length = sk_polyline_length(line);
    for (double at = 0; at < length; at += obstacle_cost.piece_mm) {
        sk_page_point a = sk_polyline_at(line, at).at;
        sk_page_point b = sk_polyline_at(line, fmin(length, at + obstacle_cost.piece_mm)).at;
        sk_obstacle_list_add(arena, list, sk_segment_shape(a, b, width_mm), cost);
    }
}

/* An arrowhead, by the lines from its tip to its barbs. */
static void add_head(const sk_drawing *d, sk_obstacle_list *list, sk_page_point tip,
                     sk_page_point back) {
    double length = fmax(sk_page_distance(tip, back), 1e-6);
    double half = d->style->link.arrow_width_mm / 2;
    double x = (back.y_mm - tip.y_mm) / length * half, y = (tip.x_mm - back.x_mm) / length * half;
    const sk_page_point barbs[] = {{back.x_mm + x, back.y_mm + y}, {back.x_mm - x, back.y_mm - y}};
    for (size_t i = 0; i < 2; i++)
        sk_obstacle_list_add(d->arena, list, sk_segment_shape(tip, barbs[i], 0),
                             obstacle_cost.arrow / 2);
    sk_obstacle_list_add(d->arena, list, sk_segment_shape(barbs[0], barbs[1], 0),
                         obstacle_cost.arrow / 2);
}

static void add_link(const sk_drawing *d, sk_obstacle_list *list, const sk_drawn_link *drawn) {
    size_t first = list->count;
    add_line(d->arena, list, &drawn->line, d->style->link.casing.width_mm, obstacle_cost.link);
    for (size_t i = first; i < list->count; i++) list->items[i].of = drawn->link->feature;
    double length = sk_polyline_length(&drawn->line), head = d->style->link.arrow_length_mm;
    if (drawn->head_at_end)
        add_head(d, list, drawn->line.points[drawn->line.count - 1],
                 sk_polyline_at(&drawn->line, length - head).at);
    if (drawn->head_at_start)
        add_head(d, list, drawn->line.points[0], sk_polyline_at(&drawn->line, head).at);
    if (drawn->start_dot_mm > 0)
        sk_obstacle_list_add(d->arena, list,
                             sk_disc_shape(drawn->line.points[0], drawn->start_dot_mm),
                             obstacle_cost.arrow);
}

static void add_part(const sk_composition *c, sk_obstacle_list *list, sk_shape_part *part,
                     double outline_mm) {
    sk_shape alone = {.kind = SK_SHAPE_POLYGONS, .parts = part, .part_count = 1};
    sk_page_box box = sk_map_view_box(&c->view, sk_shape_bounds(&alone));
    if (sk_zone_part_is_small(box)) {
        sk_obstacle_list_add(c->drawing->arena, list, sk_box_shape(box),
                             zone_cover_cost.over_small);
        return;
    }
    sk_polyline ring = sk_map_view_line(&c->view, part, c->drawing->arena);
    add_line(c->drawing->arena, list, &ring, outline_mm, obstacle_cost.outline);
}

static void add_zone(const sk_composition *c, sk_obstacle_list *list, const sk_map_zone *zone) {
    const sk_zone_sign sign = sk_style_zone(c->drawing->style, zone->feature->zone_class);
    sk_shape visible = sk_shape_clip(c->map->ops, &zone->shape, c->view.ground);
    if (visible.kind != SK_SHAPE_POLYGONS) return;
    for (size_t i = 0; i < visible.part_count; i++)
        add_part(c, list, &visible.parts[i], sign.line.width_mm);
}

/* A name on a town's dot leaves the town's own name without a place. */
static void add_town_dots(const sk_composition *c, sk_obstacle_list *list) {
    for (size_t i = 0; i < c->map->context_count; i++) {
        const sk_context_item *town = &c->map->context[i];
        sk_page_point at;
        if (!sk_town_has_dot(c, town, &at)) continue;
        sk_obstacle_list_add(c->drawing->arena, list,
                             sk_disc_shape(at, c->drawing->style->town.minor_dot_mm / 2),
                             obstacle_cost.town_dot / fmax(1, town->rank));
    }
}

sk_obstacle_list sk_label_obstacles(const sk_composition *c) {
    sk_obstacle_list list = {0};
    double disc =
        (c->drawing->style->marker.diameter_mm + c->drawing->style->marker.line.width_mm) / 2;
    for (size_t i = 0; i < c->furniture.count; i++)
        sk_obstacle_list_add(c->drawing->arena, &list,
                             sk_box_shape(sk_page_box_grown(
                                 c->furniture.items[i], c->drawing->style->name.furniture_gap_mm)),
                             INFINITY);
    for (size_t i = 0; i < c->map->point_count; i++) {
        const sk_placed_marker *marker = &c->markers[i];
        sk_placer_shape shape = sk_disc_shape(marker->centre, disc);
        shape.half_width = marker->half_width_mm;
        if (marker->stands_for_itself)
            sk_obstacle_list_add(c->drawing->arena, &list, shape, INFINITY);
        const sk_point_bearing bearing = sk_point_bearing_of(c, marker->point);
        if (bearing.is_off)
            sk_obstacle_list_add(c->drawing->arena, &list,
                                 sk_segment_shape(marker->centre, bearing.tip, disc), INFINITY);
        if (marker->displaced)
            sk_obstacle_list_add(c->drawing->arena, &list,
                                 sk_segment_shape(marker->place, marker->centre,
                                                  c->drawing->style->marker.leader_dot_mm),
                                 obstacle_cost.leader);
    }
    for (size_t i = 0; i < c->links.count; i++)
        if (c->links.items[i].same_as == NULL) add_link(c->drawing, &list, &c->links.items[i]);
    for (size_t i = 0; i < c->map->zone_count; i++)
        if (c->map->zones[i].ground == SK_ZONE_OF_ITS_OWN) add_zone(c, &list, &c->map->zones[i]);
    add_town_dots(c, &list);
    return list;
}
