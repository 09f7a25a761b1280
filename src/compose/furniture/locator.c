#include "compose/furniture/locator.h"

#include "base/page_id.h"
#include "compose/furniture/edge_pin.h"

/* The inset's outlines are generalised to what can be seen at its scale. */
static const double tolerance_mm = 0.04;

static double scale_of(const sk_drawing *d, sk_ground_box ground) {
    return (ground.east_m - ground.west_m) /
           (d->style->inset.width_mm - 2 * d->style->inset.padding_mm);
}

sk_page_box sk_locator_size(const sk_composition *c) {
    if (sk_figure_map_is_overview(c->map)) return (sk_page_box){0};
    sk_ground_box ground = sk_figure_map_homes_box(c->map);
    return (sk_page_box){
        .width_mm = c->drawing->style->inset.width_mm,
        .height_mm = (ground.north_m - ground.south_m) / scale_of(c->drawing, ground) +
                     2 * c->drawing->style->inset.padding_mm};
}

static void draw_region(const sk_composition *c, sk_group *group, const sk_map_view *view,
                        const sk_region *region, const char *class_name, sk_colour fill) {
    sk_shape simple =
        sk_shape_simplify(c->map->ops, &region->shape, tolerance_mm * view->metres_per_mm);
    sk_path path = sk_map_view_trace(view, c->map->ops, &simple, c->drawing->arena);
    if (path.count == 0) return;
    sk_scene_path(c->drawing->scene, group, &path,
                  (sk_paint){.class_name = class_name,
                             .fill = fill,
                             .line = c->drawing->style->inset.border,
                             .round_caps = true});
}

void sk_locator_compose(const sk_composition *c, sk_page_point corner) {
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, "inset", c->drawing->words->layer.inset, NULL);
    sk_page_box box = sk_locator_size(c);
    box.x_mm = corner.x_mm;
    box.y_mm = corner.y_mm;
    sk_group *group = sk_furniture_begin(c, layer, SK_PAGE_ID_INSET, box,
                                         (sk_paint){.class_name = "inset",
                                                    .fill = c->drawing->style->inset.fill,
                                                    .line = c->drawing->style->inset.line});

    sk_ground_box ground = sk_figure_map_homes_box(c->map);
    sk_map_view view = {.ground = ground,
                        .frame = sk_page_box_grown(box, -c->drawing->style->inset.padding_mm),
                        .metres_per_mm = scale_of(c->drawing, ground)};
    sk_figure_regions homes = sk_figure_map_homes(c->map);
    for (size_t i = 0; i < homes.count; i++) {
        const sk_region *land = homes.items[i];
        if (!sk_figure_map_is_about(c->map, land))
            draw_region(c, group, &view, land, "inset-land", c->drawing->style->inset.land);
    }
    for (size_t i = 0; i < c->map->home_count; i++)
        draw_region(c, group, &view, c->map->homes[i], "inset-home",
                    c->drawing->style->inset.highlight);
}
