#include "compose/points/markers.h"

#include <math.h>
#include <stdint.h>

#include "base/angle.h"
#include "base/page_id.h"
#include "compose/drawing/symbols.h"
#include "compose/map/towns.h"
#include "compose/points/crowd_list.h"
#include "compose/points/crowds.h"
#include "compose/points/marker_costs.h"
#include "compose/points/marker_options.h"
#include "compose/points/off_map.h"
#include "compose/points/small_zones.h"
#include "page/page_shapes.h"

const char *sk_marker_id(const sk_composition *c, size_t index, sk_page_id_ending ending) {
    const sk_feature *feature = c->map->points[index].feature;
    size_t place = 1;
    while (place <= index && c->map->points[index - place].feature == feature) place++;
    return sk_page_id_counted(c->drawing->arena,
                              sk_page_id_ended(c->drawing->arena, feature->id, ending), place);
}

/* A point that looks for a place. */
typedef struct {
    sk_marker_options options; /* of one that stands alone */
    sk_crowd *crowd;           /* that it is in; NULL: none */
    size_t item;               /* the point that looks for it: itself, or the first of its crowd */
} seeker;

/* A point with a crowd around it. */
typedef struct {
    size_t point;
    double near_mm;
} seed;

typedef struct {
    const sk_composition *c;
    sk_page_point *places;
    seeker *seekers;
    ptrdiff_t *choice; /* of each item */
    seed *seeds;
    size_t seed_count, seed_capacity;
} placing;

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

/* Does a link lead to the town, whose dot is at `at`? */
static bool is_linked(const sk_composition *c, sk_page_point at) {
    const double same_mm = 0.5;
    for (size_t i = 0; i < c->map->link_count; i++) {
        const sk_link_end *ends[] = {&c->map->links[i].from, &c->map->links[i].to};
        for (size_t k = 0; k < 2; k++)
            if (ends[k]->is_town &&
                sk_page_distance(sk_map_view_page(&c->view, ends[k]->at), at) < same_mm)
                return true;
    }
    return false;
}

/* Discs keep off the dots of capitals, which are never left out, and of towns that links lead to,
 * and had better off other large towns'. */
static size_t add_towns(const sk_composition *c, sk_placer_obstacle *obstacles) {
    size_t count = 0;
    for (size_t i = 0; i < c->map->context_count; i++) {
        const sk_context_item *town = &c->map->context[i];
        sk_page_point at;
        if (sk_town_state_of(c, town, &at) != SK_TOWN_SHOWN) continue;
        bool stays = sk_town_is_capital(town) || is_linked(c, at);
        if (!stays && !sk_town_is_major(town)) continue;
        double cost = stays ? marker_cost.over_capital : marker_cost.over_town;
        obstacles[count++] =
            (sk_placer_obstacle){sk_disc_shape(at, sk_town_dot_reach(c->drawing, town)), cost, -1};
    }
    return count;
}

static const size_t link_pieces = 16; /* that the line of a link is cut into */

/* Of an end that is a disc, the item that looks for its place. */
static ptrdiff_t item_at(const sk_link_end *end, const seeker *seekers) {
    return end->point_index == SIZE_MAX ? -1 : (ptrdiff_t)seekers[end->point_index].item;
}

/* Discs had better stand off the lines that links took before, but for those at their ends. */
static size_t add_links(const sk_composition *c, const seeker *seekers,
                        sk_placer_obstacle *obstacles) {
    size_t count = 0;
    for (size_t i = 0; c->earlier != NULL && i < c->earlier->links.count; i++) {
        const sk_drawn_link *drawn = &c->earlier->links.items[i];
        double length = sk_polyline_length(&drawn->line), piece = length / (double)link_pieces;
        for (size_t k = 0; k < link_pieces; k++) {
            const sk_link_end *near = 2 * k < link_pieces ? &drawn->link->from : &drawn->link->to;
            sk_page_point a = sk_polyline_at(&drawn->line, piece * (double)k).at;
            sk_page_point b = sk_polyline_at(&drawn->line, piece * (double)(k + 1)).at;
            obstacles[count++] = (sk_placer_obstacle){
                sk_segment_shape(a, b, c->drawing->style->link.casing.width_mm),
                marker_cost.on_link, item_at(near, seekers)};
        }
    }
    return count;
}

