#include "compose/links/link_rules.h"

#include <math.h>
#include <stdint.h>

#include "base/angle.h"
#include "compose/drawing/symbols.h"
#include "compose/links/link_ends.h"

/* The rules, as an atlas' editor would put them. */
static const struct {
    double head_gap_mm, start_gap_mm, head_clear_mm, through_deg, crossing_deg;
    double ring, dot_gap_mm, dot_clear_mm, disc_gap_mm;
    double corner_deg, kept_corner_deg;
} rule = {
    .head_gap_mm = 3,      /* between heads, at least */
    .start_gap_mm = 1.5,   /* from a head to where another link begins, at least */
    .head_clear_mm = 1,    /* from a head to another's line: half a head, and what is seen of it */
    .crossing_deg = 30,    /* at a smaller angle the eye goes on along the wrong line */
    .through_deg = 30,     /* two links of one place that make a straighter line seem to be one, */
    .ring = 3.5,           /* but where a ring of so many widths of the line parts them */
    .dot_gap_mm = 3,       /* between the dots of different places, at least */
    .dot_clear_mm = 0.4,   /* from the edge of a dot to another's line, at least */
    .disc_gap_mm = 0,      /* from a head to a disc that it doesn't lead to: never under it */
    .corner_deg = 8,       /* between a straight piece and the next, at most */
    .kept_corner_deg = 60, /* a sharper turn is the canal's own: smooth_line.h */
};

static sk_page_point start_of(const sk_drawn_link *drawn) {
    return drawn->line.points[0];
}

static sk_page_point end_of(const sk_drawn_link *drawn) {
    return drawn->line.points[drawn->line.count - 1];
}

static size_t heads_of(const sk_drawn_link *drawn, sk_page_point heads[2]) {
    size_t count = 0;
    if (drawn->head_at_end) heads[count++] = end_of(drawn);
    if (drawn->head_at_start) heads[count++] = start_of(drawn);
    return count;
}

static double gap_between_heads(const sk_drawn_link *a, const sk_drawn_link *b) {
    sk_page_point mine[2], its[2];
    size_t count = heads_of(a, mine), its_count = heads_of(b, its);
    double least = INFINITY;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < its_count; k++)
            least = fmin(least, sk_page_distance(mine[i], its[k]));
    return least;
}

static double gap_to_start(const sk_drawn_link *a, const sk_drawn_link *b) {
    if (!a->head_at_end || b->is_course || b->head_at_start) return INFINITY;
    if (sk_links_meet_at_disc(a->link, b->link)) return INFINITY;
    return sk_page_distance(end_of(a), start_of(b));
}

/* The way in which the line leaves its start, a few millimetres off. */
static double direction_at_start(const sk_drawn_link *drawn) {
    const double seen_mm = 4;
    sk_page_point from = start_of(drawn), to = sk_polyline_at(&drawn->line, seen_mm).at;
    return atan2(to.y_mm - from.y_mm, to.x_mm - from.x_mm);
}

/* Between the one, and the other as it would go on beyond its start. */
static double off_straight(const sk_drawn_link *a, const sk_drawn_link *b) {
    const double one_place_mm = 1.5;
    if (a->is_course || b->is_course) return INFINITY;
    if (a->head_at_start || b->head_at_start) return INFINITY;
    if (sk_page_distance(start_of(a), start_of(b)) > one_place_mm) return INFINITY;
    double between = remainder(direction_at_start(a) - direction_at_start(b), 2 * SK_PI);
    return 180 - sk_degrees(fabs(between));
}

static bool begin_at_one_ring(const sk_drawn_link *a, const sk_drawn_link *b) {
    const double one_ring_mm = 0.1;
    return a->starts_at_ring && b->starts_at_ring &&
           sk_page_distance(start_of(a), start_of(b)) < one_ring_mm;
}

static double gap_between_dots(const sk_drawn_link *a, const sk_drawn_link *b) {
    if (a->start_dot_mm <= 0 || b->start_dot_mm <= 0 || begin_at_one_ring(a, b)) return INFINITY;
    return sk_page_distance(start_of(a), start_of(b));
}

