#include "compose/points/marker_rules.h"

#include <math.h>

#include "page/page_shapes.h"
#include "placer/shapes.h"

static bool ends_at(const sk_drawn_link *drawn, size_t point) {
    return drawn->link->from.point_index == point || drawn->link->to.point_index == point;
}

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

static bool leader_crosses(const sk_placed_marker *marker, const sk_drawn_link *drawn) {
    sk_page_point ends[] = {marker->place, marker->centre};
    const sk_polyline leader = {ends, 2};
    return sk_polylines_cross(&leader, &drawn->line);
}

/* From the place to the head, or to the edge of the dot, at an end of the line. */
static double gap_to_ends(sk_page_point place, const sk_drawn_link *drawn) {
    const sk_polyline *line = &drawn->line;
    double nearest = INFINITY;
    if (drawn->head_at_end) nearest = sk_page_distance(place, line->points[line->count - 1]);
    if (drawn->head_at_start || drawn->start_dot_mm > 0)
        nearest = fmin(nearest, sk_page_distance(place, line->points[0]) - drawn->start_dot_mm);
    return nearest;
}

sk_marker_measures sk_marker_measure(const sk_composition *c, const sk_drawn_links *links,
                                     const sk_placed_marker *markers, size_t point) {
    const sk_placed_marker *marker = &markers[point];
    sk_marker_measures m = {.line_gap_mm = INFINITY, .leader_gap_mm = INFINITY};
    for (size_t i = 0; i < links->count; i++) {
        const sk_drawn_link *drawn = &links->items[i];
        if (drawn->same_as != NULL || ends_at(drawn, point)) continue;
        m.line_gap_mm = fmin(m.line_gap_mm, gap_to_line(c, marker, drawn));
        if (!marker->displaced) continue;
        m.leader_gap_mm = fmin(m.leader_gap_mm, gap_to_ends(marker->place, drawn));
        if (leader_crosses(marker, drawn)) m.leader_crossings++;
    }
    return m;
}
