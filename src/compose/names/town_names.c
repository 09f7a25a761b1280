#include <math.h>

#include "base/page_id.h"
#include "compose/map/towns.h"
#include "compose/names/name_costs.h"
#include "compose/names/names.h"
#include "page/beside.h"

static double drop_cost(const sk_context_item *town) {
    const size_t ranks = sizeof town_name_cost.dropped / sizeof town_name_cost.dropped[0];
    bool ranked = town->rank > 0 && (size_t)town->rank < ranks;
    return town_name_cost.dropped[ranked ? town->rank : 0];
}

static const char *town_id(const sk_drawing *d, const sk_context_item *town) {
    return sk_page_id_ended(d->arena, town->id, SK_PAGE_ID_TOWN_NAME);
}

/* How far from its dot a name may stand, nearest first: close to it, just clear of a marker that
 * covers it, and beside several markers that crowd around it. */
static size_t clearances_of(const sk_composition *c, const sk_context_item *town, sk_page_point at,
                            double clearances[3]) {
    double diameter = c->drawing->style->marker.diameter_mm,
           offset = c->drawing->style->town.offset_mm;
    clearances[0] = sk_town_dot_radius(c->drawing, town) + offset;
    clearances[1] = diameter / 2 + offset;
    clearances[2] = diameter + offset;
    return sk_markers_near(c, at, diameter * 1.5) > 1 ? 3 : 2;
}

static void begin_town(const sk_composition *c, sk_label_set *set, const sk_context_item *town,
                       sk_page_point at) {
    sk_shape_list dot = {0};
    sk_shape_list_add(c->drawing->arena, &dot,
                      sk_disc_shape(at, sk_town_dot_radius(c->drawing, town)));
    sk_label_set_begin(
        set, (sk_label_spec){.id = town_id(c->drawing, town),
                             .title = town->name,
                             .class_name = sk_town_is_major(town) ? "town-name" : "town-name-minor",
                             .role = SK_ROLE_TOWN,
                             .drop_cost = drop_cost(town),
                             .anchor = at,
                             .named = dot,
                             .drop_reason = sk_town_is_under_marker(c, at) ? SK_OMITTED_COVERED
                                                                           : SK_OMITTED_NO_ROOM});
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
    double clearances[3];
    size_t rings = clearances_of(c, town, at, clearances);
    for (size_t ring = 0; ring < rings; ring++)
        for (size_t i = 0; i < sizeof town_name_sides / sizeof town_name_sides[0]; i++)
            sk_label_set_block(set, &block,
                               sk_beside_corner(&block, at, town_name_sides[i].side,
                                                clearances[ring], diagonal_part),
                               sk_beside_anchor(town_name_sides[i].side),
                               town_name_sides[i].cost + town_name_cost.further_off * (double)ring);
    /* the name of a capital stays on the map, at the end of a leader where all is taken */
    if (town->rank == 1)
        sk_label_set_around(set, &block, at, sk_town_dot_radius(c->drawing, town),
                            town_name_cost.leader);
}

void sk_town_names_gather(const sk_composition *c, sk_label_set *set) {
    for (size_t i = 0; i < c->map->context_count; i++) {
        const sk_context_item *town = &c->map->context[i];
        sk_page_point at;
        sk_town_state state = sk_town_state_of(c, town, &at);
        sk_layout_omission omission = {.role = SK_LAYOUT_TOWN, .text = town->name};
        omission.reason = state == SK_TOWN_OF_LOW_RANK ? SK_OMITTED_RANK : SK_OMITTED_COVERED;
        /* a name without its dot would be read as the disc's; a capital is never left out */
        bool is_hidden =
            state == SK_TOWN_SHOWN && town->rank != 1 && sk_town_is_under_marker(c, at);
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
