/* Where links lead that leave the map: beside their arrows. */
#include <math.h>
#include <string.h>

#include "base/page_id.h"
#include "compose/names/label_charges.h"
#include "compose/names/name_costs.h"
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
    if (!is_town(c, end) || c->map->home == NULL) return end->name;
    double km = sk_distance_from_home_km(c, sk_map_view_page(&c->view, end->at));
    const sk_blank blank = {"kilometres", sk_arena_printf(d->arena, "%.0f", fmax(1, km))};
    return sk_arena_printf(d->arena, "%s, %s", end->name,
                           sk_wording_fill(d->words->distance, &blank, 1, d->arena));
}

/* Several lines may leave for one place at one spot: it is said there once. */
static bool said_nearby(const sk_composition *c, size_t index, const char *name,
                        sk_page_point tip) {
    const double nearby_mm = 20;
    for (size_t i = 0; i < index; i++) {
        const sk_drawn_link *other = &c->links.items[i];
        const sk_link_end *end = far_end(other);
        if (end != NULL && strcmp(end->name, name) == 0 &&
            sk_page_distance(exit_tip(other), tip) < nearby_mm)
            return true;
    }
    return false;
}

/* True where a part of the box lies in the map's home, or in any where it is of all. */
static bool lies_at_home(const sk_composition *c, sk_page_box box) {
    sk_figure_regions homes = sk_figure_map_homes(c->map);
    for (size_t i = 0; i < homes.count; i++) {
        const sk_region *home = homes.items[i];
        if (c->map->home != NULL && home != c->map->home) continue;
        for (int column = 0; column <= 2; column++)
            for (int row = 0; row <= 2; row++) {
                sk_page_point p = {box.x_mm + box.width_mm * column / 2,
                                   box.y_mm + box.height_mm * row / 2};
                if (sk_shape_contains(&home->shape, sk_map_view_ground(&c->view, p))) return true;
            }
    }
    return false;
}

/* Near the arrow, and not in the province: it would name something there. */
static void exit_options(const sk_composition *c, sk_label_set *set, const sk_drawn_link *drawn,
                         const sk_text_block *block) {
    const double furthest_mm = 14, step_mm = 2;
    const sk_style_sheet *style = c->drawing->style;
    double length = sk_polyline_length(&drawn->line);
    double clearance = style->link.arrow_width_mm / 2 + style->link.name_gap_mm;
    bool at_end = drawn->at_end == SK_LINK_LEAVES_MAP;
    for (double back = 1; back < fmin(length, furthest_mm); back += step_mm)
        for (sk_beside side = 0; side < SK_BESIDE_COUNT; side++) {
            sk_page_point at = sk_polyline_at(&drawn->line, at_end ? length - back : back).at;
            sk_page_point corner = sk_beside_corner(block, at, side, clearance, 1);
            sk_page_box box = {corner.x_mm, corner.y_mm, block->width_mm, block->height_mm};
            if (lies_at_home(c, box)) continue;
            sk_label_set_block(set, block, corner, sk_beside_anchor(side),
                               link_name_cost.from_end_mm * back +
                                   link_name_cost.side * (double)side +
                                   sk_link_name_doubt(c, drawn, box));
        }
}

static void gather_exit(const sk_composition *c, sk_label_set *set, size_t index) {
    const sk_drawing *d = c->drawing;
    const sk_drawn_link *drawn = &c->links.items[index];
    const sk_link_end *end = far_end(drawn);
    if (end == NULL || end->name == NULL || said_nearby(c, index, end->name, exit_tip(drawn)))
        return;
    const char *text = exit_text(c, end);
    const char *id = sk_page_id_ended(d->arena, drawn->link->feature->id, SK_PAGE_ID_LABEL);
    sk_label_set_begin(
        set, (sk_label_spec){.id = sk_arena_printf(d->arena, "%s-exit-%zu", id, index + 1),
                             .title = text,
                             .class_name = "link-exit",
                             .role = SK_ROLE_TOWN,
                             .drop_cost = link_name_cost.exit_dropped,
                             .fixed = true});
    sk_text_block block =
        sk_text_block_set(d->typesetter, d->arena, text, &d->style->link.name, INFINITY, 1);
    exit_options(c, set, drawn, &block);
}

void sk_link_exits_gather(const sk_composition *c, sk_label_set *set) {
    for (size_t i = 0; i < c->links.count; i++) gather_exit(c, set, i);
}
