#include <math.h>
#include <string.h>

#include "base/page_id.h"
#include "compose/names/label_charges.h"
#include "compose/names/name_costs.h"
#include "compose/names/names.h"
#include "page/beside.h"

/* Boxes that follow the text along its line, each over a short stretch. */
static sk_placer_shape *boxes_along(const sk_drawing *d, const sk_polyline *baseline, double from,
                                    double to, const sk_text_block *block, size_t *count) {
    const double stretch_mm = 3;
    sk_shape_list list = {0};
    double halo = block->style->halo_mm;
    double up = block->cap_height_mm + halo, down = block->descent_mm + halo;
    size_t pieces = (size_t)ceil((to - from) / stretch_mm);
    double step = (to - from) / (double)pieces;
    for (size_t i = 0; i < pieces; i++) {
        sk_page_point a = sk_polyline_at(baseline, from + step * (double)i).at;
        sk_page_point b = sk_polyline_at(baseline, from + step * (double)(i + 1)).at;
        sk_placer_shape box = sk_segment_shape(a, b, 0);
        double shift = (down - up) / 2; /* the letters stand above the baseline */
        box.x -= box.sine * shift;
        box.y += box.cosine * shift;
        box.half_height = (up + down) / 2;
        box.half_width += halo / 2;
        sk_shape_list_add(d->arena, &list, box);
    }
    *count = list.count;
    return list.items;
}

/* A stretch of a line that a name runs along, at some distance to one side of it. */
typedef struct {
    const sk_drawn_link *drawn;
    sk_polyline baseline;
    double from, to; /* mm along the baseline */
    double side;     /* -1 above the line, 1 below */
} name_stretch;

/* How far the stretch strays from its chord to the side that faces away from the line, and to the
 * other. */
typedef struct {
    double outwards_mm, towards_mm;
} bend_of_stretch;

static bend_of_stretch measure_bend(const name_stretch *s) {
    enum { SAMPLES = 9 };
    bend_of_stretch bend = {0};
    sk_page_point a = sk_polyline_at(&s->baseline, s->from).at;
    sk_page_point b = sk_polyline_at(&s->baseline, s->to).at;
    double length = sk_page_distance(a, b);
    for (int i = 1; i < SAMPLES && length > 0; i++) {
        sk_page_point m =
            sk_polyline_at(&s->baseline, s->from + (s->to - s->from) * i / SAMPLES).at;
        double across =
            (b.x_mm - a.x_mm) * (m.y_mm - a.y_mm) - (b.y_mm - a.y_mm) * (m.x_mm - a.x_mm);
        bend.outwards_mm = fmax(bend.outwards_mm, s->side * across / length);
        bend.towards_mm = fmax(bend.towards_mm, -s->side * across / length);
    }
    return bend;
}

/* Straight, turned with the stretch: where that can hardly be told from following it, it is what
 * every program can draw and edit. librsvg leaves letters that follow a curve out, so these are for
 * when hardly anything else is left. */
static void add_straight(sk_label_set *set, const name_stretch *s, double outwards_mm,
                         const sk_text_block *block, double cost) {
    sk_page_point a = sk_polyline_at(&s->baseline, s->from).at;
    sk_page_point b = sk_polyline_at(&s->baseline, s->to).at;
    double angle = atan2(b.y_mm - a.y_mm, b.x_mm - a.x_mm);
    double shift = s->side * outwards_mm;
    sk_page_point middle = {(a.x_mm + b.x_mm) / 2 - sin(angle) * shift,
                            (a.y_mm + b.y_mm) / 2 + cos(angle) * shift};
    sk_label_set_turned(set, block, middle, angle, cost);
}

static void add_curved(const sk_drawing *d, sk_label_set *set, const name_stretch *s,
                       const sk_text_block *block, double cost) {
    sk_label_option option = {
        .text = sk_text_along(block, d->arena, &s->baseline, (s->from + s->to) / 2),
        .cost = cost + link_name_cost.curved};
    option.shapes = boxes_along(d, &s->baseline, s->from, s->to, block, &option.shape_count);
    sk_label_set_option(set, option);
}

static void add_along(const sk_drawing *d, sk_label_set *set, const name_stretch *s,
                      const sk_text_block *block, double cost) {
    const double nearly_straight_mm = 2;
    const bend_of_stretch bend = measure_bend(s);
    double most = fmax(bend.outwards_mm, bend.towards_mm);
    if (most <= nearly_straight_mm)
        add_straight(set, s, bend.outwards_mm, block, cost + most);
    else if (!s->drawn->is_course) /* letters would stumble along a course's corners */
        add_curved(d, set, s, block, cost);
}

