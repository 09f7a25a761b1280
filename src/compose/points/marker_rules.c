#include "compose/points/marker_rules.h"

#include <math.h>

#include "page/page_shapes.h"
#include "placer/shapes.h"

/* The rules, as an atlas' editor would put them; and a leader crosses no line. */
static const struct {
    double line_gap_mm, leader_gap_mm;
} rule = {
    .line_gap_mm = 0,   /* from a disc to a line that does not end at it: never over it */
    .leader_gap_mm = 1, /* from its leader to a head or a start dot, at least */
};

/* From the shape to the line as it is drawn; negative where it runs under it. */
static double gap_to_line(const sk_composition *c, const sk_placed_marker *marker,
                          const sk_drawn_link *drawn) {
    const sk_style_sheet *s = c->drawing->style;
    double half_line = sk_style_link(s, drawn->link->feature->link_type)->width_mm / 2;
    double radius = (s->marker.diameter_mm + s->marker.line.width_mm) / 2;
    sk_placer_shape spine = sk_disc_shape(marker->centre, 0);
    spine.half_width = marker->half_width_mm;
    double nearest = INFINITY;
    for (size_t i = 1; i < drawn->line.count; i++) {
        const sk_placer_shape piece =
            sk_segment_shape(drawn->line.points[i - 1], drawn->line.points[i], 0);
        nearest = fmin(nearest, sk_placer_shapes_distance(&spine, &piece));
    }
    return nearest - radius - half_line;
}

/* The line runs through the leader, or under the dot at its end. */
static bool leader_crosses(const sk_composition *c, const sk_placed_marker *marker,
                           const sk_drawn_link *drawn) {
    const sk_style_sheet *s = c->drawing->style;
    double half_line = sk_style_link(s, drawn->link->feature->link_type)->width_mm / 2;
    sk_page_point ends[] = {marker->place, marker->centre};
    const sk_polyline leader = {ends, 2};
    return sk_polylines_cross(&leader, &drawn->line) ||
           sk_polyline_distance(&drawn->line, marker->place) <
               half_line + s->marker.leader_dot_mm / 2;
}

/* From the leader to the tip, or to the back of the head. */
static double gap_to_head(const sk_composition *c, const sk_polyline *leader,
                          const sk_polyline *line, double tip_at, double way) {
    double back_at = tip_at + way * c->drawing->style->link.arrow_length_mm;
    return fmin(sk_polyline_distance(leader, sk_polyline_at(line, tip_at).at),
                sk_polyline_distance(leader, sk_polyline_at(line, back_at).at));
}

/* From the leader to the heads of the line, and to the edge of the dot where it begins. */
static double gap_to_ends(const sk_composition *c, const sk_placed_marker *marker,
                          const sk_drawn_link *drawn) {
    sk_page_point ends[] = {marker->place, marker->centre};
    const sk_polyline leader = {ends, 2}, *line = &drawn->line;
    double nearest = INFINITY;
    if (drawn->head_at_end) nearest = gap_to_head(c, &leader, line, sk_polyline_length(line), -1);
    if (drawn->head_at_start) nearest = fmin(nearest, gap_to_head(c, &leader, line, 0, 1));
    if (drawn->start_dot_mm > 0)
        nearest =
            fmin(nearest, sk_polyline_distance(&leader, line->points[0]) - drawn->start_dot_mm);
    return nearest;
}

sk_marker_measures sk_marker_measure(const sk_composition *c, const sk_drawn_links *links,
                                     const sk_placed_marker *markers, size_t point) {
    const sk_placed_marker *marker = &markers[point];
    sk_marker_measures m = {.line_gap_mm = INFINITY, .leader_gap_mm = INFINITY};
    for (size_t i = 0; i < links->count; i++) {
        const sk_drawn_link *drawn = &links->items[i];
        if (drawn->same_as != NULL || sk_map_link_ends_at(drawn->link, point)) continue;
        m.line_gap_mm = fmin(m.line_gap_mm, gap_to_line(c, marker, drawn));
        if (!marker->displaced) continue;
        m.leader_gap_mm = fmin(m.leader_gap_mm, gap_to_ends(c, marker, drawn));
        if (leader_crosses(c, marker, drawn)) m.leader_crossings++;
    }
    return m;
}

bool sk_marker_is_on_line(const sk_marker_measures *m) {
    return m->line_gap_mm < rule.line_gap_mm;
}

size_t sk_marker_faults(const sk_marker_measures *m) {
    return sk_marker_is_on_line(m) + (m->leader_gap_mm < rule.leader_gap_mm) + m->leader_crossings;
}

bool sk_link_disturbs_markers(const sk_composition *c, sk_drawn_link *drawn) {
    for (size_t i = 0; i < c->map->point_count; i++) {
        const sk_marker_measures m =
            sk_marker_measure(c, &(sk_drawn_links){drawn, 1}, c->markers, i);
        if (sk_marker_faults(&m) > 0) return true;
    }
    return false;
}
