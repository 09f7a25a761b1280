/* Routes: which arc each link takes. Every link has a choice of arcs; each in turn takes the one
 * that is best beside what the others have taken, until none changes its mind. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "compose/links/link_charges.h"
#include "compose/links/link_costs.h"
#include "compose/links/link_ends.h"
#include "compose/links/link_gaps.h"
#include "compose/links/link_starts.h"
#include "compose/links/links.h"
#include "compose/links/trunks.h"
#include "compose/points/marker_rules.h"

enum { EXITS_MAX = 5, BENDS_MAX = 13, PLACES_MAX = SK_LINK_END_PLACES, ROUNDS_MAX = 6 };

/** An arc that a link could take. */
typedef struct {
    sk_polyline line;
    sk_link_steps steps;
    double cost; /* whatever the other links do */
} arc;

typedef struct {
    const sk_map_link *link;
    arc *arcs;
    size_t arc_count, choice;
    sk_link_exit at_start, at_end;
    sk_page_point start; /* the best place that it may begin at */
} route;

/* The bends that a link may take, the preferred first, in multiples of the style's. */
typedef struct {
    double bends[BENDS_MAX];
    size_t count;
} bend_choice;

static const bend_choice free_bends = {{1, -1, 0, 0.5, -0.5, 1.5, -1.5, 2, -2, 2.5, -2.5, 3, -3},
                                       13};
/* A link that leaves the map does so in its true direction, so it hardly bends. */
static const bend_choice true_bends = {{0, 0.5, -0.5, 1, -1, 1.5, -1.5}, 7};
/* Between neighbours nearly a half circle, or their discs would hide it. */
static const bend_choice wide_bends = {{5, -5, 7, -7, 9, -9, 3, -3}, 8};

void sk_link_report_off_map(const sk_drawing *d, const sk_map_link *link, const char *what,
                            const char *remedy) {
    const sk_feature *feature = link->feature;
    sk_layout_notes_omit(d->notes, (sk_layout_omission){SK_LAYOUT_LINK, feature->id, feature->id,
                                                        feature->name, SK_OMITTED_OFF_MAP});
    sk_diag_warning(d->diag, feature->origin, remedy, "the link \"%s\" is not drawn: %s",
                    feature->name, what);
}

/* Where the straight way from `inside` to `outside` meets the box. */
static sk_page_point meet_box(sk_page_box box, sk_page_point inside, sk_page_point outside) {
    double dx = outside.x_mm - inside.x_mm, dy = outside.y_mm - inside.y_mm, t = 1;
    if (dx > 0) t = fmin(t, (box.x_mm + box.width_mm - inside.x_mm) / dx);
    if (dx < 0) t = fmin(t, (box.x_mm - inside.x_mm) / dx);
    if (dy > 0) t = fmin(t, (box.y_mm + box.height_mm - inside.y_mm) / dy);
    if (dy < 0) t = fmin(t, (box.y_mm - inside.y_mm) / dy);
    t = fmax(0, t);
    return (sk_page_point){inside.x_mm + t * dx, inside.y_mm + t * dy};
}

/* `point`, which lies on the box's edge, moved along that edge. */
static sk_page_point along_edge(sk_page_box box, sk_page_point point, double by_mm) {
    const double rounding_mm = 0.01;
    bool on_side = fabs(point.x_mm - box.x_mm) < rounding_mm ||
                   fabs(point.x_mm - box.x_mm - box.width_mm) < rounding_mm;
    if (on_side)
        point.y_mm = fmin(fmax(point.y_mm + by_mm, box.y_mm), box.y_mm + box.height_mm);
    else
        point.x_mm = fmin(fmax(point.x_mm + by_mm, box.x_mm), box.x_mm + box.width_mm);
    return point;
}

static sk_polyline trimmed(const sk_composition *c, const route *r, const sk_polyline *line) {
    sk_polyline back = sk_polyline_reversed(c->drawing->arena, line);
    double length = sk_polyline_length(line);
    bool comes = r->at_start == SK_LINK_LEAVES_MAP, goes = r->at_end == SK_LINK_LEAVES_MAP;
    double start =
        sk_link_end_trim(c, &r->link->from, comes ? SK_LINK_END_OFF_MAP : SK_LINK_END_STARTS, line);
    double end =
        sk_link_end_trim(c, &r->link->to, goes ? SK_LINK_END_OFF_MAP : SK_LINK_END_ARRIVES, &back);
    const double most = 0.8; /* of the line: what is left is still seen to be one */
    double share = fmin(1, most * length / fmax(start + end, 1e-6));
    start *= share;
    end *= share;
    return sk_polyline_part(c->drawing->arena, line, start, length - end);
}