/* Above and below the line, at several places along it. */
static void along_options(const sk_composition *c, sk_label_set *set, const sk_drawn_link *drawn,
                          const sk_text_block *block, double cost) {
    enum { STEPS = 9 };
    const double end_room_mm = 2.5;
    double length = sk_polyline_length(&drawn->line), width = block->widths_mm[0];
    double slack = length - width - 2 * end_room_mm;
    if (slack < 0) return;
    sk_polyline line = drawn->line;
    if (line.points[line.count - 1].x_mm < line.points[0].x_mm)
        line = sk_polyline_reversed(c->drawing->arena, &line); /* never upside down */
    double clear = c->drawing->style->link.casing.width_mm / 2 + block->style->halo_mm +
                   c->drawing->style->link.along_gap_mm;
    const double offsets[] = {-(clear + block->descent_mm), clear + block->cap_height_mm};
    for (int i = 0; i < 2; i++) {
        name_stretch stretch = {
            .drawn = drawn,
            .baseline = sk_polyline_offset(c->drawing->arena, &line, offsets[i]),
            .side = i == 0 ? -1 : 1};
        double whole = sk_polyline_length(&stretch.baseline);
        for (int k = 0; k < STEPS; k++) {
            double off_middle = slack * ((double)k / (STEPS - 1) - 0.5);
            stretch.from = (whole - width) / 2 + off_middle;
            stretch.to = stretch.from + width;
            add_along(c->drawing, set, &stretch, block,
                      cost + link_name_cost.from_middle_mm * fabs(off_middle) +
                          (i == 1 ? link_name_cost.below_line : 0));
        }
    }
}

/* A place on a link's line. */
typedef struct {
    const sk_drawn_link *drawn;
    sk_page_point at;
    double clearance_mm; /* what the line takes there to each side */
} line_place;

static line_place place_at(const sk_drawn_link *drawn, double distance_mm, double clearance_mm) {
    return (line_place){drawn, sk_polyline_at(&drawn->line, distance_mm).at, clearance_mm};
}

/* Upright, with the nearest corner or side of the block beside the place. */
static void beside_place(const sk_composition *c, sk_label_set *set, const line_place *place,
                         const sk_text_block *block, double cost) {
    for (sk_beside side = 0; side < SK_BESIDE_COUNT; side++) {
        sk_page_point corner = sk_beside_corner(block, place->at, side, place->clearance_mm, 1);
        sk_page_box box = {corner.x_mm, corner.y_mm, block->width_mm, block->height_mm};
        sk_label_set_block(
            set, block, corner, sk_beside_anchor(side),
            cost + link_name_cost.side * (double)side + sk_link_name_doubt(c, place->drawn, box));
    }
}

static void beside_options(const sk_composition *c, sk_label_set *set, const sk_drawn_link *drawn,
                           const sk_text_block *block, double cost) {
    double length = sk_polyline_length(&drawn->line);
    double clearance =
        c->drawing->style->link.casing.width_mm / 2 + c->drawing->style->link.name_gap_mm;
    for (double t = 0.15; t < 0.9; t += 0.1) {
        line_place place = place_at(drawn, t * length, clearance);
        beside_place(
            c, set, &place, block,
            cost + link_name_cost.beside + link_name_cost.from_middle_mm * fabs(t - 0.5) * length);
    }
}

/* Away from a crowded line: upright, with a leader to it. */
static void distant_options(sk_label_set *set, const sk_drawn_link *drawn,
                            const sk_text_block *block, double cost) {
    const double parts[] = {0.5, 0.3, 0.7, 0.15, 0.85}, distances[] = {3.5, 5.5, 8, 11};
    double length = sk_polyline_length(&drawn->line);
    for (size_t p = 0; p < sizeof parts / sizeof parts[0]; p++)
        for (size_t d = 0; d < sizeof distances / sizeof distances[0]; d++)
            for (int i = 0; i < SK_AROUND_STEPS; i++) {
                sk_page_point way = sk_around_direction(i);
                sk_page_point to = sk_polyline_at(&drawn->line, parts[p] * length).at;
                sk_page_point from =
                    sk_page_point_moved(to, distances[d] * way.x_mm, distances[d] * way.y_mm);
                sk_label_set_block_with_leader(
                    set, block, sk_around_corner(block, from, way), to,
                    cost + link_name_cost.distant + any_name_cost.leader_mm * distances[d]);
            }
}

