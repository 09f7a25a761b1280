#include "compose/furniture/edge_pin.h"

#include <math.h>

/* A pin that is not negative counts from the left or upper edges, else from the others. */
static double pinned_at(double frame_mm, double frame_extent_mm, double extent_mm, double pin_mm) {
    return frame_mm + pin_mm + (pin_mm < 0 ? frame_extent_mm - extent_mm : 0);
}

sk_page_box sk_edge_pin_box(const sk_pin *pin, sk_page_box frame, sk_page_box size) {
    return (sk_page_box){pinned_at(frame.x_mm, frame.width_mm, size.width_mm, pin->dx_mm),
                         pinned_at(frame.y_mm, frame.height_mm, size.height_mm, pin->dy_mm),
                         size.width_mm, size.height_mm};
}

/* Counted from the nearer edge; what lies at the right or lower one is a hair away from it, since 0
 * counts from the others, as what lies beyond it does. */
static double pin_for(double frame_mm, double frame_extent_mm, double at_mm, double extent_mm) {
    const double hair_mm = 0.01;
    double before = at_mm - frame_mm;
    double behind = at_mm + extent_mm - (frame_mm + frame_extent_mm);
    bool is_beyond = behind > hair_mm;
    return is_beyond || before <= -behind ? fmax(0, before) : fmin(-hair_mm, behind);
}

void sk_furniture_movable(const sk_composition *c, sk_group *group, sk_page_box box) {
    sk_page_box frame = c->view.frame;
    if (c->map->figure->kind == SK_FIGURE_REGION_OVERVIEW) return;
    sk_scene_movable(group, pin_for(frame.x_mm, frame.width_mm, box.x_mm, box.width_mm),
                     pin_for(frame.y_mm, frame.height_mm, box.y_mm, box.height_mm));
}

sk_group *sk_furniture_begin(const sk_composition *c, sk_layer *layer, const char *id,
                             sk_page_box box, sk_paint ground) {
    sk_group *group = sk_scene_group(c->drawing->scene, layer, id, SK_ROLE_FURNITURE);
    sk_furniture_movable(c, group, box);
    sk_path path = {0};
    sk_path_box(c->drawing->arena, &path, box);
    sk_scene_path(c->drawing->scene, group, &path, ground);
    return group;
}
