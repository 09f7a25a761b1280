#include "compose/links/link_ends.h"

#include <math.h>
#include <stdint.h>

#include "base/angle.h"
#include "compose/links/link_costs.h"

sk_page_box sk_link_exit_box(const sk_composition *c) {
    return sk_page_box_grown(c->view.frame, -c->drawing->style->link.frame_gap_mm);
}

bool sk_link_can_end_at(const sk_composition *c, sk_page_point point) {
    return sk_page_box_contains(
        sk_page_box_grown(c->view.frame, -2 * c->drawing->style->link.frame_gap_mm), point);
}

double sk_link_room_beside_discs(const sk_composition *c, const sk_link_end *end, sk_page_point p) {
    const sk_style_sheet *s = c->drawing->style;
    double nearest = INFINITY;
    for (size_t i = 0; i < c->map->point_count; i++)
        if (i != end->point_index)
            nearest = fmin(nearest, sk_page_distance(c->markers[i].centre, p));
    return nearest - (s->marker.diameter_mm + s->marker.line.width_mm) / 2;
}

static bool near_a_disc(const sk_composition *c, const sk_link_end *end, sk_page_point p,
                        double clearance_mm) {
    return sk_link_room_beside_discs(c, end, p) < clearance_mm;
}

static bool has_area(const sk_link_end *end) {
    return end->area.kind != SK_SHAPE_EMPTY;
}

static bool lies_in_area(const sk_composition *c, const sk_link_end *end, sk_page_point p) {
    return sk_shape_contains(&end->area, sk_map_view_ground(&c->view, p));
}

/* The home that a place lies in; NULL for one that lies in none. */
static const sk_shape *home_of(const sk_composition *c, const sk_link_end *end) {
    sk_figure_regions homes = sk_figure_map_homes(c->map);
    for (size_t i = 0; i < homes.count; i++) {
        const sk_region *home = homes.items[i];
        if (sk_shape_contains(&home->shape, end->at)) return &home->shape;
    }
    return NULL;
}

/* Where that is mended, ends keep off discs' leaders too; all links of a region begin at one place,
 * whatever is there. */
static bool near_a_leader(const sk_composition *c, const sk_link_end *end, sk_page_point p) {
    if (!sk_composition_mends(c) || end->is_region) return false;
    for (size_t i = 0; i < c->map->point_count; i++) {
        sk_page_point ends[] = {c->markers[i].place, c->markers[i].centre};
        const sk_polyline leader = {ends, 2};
        if (i != end->point_index && c->markers[i].displaced &&
            sk_polyline_distance(&leader, p) < link_reach_mm.leader_gap)
            return true;
    }
    return false;
}

/* Room for an arrowhead beside any disc. */
static bool is_clear(const sk_composition *c, const sk_link_end *end, sk_page_point p) {
    return !near_a_leader(c, end, p) &&
           !near_a_disc(c, end, p, c->drawing->style->link.arrow_length_mm);
}

/* Places apart, so that they are a choice. */
static bool is_new(const sk_page_point *places, size_t count, sk_page_point p) {
    for (size_t i = 0; i < count; i++)
        if (sk_page_distance(places[i], p) < link_reach_mm.other_place) return false;
    return true;
}

/* The points of the area nearest to its middle that are clear of discs; where none is, the one that
 * is furthest from any. */
