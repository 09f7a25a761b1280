#include "compose/drawing/drawing.h"

#include "base/page_id.h"
#include "compose/drawing/symbols.h"

const char *sk_feature_kind_name(const sk_drawing *d, const sk_feature *feature) {
    switch (feature->kind) {
        case SK_FEATURE_POINT:
            return "point";
        case SK_FEATURE_ZONE:
            return "zone";
        case SK_FEATURE_LINK:
            return sk_link_type_name(d->style, feature->link_type);
    }
    return NULL;
}

sk_group *sk_drawing_feature_group(const sk_drawing *d, sk_layer *layer, const sk_feature *feature,
                                   const char *id, sk_role role) {
    sk_group *group = sk_scene_group(d->scene, layer, id, role);
    group->feature_id = feature->id;
    group->kind = sk_feature_kind_name(d, feature);
    group->title = feature->name;
    group->source = feature->source;
    return group;
}

const char *sk_region_page_id(const sk_drawing *d, const sk_region *region) {
    return sk_page_id_of_region(d->arena, region->level_slug, region->slug);
}
