#include <math.h>
#include <string.h>

#include "base/page_id.h"
#include "compose/map/towns.h"
#include "compose/names/name_costs.h"
#include "compose/names/names.h"
#include "page/beside.h"

/* From the tip of a link to the middle of a town's dot: nearer, it seems to lead there. */
static const double tip_reach_mm = 1.8;

static double drop_cost(const sk_context_item *town) {
    const size_t ranks = sizeof town_name_cost.dropped / sizeof town_name_cost.dropped[0];
    bool ranked = town->rank > 0 && (size_t)town->rank < ranks;
    return town_name_cost.dropped[ranked ? town->rank : 0];
}

static const char *town_id(const sk_drawing *d, const sk_context_item *town) {
    return sk_page_id_ended(d->arena, town->id, SK_PAGE_ID_TOWN_NAME);
}

enum { RINGS_MAX = 3 };

/* How far from its dot a name may stand, nearest first: close to it, just clear of a marker that
 * covers it, and beside several markers that crowd around it. */
static size_t clearances_of(const sk_composition *c, const sk_context_item *town, sk_page_point at,
                            double clearances[RINGS_MAX]) {
    double diameter = c->drawing->style->marker.diameter_mm,
           offset = c->drawing->style->town.offset_mm;
    clearances[0] = sk_town_dot_radius(c->drawing, town) + offset;
    clearances[1] = diameter / 2 + offset;
    clearances[2] = diameter + offset;
    return sk_markers_near(c, at, diameter * 1.5) > 1 ? RINGS_MAX : 2;
}

/* The links that pass by the dot so near that they could part it from its name; not those through
 * it, on either side of which a name stands beside it. */
static sk_shape_list links_beside(const sk_composition *c, const sk_context_item *town,
                                  sk_page_point at) {
    const double near_mm = 8, through_mm = 0.2;
    double reach = sk_town_dot_reach(c->drawing, town);
    sk_shape_list list = {0};
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_polyline *line = &c->links.items[i].line;
        double distance = sk_polyline_distance_within(line, at, reach + near_mm);
        if (distance > reach + near_mm || distance < reach + through_mm) continue;
        for (size_t k = 1; k < line->count; k++) {
            const sk_polyline piece = {&line->points[k - 1], 2};
            if (sk_polyline_distance(&piece, at) > reach + near_mm) continue;
            sk_shape_list_add(c->drawing->arena, &list,
                              sk_segment_shape(piece.points[0], piece.points[1], 0));
        }
    }
    return list;
}

static void begin_town(const sk_composition *c, sk_label_set *set, const sk_context_item *town,
                       sk_page_point at) {
    sk_shape_list dot = {0};
    sk_shape_list_add(c->drawing->arena, &dot,
                      sk_disc_shape(at, sk_town_dot_reach(c->drawing, town)));
    sk_label_set_begin(
        set,
        (sk_label_spec){
            .id = town_id(c->drawing, town),
            .title = town->name,
            .class_name = sk_town_is_major(town) ? "town-name" : "town-name-minor",
            .role = SK_ROLE_TOWN,
            .drop_cost = drop_cost(town),
            .anchor = at,
            .named = dot,
            .across_cost = sk_town_is_capital(town) ? town_name_cost.across : INFINITY,
            .parting = links_beside(c, town, at),
            /* its leader ends at the town's own dot */
            .leader_dot_mm = c->drawing->style->marker.leader.width_mm,
            .brings_dot = !sk_town_is_under_marker(c, town, at),
            .dot_gap_mm = sk_town_marker_gap(c, town, at),
            .drop_reason = sk_town_is_capital(town) ? SK_OMITTED_CAPITAL : SK_OMITTED_NO_ROOM});
}

/* Above or below the dot, a quarter of the name's length aside: where a border or the frame leaves
 * no other room. */
static void aside_options(sk_label_set *set, const sk_text_block *block, sk_page_point at,
                          double clearance_mm, double cost) {
    static const sk_beside sides[] = {SK_BESIDE_ABOVE, SK_BESIDE_BELOW};
    const double aside = 0.25;
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++)
        for (int way = -1; way <= 1; way += 2) {
            sk_page_point corner = sk_beside_corner(block, at, sides[i], clearance_mm, 1);
            sk_label_set_block(set, block,
                               sk_page_point_moved(corner, way * aside * block->width_mm, 0),
                               SK_ANCHOR_MIDDLE, cost + town_name_cost.aside);
        }
}

/* The name of a capital stays on the map: wherever there is room around its dot, or at the end of a
 * leader where all is taken. */