static sk_placer_obstacle *obstacles_of(const sk_composition *c, const seeker *seekers,
                                        size_t *count) {
    const sk_figure_map *map = c->map;
    double dot = c->drawing->style->marker.leader_dot_mm / 2;
    sk_placer_obstacle *obstacles = SK_NEW_ARRAY(
        c->drawing->arena, sk_placer_obstacle,
        c->furniture.count + 3 * map->point_count + map->zone_count + map->context_count +
            (c->earlier != NULL ? link_pieces * c->earlier->links.count : 0));
    for (size_t i = 0; i < c->furniture.count; i++)
        obstacles[(*count)++] =
            (sk_placer_obstacle){sk_box_shape(c->furniture.items[i]), INFINITY, -1};
    for (size_t i = 0; i < map->point_count; i++) {
        sk_page_point place = sk_point_bearing_of(c, &map->points[i]).place;
        obstacles[(*count)++] =
            (sk_placer_obstacle){sk_disc_shape(place, dot), INFINITY, (ptrdiff_t)seekers[i].item};
        if (seekers[i].options.pinned)
            *count += add_pinned(c->drawing, &seekers[i].options, &obstacles[*count]);
    }
    for (size_t i = 0; i < map->zone_count; i++) {
        const sk_map_zone *zone = &map->zones[i];
        if (!sk_zone_is_hidden_by_disc(c, zone)) continue;
        sk_ground_point pole =
            sk_shape_pole(map->ops, &zone->shape, c->view.metres_per_mm / 8, NULL);
        obstacles[(*count)++] = (sk_placer_obstacle){
            sk_disc_shape(sk_map_view_page(&c->view, pole), dot), marker_cost.over_small_zone, -1};
    }
    *count += add_towns(c, &obstacles[*count]);
    *count += add_links(c, seekers, &obstacles[*count]);
    return obstacles;
}

static void report_no_place(const sk_drawing *d, const sk_feature *feature) {
    sk_diag_warning(d->diag, feature->origin,
                    "make the map larger, or allow a greater marker.max_displacement",
                    "found no free place for the marker of \"%s\"", feature->name);
}

static void report_shared(const sk_composition *c, const sk_crowd *crowd) {
    const sk_feature *feature = c->map->points[crowd->members[0]].feature;
    sk_diag_warning(c->drawing->diag, feature->origin,
                    "make the map larger, or allow a greater marker.max_displacement",
                    "%zu points stand so near to each other that they share a disc: %s",
                    crowd->count, sk_crowd_list(c, crowd->members, crowd->count, SIZE_MAX));
}

/* Starts over with the crowds around the points that `reach` says, the later ones first; what is in
 * none looks for its own place. */
static void gather(placing *p) {
    const sk_composition *c = p->c;
    bool *is_free = SK_NEW_ARRAY(c->drawing->arena, bool, c->map->point_count);
    for (size_t i = 0; i < c->map->point_count; i++) {
        is_free[i] = !p->seekers[i].options.pinned;
        p->seekers[i].item = i;
        p->seekers[i].crowd = NULL;
    }
    for (size_t k = p->seed_count; k-- > 0;) {
        const seed *from = &p->seeds[k];
        if (!is_free[from->point]) continue;
        sk_crowd *crowd = sk_crowd_around(c, from->point, p->places, is_free, from->near_mm);
        for (size_t m = 0; crowd->count > 1 && m < crowd->count; m++) {
            seeker *member = &p->seekers[crowd->members[m]];
            is_free[crowd->members[m]] = false;
            member->item = crowd->members[0];
            member->crowd = crowd;
        }
    }
}

static void add_seed(placing *p, size_t point, double near_mm) {
    p->seeds = sk_arena_grow(p->c->drawing->arena, p->seeds, p->seed_count, &p->seed_capacity,
                             sizeof *p->seeds);
    p->seeds[p->seed_count++] = (seed){point, near_mm};
}

/* What more points than these have for one spot is not left to the placer: they would cost it too
 * much, and their leaders have no room at the spot. */
static void find_spots(placing *p) {
    enum { MOST_IN_A_SPOT = 8 };
    const sk_composition *c = p->c;
    double near_mm = c->drawing->style->marker.diameter_mm / 2;
    bool *is_free = SK_NEW_ARRAY(c->drawing->arena, bool, c->map->point_count);
    for (size_t i = 0; i < c->map->point_count; i++) is_free[i] = !p->seekers[i].options.pinned;
    for (size_t i = 0; i < c->map->point_count; i++) {
        if (!is_free[i]) continue;
        const sk_crowd *crowd = sk_crowd_around(c, i, p->places, is_free, near_mm);
        if (crowd->count <= MOST_IN_A_SPOT) continue;
        add_seed(p, i, near_mm);
        for (size_t m = 0; m < crowd->count; m++) is_free[crowd->members[m]] = false;
    }
}