static double ring_of(const sk_composition *c, const sk_drawn_link *drawn) {
    if (!drawn->starts_at_ring) return INFINITY;
    const sk_style_sheet *style = c->drawing->style;
    sk_link_type type = drawn->link->feature->link_type;
    return 2 * (drawn->start_dot_mm - sk_symbol_link_start_rim(style, type)) /
           sk_style_link(style, type)->width_mm;
}

/* From the head, its barbs and what the line is just before it, to the discs that it does not lead
 * to. */
static double gap_to_discs(const sk_composition *c, const sk_drawn_link *drawn) {
    const double last_mm = 3, step_mm = 0.5;
    const sk_style_sheet *style = c->drawing->style;
    const sk_link_end *to = &drawn->link->to;
    double length = sk_polyline_length(&drawn->line), least = INFINITY;
    if (!drawn->head_at_end || drawn->is_course) return INFINITY;
    for (double back = 0; back <= fmin(last_mm, length); back += step_mm)
        least = fmin(least, sk_link_room_beside_discs(
                                c, to, sk_polyline_at(&drawn->line, length - back).at));
    sk_page_point tip = end_of(drawn),
                  cut = sk_polyline_at(&drawn->line, length - style->link.arrow_length_mm).at;
    double way = atan2(tip.y_mm - cut.y_mm, tip.x_mm - cut.x_mm);
    for (int side = -1; side <= 1; side += 2) {
        double half = side * style->link.arrow_width_mm / 2;
        sk_page_point barb =
            sk_page_point_moved(tip, -style->link.arrow_length_mm * cos(way) - half * sin(way),
                                -style->link.arrow_length_mm * sin(way) + half * cos(way));
        least = fmin(least, sk_link_room_beside_discs(c, to, barb));
    }
    return least;
}

/* A line that follows the ground may lie under a head by right only where both do. */
static double gap_to_line(const sk_drawn_link *a, const sk_drawn_link *b) {
    if (a->is_course && b->is_course) return INFINITY;
    if (sk_links_meet_at_disc(a->link, b->link)) return INFINITY;
    sk_page_point heads[2];
    size_t count = heads_of(a, heads);
    double least = INFINITY;
    for (size_t i = 0; i < count; i++)
        least = fmin(least, sk_polyline_distance(&b->line, heads[i]));
    return least;
}

/* From the edge of the dot where one begins to another's line; one that follows the ground may run
 * where it must. */
static double gap_from_dot(const sk_drawn_link *a, const sk_drawn_link *b) {
    if (a->start_dot_mm <= 0 || b->is_course || begin_at_one_ring(a, b)) return INFINITY;
    return sk_polyline_distance(&b->line, start_of(a)) - a->start_dot_mm;
}

/* Two courses cross where they do on the ground. */
static double crossing(const sk_drawn_link *a, const sk_drawn_link *b) {
    const double meeting_mm = 1.5;
    if (a->is_course && b->is_course) return INFINITY;
    return sk_polylines_crossing_deg(&a->line, &b->line, meeting_mm);
}

static double sharpest(const sk_drawn_link *drawn) {
    const double straight_mm = 1.5;
    const sk_page_point *p = drawn->line.points;
    double sharpest = 0;
    for (size_t i = 1; i + 1 < drawn->line.count; i++) {
        double longer = fmax(sk_page_distance(p[i - 1], p[i]), sk_page_distance(p[i], p[i + 1]));
        if (longer <= straight_mm) continue;
        double before = atan2(p[i].y_mm - p[i - 1].y_mm, p[i].x_mm - p[i - 1].x_mm);
        double after = atan2(p[i + 1].y_mm - p[i].y_mm, p[i + 1].x_mm - p[i].x_mm);
        double turn = sk_degrees(fabs(remainder(after - before, 2 * SK_PI)));
        if (drawn->is_course && turn > rule.kept_corner_deg) continue;
        sharpest = fmax(sharpest, turn);
    }
    return sharpest;
}

