/* Where links lead that leave the map: beside their arrows. */
#include <math.h>
#include <string.h>

#include "base/angle.h"
#include "base/page_id.h"
#include "compose/map/towns.h"
#include "compose/names/label_charges.h"
#include "compose/names/link_exits.h"
#include "compose/names/name_costs.h"
#include "compose/names/name_rules.h"
#include "compose/names/names.h"
#include "compose/points/off_map.h"
#include "page/beside.h"

static sk_page_point exit_tip(const sk_drawn_link *drawn) {
    bool at_end = drawn->at_end == SK_LINK_LEAVES_MAP;
    return drawn->line.points[at_end ? drawn->line.count - 1 : 0];
}

/* The end of the line that lies off the map; NULL where both are on it. */
static const sk_link_end *far_end(const sk_drawn_link *drawn) {
    if (drawn->at_end == SK_LINK_LEAVES_MAP) return &drawn->link->to;
    return drawn->at_start == SK_LINK_LEAVES_MAP ? &drawn->link->from : NULL;
}

/* A municipality, or a place that the base map knows as a town: regions and countries have no one
 * distance. */
static bool is_town(const sk_composition *c, const sk_link_end *end) {
    for (size_t i = 0; i < c->map->context_count; i++)
        if (c->map->context[i].kind == SK_CONTEXT_TOWN &&
            strcmp(c->map->context[i].name, end->name) == 0)
            return true;
    return end->is_town;
}

/* "Eindhoven, 28 km" */
static const char *exit_text(const sk_composition *c, const sk_link_end *end) {
    const sk_drawing *d = c->drawing;
    if (!is_town(c, end) || sk_figure_map_is_overview(c->map)) return end->name;
    double km = sk_distance_from_home_km(c, sk_map_view_page(&c->view, end->at));
    const sk_blank blank = {"kilometres", sk_arena_printf(d->arena, "%.0f", fmax(1, km))};
    return sk_arena_printf(d->arena, "%s, %s", end->name,
                           sk_wording_fill(d->words->distance, &blank, 1, d->arena));
}

/* Two lines that leave for one place. */
static bool leave_for_one_place(const sk_drawn_link *a, const sk_drawn_link *b) {
    const sk_link_end *end = far_end(a), *other = far_end(b);
    return end != NULL && other != NULL && end->name != NULL && other->name != NULL &&
           strcmp(end->name, other->name) == 0;
}

/* Several lines may leave for one place at one spot: it is said there once. */
static const double nearby_mm = 12;

static bool share_destination(const sk_drawn_link *a, const sk_drawn_link *b) {
    return leave_for_one_place(a, b) && sk_page_distance(exit_tip(a), exit_tip(b)) < nearby_mm;
}

/* The line whose arrow the destination stands beside. */
static const sk_drawn_link *spokesman(const sk_composition *c, const sk_drawn_link *drawn) {
    for (size_t i = 0; i < c->links.count; i++)
        if (&c->links.items[i] == drawn || share_destination(&c->links.items[i], drawn))
            return &c->links.items[i];
    return drawn;
}

/* What a destination is told from, for a line that leaves the map. */
typedef struct {
    const sk_drawn_link *drawn;
    sk_page_point *tips; /* of the lines that it is said for */
    size_t tip_count;
    const sk_polyline **others; /* that leave for another place, or for none */
    size_t other_count;
} departure;

static departure departure_of(const sk_composition *c, const sk_drawn_link *drawn) {
    departure d = {.drawn = drawn,
                   .tips = SK_NEW_ARRAY(c->drawing->arena, sk_page_point, c->links.count),
                   .others = SK_NEW_ARRAY(c->drawing->arena, const sk_polyline *, c->links.count)};
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_drawn_link *other = &c->links.items[i];
        if (other == drawn || share_destination(other, drawn))
            d.tips[d.tip_count++] = exit_tip(other);
        else if (!leave_for_one_place(other, drawn)) /* it is true of that one too */
            d.others[d.other_count++] = &other->line;
    }
    return d;
}

static double distance_to_own(const departure *d, const sk_shape_list *text) {
    double least = INFINITY;
    for (size_t i = 0; i < d->tip_count; i++) {
        const sk_polyline tip = {&d->tips[i], 1};
        least = fmin(least, sk_name_to_line(text, &tip, least));
    }
    return least;
}

sk_exit_distances sk_exit_distances_of(const sk_composition *c, const sk_drawn_link *drawn,
                                       const sk_shape_list *text) {
    const departure d = departure_of(c, drawn);
    sk_exit_distances out = {distance_to_own(&d, text), INFINITY};
    for (size_t i = 0; i < d.other_count; i++)
        out.other_mm = fmin(out.other_mm, sk_name_to_line(text, d.others[i], out.other_mm));
    return out;
}

