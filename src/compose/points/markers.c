#include "compose/points/markers.h"

#include <math.h>

#include "base/angle.h"
#include "base/page_id.h"
#include "compose/drawing/symbols.h"
#include "compose/points/marker_costs.h"
#include "compose/points/marker_options.h"
#include "page/page_shapes.h"

const char *sk_marker_id(const sk_composition *c, size_t index, sk_page_id_ending ending) {
    const sk_feature *feature = c->map->points[index].feature;
    size_t place = 1;
    while (place <= index && c->map->points[index - place].feature == feature) place++;
    return sk_page_id_counted(c->drawing->arena,
                              sk_page_id_ended(c->drawing->arena, feature->id, ending), place);
}

/* A pinned marker is not placed; it is in the way of the others. */
static bool pinned_item(const sk_composition *c, size_t index, sk_page_point place,
                        sk_marker_options *options) {
    const sk_pin *pin = sk_pinned_take(c->drawing->pins, sk_marker_id(c, index, SK_PAGE_ID_ITSELF));
    if (pin == NULL) return false;
    sk_page_point centre = {place.x_mm + pin->dx_mm, place.y_mm + pin->dy_mm};
    if (!sk_page_box_contains(sk_page_box_grown(c->view.frame, -sk_marker_reach(c->drawing->style)),
                              centre)) {
        sk_pinned_report_outside(c->drawing->pins, pin, c->drawing->diag);
        return false;
    }
    const sk_placer_shape disc = sk_disc_shape(centre, sk_marker_reach(c->drawing->style));
    if (sk_pinned_is_borrowed(c->drawing->pins, pin) && sk_composition_covers(c, &disc, 1))
        return false;
    *options = (sk_marker_options){SK_NEW_ARRAY(c->drawing->arena, sk_marker_option, 2), 2, true};
    options->items[0].centre = place;
    options->items[1].centre = centre;
    return true;
}

/* A zone so small that a disc would hide it is kept clear, softly: its pole. */
static bool hidden_by_a_disc(const sk_composition *c, const sk_map_zone *zone) {
    double radius_m = c->drawing->style->marker.diameter_mm / 2 * c->view.metres_per_mm;
    return zone->area_m2 < SK_PI * radius_m * radius_m;
}

static size_t add_pinned(const sk_drawing *d, const sk_marker_options *options,
                         sk_placer_obstacle *obstacles) {
    sk_page_point place = options->items[0].centre, centre = options->items[1].centre;
    obstacles[0] =
        (sk_placer_obstacle){sk_disc_shape(centre, sk_marker_reach(d->style)), INFINITY, -1};
    if (sk_page_distance(place, centre) <= 0) return 1;
    obstacles[1] =
        (sk_placer_obstacle){sk_marker_leader_shape(d->style, place, centre), INFINITY, -1};
    return 2;
}

static sk_placer_obstacle *obstacles_of(const sk_composition *c, const sk_marker_options *options,
                                        size_t *count) {
    const sk_figure_map *map = c->map;
    double dot = c->drawing->style->marker.leader_dot_mm / 2;
    sk_placer_obstacle *obstacles =
        SK_NEW_ARRAY(c->drawing->arena, sk_placer_obstacle,
                     c->furniture.count + 3 * map->point_count + map->zone_count);
    for (size_t i = 0; i < c->furniture.count; i++)
        obstacles[(*count)++] =
            (sk_placer_obstacle){sk_box_shape(c->furniture.items[i]), INFINITY, -1};
    for (size_t i = 0; i < map->point_count; i++) {
        sk_page_point place = sk_map_view_page(&c->view, map->points[i].at);
        obstacles[(*count)++] =
            (sk_placer_obstacle){sk_disc_shape(place, dot), INFINITY, (ptrdiff_t)i};
        if (options[i].pinned) *count += add_pinned(c->drawing, &options[i], &obstacles[*count]);
    }
    for (size_t i = 0; i < map->zone_count; i++) {
        const sk_map_zone *zone = &map->zones[i];
        if (!hidden_by_a_disc(c, zone)) continue;
        sk_ground_point pole =
            sk_shape_pole(map->ops, &zone->shape, c->view.metres_per_mm / 8, NULL);
        obstacles[(*count)++] = (sk_placer_obstacle){
            sk_disc_shape(sk_map_view_page(&c->view, pole), dot), marker_cost.over_small_zone, -1};
    }
    return obstacles;
}

