#include "compose/points/marker_options.h"

#include <math.h>

#include "base/angle.h"
#include "compose/points/marker_costs.h"
#include "compose/points/name_room.h"
#include "compose/points/small_zones.h"
#include "page/page_shapes.h"

enum { RINGS = 14, DIRECTIONS = 24, VARIANTS = SK_POINT_NAME_ROOMS + 1 };
/* More points than this have fewer places to choose from, or choosing would take too long. */
enum { MOST_FINE = 100 };

typedef struct {
    const sk_style_sheet *style;
    sk_arena *arena;
    sk_page_point place;
    sk_page_box rooms[SK_POINT_NAME_ROOMS]; /* for the name, around a disc at 0, 0 */
    bool has_name;
    sk_small_zones zones; /* that a disc should leave to be seen */
    sk_placer_candidate *candidates;
    sk_marker_options *options;
} lister;

double sk_marker_reach(const sk_style_sheet *style) {
    return (style->marker.diameter_mm + style->marker.line.width_mm + style->marker.gap_mm) / 2;
}

sk_placer_shape sk_marker_leader_shape(const sk_style_sheet *style, sk_page_point place,
                                       sk_page_point centre) {
    double length = sk_page_distance(place, centre);
    double start = style->marker.leader_dot_mm, end = length - style->marker.diameter_mm / 2;
    double dx = (centre.x_mm - place.x_mm) / length, dy = (centre.y_mm - place.y_mm) / length;
    return sk_segment_shape(
        (sk_page_point){place.x_mm + dx * start, place.y_mm + dy * start},
        (sk_page_point){place.x_mm + dx * fmax(start, end), place.y_mm + dy * fmax(start, end)},
        style->marker.leader.width_mm + style->marker.gap_mm);
}

static void add(lister *l, sk_page_point centre, const sk_page_box *room, double cost) {
    sk_placer_shape *shapes = SK_NEW_ARRAY(l->arena, sk_placer_shape, 3);
    size_t count = 0;
    sk_marker_option option = {.centre = centre};
    shapes[count++] = sk_disc_shape(centre, sk_marker_reach(l->style));
    cost += marker_cost.over_small_zone *
            sk_small_zones_hidden(&l->zones, centre, l->style->marker.diameter_mm / 2);
    double moved_mm = sk_page_distance(l->place, centre);
    if (moved_mm > 0) {
        shapes[count++] = sk_marker_leader_shape(l->style, l->place, centre);
        cost += marker_cost.moving + moved_mm;
    }
    if (room != NULL) {
        option.name = (sk_page_box){centre.x_mm + room->x_mm, centre.y_mm + room->y_mm,
                                    room->width_mm, room->height_mm};
        shapes[count++] = sk_box_shape(option.name);
    }
    l->candidates[l->options->count] = (sk_placer_candidate){shapes, count, cost};
    l->options->items[l->options->count++] = option;
}

static void add_with_name(lister *l, sk_page_point centre) {
    for (int i = 0; l->has_name && i < SK_POINT_NAME_ROOMS; i++)
        add(l, centre, &l->rooms[i], marker_cost.other_side * i);
    add(l, centre, NULL, l->has_name ? marker_cost.no_name_room : 0);
}

sk_placer_item sk_marker_options_list(const sk_composition *c, const sk_map_point *point,
                                      sk_page_point place, sk_marker_options *options) {
    const sk_style_sheet *s = c->drawing->style;
    lister l = {s, c->drawing->arena, place, .options = options, .has_name = point->number == 0};
    size_t most = (1 + RINGS * DIRECTIONS) * (size_t)(l.has_name ? VARIANTS : 1);
    *options =
        (sk_marker_options){.items = SK_NEW_ARRAY(c->drawing->arena, sk_marker_option, most)};
    l.zones = sk_small_zones_near(c, place, s->marker.max_displacement_mm + s->marker.diameter_mm);
    l.candidates = SK_NEW_ARRAY(c->drawing->arena, sk_placer_candidate, most);
    if (l.has_name) sk_point_name_rooms(c->drawing, point->feature, l.rooms);
    sk_page_box inside = sk_page_box_grown(c->view.frame, -sk_marker_reach(s));
    double nearest = s->marker.diameter_mm / 2 + s->marker.leader_dot_mm;
    double step = (s->marker.max_displacement_mm - nearest) / (RINGS - 1);
    add_with_name(&l, place);
    int coarser = c->map->point_count > MOST_FINE ? 2 : 1;
    for (int ring = 0; ring < RINGS; ring += coarser)
        for (int i = 0; i < DIRECTIONS; i += coarser) {
            double angle = 2 * SK_PI * (i + 0.5 * (ring % 2)) / DIRECTIONS;
            double distance = nearest + ring * step;
            sk_page_point centre = {place.x_mm + distance * cos(angle),
                                    place.y_mm + distance * sin(angle)};
            if (sk_page_box_contains(inside, centre)) add_with_name(&l, centre);
        }
    return (sk_placer_item){l.candidates, options->count, INFINITY};
}
