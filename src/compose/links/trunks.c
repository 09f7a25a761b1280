#include "compose/links/trunks.h"

#include <math.h>

#include "base/angle.h"
#include "compose/drawing/symbols.h"
#include "compose/links/link_charges.h"
#include "compose/links/link_costs.h"

/* Distances in millimetres. */
static const struct {
    double behind_head;
} trunk = {
    .behind_head = 5, /* of the trunk is seen behind its head */
};

static sk_page_point tip_of(const sk_drawn_link *drawn) {
    return drawn->line.points[drawn->line.count - 1];
}

static bool can_flow(const sk_drawn_link *drawn) {
    return drawn->head_at_end && !drawn->is_course && drawn->bare_to_mm == 0;
}

static bool may_share(const sk_drawn_link *a, const sk_drawn_link *b) {
    return a != b && can_flow(a) && can_flow(b) && a->at_end == b->at_end &&
           sk_links_share_target(a->link, b->link) &&
           sk_page_distance(tip_of(a), tip_of(b)) < link_reach_mm.head_gap &&
           sk_link_lines_can_flow(&a->line, &b->line);
}

/* The line that most others can flow into, the one in their middle; NULL where no two share. */
static sk_drawn_link *best_trunk(const sk_drawn_links *links) {
    sk_drawn_link *best = NULL;
    size_t most = 0;
    double least_deg = INFINITY;
    for (size_t i = 0; i < links->count; i++) {
        size_t count = 0;
        double sum_deg = 0;
        for (size_t k = 0; k < links->count; k++) {
            if (!may_share(&links->items[i], &links->items[k])) continue;
            count++;
            sum_deg += sk_link_lines_arrive_deg(&links->items[i].line, &links->items[k].line);
        }
        if (count < most || count == 0 || (count == most && sum_deg >= least_deg)) continue;
        most = count;
        least_deg = sum_deg;
        best = &links->items[i];
    }
    return best;
}

/* How far along the trunk's line others join it: where one of its dashes ends, so that theirs can
 * end with it. */
static double junction_at(const sk_composition *c, const sk_drawn_link *stem, size_t further_up) {
    const sk_stroke *stroke = sk_style_link(c->drawing->style, stem->link->feature->link_type);
    double period = sk_dash_period(stroke);
    double wanted = sk_polyline_length(&stem->line) - trunk.behind_head -
                    c->drawing->style->link.arrow_length_mm;
    if (period <= 0) return wanted - (double)further_up * trunk.behind_head / 2;
    double dashes = floor((wanted - stroke->dash_mm[0]) / period) - (double)further_up;
    return fmax(0, dashes) * period + stroke->dash_mm[0];
}

/* How a line comes to the trunk, in parts of the way there. */
typedef struct {
    double leaving, arriving;
    bool keeps_bend; /* it leaves its start as its own arc did */
    size_t further_up;
} approach;

static sk_page_point on_cubic(const sk_page_point p[4], double t) {
    double s = 1 - t;
    const double weight[4] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
    sk_page_point sum = {0, 0};
    for (int i = 0; i < 4; i++)
        sum = sk_page_point_moved(sum, weight[i] * p[i].x_mm, weight[i] * p[i].y_mm);
    return sum;
}

static sk_polyline approach_line(const sk_composition *c, const sk_drawn_link *drawn,
                                 sk_line_position joint, const approach *way) {
    const double chord_mm = 0.8;
    sk_page_point from = drawn->line.points[0], to = joint.at;
    double distance = sk_page_distance(from, to);
    sk_page_point before = {to.x_mm - cos(joint.direction_rad) * way->arriving * distance,
                            to.y_mm - sin(joint.direction_rad) * way->arriving * distance};
    double leaving = way->keeps_bend ? sk_polyline_at(&drawn->line, 0).direction_rad
                                     : atan2(before.y_mm - from.y_mm, before.x_mm - from.x_mm);
    sk_page_point after = {from.x_mm + cos(leaving) * way->leaving * distance,
                           from.y_mm + sin(leaving) * way->leaving * distance};
    const sk_page_point controls[4] = {from, after, before, to};
    size_t chords = (size_t)ceil(distance / chord_mm);
    sk_polyline line = {SK_NEW_ARRAY(c->drawing->arena, sk_page_point, chords + 1), 0};
    for (size_t i = 0; i <= chords; i++)
        line.points[line.count++] = on_cubic(controls, (double)i / (double)chords);
    return line;
}

