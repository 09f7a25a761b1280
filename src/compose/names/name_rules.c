#include "compose/names/name_rules.h"

#include <math.h>

#include "base/angle.h"
#include "compose/map/border_sides.h"
#include "compose/names/link_exits.h"
#include "compose/names/name_area.h"
#include "page/text_outline.h"

/* The rules, as an atlas' editor would put them. */
static const struct {
    double inside, in_other, across, leader_mm, own_mm, other_ratio, turn_deg, letter_other_mm;
} rule = {
    .inside = 0.9,          /* of a name that lies in its area, at least */
    .in_other = 0.1,        /* of a name in an area that is another's, at most */
    .across = 0.02,         /* of a name of the ground across a border, at most */
    .leader_mm = 2.5,       /* a shorter leader is not seen */
    .own_mm = 1.5,          /* from a link's name to its line, on the average, at most */
    .other_ratio = 2,       /* so many times as far from every other link, at least */
    .letter_other_mm = 0.5, /* from a letter on its line to every other link, at least */
    .turn_deg = 20,         /* from the direction of the line, at most */
};

enum { COLUMNS = 9, ROWS = 5 };

/* What is written: the letters of a name, the sign of a key. */
static sk_shape_list written(const sk_composition *c, const sk_label_spec *spec,
                             const sk_label_option *option) {
    sk_shape_list shapes = {0};
    if (spec->sign != NULL)
        sk_shape_list_add(c->drawing->arena, &shapes, option->shapes[0]);
    else
        sk_text_outline(c->drawing->typesetter, c->drawing->arena, &option->text, &shapes);
    return shapes;
}

/* A point of the shape's box: `x` from -1 at its left end to 1, `y` likewise from above. */
static sk_page_point point_of(const sk_placer_shape *s, double x, double y) {
    double along = x * s->half_width, across = y * s->half_height;
    return (sk_page_point){s->x + along * s->cosine - across * s->sine,
                           s->y + along * s->sine + across * s->cosine};
}

/* True where another area of the kind lies, which a name outside its own could be thought to be of.
 */
static bool lies_in_other(const sk_composition *c, const sk_label_spec *spec, sk_ground_point p) {
    const sk_map_zone *own = spec->zone;
    for (size_t i = 0; own != NULL && i < c->map->zone_count; i++) {
        const sk_map_zone *other = &c->map->zones[i];
        if (other != own && other->ground == own->ground && sk_shape_contains(&other->shape, p))
            return true;
    }
    return spec->region != NULL && sk_name_region_other(c, spec->region, p);
}

static void measure_area(const sk_composition *c, const sk_label_spec *spec,
                         const sk_shape_list *text, sk_name_measures *out) {
    const sk_shape *own = spec->zone != NULL ? &spec->zone->shape : &spec->region->shape;
    size_t inside = 0, in_other = 0, all = 0;
    for (size_t k = 0; k < text->count; k++)
        for (int i = 0; i < COLUMNS; i++)
            for (int j = 0; j < ROWS; j++, all++) {
                sk_page_point at = point_of(&text->items[k], 2.0 * i / (COLUMNS - 1) - 1,
                                            2.0 * j / (ROWS - 1) - 1);
                sk_ground_point p = sk_map_view_ground(&c->view, at);
                bool in_own = sk_shape_contains(own, p);
                if (in_own) inside++;
                if (!in_own && lies_in_other(c, spec, p)) in_other++;
            }
    out->inside = all > 0 ? (double)inside / (double)all : 0;
    out->in_other = all > 0 ? (double)in_other / (double)all : 0;
}

/* The direction of the line where it comes nearest to the point, in degrees. */
static double direction_near(const sk_polyline *line, sk_page_point point) {
    const double step_mm = 0.5;
    double nearest = INFINITY, angle = 0, length = sk_polyline_length(line);
    for (double at = 0; at <= length; at += step_mm) {
        sk_line_position here = sk_polyline_at(line, at);
        double distance = sk_page_distance(here.at, point);
        if (distance >= nearest) continue;
        nearest = distance;
        angle = here.direction_rad;
    }
    return sk_degrees(angle);
}