/* A capital, which the map names by its dot, where the arrow ends just within it. */
static bool is_shown_capital(const sk_composition *c, const sk_link_end *end) {
    sk_page_point at;
    for (size_t i = 0; i < c->map->context_count; i++)
        if (strcmp(c->map->context[i].name, end->name) == 0 &&
            sk_town_is_capital(&c->map->context[i]) &&
            sk_town_state_of(c, &c->map->context[i], &at) == SK_TOWN_SHOWN)
            return true;
    return false;
}

bool sk_link_exits_name(const sk_composition *c, const char *place) {
    for (size_t i = 0; c->keyed && i < c->links.count; i++) {
        const sk_link_end *end = far_end(&c->links.items[i]);
        if (end != NULL && end->name != NULL && strcmp(end->name, place) == 0 &&
            !is_shown_capital(c, end))
            return true;
    }
    return false;
}

/* True where a part of the box lies in the map's home, or in any where it is of all. */
static bool lies_at_home(const sk_composition *c, sk_page_box box) {
    sk_figure_regions homes = sk_figure_map_own_homes(c->map);
    for (size_t i = 0; i < homes.count; i++) {
        const sk_region *home = homes.items[i];
        for (int column = 0; column <= 2; column++)
            for (int row = 0; row <= 2; row++) {
                sk_page_point p = {box.x_mm + box.width_mm * column / 2,
                                   box.y_mm + box.height_mm * row / 2};
                if (sk_shape_contains(&home->shape, sk_map_view_ground(&c->view, p))) return true;
            }
    }
    return false;
}

/* True in a box for the letters of the destination that is nearer to its arrow than to any line
 * that leads elsewhere. */
static bool is_told(const sk_composition *c, const departure *d, sk_page_box box) {
    if (lies_at_home(c, box)) return false;
    sk_placer_shape shape = sk_box_shape(box);
    const sk_shape_list text = {&shape, 1, 1};
    double own_mm = distance_to_own(d, &text);
    for (size_t i = 0; i < d->other_count; i++)
        if (sk_name_to_line(&text, d->others[i], own_mm) <= own_mm) return false;
    return true;
}

static bool leaves_at_end(const sk_drawn_link *drawn) {
    return drawn->at_end == SK_LINK_LEAVES_MAP;
}

/* So far back from the arrow's tip. */
static sk_page_point back_from_tip(const sk_drawn_link *drawn, double back_mm) {
    double length = sk_polyline_length(&drawn->line);
    return sk_polyline_at(&drawn->line, leaves_at_end(drawn) ? length - back_mm : back_mm).at;
}

static double beside_arrow_mm(const sk_composition *c) {
    return c->drawing->style->link.arrow_width_mm / 2 + c->drawing->style->link.name_gap_mm;
}

/* Near the arrow, and not in the home region: it would name something there. */
static void beside_options(const sk_composition *c, sk_label_set *set, const departure *d,
                           const sk_text_block *block, double cost) {
    const double furthest_mm = 14, step_mm = 2;
    const sk_drawn_link *drawn = d->drawn;
    double length = sk_polyline_length(&drawn->line);
    for (double back = 1; back < fmin(length, furthest_mm); back += step_mm)
        for (sk_beside side = 0; side < SK_BESIDE_COUNT; side++) {
            sk_page_point at = back_from_tip(drawn, back);
            sk_page_point corner = sk_beside_corner(block, at, side, beside_arrow_mm(c), 1);
            sk_page_box box = {corner.x_mm, corner.y_mm, block->width_mm, block->height_mm};
            if (!sk_label_set_has_room(set, sk_text_block_cover(block, corner)) ||
                !is_told(c, d, box))
                continue;
            sk_label_set_block(set, block, corner, sk_beside_anchor(side),
                               cost + link_name_cost.from_end_mm * back +
                                   link_name_cost.side * (double)side +
                                   sk_link_name_doubt(c, drawn, box));
        }
}

/* Where the home region comes too near to the frame: along a side of it, as on topographic maps. */
static void along_frame_options(const sk_composition *c, sk_label_set *set, const departure *d,
                                const sk_text_block *block) {
    const double furthest_mm = 9, step_mm = 1.5;
    sk_page_point tip = exit_tip(d->drawn);
    double width = block->cap_height_mm + block->descent_mm, length = block->width_mm;
    for (double off = 0; off < furthest_mm; off += step_mm)
        for (int way = -1; way <= 1; way += 2)
            for (int side = -1; side <= 1; side++) {
                double clear = beside_arrow_mm(c);
                sk_page_point middle = {tip.x_mm + side * (clear + width / 2),
                                        tip.y_mm + way * (clear + off + length / 2)};
                sk_page_box box = {middle.x_mm - width / 2, middle.y_mm - length / 2, width,
                                   length};
                if (!is_told(c, d, box)) continue;
                sk_page_point baseline = {
                    middle.x_mm + (block->cap_height_mm - block->descent_mm) / 2, middle.y_mm};
                sk_label_set_turned(
                    set, block, baseline, -SK_PI / 2,
                    any_name_cost.turn_rad * SK_PI / 2 + link_name_cost.from_end_mm * off);
            }
}