static sk_link_stop stop_of(const sk_link_end *end, sk_link_stop in_area) {
    if (end->point_index != SIZE_MAX) return SK_LINK_AT_DISC;
    bool has_area = end->area.kind != SK_SHAPE_EMPTY && !end->is_town;
    return has_area ? in_area : SK_LINK_AT_DOT;
}

static sk_link_stop start_stop(const sk_drawn_link *drawn) {
    if (drawn->at_start == SK_LINK_LEAVES_MAP) return SK_LINK_AT_FRAME;
    if (drawn->is_course) return SK_LINK_AT_COURSE;
    return stop_of(&drawn->link->from, SK_LINK_AT_MIDDLE);
}

static sk_link_stop end_stop(const sk_drawn_link *drawn) {
    if (drawn->joins) return SK_LINK_AT_TRUNK;
    bool goes_on = drawn->at_end == SK_LINK_LEAVES_MAP || (drawn->is_course && drawn->head_at_end);
    if (goes_on) return SK_LINK_AT_FRAME;
    if (drawn->is_course) return SK_LINK_AT_COURSE;
    return stop_of(&drawn->link->to, SK_LINK_AT_EDGE);
}

static const char *fault_of(const sk_layout_link *m) {
    if (m->head_gap_mm < rule.head_gap_mm) return "ends too near to another's head";
    if (m->start_gap_mm < rule.start_gap_mm) return "ends where another begins";
    if (m->through_deg < rule.through_deg && !(isfinite(m->ring) && m->ring >= rule.ring))
        return "begins as if another went on";
    if (m->head_clear_mm < rule.head_clear_mm) return "has its head on another's line";
    if (m->crossing_deg < rule.crossing_deg) return "crosses another at a small angle";
    if (m->dot_gap_mm < rule.dot_gap_mm) return "begins beside the dot of another place";
    if (m->disc_gap_mm < rule.disc_gap_mm) return "has its head under a disc";
    return m->corner_deg > rule.corner_deg ? "has a corner" : NULL;
}

static sk_layout_link measure(const sk_composition *c, size_t index) {
    const sk_drawn_link *drawn = &c->links.items[index];
    sk_layout_link m = {.feature_id = drawn->link->feature->id,
                        .from = start_stop(drawn),
                        .to = end_stop(drawn),
                        .head_gap_mm = INFINITY,
                        .start_gap_mm = INFINITY,
                        .head_clear_mm = INFINITY,
                        .through_deg = INFINITY,
                        .ring = ring_of(c, drawn),
                        .dot_gap_mm = INFINITY,
                        .dot_clear_mm = INFINITY,
                        .disc_gap_mm = gap_to_discs(c, drawn),
                        .town_gap_mm = INFINITY,
                        .crossing_deg = INFINITY,
                        .corner_deg = sharpest(drawn)};
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_drawn_link *other = &c->links.items[i];
        if (i == index || other->same_as != NULL) continue;
        m.head_gap_mm = fmin(m.head_gap_mm, gap_between_heads(drawn, other));
        m.start_gap_mm = fmin(m.start_gap_mm, gap_to_start(drawn, other));
        m.head_clear_mm = fmin(m.head_clear_mm, gap_to_line(drawn, other));
        m.crossing_deg = fmin(m.crossing_deg, crossing(drawn, other));
        m.dot_clear_mm = fmin(m.dot_clear_mm, gap_from_dot(drawn, other));
        m.dot_gap_mm = fmin(m.dot_gap_mm, gap_between_dots(drawn, other));
        m.through_deg = fmin(m.through_deg, off_straight(drawn, other));
    }
    m.fault = fault_of(&m);
    return m;
}

bool sk_link_begins_clear(const sk_layout_link *measures) {
    return measures->dot_clear_mm >= rule.dot_clear_mm;
}

sk_layout_link *sk_links_measure(const sk_composition *c) {
    sk_layout_link *measures = SK_NEW_ARRAY(c->drawing->arena, sk_layout_link, c->links.count);
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_drawn_link *drawn = &c->links.items[i];
        measures[i] =
            measure(c, drawn->same_as == NULL ? i : (size_t)(drawn->same_as - c->links.items));
        measures[i].feature_id = drawn->link->feature->id;
    }
    return measures;
}
