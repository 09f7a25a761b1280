#include "compose/links.h"

#include <math.h>
#include <stdint.h>

#include "compose/symbols.h"

/* How far inside the neat line an arrow that leaves the map ends. */
static const double exit_margin_mm = 0.9;
/* An area whose pole lies off the map is met in its visible part when that is at least so wide. */
static const double visible_radius_mm = 4;
/* How far a link reaches into a zone. */
static const double into_zone_mm = 1.4;

static sk_page_box exit_box(const sk_composition *c) {
    return sk_page_box_grown(c->view.frame, -exit_margin_mm);
}

static bool inside_map(const sk_composition *c, sk_page_point p) {
    return sk_page_box_contains(sk_page_box_grown(c->view.frame, -2 * exit_margin_mm), p);
}

/* Where an end lies on the page: the disc's centre, the place, or the middle of the area (of its
 * visible part, when its middle is off the map). */
static sk_page_point end_on_page(const sk_composition *c, const sk_link_end *end) {
    if (end->point_index != SIZE_MAX) return c->markers[end->point_index].centre;
    sk_page_point at = sk_map_view_page(&c->view, end->at);
    if (inside_map(c, at) || end->area.kind == SK_SHAPE_EMPTY) return at;
    sk_shape visible = sk_shape_clip(c->map->ops, &end->area, c->view.ground);
    double radius_m = 0;
    if (visible.kind == SK_SHAPE_EMPTY) return at;
    sk_ground_point pole =
        sk_shape_pole(c->map->ops, &visible, c->view.metres_per_mm / 4, &radius_m);
    bool wide = radius_m >= visible_radius_mm * c->view.metres_per_mm;
    return wide ? sk_map_view_page(&c->view, pole) : at;
}

/* A link shorter than this cannot be seen to be one. */
static const double least_length_mm = 11;

