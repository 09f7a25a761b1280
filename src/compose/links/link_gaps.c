#include "compose/links/link_gaps.h"

#include <math.h>
#include <stdint.h>

#include "compose/links/link_costs.h"
#include "compose/links/link_ends.h"

static const double step_mm = 0.25, most_mm = 2.5, least_line_mm = 8;

static sk_page_point tip_at(const sk_drawn_link *drawn, double earlier_mm) {
    return sk_polyline_at(&drawn->line, sk_polyline_length(&drawn->line) - earlier_mm).at;
}

/* How much earlier the line may end before its head comes to a disc; one that leaves the map, or a
 * canal, ends where it does. */
static double most_earlier(const sk_composition *c, const sk_drawn_link *drawn) {
    if (drawn->is_course || drawn->at_end == SK_LINK_LEAVES_MAP) return 0;
    sk_polyline back = sk_polyline_reversed(c->drawing->arena, &drawn->line);
    double most = fmax(0, fmin(most_mm, sk_polyline_length(&drawn->line) - least_line_mm));
    double by = 0;
    while (by + step_mm <= most && sk_link_head_room(c, &drawn->link->to, &back, by + step_mm) >= 0)
        by += step_mm;
    return by;
}

static void shorten(const sk_composition *c, sk_drawn_link *drawn, double by_mm) {
    if (by_mm <= 0) return;
    double length = sk_polyline_length(&drawn->line);
    drawn->line = sk_polyline_part(c->drawing->arena, &drawn->line, 0, length - by_mm);
}

/* True where the two heads would be told apart, neither on the line of the other. */
static bool are_told(const sk_drawn_link *a, double a_by, const sk_drawn_link *b, double b_by) {
    const double clear_mm = 1.1;
    sk_page_point tip = tip_at(a, a_by), its_tip = tip_at(b, b_by);
    return sk_page_distance(tip, its_tip) >= link_reach_mm.head_gap &&
           !sk_polyline_comes_near(&b->line, tip, clear_mm) &&
           !sk_polyline_comes_near(&a->line, its_tip, clear_mm);
}

/* Both by about the same, and no more than they must. */
static void part_two(const sk_composition *c, sk_drawn_link *a, sk_drawn_link *b) {
    if (are_told(a, 0, b, 0)) return;
    double least = INFINITY, a_by = 0, b_by = 0;
    double a_most = most_earlier(c, a), b_most = most_earlier(c, b);
    for (double i = 0; i <= a_most; i += step_mm)
        for (double k = 0; k <= b_most; k += step_mm) {
            double cost = i * i + k * k;
            if (cost >= least || !are_told(a, i, b, k)) continue;
            least = cost;
            a_by = i;
            b_by = k;
        }
    shorten(c, a, a_by);
    shorten(c, b, b_by);
}

static void part_from_start(const sk_composition *c, sk_drawn_link *drawn,
                            const sk_drawn_link *other) {
    if (other->is_course || other->head_at_start) return;
    if (sk_links_meet_at_disc(drawn->link, other->link)) return;
    double most = most_earlier(c, drawn);
    for (double by = 0; by <= most; by += step_mm) {
        if (sk_page_distance(tip_at(drawn, by), other->line.points[0]) < link_reach_mm.start_gap)
            continue;
        shorten(c, drawn, by);
        return;
    }
}

void sk_link_heads_part(const sk_composition *c, sk_drawn_links *links) {
    for (size_t i = 0; i < links->count; i++)
        for (size_t k = 0; k < links->count; k++) {
            sk_drawn_link *a = &links->items[i], *b = &links->items[k];
            if (i == k || !a->head_at_end) continue;
            part_from_start(c, a, b);
            if (i < k && b->head_at_end) part_two(c, a, b);
        }
}

/* How much later the line may begin: a start is so deep in its zone that it still begins there; a
 * region's is shared, and a town is where it is. */
static double most_later(const sk_composition *c, const sk_drawn_link *drawn) {
    const sk_link_end *from = &drawn->link->from;
    bool in_zone = from->area.kind != SK_SHAPE_EMPTY && !from->is_region && !from->is_town;
    bool has_dot = !drawn->is_course && !drawn->head_at_start && from->point_index == SIZE_MAX;
    if (!in_zone || !has_dot) return 0;
    return fmax(0, fmin(c->drawing->style->link.into_zone_mm,
                        sk_polyline_length(&drawn->line) - least_line_mm));
}

static void begin_later(const sk_composition *c, sk_drawn_link *drawn, double by_mm) {
    if (by_mm <= 0) return;
    double length = sk_polyline_length(&drawn->line);
    drawn->line = sk_polyline_part(c->drawing->arena, &drawn->line, by_mm, length);
    drawn->bare_from_mm = fmax(0, drawn->bare_from_mm - by_mm);
    drawn->bare_to_mm = fmax(0, drawn->bare_to_mm - by_mm);
}

/* Both by as little as they must. */
static void part_starts(const sk_composition *c, sk_drawn_link *a, sk_drawn_link *b) {
    double gap = sk_page_distance(a->line.points[0], b->line.points[0]);
    if (gap <= link_reach_mm.one_start || gap >= link_reach_mm.starts_apart) return;
    double least = INFINITY, a_by = 0, b_by = 0;
    double a_most = most_later(c, a), b_most = most_later(c, b);
    for (double i = 0; i <= a_most; i += step_mm)
        for (double k = 0; k <= b_most; k += step_mm) {
            sk_page_point at = sk_polyline_at(&a->line, i).at, its = sk_polyline_at(&b->line, k).at;
            double cost = i * i + k * k;
            if (cost >= least || sk_page_distance(at, its) < link_reach_mm.starts_apart) continue;
            least = cost;
            a_by = i;
            b_by = k;
        }
    begin_later(c, a, a_by);
    begin_later(c, b, b_by);
}

void sk_link_starts_part(const sk_composition *c, sk_drawn_links *links) {
    for (size_t i = 0; i < links->count; i++)
        for (size_t k = 0; k < i; k++) part_starts(c, &links->items[k], &links->items[i]);
}