bool sk_marker_is_on_link(const sk_composition *c, const sk_drawn_links *links,
                          const sk_placed_marker *markers, size_t point) {
    double reach = sk_marker_reach(c->drawing->style);
    for (size_t i = 0; i < links->count; i++) {
        const sk_drawn_link *drawn = &links->items[i];
        bool ends = drawn->link->from.point_index == point || drawn->link->to.point_index == point;
        if (!ends && sk_polyline_comes_near(&drawn->line, markers[point].centre, reach))
            return true;
    }
    return false;
}

/* After an earlier try, a disc that no link ran under stays where it is. */
static sk_placer_item kept_in_place(const sk_composition *c, size_t i, sk_placer_item item,
                                    sk_marker_options *options) {
    const double same_mm = 0.01;
    const sk_earlier_try *earlier = c->earlier;
    if (earlier == NULL || sk_marker_is_on_link(c, &earlier->links, earlier->markers, i))
        return item;
    sk_placer_candidate *candidates =
        SK_NEW_ARRAY(c->drawing->arena, sk_placer_candidate, item.candidate_count);
    size_t kept = 0;
    for (size_t k = 0; k < item.candidate_count; k++) {
        if (sk_page_distance(options->items[k].centre, earlier->markers[i].centre) > same_mm)
            continue;
        candidates[kept] = item.candidates[k];
        options->items[kept++] = options->items[k];
    }
    return kept == 0 ? item : (sk_placer_item){candidates, kept, item.drop_cost};
}

static sk_placer_item item_of(placing *p, size_t i) {
    seeker *s = &p->seekers[i];
    if (s->options.pinned || s->item != i) return (sk_placer_item){0};
    if (s->crowd != NULL) return sk_crowd_options_list(p->c, s->crowd, p->places);
    return kept_in_place(
        p->c, i, sk_marker_options_list(p->c, &p->c->map->points[i], p->places[i], &s->options),
        &s->options);
}

/* True when all have a place. Those that have none become the seeds of further crowds. */
static bool place_all(placing *p, double near_mm) {
    const sk_composition *c = p->c;
    size_t count = c->map->point_count, seeds = p->seed_count;
    sk_placer_item *items = SK_NEW_ARRAY(c->drawing->arena, sk_placer_item, count);
    gather(p);
    for (size_t i = 0; i < count; i++) items[i] = item_of(p, i);
    sk_placer_problem problem = {.items = items, .item_count = count};
    problem.obstacles = obstacles_of(c, p->seekers, &problem.obstacle_count);
    sk_placer_run(&problem, p->choice);
    for (size_t i = 0; i < count; i++)
        if (items[i].candidate_count > 0 && p->choice[i] == SK_PLACER_DROPPED)
            add_seed(p, i, near_mm);
    return p->seed_count == seeds;
}

static sk_placed_marker placed_alone(const sk_map_point *point, sk_page_point place,
                                     const sk_marker_options *options, size_t choice) {
    sk_page_point centre = options->items[choice].centre;
    return (sk_placed_marker){.point = point,
                              .place = place,
                              .centre = centre,
                              .name_room = options->items[choice].name,
                              .displaced = sk_page_distance(place, centre) > 0,
                              .pinned = options->pinned};
}

static void settle_crowd(const placing *p, const sk_crowd *crowd, ptrdiff_t choice,
                         sk_placed_marker *markers) {
    const sk_composition *c = p->c;
    const sk_crowd_option *option = &crowd->options[choice];
    double radius = c->drawing->style->marker.diameter_mm / 2;
    bool shared = option->centres == NULL;
    if (shared) report_shared(c, crowd);
    for (size_t m = 0; m < crowd->count; m++) {
        size_t i = crowd->members[m];
        sk_placed_marker *marker = &markers[i];
        *marker = (sk_placed_marker){.point = &c->map->points[i], .place = p->places[i]};
        marker->centre = shared ? option->shared : option->centres[m];
        double away = sk_page_distance(marker->place, marker->centre);
        marker->displaced = away > (shared ? radius + crowd->half_width_mm : 0);
        marker->list = shared ? crowd->list : NULL;
        marker->half_width_mm = shared ? crowd->half_width_mm : 0;
        marker->stands_for_itself = !shared || m == 0;
    }
}

