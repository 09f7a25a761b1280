#include <math.h>

#include "base/page_id.h"
#include "compose/names/name_costs.h"
#include "compose/names/names.h"
#include "compose/points/markers.h"
#include "compose/points/name_room.h"
#include "compose/points/off_map.h"

static void add_options(const sk_drawing *d, sk_label_set *set, const sk_text_block *block,
                        sk_page_point at, double cost) {
    for (sk_beside side = 0; side < SK_BESIDE_COUNT; side++)
        sk_label_set_block(set, block, sk_point_name_corner(d, block, at, side),
                           sk_beside_anchor(side), cost + point_name_side_cost[side]);
}

/* A leader ends beside the disc, which it would else be on. */
static double leader_reach(const sk_drawing *d) {
    return sk_marker_radius(d) + d->style->marker.leader_dot_mm / 2;
}

static void gather(const sk_composition *c, sk_label_set *set, size_t index) {
    const double slack = 1.2;
    const sk_placed_marker *marker = &c->markers[index];
    const sk_feature *feature = marker->point->feature;
    const sk_text_style *style = &c->drawing->style->marker.name;
    sk_shape_list disc = {0};
    sk_shape_list_add(c->drawing->arena, &disc,
                      sk_disc_shape(marker->centre, sk_marker_radius(c->drawing)));
    sk_label_set_begin(set, (sk_label_spec){
                                .id = sk_marker_id(c, index, SK_PAGE_ID_LABEL),
                                .feature = feature,
                                .title = feature->name,
                                .class_name = "point-name",
                                .role = SK_ROLE_LABEL,
                                .drop_cost = SK_LABEL_MUST_STAY,
                                .anchor = marker->centre,
                                .named = disc,
                                .across_cost = any_name_cost.on_border,
                                .leader_dot_mm = c->drawing->style->marker.leader.width_mm,
                            });
    sk_text_block_forms forms = sk_text_block_forms_set(c->drawing->typesetter, c->drawing->arena,
                                                        feature->name, style, slack);
    for (size_t i = 0; i < forms.count; i++) {
        const sk_text_block *block = &forms.items[i];
        double cost = any_name_cost.line * (double)(block->line_count - 1);
        add_options(c->drawing, set, block, marker->centre, cost);
        sk_label_set_around(set, block, marker->centre, leader_reach(c->drawing),
                            cost + point_name_leader_cost);
    }
}

/* Beside the disc at the map's edge of a point that lies further on. */
static void gather_distance(const sk_composition *c, sk_label_set *set, size_t index,
                            double distance_km) {
    const sk_drawing *d = c->drawing;
    const sk_placed_marker *marker = &c->markers[index];
    const char *number = sk_arena_printf(d->arena, "%.0f", fmax(1, distance_km));
    const sk_blank blank = {"kilometres", number};
    const char *text = sk_wording_fill(d->words->distance, &blank, 1, d->arena);
    sk_text_block block =
        sk_text_block_set(d->typesetter, d->arena, text, &d->style->marker.name, INFINITY, 1);
    sk_label_set_begin(set, (sk_label_spec){
                                .id = sk_marker_id(c, index, SK_PAGE_ID_LABEL),
                                .feature = marker->point->feature,
                                .title = text,
                                .class_name = "point-distance",
                                .role = SK_ROLE_LABEL,
                                .drop_cost = SK_LABEL_MUST_STAY,
                                .anchor = marker->centre,
                                .fixed = true,
                            });
    add_options(d, set, &block, marker->centre, 0);
}

void sk_point_names_gather(const sk_composition *c, sk_label_set *set) {
    for (size_t i = 0; i < c->map->point_count; i++) {
        const sk_point_bearing bearing = sk_point_bearing_of(c, &c->map->points[i]);
        if (c->map->points[i].number == 0)
            gather(c, set, i);
        else if (bearing.is_off)
            gather_distance(c, set, i, bearing.distance_km);
    }
}
