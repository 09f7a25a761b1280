#include "compose/drawing/composition.h"

#include "page/page_shapes.h"

bool sk_composition_mends(const sk_composition *c) {
    return c->earlier != NULL && c->earlier->moves != SK_TRY_COURSES;
}

bool sk_composition_covers(const sk_composition *c, const sk_placer_shape *shapes, size_t count) {
    for (size_t i = 0; i < c->furniture.count; i++) {
        const sk_placer_shape cover = sk_box_shape(c->furniture.items[i]);
        for (size_t k = 0; k < count; k++)
            if (sk_placer_shapes_overlap(&cover, &shapes[k])) return true;
    }
    return false;
}

sk_path sk_composition_trace(const sk_composition *c, const sk_shape *shape) {
    return sk_map_view_trace(&c->view, c->map->ops, shape, c->drawing->arena);
}
