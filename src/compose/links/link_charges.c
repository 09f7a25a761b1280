#include "compose/links/link_charges.h"

#include <math.h>
#include <stdint.h>

#include "base/angle.h"
#include "compose/links/link_costs.h"
#include "compose/links/link_ends.h"

/* The box around the points. */
static sk_page_box box_around(const sk_polyline *line) {
    sk_page_point least = line->points[0], most = least;
    for (size_t i = 1; i < line->count; i++) {
        sk_page_point p = line->points[i];
        least = (sk_page_point){fmin(least.x_mm, p.x_mm), fmin(least.y_mm, p.y_mm)};
        most = (sk_page_point){fmax(most.x_mm, p.x_mm), fmax(most.y_mm, p.y_mm)};
    }
    return (sk_page_box){least.x_mm, least.y_mm, most.x_mm - least.x_mm, most.y_mm - least.y_mm};
}

sk_link_steps sk_link_steps_of(sk_arena *arena, const sk_polyline *line) {
    const double step_mm = 2.5;
    double length = sk_polyline_length(line);
    size_t count = (size_t)fmax(1, round(length / step_mm));
    sk_polyline steps = {SK_NEW_ARRAY(arena, sk_page_point, count + 1), count + 1};
    for (size_t i = 0; i <= count; i++)
        steps.points[i] = sk_polyline_at(line, length * (double)i / (double)count).at;
    return (sk_link_steps){steps, box_around(&steps)};
}

static double cost_of_markers(const sk_composition *c, const sk_map_link *link,
                              const sk_polyline *line) {
    double cost = 0;
    double reach = c->drawing->style->marker.diameter_mm / 2 + c->drawing->style->link.clearance_mm;
    for (size_t i = 0; i < c->map->point_count; i++)
        if (!sk_map_link_ends_at(link, i) &&
            sk_polyline_comes_near(line, c->markers[i].centre, reach))
            cost += link_cost.over_marker;
    return cost;
}

/* When discs and links are known to stand in each other's way. */
static double cost_of_leaders(const sk_composition *c, const sk_map_link *link,
                              const sk_polyline *line) {
    double cost = 0;
    for (size_t i = 0; sk_composition_mends(c) && i < c->map->point_count; i++) {
        const sk_placed_marker *marker = &c->markers[i];
        if (!marker->displaced || sk_map_link_ends_at(link, i)) continue;
        sk_page_point ends[] = {marker->place, marker->centre};
        const sk_polyline leader = {ends, 2};
        double start = sk_polyline_distance(&leader, line->points[0]);
        double tip = sk_polyline_distance(&leader, line->points[line->count - 1]);
        if (sk_polylines_cross(&leader, line) ||
            sk_polyline_distance(line, marker->place) < link_reach_mm.beside_place)
            cost += link_cost.over_leader;
        if (fmin(start, tip) < link_reach_mm.leader_gap) cost += link_cost.end_at_leader;
    }
    return cost;
}

static double cost_of_point_names(const sk_composition *c, const sk_polyline *line) {
    double cost = 0;
    for (size_t i = 0; i < c->map->point_count; i++) {
        if (c->markers[i].name_room.width_mm <= 0) continue;
        sk_page_box around =
            sk_page_box_grown(c->markers[i].name_room, c->drawing->style->link.clearance_mm);
        for (size_t k = 0; k < line->count; k++)
            if (sk_page_box_contains(around, line->points[k])) cost += link_cost.under_name;
    }
    return cost;
}

/* A line through a town leaves its name no place. */
static double cost_of_towns(const sk_composition *c, const sk_polyline *line) {
    double cost = 0;
    for (size_t i = 0; i < c->map->context_count; i++) {
        const sk_context_item *town = &c->map->context[i];
        if (town->kind != SK_CONTEXT_TOWN || town->rank < 1 || town->rank > 3) continue;
        sk_page_point at = sk_map_view_page(&c->view, town->shape.parts[0].points[0]);
        if (sk_polyline_comes_near(line, at, link_reach_mm.town_gap[town->rank - 1]))
            cost += link_cost.through_town / town->rank;
    }
    return cost;
}