static void capital_options(const sk_composition *c, sk_label_set *set, const sk_text_block *block,
                            sk_page_point at, double radius_mm) {
    const double reach_mm = 4, step_mm = 0.6;
    double gap_mm = c->drawing->style->town.offset_mm + radius_mm;
    double across = reach_mm + block->width_mm, down = reach_mm + block->height_mm;
    for (double y = -down; y <= reach_mm; y += step_mm)
        for (double x = -across; x <= reach_mm; x += step_mm) {
            sk_page_point corner = sk_page_point_moved(at, x, y);
            sk_page_box box = {corner.x_mm, corner.y_mm, block->width_mm, block->height_mm};
            double off = sk_page_distance(sk_page_box_nearest(box, at), at);
            if (off < gap_mm || off > reach_mm) continue;
            sk_label_set_block(set, block, corner, SK_ANCHOR_MIDDLE,
                               town_name_cost.further_off + town_name_cost.off_mm * off);
        }
    sk_label_set_around(set, block, at, radius_mm, town_name_cost.leader);
}

/* Beside the dot; the further off, the dearer. */
static void gather_town(const sk_composition *c, sk_label_set *set, const sk_context_item *town,
                        sk_page_point at) {
    const double diagonal_part = 0.7;
    const sk_text_style *style =
        sk_town_is_major(town) ? &c->drawing->style->town.name : &c->drawing->style->town.minor;
    sk_text_block block = sk_text_block_set(c->drawing->typesetter, c->drawing->arena, town->name,
                                            style, INFINITY, 1);
    begin_town(c, set, town, at);
    double clearances[RINGS_MAX];
    size_t rings = clearances_of(c, town, at, clearances);
    for (size_t ring = 0; ring < rings; ring++) {
        double cost = town_name_cost.further_off * (double)ring;
        for (size_t i = 0; i < sizeof town_name_sides / sizeof town_name_sides[0]; i++)
            sk_label_set_block(set, &block,
                               sk_beside_corner(&block, at, town_name_sides[i].side,
                                                clearances[ring], diagonal_part),
                               sk_beside_anchor(town_name_sides[i].side),
                               cost + town_name_sides[i].cost);
        aside_options(set, &block, at, clearances[ring], cost);
    }
    if (sk_town_is_capital(town))
        capital_options(c, set, &block, at, sk_town_dot_radius(c->drawing, town));
}

/* From the tip of the line to a town's dot that it does not lead to: as if it did. */
static double tip_gap(const sk_drawn_link *drawn, const sk_context_item *town, sk_page_point at) {
    const sk_link_end *to = &drawn->link->to;
    bool own = drawn->joins || (to->name != NULL && strcmp(to->name, town->name) == 0) ||
               strstr(drawn->link->feature->name, town->name) != NULL;
    if (own || !drawn->head_at_end || drawn->is_course) return INFINITY;
    return sk_page_distance(drawn->line.points[drawn->line.count - 1], at);
}

/* Where a line ends at the dot of a town by chance, that would seem to be where it leads. */
static bool is_at_tip(const sk_composition *c, const sk_context_item *town, sk_page_point at) {
    for (size_t i = 0; i < c->links.count; i++)
        if (tip_gap(&c->links.items[i], town, at) < tip_reach_mm) return true;
    return false;
}

double sk_town_gap_of(const sk_composition *c, const sk_label_set *set,
                      const sk_drawn_link *drawn) {
    double least = INFINITY;
    for (size_t i = 0; i < c->map->context_count; i++) {
        const sk_context_item *town = &c->map->context[i];
        sk_page_point at;
        if (sk_town_has_dot(c, town, &at) && sk_label_set_placed(set, town_id(c->drawing, town)))
            least = fmin(least, tip_gap(drawn, town, at));
    }
    return least;
}

void sk_town_names_gather(const sk_composition *c, sk_label_set *set) {
    for (size_t i = 0; i < c->map->context_count; i++) {
        const sk_context_item *town = &c->map->context[i];
        sk_page_point at;
        sk_town_state state = sk_town_state_of(c, town, &at);
        sk_layout_omission omission = {.role = SK_LAYOUT_TOWN, .text = town->name};
        omission.reason = state == SK_TOWN_OF_LOW_RANK ? SK_OMITTED_RANK : SK_OMITTED_COVERED;
        if (sk_link_exits_name(c, town->name)) continue;
        /* a name without its dot would be read as the disc's; a capital is never left out */
        bool is_hidden = state == SK_TOWN_SHOWN && !sk_town_is_capital(town) &&
                         (sk_town_is_under_marker(c, town, at) || is_at_tip(c, town, at));
        if (state == SK_TOWN_SHOWN && !is_hidden) {
            gather_town(c, set, town, at);
        } else if (state != SK_TOWN_OFF_MAP) {
            omission.id = town_id(c->drawing, town);
            sk_layout_notes_omit(c->drawing->notes, omission);
        }
    }
}

void sk_town_dots_compose(const sk_composition *c, sk_label_set *set, sk_layer *layer) {
    for (size_t i = 0; i < c->map->context_count; i++) {
        const sk_context_item *town = &c->map->context[i];
        sk_page_point at;
        if (!sk_town_has_dot(c, town, &at)) continue;
        if (sk_label_set_placed(set, town_id(c->drawing, town)))
            sk_town_dot_compose(c->drawing, layer, town, at);
    }
}
