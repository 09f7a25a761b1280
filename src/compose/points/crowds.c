#include "compose/points/crowds.h"

#include <math.h>

#include "base/angle.h"
#include "compose/points/crowd_list.h"
#include "compose/points/marker_costs.h"
#include "page/page_shapes.h"

/* What has no room on a shared disc is told in the message. */
enum { LISTED_RUNS = 8 };
enum { TURNS = 12, SHARED_RINGS = 6, SHARED_DIRECTIONS = 16 };
enum { MOST_OPTIONS = 2 * TURNS + 1 + SHARED_RINGS * SHARED_DIRECTIONS };

typedef struct {
    const sk_composition *c;
    sk_crowd *crowd;
    const sk_page_point *places;
    sk_page_point spot; /* the middle of the members' places */
    sk_page_box inside;
    sk_placer_candidate *candidates;
    size_t count;
} lister;

/* Discs in one ring, or in two between whose inner ones the leaders of the outer ones pass. */
typedef struct {
    size_t each; /* discs in a ring */
    double radius_mm[2];
} ring_plan;

sk_crowd *sk_crowd_around(const sk_composition *c, size_t first, const sk_page_point *places,
                          const bool *is_free, double near_mm) {
    sk_arena *arena = c->drawing->arena;
    sk_crowd *crowd = SK_NEW(arena, sk_crowd);
    size_t *members = SK_NEW_ARRAY(arena, size_t, c->map->point_count);
    for (size_t i = 0; i < c->map->point_count; i++)
        if (is_free[i] && sk_page_distance(places[i], places[first]) <= near_mm)
            members[crowd->count++] = i;
    crowd->members = members;
    return crowd;
}

static sk_page_point middle_of(const sk_crowd *crowd, const sk_page_point *places) {
    sk_page_point sum = {0, 0};
    for (size_t i = 0; i < crowd->count; i++)
        sum = sk_page_point_moved(sum, places[crowd->members[i]].x_mm,
                                  places[crowd->members[i]].y_mm);
    return (sk_page_point){sum.x_mm / (double)crowd->count, sum.y_mm / (double)crowd->count};
}

static double most_radius(const lister *l) {
    double most = l->c->drawing->style->marker.max_displacement_mm, furthest = 0;
    for (size_t i = 0; i < l->crowd->count; i++)
        furthest = fmax(furthest, sk_page_distance(l->places[l->crowd->members[i]], l->spot));
    return most - furthest;
}

/* The smallest rings that the crowd fits in. */
static ring_plan plan_rings(const lister *l, size_t rings) {
    const sk_style_sheet *s = l->c->drawing->style;
    double reach = sk_marker_reach(s);
    ring_plan plan = {.each = 1 + (l->crowd->count - 1) / rings};
    double half_turn = SK_PI / (double)plan.each;
    double beside = rings == 1 ? reach : reach + (s->marker.leader.width_mm + s->marker.gap_mm) / 2;
    double least = s->marker.diameter_mm / 2 + s->marker.leader_dot_mm;
    plan.radius_mm[0] = fmax(least, beside / sin(half_turn));
    double across = plan.radius_mm[0] * sin(half_turn), apart = 2 * reach;
    double further = across < apart ? sqrt(apart * apart - across * across) : 0;
    plan.radius_mm[1] = fmax(plan.radius_mm[0] * cos(half_turn) + further, plan.radius_mm[0]);
    return plan;
}

static void add(lister *l, sk_crowd_option option, const sk_placer_shape *shapes, size_t count,
                double cost) {
    l->candidates[l->count] = (sk_placer_candidate){shapes, count, cost};
    l->crowd->options[l->count++] = option;
}