static double cost_of_furniture(const sk_composition *c, const sk_polyline *line) {
    double cost = 0;
    for (size_t i = 0; i < c->furniture.count; i++) {
        sk_page_box around = sk_page_box_grown(c->furniture.items[i], link_reach_mm.furniture_gap);
        for (size_t k = 0; k < line->count; k++)
            if (sk_page_box_contains(around, line->points[k])) cost += link_cost.under_furniture;
    }
    return cost;
}

double sk_link_line_charge(const sk_composition *c, const sk_map_link *link,
                           const sk_polyline *line, const sk_polyline *steps) {
    return cost_of_markers(c, link, line) + cost_of_leaders(c, link, line) +
           cost_of_towns(c, steps) + cost_of_point_names(c, steps) + cost_of_furniture(c, steps);
}

static bool is_one_place(const sk_link_end *a, const sk_link_end *b) {
    return a->at.east_m == b->at.east_m && a->at.north_m == b->at.north_m;
}

bool sk_links_share_target(const sk_map_link *a, const sk_map_link *b) {
    bool follows_course = a->course.kind == SK_SHAPE_LINES || b->course.kind == SK_SHAPE_LINES;
    return !follows_course && a->feature->link_type == b->feature->link_type &&
           is_one_place(&a->to, &b->to);
}

bool sk_links_share_ends(const sk_map_link *a, sk_page_point a_start, const sk_map_link *b,
                         sk_page_point b_start) {
    return sk_links_share_target(a, b) && a->from.point_index == b->from.point_index &&
           sk_page_distance(a_start, b_start) <= link_reach_mm.one_start;
}

static double arrival(const sk_polyline *line) {
    const double seen_mm = 4; /* over so much of its end one sees from where a line comes */
    sk_page_point back = sk_polyline_at(line, sk_polyline_length(line) - seen_mm).at;
    sk_page_point tip = line->points[line->count - 1];
    return atan2(tip.y_mm - back.y_mm, tip.x_mm - back.x_mm);
}

/* From the tip of `line`, the way to a start. */
static double bearing(const sk_polyline *line, sk_page_point start) {
    sk_page_point tip = line->points[line->count - 1];
    return atan2(start.y_mm - tip.y_mm, start.x_mm - tip.x_mm);
}

static double between_deg(double a_rad, double b_rad) {
    return sk_degrees(fabs(remainder(a_rad - b_rad, 2 * SK_PI)));
}

double sk_link_lines_arrive_deg(const sk_polyline *a, const sk_polyline *b) {
    return between_deg(arrival(a), arrival(b));
}

static bool is_long_enough(const sk_polyline *line) {
    return sk_polyline_length(line) >= link_reach_mm.flowing_line;
}

bool sk_link_lines_can_flow(const sk_polyline *a, const sk_polyline *b) {
    if (!is_long_enough(a) || !is_long_enough(b)) return false;
    double apart_deg = between_deg(bearing(a, a->points[0]), bearing(a, b->points[0]));
    return apart_deg <= link_reach_mm.flowing_deg &&
           sk_link_lines_arrive_deg(a, b) <= link_reach_mm.flowing_deg;
}

/* Heads at one place that share a trunk, or that may be parted by ending a little earlier. */
static bool heads_can_be_told(const sk_map_link *link, const sk_polyline *line,
                              const sk_map_link *other_link, const sk_polyline *other) {
    const double parted_deg = 60;
    if (!is_one_place(&link->to, &other_link->to)) return false;
    return sk_link_lines_arrive_deg(line, other) > parted_deg ||
           (sk_links_share_target(link, other_link) && sk_link_lines_can_flow(line, other));
}