/* Between two lines that have no sense: from 0 to 90. */
static double between_deg(double a_deg, double b_deg) {
    double turn = fabs(remainder(a_deg - b_deg, 180));
    return fmin(turn, 180 - turn);
}

/* How far the letters are from the line on the average. */
static double mean_distance(const sk_shape_list *text, const sk_polyline *line) {
    double sum = 0;
    size_t all = 0;
    for (size_t k = 0; k < text->count; k++)
        for (int i = 0; i < COLUMNS; i++, all++) {
            double x = 2.0 * i / (COLUMNS - 1) - 1, nearest = INFINITY;
            for (int j = 0; j < ROWS; j++) {
                sk_page_point p = point_of(&text->items[k], x, 2.0 * j / (ROWS - 1) - 1);
                nearest = fmin(nearest, sk_polyline_distance_within(line, p, nearest));
            }
            sum += nearest;
        }
    return all > 0 ? sum / (double)all : INFINITY;
}

/* Around the middle of the shape, all its points. */
static double reach_of(const sk_placer_shape *shape) {
    const double rounding_mm = 1e-6;
    return hypot(shape->half_width, shape->half_height) + rounding_mm;
}

double sk_name_to_line(const sk_shape_list *text, const sk_polyline *line, double most_mm) {
    double nearest = INFINITY;
    for (size_t k = 0; k < text->count; k++) {
        const sk_placer_shape *shape = &text->items[k];
        double wanted = fmin(nearest, most_mm), reach = wanted + reach_of(shape);
        if (sk_polyline_distance_within(line, point_of(shape, 0, 0), reach) > reach) continue;
        for (int i = 0; i < COLUMNS; i++)
            for (int j = 0; j < ROWS; j++) {
                sk_page_point p =
                    point_of(shape, 2.0 * i / (COLUMNS - 1) - 1, 2.0 * j / (ROWS - 1) - 1);
                nearest = fmin(nearest, sk_polyline_distance_within(line, p, wanted));
                wanted = fmin(nearest, most_mm);
            }
    }
    return nearest;
}

static bool is_letter_of(const sk_composition *c, const sk_drawn_link *drawn, const char *key) {
    if (sk_feature_key(c->map->keys, drawn->link->feature) == key) return true;
    for (size_t i = 0; i < c->links.count; i++)
        if (c->links.items[i].same_as == drawn &&
            sk_feature_key(c->map->keys, c->links.items[i].link->feature) == key)
            return true;
    return false;
}

bool sk_drawn_links_share_letter(const sk_composition *c, const sk_drawn_link *a,
                                 const sk_drawn_link *b) {
    return a == b || a->link->feature == b->link->feature || a->same_as == b || b->same_as == a ||
           is_letter_of(c, b, sk_feature_key(c->map->keys, a->link->feature));
}

static void measure_link(const sk_composition *c, const sk_label_spec *spec,
                         const sk_label_option *option, const sk_shape_list *text,
                         sk_name_measures *out) {
    out->own_mm = mean_distance(text, &spec->drawn->line);
    out->other_mm = INFINITY;
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_drawn_link *other = &c->links.items[i];
        bool own = other == spec->drawn || other->link->feature == spec->feature ||
                   (spec->sign != NULL && sk_drawn_links_share_letter(c, other, spec->drawn));
        if (own) continue;
        out->other_mm = fmin(out->other_mm, sk_name_to_line(text, &other->line, out->other_mm));
    }
    if (option->text.along != NULL || spec->sign != NULL) return; /* it follows the line */
    sk_page_point middle = sk_page_box_centre(sk_shapes_box(text->items, text->count));
    out->turn_deg =
        between_deg(option->text.rotation_deg, direction_near(&spec->drawn->line, middle));
}