static bool head_is_hidden(const sk_composition *c, const route *r, const sk_polyline *line) {
    sk_polyline back = sk_polyline_reversed(c->drawing->arena, line);
    return sk_link_head_room(c, &r->link->to, &back, 0) < 0;
}

static void add_arc(const sk_composition *c, route *r, sk_page_point from, sk_page_point to,
                    double bend, double cost) {
    double sagitta = bend * c->drawing->style->link.bend * sk_page_distance(from, to);
    sk_polyline whole = sk_polyline_arc(c->drawing->arena, from, to, sagitta);
    arc *a = &r->arcs[r->arc_count++];
    a->line = trimmed(c, r, &whole);
    a->steps = sk_link_steps_of(c->drawing->arena, &a->line);
    if (r->at_end == SK_LINK_ENDS_INSIDE && sk_link_ends_astray(c, &r->link->to, &a->line))
        cost += link_cost.astray;
    if (head_is_hidden(c, r, &a->line)) cost += link_cost.hidden_head;
    cost += link_cost.stub_mm * fmax(0, link_reach_mm.stub - sk_polyline_length(&a->line));
    a->cost = cost + sk_link_line_charge(c, r->link, &a->line, &a->steps.line) +
              link_cost.order * (double)r->arc_count;
}

/* What it took before, for a link beside which every disc keeps the rules. */
static void keep_arc(const sk_composition *c, route *r, const sk_drawn_link *before) {
    arc *a = &r->arcs[r->arc_count++];
    a->line = before->chosen;
    a->steps = sk_link_steps_of(c->drawing->arena, &a->line);
    a->cost = sk_link_line_charge(c, r->link, &a->line, &a->steps.line);
}

/* The line of the link in the earlier try that stays; NULL: it is chosen anew. */
static const sk_drawn_link *kept_line(const sk_composition *c, const sk_map_link *link) {
    for (size_t i = 0; sk_composition_mends(c) && i < c->earlier->links.count; i++) {
        sk_drawn_link *drawn = &c->earlier->links.items[i];
        if (drawn->link == link) return sk_link_disturbs_markers(c, drawn) ? NULL : drawn;
    }
    return NULL;
}

/* All ways from one point to another; an end at the frame may move along it a little. */
static void add_arcs(const sk_composition *c, route *r, sk_page_point from, sk_page_point to,
                     double cost) {
    const double aside_mm[EXITS_MAX] = {0, 3.5, -3.5, 7, -7};
    sk_page_box box = sk_link_exit_box(c);
    bool leaves = r->at_start == SK_LINK_LEAVES_MAP || r->at_end == SK_LINK_LEAVES_MAP;
    const bend_choice *choice = leaves ? &true_bends
                                : sk_page_distance(from, to) < link_reach_mm.least_length
                                    ? &wide_bends
                                    : &free_bends;
    for (size_t exit = 0; exit < (leaves ? EXITS_MAX : 1); exit++) {
        double aside = aside_mm[exit];
        sk_page_point a = r->at_start == SK_LINK_LEAVES_MAP ? along_edge(box, from, aside) : from;
        sk_page_point b = r->at_end == SK_LINK_LEAVES_MAP ? along_edge(box, to, aside) : to;
        for (size_t i = 0; i < choice->count; i++) {
            double unusual = fabs(choice->bends[i]) - fabs(choice->bends[0]);
            add_arc(c, r, a, b, choice->bends[i],
                    cost + link_cost.bending * unusual * unusual +
                        link_cost.leaving_aside * fabs(aside) / aside_mm[1]);
        }
    }
}

/* Where a link may begin and end. */
typedef struct {
    sk_page_point from[PLACES_MAX], to[PLACES_MAX];
    size_t from_count, to_count;
} link_places;

static link_places places_of(const sk_composition *c, const sk_map_link *link) {
    link_places p;
    p.from_count = sk_link_end_places(c, &link->from, SK_LINK_END_STARTS, p.from);
    p.to_count = sk_link_end_places(c, &link->to, SK_LINK_END_ARRIVES, p.to);
    if (sk_page_distance(p.from[0], p.to[0]) >= link_reach_mm.least_length) return p;
    sk_page_point further = sk_link_end_further(c, &link->to, p.to[0], p.from[0]);
    bool moved = sk_page_distance(further, p.to[0]) > 0;
    if (!moved) p.from[0] = sk_link_end_further(c, &link->from, p.from[0], p.to[0]);
    p.to[0] = further;
    p.from_count = p.to_count = 1;
    return p;
}

typedef struct {
    route *routes;
    size_t route_count;
    const sk_drawn_link *courses;
    sk_link_steps *course_steps;
    size_t course_count;
    const sk_map_link **followers; /* that take the route of another from end to end; */
    size_t *leaders;               /* the route that each of them takes */
    size_t follower_count;
    /* Scratch: */
    bool *crowded; /* for each step of the arc that is looked at */
    size_t *kept;  /* a choice for each route */
} plan;