static double leaving(const sk_polyline *line) {
    const double seen_mm = 4;
    sk_page_point from = line->points[0], to = sk_polyline_at(line, seen_mm).at;
    return atan2(to.y_mm - from.y_mm, to.x_mm - from.x_mm);
}

bool sk_link_lines_go_on(const sk_polyline *a, const sk_polyline *b) {
    const double one_dot_mm = 1.5;
    if (sk_page_distance(a->points[0], b->points[0]) > one_dot_mm) return false;
    return 180 - between_deg(leaving(a), leaving(b)) < link_reach_mm.going_on_deg;
}

static bool is_beside(const sk_polyline *line, sk_page_point p) {
    const double reach_mm = link_reach_mm.beside;
    for (size_t i = 0; i < line->count; i++) {
        double x = line->points[i].x_mm - p.x_mm, y = line->points[i].y_mm - p.y_mm;
        if (x * x + y * y < reach_mm * reach_mm) return true;
    }
    return false;
}

static bool meets_start(const sk_map_link *link, sk_page_point tip, const sk_map_link *other_link,
                        const sk_polyline *other) {
    if (sk_links_meet_at_disc(link, other_link)) return false;
    return sk_page_distance(tip, other->points[0]) < link_reach_mm.start_gap;
}

/* Through the dot where another begins, it seems to go on from there. */
static bool passes_start(const sk_polyline *line, const sk_polyline *other) {
    sk_page_point start = other->points[0];
    if (sk_page_distance(start, line->points[0]) < link_reach_mm.head_clear) return false;
    return sk_polyline_comes_near(line, start, link_reach_mm.head_clear);
}

static bool is_at_dot(const sk_link_end *end) {
    return end->point_index == SIZE_MAX && (end->is_town || end->area.kind == SK_SHAPE_EMPTY);
}

/* A head, from its barbs to its tip, on the line of another: which of the two ends there? */
static bool lies_on(const sk_map_link *link, const sk_polyline *line, const sk_map_link *other_link,
                    const sk_polyline *other) {
    sk_page_point tip = line->points[line->count - 1];
    if (sk_links_meet_at_disc(link, other_link)) return false;
    /* Heads around one dot are parted in the end. */
    if (is_at_dot(&link->to) && is_one_place(&link->to, &other_link->to)) return false;
    return sk_polyline_comes_near(other, tip, link_reach_mm.head_clear) ||
           sk_polyline_comes_near(other, line->points[line->count - 2], link_reach_mm.head_clear);
}

/* Lines that cross at a small angle can't be followed beyond it. */
static double cost_of_crossing(const sk_polyline *line, const sk_polyline *other,
                               double meeting_mm) {
    double deg = sk_polylines_crossing_deg(line, other, meeting_mm);
    if (isinf(deg)) return 0;
    double missing = fmax(0, 1 - deg / link_reach_mm.crossing_deg);
    return link_cost.crossing + (missing > 0 ? link_cost.crossing_flat * (0.5 + missing) : 0);
}

static bool is_at_disc(const sk_link_end *end) {
    return end->point_index != SIZE_MAX;
}

/* Dots of two places that seem to be one blot. */
static bool starts_touch(const sk_map_link *link, const sk_polyline *line,
                         const sk_map_link *other_link, const sk_polyline *other) {
    if (is_at_disc(&link->from) || is_at_disc(&other_link->from)) return false;
    double gap = sk_page_distance(line->points[0], other->points[0]);
    return gap > link_reach_mm.one_start && gap < link_reach_mm.starts_apart;
}