static void settle(const placing *p, size_t i, sk_placed_marker *markers) {
    const seeker *s = &p->seekers[i];
    ptrdiff_t choice = p->choice[i];
    if (s->crowd != NULL && s->item != i) return; /* with the first of its crowd */
    if (s->crowd != NULL && choice != SK_PLACER_DROPPED) {
        settle_crowd(p, s->crowd, choice, markers);
        return;
    }
    if (s->options.pinned) choice = 1;
    if (choice == SK_PLACER_DROPPED) report_no_place(p->c->drawing, p->c->map->points[i].feature);
    markers[i] = placed_alone(&p->c->map->points[i], p->places[i], &s->options,
                              choice < 0 ? 0 : (size_t)choice);
    markers[i].stands_for_itself = true;
}

/* A crowd with no place at all stands on its spot. */
static void stand_on_the_spot(placing *p) {
    for (size_t i = 0; i < p->c->map->point_count; i++) {
        const sk_crowd *crowd = p->seekers[i].crowd;
        if (crowd == NULL || p->seekers[i].item != i || p->choice[i] != SK_PLACER_DROPPED) continue;
        for (ptrdiff_t k = 0; p->choice[i] == SK_PLACER_DROPPED; k++)
            if (crowd->options[k].centres == NULL) p->choice[i] = k;
    }
}

const sk_placed_marker *sk_markers_place(const sk_composition *c) {
    sk_arena *arena = c->drawing->arena;
    size_t count = c->map->point_count;
    placing p = {.c = c,
                 .places = SK_NEW_ARRAY(arena, sk_page_point, count),
                 .seekers = SK_NEW_ARRAY(arena, seeker, count),
                 .choice = SK_NEW_ARRAY(arena, ptrdiff_t, count)};
    for (size_t i = 0; i < count; i++) {
        p.places[i] = sk_point_bearing_of(c, &c->map->points[i]).place;
        (void)pinned_item(c, i, p.places[i], &p.seekers[i].options);
    }
    find_spots(&p);
    double near_mm = c->drawing->style->marker.diameter_mm;
    for (int attempt = 0; !place_all(&p, near_mm) && attempt < 3; attempt++) near_mm *= 2;
    stand_on_the_spot(&p);
    sk_placed_marker *markers = SK_NEW_ARRAY(arena, sk_placed_marker, count);
    for (size_t i = 0; i < count; i++) settle(&p, i, markers);
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
    sk_scene_circle(c->drawing->scene, group, marker->place,
                    sk_small_zone_dot(c, marker->place) / 2,
                    (sk_paint){.class_name = "marker-place", .fill = s->marker.leader.colour})
        ->use = SK_USE_PLACE_DOT;
}

/* Where a disc stands at the edge for a point off the map. */
static void draw_pointer(const sk_composition *c, sk_group *group, const sk_placed_marker *marker) {
    const sk_point_bearing bearing = sk_point_bearing_of(c, marker->point);
    if (!bearing.is_off) return;
    sk_path path = sk_point_pointer(c->drawing, &bearing);
    sk_scene_path(
        c->drawing->scene, group, &path,
        (sk_paint){.class_name = "marker-pointer", .fill = c->drawing->style->marker.fill});
}

void sk_markers_compose(const sk_composition *c) {
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, "points", c->drawing->words->layer.points, NULL);
    for (size_t i = 0; i < c->map->point_count; i++)
        if (c->markers[i].displaced) draw_leader(c, layer, &c->markers[i]);
    for (size_t i = 0; i < c->map->point_count; i++) {
        const sk_feature *feature = c->markers[i].point->feature;
        if (!c->markers[i].stands_for_itself) {
            sk_layout_notes_omit(c->drawing->notes,
                                 (sk_layout_omission){SK_LAYOUT_MARKER, feature->id, feature->id,
                                                      feature->name, SK_OMITTED_NO_ROOM});
            continue;
        }
        sk_group *group =
            sk_drawing_feature_group(c->drawing, layer, feature, feature->id, SK_ROLE_MARKER);
        const sk_placed_marker *marker = &c->markers[i];
        sk_layout_notes_add(c->drawing->notes,
                            (sk_layout_note){
                                .group = group,
                                .owner = marker,
                                .anchor = marker->place,
                                .displacement_mm = sk_page_distance(marker->place, marker->centre),
                                .pinned = marker->pinned,
                            });
        draw_pointer(c, group, marker);
        sk_scene_movable(group, marker->centre.x_mm - marker->place.x_mm,
                         marker->centre.y_mm - marker->place.y_mm);
        if (marker->list != NULL)
            sk_symbol_shared_marker(c->drawing, group, marker->centre, marker->half_width_mm,
                                    marker->list);
        else
            sk_symbol_marker(c->drawing, group, marker->centre,
                             &(sk_disc){.number = marker->point->number,
                                        .symbol = feature->symbol,
                                        .colour = marker->point->colour});
    }
}
