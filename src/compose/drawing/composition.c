#include "compose/drawing/composition.h"

#include "base/page_id.h"
#include "compose/drawing/symbols.h"
#include "page/page_shapes.h"

const char *sk_composition_kind(const sk_feature *feature) {
    switch (feature->kind) {
        case SK_FEATURE_POINT:
            return "point";
        case SK_FEATURE_ZONE:
            return "zone";
        case SK_FEATURE_LINK:
            return sk_link_type_name(feature->link_type);
    }
    return NULL;
}

sk_group *sk_composition_feature_group(const sk_composition *c, sk_layer *layer,
                                       const sk_feature *feature, const char *id, sk_role role) {
    sk_group *group = sk_scene_group(c->scene, layer, id, role);
    group->feature_id = feature->id;
    group->kind = sk_composition_kind(feature);
    group->title = feature->name;
    group->source = feature->source;
    return group;
}

const char *sk_composition_region_id(const sk_composition *c, const sk_region *region) {
    bool province = region->level == SK_REGION_PROVINCE;
    return sk_page_id_prefixed(c->arena, province ? SK_PAGE_ID_PROVINCE : SK_PAGE_ID_RESOC,
                               region->slug);
}

bool sk_composition_covers(const sk_composition *c, const sk_placer_shape *shapes, size_t count) {
    for (size_t i = 0; i < c->furniture_count; i++) {
        const sk_placer_shape cover = sk_box_shape(c->furniture[i]);
        for (size_t k = 0; k < count; k++)
            if (sk_placer_shapes_overlap(&cover, &shapes[k])) return true;
    }
    return false;
}

sk_path sk_composition_trace(const sk_composition *c, const sk_shape *shape) {
    return sk_map_view_trace(&c->view, c->map->ops, shape, c->arena);
}
