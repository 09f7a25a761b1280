#include "compose/links/links.h"

#include <stdint.h>

#include "compose/drawing/symbols.h"

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
    sk_layer *layer = sk_scene_layer(c->scene, "links", c->words->layer.links, &c->view.frame);
    const sk_feature *feature = NULL;
    for (size_t i = 0; i < c->map->link_count; i++) {
        if (c->map->links[i].feature == feature) continue;
        feature = c->map->links[i].feature;
        sk_group *group = NULL;
        for (size_t k = 0; k < c->link_count; k++) {
            const sk_drawn_link *drawn = &c->links[k];
            if (drawn->link->feature != feature) continue;
            if (group == NULL)
                group = sk_composition_feature_group(c, layer, feature, feature->id, SK_ROLE_LINK);
            bool arrow_at_end = !drawn->is_course || drawn->at_end == SK_LINK_LEAVES_MAP;
            sk_symbol_link(c, group, &drawn->line, feature->link_type,
                           drawn->at_start == SK_LINK_LEAVES_MAP, arrow_at_end);
            draw_start(c, group, drawn);
        }
    }
}