/* Another point of the area, about as far from `other` as a link needs to be long. */
static sk_page_point further_point(const sk_composition *c, const sk_link_end *end,
                                   sk_page_point pole, sk_page_point other) {
    const double step_mm = 2, wanted_mm = 22;
    sk_page_box frame = sk_page_box_grown(c->view.frame, -3);
    sk_page_point best = pole;
    double least = fabs(sk_page_distance(pole, other) - wanted_mm);
    for (double y = -wanted_mm; y <= wanted_mm; y += step_mm)
        for (double x = -wanted_mm; x <= wanted_mm; x += step_mm) {
            sk_page_point p = {other.x_mm + x, other.y_mm + y};
            double miss = fabs(sk_page_distance(p, other) - wanted_mm);
            if (miss >= least || !sk_page_box_contains(frame, p)) continue;
            if (!sk_shape_contains(&end->area, sk_map_view_ground(&c->view, p))) continue;
            least = miss;
            best = p;
        }
    return best;
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

/* How much of the line's start lies in the end's area or on its disc. */
static double trim_length(const sk_composition *c, const sk_link_end *end,
                          const sk_polyline *line) {
    const sk_style_sheet *s = c->style;
    if (end->point_index != SIZE_MAX) return s->marker.diameter_mm / 2 + s->link.clearance_mm;
    if (end->area.kind == SK_SHAPE_EMPTY || end->is_region) return 0;
    const double step_mm = 0.25;
    double length = sk_polyline_length(line), inside = 0;
    while (inside < length &&
           sk_shape_contains(&end->area,
                             sk_map_view_ground(&c->view, sk_polyline_at(line, inside).at)))
        inside += step_mm;
    double trim = fmax(0, inside - into_zone_mm);
    return trim < length / 2 ? trim : 0;
}

/* The disc that the end itself is at does not count. */
static bool near_a_disc(const sk_composition *c, const sk_link_end *end, sk_page_point p,
                        double clearance_mm) {
    const sk_style_sheet *s = c->style;
    double reach = (s->marker.diameter_mm + s->marker.line.width_mm) / 2 + clearance_mm;
    for (size_t i = 0; i < c->map->point_count; i++)
        if (i != end->point_index && sk_page_distance(c->markers[i].centre, p) < reach) return true;
    return false;
}

/* The same, and further until no disc lies on the end or its arrowhead: a town or the middle of an
 * area may be under one. */
static double trim_to_sight(const sk_composition *c, const sk_link_end *end,
                            const sk_polyline *line) {
    const double step_mm = 0.25;
    const sk_style_sheet *s = c->style;
    double first = trim_length(c, end, line), most = sk_polyline_length(line) / 2;
    for (double trim = first; trim < most; trim += step_mm) {
        sk_page_point tip = sk_polyline_at(line, trim).at;
        sk_page_point barbs = sk_polyline_at(line, trim + s->link.arrow_length_mm).at;
        bool hidden = near_a_disc(c, end, tip, s->link.clearance_mm) ||
                      near_a_disc(c, end, barbs, s->link.arrow_width_mm / 2);
        if (!hidden) return trim;
    }
    return first;
}

static sk_polyline trimmed(const sk_composition *c, const sk_map_link *link,
                           const sk_polyline *line) {
    sk_polyline back = sk_polyline_reversed(c->arena, line);
    double length = sk_polyline_length(line);
    double start = trim_to_sight(c, &link->from, line), end = trim_to_sight(c, &link->to, &back);
    if (start + end > length * 0.8) return *line;
    return sk_polyline_part(c->arena, line, start, length - end);
}

static bool ends_at(const sk_link_end *end, size_t marker) {
    return end->point_index == marker;
}

static bool share_an_end(const sk_map_link *a, const sk_map_link *b) {
    const sk_link_end *mine[] = {&a->from, &a->to}, *theirs[] = {&b->from, &b->to};
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            if (mine[i]->at.east_m == theirs[j]->at.east_m &&
                mine[i]->at.north_m == theirs[j]->at.north_m)
                return true;
    return false;
}

/* A line through a large town leaves its name no place. */
static double cost_of_towns(const sk_composition *c, const sk_polyline *line) {
    const double over_town = 12, clearance_mm = 2.2;
    double cost = 0;
    for (size_t i = 0; i < c->map->context_count; i++) {
        const sk_context_item *town = &c->map->context[i];
        if (town->kind != SK_CONTEXT_TOWN || town->rank > 2) continue;
        sk_page_point at = sk_map_view_page(&c->view, town->shape.parts[0].points[0]);
        if (sk_polyline_distance(line, at) < clearance_mm) cost += over_town / town->rank;
    }
    return cost;
}

/* How bad a line would be, drawn so: what it touches and what it runs along. */
static double line_cost(const sk_composition *c, const sk_map_link *link, const sk_polyline *line) {
    const double over_marker = 30, crossing = 6, along_another = 25, over_furniture = 60;
    double cost = 0;
    double reach = c->style->marker.diameter_mm / 2 + c->style->link.clearance_mm;
    for (size_t i = 0; i < c->map->point_count; i++)
        if (!ends_at(&link->from, i) && !ends_at(&link->to, i) &&
            sk_polyline_distance(line, c->markers[i].centre) < reach)
            cost += over_marker;
    sk_page_point middle = sk_polyline_at(line, sk_polyline_length(line) / 2).at;
    for (size_t i = 0; i < c->link_count; i++) {
        const sk_drawn_link *other = &c->links[i];
        bool shared = share_an_end(link, other->link);
        if (!shared && sk_polylines_cross(line, &other->line)) cost += crossing;
        if (sk_polyline_distance(&other->line, middle) < reach) cost += along_another;
    }
    for (size_t i = 0; i < c->furniture_count; i++)
        if (sk_page_box_contains(sk_page_box_grown(c->furniture[i], 1), middle))
            cost += over_furniture;
    return cost + cost_of_towns(c, line);
}

static sk_drawn_link *append(sk_composition *c, sk_drawn_link drawn) {
    c->links[c->link_count] = drawn;
    return &c->links[c->link_count++];
}

static void report_off_map(sk_composition *c, const sk_map_link *link, const char *what,
                           const char *remedy) {
    const sk_feature *feature = link->feature;
    sk_layout_notes_omit(c->notes, (sk_layout_omission){SK_LAYOUT_LINK, feature->id, feature->id,
                                                        feature->name, SK_OMITTED_OFF_MAP});
    sk_diag_warning(c->diag, feature->origin, remedy, "the link \"%s\" is not drawn: %s",
                    feature->name, what);
}

/* The bends that a link may take, the preferred first, in multiples of the style's. */
typedef struct {
    double bends[7];
    size_t count;
} bend_choice;

static const bend_choice free_bends = {{1, -1, 0, 2, -2, 3, -3}, 7};
static const bend_choice true_bends = {{0, 0.5, -0.5, 1, -1}, 5};
/* Between neighbours nearly a half circle, or their discs would hide it. */
static const bend_choice wide_bends = {{5, -5, 7, -7, 9, -9}, 6};

/* A link without a course: the gentlest arc that keeps clear of the rest. */
static void route_arc(sk_composition *c, const sk_map_link *link) {
    sk_page_point from = end_on_page(c, &link->from), to = end_on_page(c, &link->to);
    bool from_inside = inside_map(c, from), to_inside = inside_map(c, to);
    bool too_short = sk_page_distance(from, to) < least_length_mm;
    if (too_short && link->to.area.kind != SK_SHAPE_EMPTY)
        to = further_point(c, &link->to, to, from);
    else if (too_short && link->from.area.kind != SK_SHAPE_EMPTY)
        from = further_point(c, &link->from, from, to);
    if (!from_inside && !to_inside) {
        report_off_map(c, link, "both ends lie off the map", "give it an end on the map");
        return;
    }
    if (!to_inside) to = meet_box(exit_box(c), from, to);
    if (!from_inside) from = meet_box(exit_box(c), to, from);
    double chord = sk_page_distance(from, to);
    /* A link that leaves the map does so in its true direction, so it hardly bends. */
    bool leaves = !from_inside || !to_inside;
    bend_choice choice = leaves ? true_bends : chord < least_length_mm ? wide_bends : free_bends;
    sk_polyline best = {0};
    double least = INFINITY;
    for (size_t i = 0; i < choice.count; i++) {
        double bend = choice.bends[i], first = choice.bends[0];
        sk_polyline arc = sk_polyline_arc(c->arena, from, to, bend * c->style->link.bend * chord);
        sk_polyline line = trimmed(c, link, &arc);
        double cost = line_cost(c, link, &line) + fabs(bend - first) + 0.01 * (double)i;
        if (cost >= least) continue;
        least = cost;
        best = line;
    }
    append(c, (sk_drawn_link){
                  .link = link,
                  .line = best,
                  .at_start = from_inside ? SK_LINK_ENDS_INSIDE : SK_LINK_LEAVES_MAP,
                  .at_end = to_inside ? SK_LINK_ENDS_INSIDE : SK_LINK_LEAVES_MAP,
              });
}

static bool on_box_edge(sk_page_box box, sk_page_point p) {
    return !sk_page_box_contains(sk_page_box_grown(box, -0.05), p);
}

/* A link with a course: each stretch of it that is on the map. */
static void route_course(sk_composition *c, const sk_map_link *link) {
    sk_page_box box = exit_box(c);
    sk_ground_point top_left = sk_map_view_ground(&c->view, (sk_page_point){box.x_mm, box.y_mm});
    sk_ground_point bottom_right = sk_map_view_ground(
        &c->view, (sk_page_point){box.x_mm + box.width_mm, box.y_mm + box.height_mm});
    sk_shape visible = sk_shape_clip(c->map->ops, &link->course,
                                     (sk_ground_box){top_left.east_m, bottom_right.north_m,
                                                     bottom_right.east_m, top_left.north_m});
    /* A course that leaves the map and comes back is cut there, but does not end. */
    for (size_t i = 0; i < visible.part_count; i++) {
        const sk_shape_part *part = &visible.parts[i];
        if (part->count < 2) continue;
        sk_polyline line = {SK_NEW_ARRAY(c->arena, sk_page_point, part->count), part->count};
        for (size_t k = 0; k < part->count; k++)
            line.points[k] = sk_map_view_page(&c->view, part->points[k]);
        bool leaves_first = i == 0 && on_box_edge(box, line.points[0]);
        bool leaves_last =
            i + 1 == visible.part_count && on_box_edge(box, line.points[line.count - 1]);
        append(c, (sk_drawn_link){
                      .link = link,
                      .line = line,
                      .is_course = true,
                      .at_start = leaves_first ? SK_LINK_LEAVES_MAP : SK_LINK_ENDS_INSIDE,
                      .at_end = leaves_last ? SK_LINK_LEAVES_MAP : SK_LINK_ENDS_INSIDE,
                  });
    }
    if (visible.part_count == 0)
        report_off_map(c, link, "its course lies off the map", "mend its course");
}

static size_t room_for_links(const sk_figure_map *map) {
    size_t room = map->link_count;
    for (size_t i = 0; i < map->link_count; i++)
        for (size_t k = 0; k < map->links[i].course.part_count; k++)
            room += map->links[i].course.parts[k].count; /* each clip adds at most one stretch */
    return room;
}

void sk_links_route(sk_composition *c) {
    c->links = SK_NEW_ARRAY(c->arena, sk_drawn_link, room_for_links(c->map));
    c->link_count = 0;
    for (size_t i = 0; i < c->map->link_count; i++)
        if (c->map->links[i].course.kind == SK_SHAPE_LINES) route_course(c, &c->map->links[i]);
    for (size_t i = 0; i < c->map->link_count; i++)
        if (c->map->links[i].course.kind != SK_SHAPE_LINES) route_arc(c, &c->map->links[i]);
}

/* A dot where a link begins in the middle of a region, so that it does not seem cut. */
static void draw_start(sk_composition *c, sk_group *group, const sk_drawn_link *drawn) {
    const sk_link_end *from = &drawn->link->from;
    if (drawn->is_course || drawn->at_start == SK_LINK_LEAVES_MAP) return;
    if (from->point_index != SIZE_MAX) return;
    const sk_stroke *stroke = sk_symbol_link_stroke(c->style, drawn->link->feature->link_type);
    sk_scene_circle(
        c->scene, group, drawn->line.points[0], stroke->width_mm,
        (sk_paint){
            .class_name = sk_arena_printf(c->arena, "link-start-%s",
                                          sk_link_type_name(drawn->link->feature->link_type)),
            .fill = stroke->colour,
            .line = {.colour = c->style->link.casing.colour, .width_mm = stroke->width_mm / 3}});
}

void sk_links_compose(sk_composition *c) {
    sk_layer *layer =
        sk_scene_layer(c->scene, "layer-links", c->words->layer.links, &c->view.frame);
    const sk_feature *feature = NULL;
    for (size_t i = 0; i < c->map->link_count; i++) {
        if (c->map->links[i].feature == feature) continue;
        feature = c->map->links[i].feature;
        sk_group *group = NULL;
        for (size_t k = 0; k < c->link_count; k++) {
            const sk_drawn_link *drawn = &c->links[k];
            if (drawn->link->feature != feature) continue;
            if (group == NULL)
                group = sk_composition_feature_group(c, layer, feature, "", SK_ROLE_LINK);
            bool arrow_at_end = !drawn->is_course || drawn->at_end == SK_LINK_LEAVES_MAP;
            sk_symbol_link(c, group, &drawn->line, feature->link_type,
                           drawn->at_start == SK_LINK_LEAVES_MAP, arrow_at_end);
            draw_start(c, group, drawn);
        }
    }
}