static double part_across(const sk_composition *c, const sk_label_spec *spec,
                          const sk_shape_list *text) {
    const sk_page_point *own = spec->named.count > 0 ? &spec->anchor : NULL;
    for (size_t i = 0; i < text->count; i++)
        if (own != NULL ? sk_border_sides_part(c->sides, *own, &text->items[i])
                        : sk_border_sides_meet(c->sides, &text->items[i], 1))
            return sk_border_sides_across(c, text, own);
    return 0;
}

bool sk_name_is_parted(const sk_label_spec *spec, const sk_label_option *option) {
    if (option->has_leader || spec->parting.count == 0) return false;
    sk_page_point near = sk_page_box_nearest(sk_shapes_box(option->shapes, 1), spec->anchor);
    const sk_placer_shape way =
        sk_segment_shape(spec->anchor, near, 0.01); /* a hair: see border_sides.c */
    for (size_t i = 0; i < spec->parting.count; i++)
        if (sk_placer_shapes_overlap(&way, &spec->parting.items[i])) return true;
    return false;
}

sk_name_measures sk_name_measure(const sk_composition *c, const sk_label_spec *spec,
                                 const sk_label_option *option) {
    sk_name_measures out = {.kind = SK_NAMED_OTHER};
    const sk_shape_list text = written(c, spec, option);
    if (option->has_leader)
        out.leader_mm = sk_page_distance(option->leader_from, option->leader_to);
    out.is_key = spec->sign != NULL;
    if (spec->zone != NULL || spec->region != NULL) {
        out.kind = SK_NAMED_AREA;
        measure_area(c, spec, &text, &out);
    } else if (spec->drawn != NULL) {
        out.kind = SK_NAMED_LINK;
        measure_link(c, spec, option, &text, &out);
    } else if (spec->leaving != NULL) {
        sk_exit_distances distances = sk_exit_distances_of(c, spec->leaving, &text);
        out.kind = SK_NAMED_EXIT;
        out.own_mm = distances.own_mm;
        out.other_mm = distances.other_mm;
    } else if (spec->across_cost > 0 && spec->feature == NULL) {
        out.kind = SK_NAMED_GROUND;
        out.across = part_across(c, spec, &text);
        out.is_parted = sk_name_is_parted(spec, option);
        out.dot_gap_mm = spec->named.count > 0 ? spec->dot_gap_mm : INFINITY;
    }
    return out;
}

static const char *area_fault(const sk_name_measures *m) {
    if (m->in_other > rule.in_other) return "lies in another area";
    if (m->leader_mm > 0) return m->leader_mm < rule.leader_mm ? "has too short a leader" : NULL;
    return m->inside < rule.inside ? "does not lie in its area" : NULL;
}

static const char *link_fault(const sk_name_measures *m) {
    if (m->is_key && m->leader_mm > 0)
        return m->leader_mm < rule.leader_mm ? "has too short a leader" : NULL;
    if (m->is_key) return m->other_mm < rule.letter_other_mm ? "is on another link too" : NULL;
    if (m->own_mm > rule.own_mm) return "is far from its line";
    if (m->turn_deg > rule.turn_deg) return "does not follow its line";
    return m->other_mm < rule.other_ratio * m->own_mm ? "is about as near to another link" : NULL;
}

static const char *ground_fault(const sk_name_measures *m) {
    if (m->dot_gap_mm < 0) return "has its dot under a disc";
    if (m->is_parted) return "is parted from its dot by a link";
    return m->across > rule.across ? "lies across a border" : NULL;
}

const char *sk_name_fault(const sk_name_measures *measures) {
    switch (measures->kind) {
        case SK_NAMED_AREA:
            return area_fault(measures);
        case SK_NAMED_LINK:
            return link_fault(measures);
        case SK_NAMED_EXIT:
            return measures->leader_mm == 0 && measures->other_mm <= measures->own_mm
                       ? "is nearer to another link"
                       : NULL;
        case SK_NAMED_GROUND:
            return ground_fault(measures);
        case SK_NAMED_OTHER:
            break;
    }
    return NULL;
}