static size_t clear_points(const sk_composition *c, const sk_link_end *end, const sk_shape *area,
                           sk_page_point middle, sk_page_point places[SK_LINK_END_PLACES]) {
    enum { DIRECTIONS = 16 };
    /* a town is where it is */
    const double step_mm = 1, reach_mm = end->is_town ? 5 : has_area(end) ? 14 : 8;
    size_t count = 0;
    double most_room = sk_link_room_beside_discs(c, end, middle);
    places[0] = middle;
    if (is_clear(c, end, middle)) count = 1;
    if (count == 1 && (!sk_composition_mends(c) || end->is_town || !has_area(end))) return 1;
    for (double radius = step_mm; radius <= reach_mm; radius += step_mm)
        for (int i = 0; i < DIRECTIONS && count < SK_LINK_END_PLACES; i++) {
            double angle = 2 * SK_PI * i / DIRECTIONS;
            sk_page_point p = {middle.x_mm + radius * cos(angle),
                               middle.y_mm + radius * sin(angle)};
            double room = sk_link_room_beside_discs(c, end, p);
            bool clear = is_clear(c, end, p);
            if ((!clear && room <= most_room) || (clear && !is_new(places, count, p)) ||
                !sk_shape_contains(area, sk_map_view_ground(&c->view, p)))
                continue;
            if (clear) places[count++] = p;
            if (count == 0 && !end->is_town) places[0] = p;
            most_room = fmax(room, most_room);
        }
    return count > 0 ? count : 1;
}

size_t sk_link_end_places(const sk_composition *c, const sk_link_end *end, sk_link_end_role role,
                          sk_page_point places[SK_LINK_END_PLACES]) {
    sk_page_point at = sk_map_view_page(&c->view, end->at);
    const sk_shape *area = has_area(end) ? &end->area : home_of(c, end);
    places[0] = at;
    if (end->point_index != SIZE_MAX) places[0] = c->markers[end->point_index].centre;
    if (end->point_index != SIZE_MAX || area == NULL) return 1;
    size_t count = clear_points(c, end, area, at, places);
    return end->is_region && role == SK_LINK_END_STARTS ? 1 : count;
}

sk_page_point sk_link_end_further(const sk_composition *c, const sk_link_end *end, sk_page_point at,
                                  sk_page_point other) {
    const double step_mm = 2, wanted_mm = 22;
    sk_page_box frame = sk_page_box_grown(c->view.frame, -3);
    sk_page_point best = at;
    double least = fabs(sk_page_distance(at, other) - wanted_mm);
    if (!has_area(end)) return at;
    for (double y = -wanted_mm; y <= wanted_mm; y += step_mm)
        for (double x = -wanted_mm; x <= wanted_mm; x += step_mm) {
            sk_page_point p = {other.x_mm + x, other.y_mm + y};
            double miss = fabs(sk_page_distance(p, other) - wanted_mm);
            if (miss >= least || !sk_page_box_contains(frame, p)) continue;
            if (!lies_in_area(c, end, p) || !is_clear(c, end, p)) continue;
            least = miss;
            best = p;
        }
    return best;
}

static double into_area_mm(const sk_composition *c) {
    return c->drawing->style->link.into_zone_mm;
}

/* How much of the line's start lies deeper than `into_mm` in the area; 0 where too little is left.
 */
static double trim_in_area(const sk_composition *c, const sk_link_end *end, const sk_polyline *line,
                           double into_mm, double left_mm) {
    const double step_mm = 0.25;
    double length = sk_polyline_length(line), inside = 0;
    while (inside < length && lies_in_area(c, end, sk_polyline_at(line, inside).at))
        inside += step_mm;
    double trim = fmax(0, inside - into_mm);
    return inside < length && trim < length - left_mm ? trim : 0;
}

/* A head that leads to a region stands in it, whole, behind the border. */
static double trim_in_region(const sk_composition *c, const sk_link_end *end,
                             const sk_polyline *line) {
    const double border_mm = 0.8;
    double into_mm = c->drawing->style->link.arrow_length_mm + border_mm;
    return trim_in_area(c, end, line, into_mm, link_reach_mm.least_length);
}

/* A short one begins deeper in its zone than others, which trim so much: it had better be seen
 * whole. But not behind a disc. */
static double trim_deeper(const sk_composition *c, const sk_link_end *end, const sk_polyline *line,
                          double trim) {
    const double step_mm = 0.25;
    double deeper = fmin(trim, fmax(0, sk_polyline_length(line) - link_reach_mm.seen_whole));
    for (double at = deeper; at < trim; at += step_mm)
        if (!is_clear(c, end, sk_polyline_at(line, at).at)) deeper = fmin(trim, at + step_mm);
    return deeper;
}