/* A link may begin where another does whose area has its middle near. */
static void share_start(const sk_composition *c, const plan *before, const sk_map_link *link,
                        link_places *places) {
    sk_page_point *taken = SK_NEW_ARRAY(c->drawing->arena, sk_page_point, before->route_count);
    size_t count = 0;
    for (size_t i = 0; i < before->route_count; i++)
        if (before->routes[i].link->from.is_region) taken[count++] = before->routes[i].start;
    sk_page_point start = sk_link_start_shared(c, &link->from, places->from[0], taken, count);
    if (sk_page_distance(start, places->from[0]) == 0) return;
    places->from[0] = start;
    places->from_count = 1;
}

/* False when the link has no end on the map. `before` are the routes that are open already. */
static bool open_route(const sk_composition *c, const sk_map_link *link, const plan *before,
                       route *r) {
    link_places p = places_of(c, link);
    const sk_drawn_link *kept = kept_line(c, link);
    size_t most_arcs = kept != NULL ? 1 : p.from_count * p.to_count * EXITS_MAX * BENDS_MAX;
    *r = (route){.link = link, .arcs = SK_NEW_ARRAY(c->drawing->arena, arc, most_arcs)};
    share_start(c, before, link, &p);
    r->start = p.from[0];
    bool from_inside = sk_link_can_end_at(c, p.from[0]), to_inside = sk_link_can_end_at(c, p.to[0]);
    if (!from_inside && !to_inside) {
        sk_link_report_off_map(c->drawing, link, "both ends lie off the map",
                               "give it an end on the map");
        return false;
    }
    r->at_start = from_inside ? SK_LINK_ENDS_INSIDE : SK_LINK_LEAVES_MAP;
    r->at_end = to_inside ? SK_LINK_ENDS_INSIDE : SK_LINK_LEAVES_MAP;
    if (kept != NULL) keep_arc(c, r, kept);
    for (size_t i = 0; kept == NULL && i < p.from_count; i++)
        for (size_t k = 0; k < p.to_count; k++) {
            sk_page_point from = p.from[i], to = p.to[k];
            if (!to_inside) to = meet_box(sk_link_exit_box(c), from, to);
            if (!from_inside) from = meet_box(sk_link_exit_box(c), to, from);
            add_arcs(c, r, from, to, link_cost.other_place * (double)(i + k));
        }
    return true;
}

static double cost_beside(const plan *p, const route *r, const arc *a,
                          const sk_map_link *other_link, const sk_link_steps *other_steps) {
    sk_link_mark_crowded(r->link, &a->steps, other_link, other_steps, p->crowded);
    return sk_link_pair_charge(r->link, &a->steps, other_link, other_steps);
}

/* At least `enough` where it costs that much. */
static double cost_of(const plan *p, const route *r, const arc *a, double enough) {
    double cost = a->cost;
    memset(p->crowded, 0, a->steps.line.count * sizeof *p->crowded);
    for (size_t i = 0; i < p->course_count && cost < enough; i++)
        cost += cost_beside(p, r, a, p->courses[i].link, &p->course_steps[i]);
    for (size_t i = 0; i < p->route_count && cost < enough; i++) {
        const route *other = &p->routes[i];
        if (other != r)
            cost += cost_beside(p, r, a, other->link, &other->arcs[other->choice].steps);
    }
    return cost + sk_link_letter_charge(&a->steps, p->crowded);
}

/* True when the route takes another arc than before. */
static bool choose_again(const plan *p, route *r) {
    size_t before = r->choice;
    double least = INFINITY;
    for (size_t i = 0; i < r->arc_count; i++) {
        double cost = cost_of(p, r, &r->arcs[i], least);
        if (cost >= least) continue;
        least = cost;
        r->choice = i;
    }
    return r->choice != before;
}

static size_t most_steps(const plan *p) {
    size_t most = 0;
    for (size_t i = 0; i < p->route_count; i++)
        for (size_t k = 0; k < p->routes[i].arc_count; k++) {
            size_t count = p->routes[i].arcs[k].steps.line.count;
            if (count > most) most = count;
        }
    return most;
}

/* From what each would take alone, in one order or the other, from the one at `first`. */
static void settle(const plan *p, bool backwards, size_t first) {
    for (size_t i = 0; i < p->route_count; i++) {
        p->routes[i].choice = 0;
        for (size_t k = 0; k < p->routes[i].arc_count; k++)
            if (p->routes[i].arcs[k].cost < p->routes[i].arcs[p->routes[i].choice].cost)
                p->routes[i].choice = k;
    }
    bool changed = true;
    for (int round = 0; changed && round < ROUNDS_MAX; round++) {
        changed = false;
        for (size_t i = 0; i < p->route_count; i++) {
            size_t k = (i + first) % p->route_count;
            if (choose_again(p, &p->routes[backwards ? p->route_count - 1 - k : k])) changed = true;
        }
    }
}