/* The members in their order, clockwise from above, the inner ring first. */
static void add_rings(lister *l, const ring_plan *plan, double turn) {
    const sk_style_sheet *s = l->c->drawing->style;
    sk_arena *arena = l->c->drawing->arena;
    size_t count = l->crowd->count;
    sk_page_point *centres = SK_NEW_ARRAY(arena, sk_page_point, count);
    sk_placer_shape *shapes = SK_NEW_ARRAY(arena, sk_placer_shape, 2 * count);
    double cost = 0;
    for (size_t i = 0; i < count; i++) {
        size_t ring = i / plan->each;
        double step = (double)(i % plan->each) + turn + (ring == 1 ? 0.5 : 0);
        double angle = 2 * SK_PI * step / (double)plan->each - SK_PI / 2;
        centres[i] = sk_page_point_moved(l->spot, plan->radius_mm[ring] * cos(angle),
                                         plan->radius_mm[ring] * sin(angle));
        if (!sk_page_box_contains(l->inside, centres[i])) return;
        shapes[2 * i] = sk_disc_shape(centres[i], sk_marker_reach(s));
        shapes[2 * i + 1] = sk_marker_leader_shape(s, l->places[l->crowd->members[i]], centres[i]);
        cost += marker_cost.moving + plan->radius_mm[ring];
    }
    add(l, (sk_crowd_option){.centres = centres}, shapes, 2 * count,
        cost + marker_cost.turned * turn);
}

static void add_shared(lister *l, sk_page_point centre) {
    const sk_style_sheet *s = l->c->drawing->style;
    sk_placer_shape *shape = SK_NEW(l->c->drawing->arena, sk_placer_shape);
    *shape = sk_disc_shape(centre, sk_marker_reach(s));
    shape->half_width = l->crowd->half_width_mm;
    sk_page_point left = sk_page_point_moved(centre, -shape->half_width, 0);
    sk_page_point right = sk_page_point_moved(centre, shape->half_width, 0);
    if (!sk_page_box_contains(l->inside, left) || !sk_page_box_contains(l->inside, right)) return;
    double moved = sk_page_distance(centre, l->spot);
    add(l, (sk_crowd_option){.shared = centre}, shape, 1,
        marker_cost.shared + (moved > 0 ? marker_cost.moving + moved : 0));
}

static void add_all_shared(lister *l) {
    double most = l->c->drawing->style->marker.max_displacement_mm;
    add_shared(l, l->spot);
    for (int ring = 1; ring <= SHARED_RINGS; ring++)
        for (int i = 0; i < SHARED_DIRECTIONS; i++) {
            double angle = 2 * SK_PI * (i + 0.5 * (ring % 2)) / SHARED_DIRECTIONS;
            double distance = most * ring / SHARED_RINGS;
            add_shared(l,
                       sk_page_point_moved(l->spot, distance * cos(angle), distance * sin(angle)));
        }
}

sk_placer_item sk_crowd_options_list(const sk_composition *c, sk_crowd *crowd,
                                     const sk_page_point *places) {
    const sk_style_sheet *s = c->drawing->style;
    sk_arena *arena = c->drawing->arena;
    crowd->list = sk_crowd_list(c, crowd->members, crowd->count, LISTED_RUNS);
    sk_text_extent extent =
        sk_typesetter_measure(c->drawing->typesetter, crowd->list, &s->marker.number);
    crowd->half_width_mm = fmax(0, extent.width_mm - s->marker.diameter_mm / 2) / 2;
    crowd->options = SK_NEW_ARRAY(arena, sk_crowd_option, MOST_OPTIONS);
    lister l = {.c = c, .crowd = crowd, .places = places, .spot = middle_of(crowd, places)};
    l.inside = sk_page_box_grown(c->view.frame, -sk_marker_reach(s));
    l.candidates = SK_NEW_ARRAY(arena, sk_placer_candidate, MOST_OPTIONS);
    for (size_t rings = 1; rings <= 2 && l.count == 0; rings++) {
        ring_plan plan = plan_rings(&l, rings);
        for (int turn = 0; plan.radius_mm[rings - 1] <= most_radius(&l) && turn < TURNS; turn++)
            add_rings(&l, &plan, (double)turn / TURNS);
    }
    add_all_shared(&l);
    return (sk_placer_item){l.candidates, l.count, INFINITY};
}
