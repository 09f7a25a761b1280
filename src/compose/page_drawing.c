#include "compose/page_drawing.h"

#include "compose/furniture/locator.h"
#include "compose/furniture/page_margins.h"
#include "compose/furniture/scale_bar.h"
#include "compose/links/links.h"
#include "compose/map/area_layers.h"
#include "compose/map/base_layers.h"
#include "compose/map/base_lines.h"
#include "compose/points/markers.h"

sk_scene *sk_page_begin(const sk_drawing *d, const sk_page_layout *layout) {
    return sk_scene_create(d->arena, layout->page_width_mm, layout->page_height_mm);
}

/* The reading order, from the back. */
void sk_map_draw(const sk_composition *c, sk_label_set *names) {
    sk_base_areas_compose(c);
    sk_chosen_tints_compose(c);
    sk_smallest_borders_compose(c);
    sk_zone_layer_compose(c);
    sk_chosen_bands_compose(c);
    sk_base_lines_compose(c);
    sk_region_borders_compose(c);
    sk_links_compose(c);
    sk_layer *towns =
        sk_scene_layer(c->drawing->scene, "towns", c->drawing->words->layer.towns, &c->view.frame);
    sk_town_dots_compose(c, names, towns);
    sk_label_set_compose(names, towns, SK_ROLE_TOWN);
    sk_markers_compose(c);
    sk_layer *labels =
        sk_scene_layer(c->drawing->scene, "names", c->drawing->words->layer.names, NULL);
    sk_label_set_compose(names, labels, SK_ROLE_LABEL);
}

void sk_furniture_draw(const sk_composition *c, const sk_page_layout *layout,
                       const sk_legend *legend) {
    sk_neat_line_compose(c);
    sk_title_compose(c);
    if (layout->legend.width_mm > 0)
        sk_legend_compose(c, legend, layout->legend_columns, layout->legend);
    if (layout->scale_bar.width_mm > 0)
        sk_scale_bar_compose(c, sk_page_box_corner(layout->scale_bar));
    if (layout->inset.width_mm > 0) sk_locator_compose(c, sk_page_box_corner(layout->inset));
    sk_source_compose(c, layout->foot_mm);
}