static double cost_of_ends(const sk_map_link *link, const sk_polyline *line,
                           const sk_map_link *other_link, const sk_polyline *other, bool flowing) {
    sk_page_point tip = line->points[line->count - 1], its_tip = other->points[other->count - 1];
    double cost = 0;
    if (sk_page_distance(tip, its_tip) < link_reach_mm.beside_tip &&
        !heads_can_be_told(link, line, other_link, other))
        cost += link_cost.tip_on_tip;
    if (meets_start(link, tip, other_link, other)) cost += link_cost.tip_on_start;
    if (meets_start(other_link, its_tip, link, line)) cost += link_cost.tip_on_start;
    if (!flowing && lies_on(link, line, other_link, other)) cost += link_cost.tip_on_line;
    if (!flowing && lies_on(other_link, other, link, line)) cost += link_cost.tip_on_line;
    if (passes_start(line, other)) cost += link_cost.through_start;
    if (passes_start(other, line)) cost += link_cost.through_start;
    if (starts_touch(link, line, other_link, other)) cost += link_cost.start_beside_start;
    if (sk_link_lines_go_on(line, other)) cost += link_cost.going_on;
    return cost;
}

/* Heads that could be one, on one trunk, and stand beside each other instead. */
static bool stand_apart(const sk_polyline *line, const sk_polyline *other) {
    double gap = sk_page_distance(line->points[line->count - 1], other->points[other->count - 1]);
    return gap >= link_reach_mm.head_gap && gap < link_reach_mm.heads_beside &&
           sk_link_lines_can_flow(line, other);
}

static bool are_apart(sk_page_box a, sk_page_box b, double reach_mm) {
    return a.x_mm > b.x_mm + b.width_mm + reach_mm || b.x_mm > a.x_mm + a.width_mm + reach_mm ||
           a.y_mm > b.y_mm + b.height_mm + reach_mm || b.y_mm > a.y_mm + a.height_mm + reach_mm;
}

double sk_link_pair_charge(const sk_map_link *link, const sk_link_steps *steps,
                           const sk_map_link *other_link, const sk_link_steps *other_steps) {
    if (are_apart(steps->box, other_steps->box, link_reach_mm.beside_tip)) return 0;
    const sk_polyline *line = &steps->line, *other = &other_steps->line;
    sk_page_point tip = line->points[line->count - 1], its_tip = other->points[other->count - 1];
    bool flowing = sk_links_share_target(link, other_link) && /* they may share a trunk there */
                   sk_page_distance(tip, its_tip) < link_reach_mm.beside_tip &&
                   sk_link_lines_can_flow(line, other);
    double cost =
        cost_of_crossing(line, other, flowing ? link_reach_mm.trunk : link_reach_mm.meeting);
    sk_page_box near = sk_page_box_grown(other_steps->box, link_reach_mm.beside);
    for (size_t i = 0; i < line->count; i++) {
        if (!sk_page_box_contains(near, line->points[i])) continue;
        if (flowing && sk_page_distance(line->points[i], tip) < link_reach_mm.trunk) continue;
        if (!is_beside(other, line->points[i])) continue;
        cost += link_cost.beside_another;
        if (sk_polyline_comes_near(other, line->points[i], link_reach_mm.upon))
            cost += link_cost.upon_another;
    }
    if (sk_links_share_target(link, other_link) && stand_apart(line, other))
        cost += link_cost.heads_apart;
    return cost + cost_of_ends(link, line, other_link, other, flowing);
}

void sk_link_mark_crowded(const sk_map_link *link, const sk_link_steps *steps,
                          const sk_map_link *other_link, const sk_link_steps *other_steps,
                          bool *crowded) {
    if (link->feature == other_link->feature) return; /* they share a letter */
    if (are_apart(steps->box, other_steps->box, link_reach_mm.letter_gap)) return;
    sk_page_box near = sk_page_box_grown(other_steps->box, link_reach_mm.letter_gap);
    for (size_t i = 0; i < steps->line.count; i++)
        if (!crowded[i] && sk_page_box_contains(near, steps->line.points[i]) &&
            sk_polyline_comes_near(&other_steps->line, steps->line.points[i],
                                   link_reach_mm.letter_gap))
            crowded[i] = true;
}

double sk_link_letter_charge(const sk_link_steps *steps, const bool *crowded) {
    for (size_t i = 2; i + 2 < steps->line.count; i++)
        if (!crowded[i]) return 0;
    return link_cost.without_letter;
}