static sk_placed_marker placed(const sk_map_point *point, const sk_marker_options *options,
                               size_t choice) {
    sk_page_point place = options->items[0].centre, centre = options->items[choice].centre;
    return (sk_placed_marker){.point = point,
                              .place = place,
                              .centre = centre,
                              .name_room = options->items[choice].name,
                              .displaced = sk_page_distance(place, centre) > 0,
                              .pinned = options->pinned};
}

static void report_no_place(const sk_drawing *d, const sk_feature *feature) {
    sk_diag_warning(d->diag, feature->origin,
                    "make the map larger, or allow a greater marker.max_displacement",
                    "found no free place for the marker of \"%s\"", feature->name);
}

const sk_placed_marker *sk_markers_place(const sk_composition *c) {
    const sk_figure_map *map = c->map;
    sk_arena *arena = c->drawing->arena;
    size_t count = map->point_count;
    sk_placed_marker *markers = SK_NEW_ARRAY(arena, sk_placed_marker, count);
    sk_placer_item *items = SK_NEW_ARRAY(arena, sk_placer_item, count);
    sk_marker_options *options = SK_NEW_ARRAY(arena, sk_marker_options, count);
    ptrdiff_t *choice = SK_NEW_ARRAY(arena, ptrdiff_t, count);
    for (size_t i = 0; i < count; i++) {
        sk_page_point place = sk_map_view_page(&c->view, map->points[i].at);
        if (!pinned_item(c, i, place, &options[i]))
            items[i] = sk_marker_options_list(c, &map->points[i], place, &options[i]);
    }
    sk_placer_problem problem = {.items = items, .item_count = count};
    problem.obstacles = obstacles_of(c, options, &problem.obstacle_count);
    sk_placer_run(&problem, choice);
    for (size_t i = 0; i < count; i++) {
        if (options[i].pinned)
            choice[i] = 1;
        else if (choice[i] == SK_PLACER_DROPPED)
            report_no_place(c->drawing, map->points[i].feature);
        markers[i] = placed(&map->points[i], &options[i], choice[i] < 0 ? 0 : (size_t)choice[i]);
    }
    return markers;
}

static void draw_leader(const sk_composition *c, sk_layer *layer, const sk_placed_marker *marker) {
    const sk_style_sheet *s = c->drawing->style;
    const sk_feature *feature = marker->point->feature;
    sk_group *group =
        sk_drawing_feature_group(c->drawing, layer, feature,
                                 sk_page_id_leader(c->drawing->arena, feature->id), SK_ROLE_LEADER);
    sk_layout_notes_add(c->drawing->notes,
                        (sk_layout_note){.group = group, .owner = marker, .anchor = marker->place});
    sk_polyline line = {SK_NEW_ARRAY(c->drawing->arena, sk_page_point, 2), 2};
    line.points[0] = marker->place;
    line.points[1] = marker->centre;
    sk_path path = sk_polyline_path(c->drawing->arena, &line);
    sk_stroke casing = {.colour = s->link.casing.colour,
                        .width_mm = s->marker.leader.width_mm + 2 * s->marker.line.width_mm};
    sk_scene_path(
        c->drawing->scene, group, &path,
        (sk_paint){.class_name = "marker-leader-casing", .line = casing, .round_caps = true})
        ->use = SK_USE_CASING;
    sk_scene_path(
        c->drawing->scene, group, &path,
        (sk_paint){.class_name = "marker-leader", .line = s->marker.leader, .round_caps = true});
    sk_scene_circle(c->drawing->scene, group, marker->place, s->marker.leader_dot_mm / 2,
                    (sk_paint){.class_name = "marker-place", .fill = s->marker.leader.colour})
        ->use = SK_USE_PLACE_DOT;
}

void sk_markers_compose(const sk_composition *c) {
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, "points", c->drawing->words->layer.points, NULL);
    for (size_t i = 0; i < c->map->point_count; i++)
        if (c->markers[i].displaced) draw_leader(c, layer, &c->markers[i]);
    for (size_t i = 0; i < c->map->point_count; i++) {
        const sk_feature *feature = c->markers[i].point->feature;
        sk_group *group =
            sk_drawing_feature_group(c->drawing, layer, feature, feature->id, SK_ROLE_MARKER);
        const sk_placed_marker *marker = &c->markers[i];
        sk_layout_notes_add(
            c->drawing->notes,
            (sk_layout_note){group, marker, marker->place,
                             sk_page_distance(marker->place, marker->centre), marker->pinned});
        sk_scene_movable(group, marker->centre.x_mm - marker->place.x_mm,
                         marker->centre.y_mm - marker->place.y_mm);
        sk_symbol_marker(c->drawing, group, c->markers[i].centre, c->markers[i].point->number);
    }
}