/* What of the line is not drawn, whatever the discs around are. */
static double trim_at_place(const sk_composition *c, const sk_link_end *end, sk_link_end_role role,
                            const sk_polyline *line) {
    if (role == SK_LINK_END_OFF_MAP) return 0;
    if (end->is_town || !has_area(end)) {
        bool at_dot = end->is_town || sk_page_distance(sk_map_view_page(&c->view, end->at),
                                                       line->points[0]) < link_reach_mm.before_dot;
        return role == SK_LINK_END_ARRIVES && at_dot ? link_reach_mm.before_dot : 0;
    }
    if (end->is_region) return role == SK_LINK_END_ARRIVES ? trim_in_region(c, end, line) : 0;
    double trim = trim_in_area(c, end, line, into_area_mm(c), sk_polyline_length(line) / 2);
    if (role != SK_LINK_END_STARTS) return trim;
    return trim_deeper(c, end, line, trim);
}

double sk_link_head_room(const sk_composition *c, const sk_link_end *end, const sk_polyline *line,
                         double trim_mm) {
    const sk_style_sheet *s = c->drawing->style;
    sk_page_point tip = sk_polyline_at(line, trim_mm).at;
    sk_page_point barbs = sk_polyline_at(line, trim_mm + s->link.arrow_length_mm).at;
    return fmin(sk_link_room_beside_discs(c, end, tip) - s->link.clearance_mm,
                sk_link_room_beside_discs(c, end, barbs) - s->link.arrow_width_mm / 2);
}

double sk_link_end_trim(const sk_composition *c, const sk_link_end *end, sk_link_end_role role,
                        const sk_polyline *line) {
    const sk_style_sheet *s = c->drawing->style;
    const double step_mm = 0.25;
    if (end->point_index != SIZE_MAX) return s->marker.diameter_mm / 2 + s->link.clearance_mm;
    double first = trim_at_place(c, end, role, line);
    if (end->is_region && is_clear(c, end, sk_polyline_at(line, first).at)) return first;
    double half = sk_polyline_length(line) / 2, most = half;
    /* Further back it would seem to end beside its area, or on the other bank. */
    if (role != SK_LINK_END_OFF_MAP && !end->is_town)
        most = fmin(half, first + (has_area(end) ? into_area_mm(c) : 0));
    double best = first, most_room = -INFINITY;
    /* Deeper in the area first: further back the link would seem to be that disc's. Where it has
     * room nowhere, it stands where it has most. */
    for (double more = 0; more < fmax(half, first); more += step_mm)
        for (int way = -1; way <= 1; way += 2) {
            double trim = first + way * more;
            if (trim < 0 || trim > most) continue;
            double room = sk_link_head_room(c, end, line, trim);
            if (room >= 0) return trim;
            if (room <= most_room) continue;
            most_room = room;
            best = trim;
        }
    return best;
}

bool sk_links_meet_at_disc(const sk_map_link *ending, const sk_map_link *beginning) {
    size_t point = ending->to.point_index;
    return point != SIZE_MAX && point == beginning->from.point_index;
}

bool sk_link_ends_astray(const sk_composition *c, const sk_link_end *end, const sk_polyline *line) {
    if (end->point_index != SIZE_MAX || !has_area(end) || end->is_town) return false;
    double ahead_mm = into_area_mm(c), length = sk_polyline_length(line);
    sk_line_position tip = sk_polyline_at(line, length);
    sk_page_point ahead = sk_page_point_moved(tip.at, ahead_mm * cos(tip.direction_rad),
                                              ahead_mm * sin(tip.direction_rad));
    return !lies_in_area(c, end, tip.at) && !lies_in_area(c, end, ahead);
}