/* A line that bends tightly, or to and fro, doesn't flow. */
static double cost_of_bends(const sk_polyline *line) {
    const sk_page_point *p = line->points;
    double there = 0, back = 0, tightest = 0;
    double straight = sk_page_distance(p[0], p[line->count - 1]);
    for (size_t i = 1; i + 1 < line->count; i++) {
        double before = atan2(p[i].y_mm - p[i - 1].y_mm, p[i].x_mm - p[i - 1].x_mm);
        double after = atan2(p[i + 1].y_mm - p[i].y_mm, p[i + 1].x_mm - p[i].x_mm);
        double turn = remainder(after - before, 2 * SK_PI);
        if (turn > 0) there += turn;
        if (turn < 0) back -= turn;
        double length = fmin(sk_page_distance(p[i - 1], p[i]), sk_page_distance(p[i], p[i + 1]));
        tightest = fmax(tightest, fabs(turn) / fmax(length, 1e-6));
    }
    return trunk_cost.turn_rad * (there + back) + trunk_cost.to_and_fro_rad * fmin(there, back) +
           trunk_cost.tight * fmax(0, tightest * trunk_cost.easy_radius_mm - 1) +
           trunk_cost.detour * (sk_polyline_length(line) / straight - 1);
}

/* The line but for its last stretch, where it comes near to the trunk because it joins it. */
static sk_polyline own_stretch(const sk_composition *c, const sk_polyline *line) {
    const double joining_mm = 12;
    double length = sk_polyline_length(line);
    return sk_polyline_part(c->drawing->arena, line, 0,
                            fmax(length - joining_mm, fmin(length / 2, 1)));
}

static sk_link_steps *steps_of_all(const sk_composition *c, const sk_drawn_links *links) {
    sk_link_steps *steps = SK_NEW_ARRAY(c->drawing->arena, sk_link_steps, links->count);
    for (size_t i = 0; i < links->count; i++)
        steps[i] = sk_link_steps_of(c->drawing->arena, &links->items[i].line);
    return steps;
}

/* `all` are the steps of each of the links. */
static double cost_of_line(const sk_composition *c, const sk_drawn_links *links,
                           const sk_link_steps *all, const sk_drawn_link *drawn,
                           const sk_polyline *line) {
    sk_polyline own = own_stretch(c, line);
    sk_link_steps steps = sk_link_steps_of(c->drawing->arena, &own);
    double cost = sk_link_line_charge(c, drawn->link, line, &steps.line) + cost_of_bends(line);
    for (size_t i = 0; i < links->count; i++) {
        const sk_drawn_link *other = &links->items[i];
        if (other != drawn) cost += sk_link_pair_charge(drawn->link, &steps, other->link, &all[i]);
    }
    return cost;
}

/* How much of the end of `line` is so near to the trunk that its casing would cut into it. */
static double bare_stretch(const sk_composition *c, const sk_polyline *line,
                           const sk_drawn_link *stem) {
    const double step_mm = 0.25;
    const sk_stroke *stroke = sk_style_link(c->drawing->style, stem->link->feature->link_type);
    double apart = (c->drawing->style->link.casing.width_mm + stroke->width_mm) / 2;
    double length = sk_polyline_length(line), back = 0;
    while (back < length &&
           sk_polyline_comes_near(&stem->line, sk_polyline_at(line, length - back).at, apart))
        back += step_mm;
    return fmin(length, back + apart / 2); /* round end */
}

static void join(const sk_composition *c, const sk_drawn_links *links, sk_drawn_link *stem,
                 sk_drawn_link *drawn) {
    const double leaving[] = {0.3, 0.45}, arriving[] = {0.28, 0.4, 0.18, 0.52};
    double least = INFINITY, joint_at = 0;
    sk_polyline best = drawn->line;
    const sk_link_steps *all = steps_of_all(c, links);
    approach way;
    for (way.further_up = 0; way.further_up < 3; way.further_up++)
        for (int bend = 0; bend < 2; bend++)
            for (int i = 0; i < 2; i++)
                for (int k = 0; k < 4; k++) {
                    way.keeps_bend = bend == 1;
                    way.leaving = leaving[i];
                    way.arriving = arriving[k];
                    double at = junction_at(c, stem, way.further_up);
                    sk_polyline line =
                        approach_line(c, drawn, sk_polyline_at(&stem->line, at), &way);
                    double cost = cost_of_line(c, links, all, drawn, &line);
                    if (cost >= least) continue;
                    least = cost;
                    best = line;
                    joint_at = at;
                }
    double bare = bare_stretch(c, &best, stem), length = sk_polyline_length(&best);
    drawn->line = best;
    drawn->joins = true;
    drawn->head_at_end = false;
    drawn->at_end = SK_LINK_ENDS_INSIDE;
    drawn->bare_from_mm = length - bare;
    drawn->bare_to_mm = length;
    double from = fmax(0, joint_at - bare);
    stem->bare_from_mm = stem->bare_to_mm > 0 ? fmin(stem->bare_from_mm, from) : from;
    stem->bare_to_mm = fmax(stem->bare_to_mm, joint_at);
}

void sk_link_trunks_join(const sk_composition *c, sk_drawn_links *links) {
    sk_drawn_link *stem;
    while ((stem = best_trunk(links)) != NULL) {
        bool *joins = SK_NEW_ARRAY(c->drawing->arena, bool, links->count);
        for (size_t i = 0; i < links->count; i++) joins[i] = may_share(stem, &links->items[i]);
        for (size_t i = 0; i < links->count; i++)
            if (joins[i]) join(c, links, stem, &links->items[i]);
    }
}