/* True for a point of the line that is on no other. */
static bool is_its_own(const sk_composition *c, const sk_drawn_link *drawn, sk_page_point p) {
    const double clear_mm = 1.6;
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_drawn_link *other = &c->links.items[i];
        bool own = other == drawn || other->same_as == drawn;
        if (!own && sk_polyline_comes_near(&other->line, p, clear_mm)) return false;
    }
    return true;
}

/* Away from where many arrows leave: with a leader to the line, behind its head. */
static void led_options(const sk_composition *c, sk_label_set *set, const sk_drawn_link *drawn,
                        const sk_text_block *block, double back_mm) {
    const double distances_mm[] = {3, 4.5, 6.5, 9}, clear_mm = 1;
    sk_page_point to = back_from_tip(drawn, back_mm);
    if (!is_its_own(c, drawn, to)) return;
    for (size_t i = 0; i < sizeof distances_mm / sizeof distances_mm[0]; i++)
        for (int k = 0; k < SK_AROUND_STEPS; k++) {
            sk_page_point way = sk_around_direction(k);
            double off = distances_mm[i];
            sk_page_point from = sk_page_point_moved(to, off * way.x_mm, off * way.y_mm);
            sk_page_point corner = sk_around_corner(block, from, way);
            sk_page_box box = {corner.x_mm, corner.y_mm, block->width_mm, block->height_mm};
            sk_placer_shape shape = sk_box_shape(box);
            if (!sk_label_set_has_room(set, sk_text_block_cover(block, corner)) ||
                lies_at_home(c, box) ||
                sk_name_to_line(&(sk_shape_list){&shape, 1, 1}, &drawn->line, clear_mm) < clear_mm)
                continue;
            sk_label_set_block_with_leader(set, block, corner, to,
                                           link_name_cost.distant + any_name_cost.leader_mm * off +
                                               link_name_cost.from_end_mm * back_mm);
        }
}

static const char *exit_id(const sk_composition *c, const sk_drawn_link *drawn) {
    sk_arena *arena = c->drawing->arena;
    const char *id = sk_page_id_ended(arena, drawn->link->feature->id, SK_PAGE_ID_LABEL);
    return sk_arena_printf(arena, "%s-exit-%zu", id, (size_t)(drawn - c->links.items) + 1);
}

static void gather_exit(const sk_composition *c, sk_label_set *set, const sk_drawn_link *drawn) {
    const sk_drawing *d = c->drawing;
    const sk_link_end *end = far_end(drawn);
    if (end == NULL || end->name == NULL || spokesman(c, drawn) != drawn ||
        is_shown_capital(c, end))
        return;
    const char *text = exit_text(c, end);
    sk_label_set_begin(set, (sk_label_spec){.id = exit_id(c, drawn),
                                            .title = text,
                                            .class_name = "link-exit",
                                            .role = SK_ROLE_TOWN,
                                            .drop_cost = link_name_cost.exit_dropped,
                                            .fixed = true,
                                            .leaving = drawn});
    sk_text_block_forms forms =
        sk_text_block_forms_set(d->typesetter, d->arena, text, &d->style->link.name, 1.3);
    double length = sk_polyline_length(&drawn->line);
    const departure from = departure_of(c, drawn);
    for (size_t i = 0; i < forms.count; i++) {
        const sk_text_block *block = &forms.items[i];
        beside_options(c, set, &from, block, any_name_cost.line * (double)(block->line_count - 1));
        if (block->line_count == 1) along_frame_options(c, set, &from, block);
        for (double back = 4; back < fmin(22, length / 2); back += 3)
            led_options(c, set, drawn, block, back);
    }
}

void sk_link_exits_gather(const sk_composition *c, sk_label_set *set) {
    for (size_t i = 0; i < c->links.count; i++) gather_exit(c, set, &c->links.items[i]);
}

sk_link_said sk_link_exit_said(const sk_composition *c, const sk_label_set *set,
                               const sk_drawn_link *drawn) {
    const sk_link_end *end = far_end(drawn);
    if (end == NULL || end->name == NULL) return SK_LINK_ON_MAP;
    if (is_shown_capital(c, end)) return SK_LINK_ON_MAP;
    if (!c->keyed) return SK_LINK_SAID_BY_NAME;
    if (sk_label_set_placed(set, exit_id(c, spokesman(c, drawn)))) return SK_LINK_SAID_AT_ARROW;
    bool named = strstr(drawn->link->feature->name, end->name) != NULL;
    return named ? SK_LINK_SAID_BY_NAME : SK_LINK_UNSAID;
}