static double cost_of_all(const plan *p) {
    double cost = 0;
    for (size_t i = 0; i < p->route_count; i++)
        cost += cost_of(p, &p->routes[i], &p->routes[i].arcs[p->routes[i].choice], INFINITY);
    return cost;
}

/* What the links settle on depends on who chooses first. */
static void choose(const plan *p) {
    settle(p, false, 0);
    double forwards = cost_of_all(p);
    size_t *choices = p->kept;
    for (size_t i = 0; i < p->route_count; i++) choices[i] = p->routes[i].choice;
    settle(p, true, 0);
    if (cost_of_all(p) < forwards) return;
    for (size_t i = 0; i < p->route_count; i++) p->routes[i].choice = choices[i];
}

static size_t room_for_links(const sk_figure_map *map) {
    size_t room = 0;
    for (size_t i = 0; i < map->link_count; i++) room += sk_link_course_most(&map->links[i]);
    return room;
}

/* With letters one line can be that of several links; a name has a line of its own. */
static bool follows(const sk_composition *c, const route *r, plan *p) {
    for (size_t i = 0; c->keyed && i < p->route_count; i++) {
        const route *other = &p->routes[i];
        if (!sk_links_share_ends(r->link, r->start, other->link, other->start)) continue;
        p->followers[p->follower_count] = r->link;
        p->leaders[p->follower_count++] = i;
        return true;
    }
    return false;
}

static plan open_plan(const sk_composition *c, const sk_drawn_links *courses) {
    const sk_figure_map *map = c->map;
    sk_arena *arena = c->drawing->arena;
    plan p = {.routes = SK_NEW_ARRAY(arena, route, map->link_count),
              .courses = courses->items,
              .course_steps = SK_NEW_ARRAY(arena, sk_link_steps, courses->count),
              .course_count = courses->count,
              .followers = SK_NEW_ARRAY(arena, const sk_map_link *, map->link_count),
              .leaders = SK_NEW_ARRAY(arena, size_t, map->link_count)};
    for (size_t i = 0; i < p.course_count; i++)
        p.course_steps[i] = sk_link_steps_of(arena, &courses->items[i].line);
    for (size_t i = 0; i < map->link_count; i++) {
        route *next = &p.routes[p.route_count];
        if (map->links[i].course.kind != SK_SHAPE_LINES &&
            open_route(c, &map->links[i], &p, next) && !follows(c, next, &p))
            p.route_count++;
    }
    p.crowded = SK_NEW_ARRAY(arena, bool, most_steps(&p));
    p.kept = SK_NEW_ARRAY(arena, size_t, p.route_count);
    return p;
}

static void add_followers(const plan *p, sk_drawn_links *links) {
    const sk_drawn_link *routed = &links->items[p->course_count];
    for (size_t i = 0; i < p->follower_count; i++) {
        const sk_drawn_link *leader = &routed[p->leaders[i]];
        sk_drawn_link *follower = &links->items[links->count++];
        *follower = *leader;
        follower->link = p->followers[i];
        follower->same_as = leader;
    }
}

sk_drawn_links sk_links_route(const sk_composition *c, size_t attempt) {
    const sk_figure_map *map = c->map;
    sk_arena *arena = c->drawing->arena;
    sk_drawn_links links = {.items = SK_NEW_ARRAY(arena, sk_drawn_link, room_for_links(map))};
    for (size_t i = 0; i < map->link_count; i++)
        if (map->links[i].course.kind == SK_SHAPE_LINES)
            sk_link_course_route(c, &map->links[i], &links);
    plan p = open_plan(c, &links);
    if (attempt == 0)
        choose(&p);
    else
        settle(&p, false, (SK_LINK_ATTEMPTS - attempt) * p.route_count / SK_LINK_ATTEMPTS);
    for (size_t i = 0; i < p.route_count; i++) {
        const route *r = &p.routes[i];
        links.items[links.count++] =
            (sk_drawn_link){.link = r->link,
                            .line = r->arcs[r->choice].line,
                            .chosen = r->arcs[r->choice].line,
                            .at_start = r->at_start,
                            .at_end = r->at_end,
                            .head_at_start = r->at_start == SK_LINK_LEAVES_MAP,
                            .head_at_end = true};
    }
    sk_link_trunks_join(c, &links);
    sk_link_starts_part(c, &links);
    sk_link_heads_part(c, &links);
    sk_link_starts_mark(c, &links);
    add_followers(&p, &links);
    return links;
}