static void end_options(const sk_composition *c, sk_label_set *set, const sk_drawn_link *drawn,
                        const sk_text_block *block, double cost) {
    double length = sk_polyline_length(&drawn->line);
    double clearance =
        c->drawing->style->link.arrow_width_mm / 2 + c->drawing->style->link.name_gap_mm;
    bool at_end = drawn->at_end == SK_LINK_LEAVES_MAP || drawn->at_start != SK_LINK_LEAVES_MAP;
    for (double back = 1; back < fmin(length, 45); back += 2.5) {
        line_place place = place_at(drawn, at_end ? length - back : back, clearance);
        beside_place(c, set, &place, block, cost + link_name_cost.from_end_mm * back);
    }
}

/* A link with one far end is named by its name, which names that end. Of one with several, each
 * line says its own end, after the link's name unless that names it already. */
static const char *name_of_line(const sk_drawing *d, const sk_drawn_link *drawn) {
    const sk_map_link *link = drawn->link;
    const char *name = link->feature->name;
    if (link->feature->to.count <= 1) return name;
    if (strstr(name, link->to.name) != NULL) return link->to.name;
    return sk_arena_printf(d->arena, "%s (%s)", name, link->to.name);
}

/* Lines that come together in one place are best named there, for all of them. */
static bool converges(const sk_feature *feature) {
    return feature->from.count > 1 && feature->to.count == 1;
}

static void gather(const sk_composition *c, sk_label_set *set, const sk_drawn_link *drawn,
                   const char *name, bool at_edge, size_t index) {
    const sk_feature *feature = drawn->link->feature;
    const sk_text_style *style = &c->drawing->style->link.name;
    sk_shape_list line = {0};
    sk_polyline_shapes(c->drawing->arena, &line, &drawn->line, 0);
    double length = sk_polyline_length(&drawn->line);
    const char *whole_id = sk_page_id_ended(c->drawing->arena, feature->id, SK_PAGE_ID_LABEL);
    sk_label_set_begin(set, (sk_label_spec){
                                .id = sk_page_id_counted(c->drawing->arena, whole_id, index + 1),
                                .feature = feature,
                                .title = name,
                                .class_name = "link-name",
                                .role = SK_ROLE_LABEL,
                                .drop_cost = SK_LABEL_MUST_STAY,
                                .anchor = sk_polyline_at(&drawn->line, length / 2).at,
                                .named = line,
                                .drawn = drawn,
                            });
    const double slack = 1.2;
    sk_text_block_forms forms =
        sk_text_block_forms_set(c->drawing->typesetter, c->drawing->arena, name, style, slack);
    for (size_t i = 0; i < forms.count; i++) {
        const sk_text_block *block = &forms.items[i];
        if (block->line_count == 1)
            along_options(c, set, drawn, block, at_edge ? link_name_cost.along_at_edge : 0);
        double wide = fmax(0, block->width_mm - 30) * link_name_cost.wide_mm;
        if (at_edge || converges(feature))
            end_options(c, set, drawn, block, wide);
        else
            beside_options(c, set, drawn, block, wide);
        distant_options(set, drawn, block, wide);
    }
}

static bool leaves(const sk_drawn_link *drawn) {
    return drawn->at_end == SK_LINK_LEAVES_MAP || drawn->at_start == SK_LINK_LEAVES_MAP;
}

static const sk_drawn_link *longest_line(const sk_composition *c, const sk_feature *feature) {
    const sk_drawn_link *longest = NULL;
    double length = 0;
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_drawn_link *drawn = &c->links.items[i];
        if (drawn->link->feature != feature || sk_polyline_length(&drawn->line) <= length) continue;
        length = sk_polyline_length(&drawn->line);
        longest = drawn;
    }
    return longest;
}

/* Every line bears the name, or says where to, but those that end in the trunk of another, if any
 * other does. A course in several stretches bears it on the longest. */
static void gather_feature(const sk_composition *c, sk_label_set *set, const sk_feature *feature) {
    const sk_drawn_link *longest = longest_line(c, feature);
    if (longest == NULL) return;
    if (longest->is_course) {
        gather(c, set, longest, feature->name, false, 0);
        return;
    }
    size_t names = 0;
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_drawn_link *drawn = &c->links.items[i];
        if (drawn->link->feature == feature && !drawn->joins)
            gather(c, set, drawn, name_of_line(c->drawing, drawn), leaves(drawn), names++);
    }
    if (names == 0) gather(c, set, longest, name_of_line(c->drawing, longest), false, 0);
}

void sk_link_names_gather(const sk_composition *c, sk_label_set *set) {
    const sk_feature *feature = NULL;
    for (size_t i = 0; i < c->map->link_count; i++) {
        if (c->map->links[i].feature == feature) continue;
        feature = c->map->links[i].feature;
        gather_feature(c, set, feature);
    }
}
