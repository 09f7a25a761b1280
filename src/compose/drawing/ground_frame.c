#include "compose/drawing/ground_frame.h"

#include "resolve/georeference.h"

static const sk_georeference *find(const sk_composition *c) {
    const sk_map_view *view = &c->view;
    const sk_page_box *frame = &view->frame;
    double right = frame->x_mm + frame->width_mm, low = frame->y_mm + frame->height_mm;
    const sk_page_point corners[] = {
        {frame->x_mm, low}, {frame->x_mm, frame->y_mm}, {right, frame->y_mm}, {right, low}};
    sk_ground_point ground[4];
    for (size_t i = 0; i < 4; i++) ground[i] = sk_map_view_ground(view, corners[i]);
    sk_georeference *reference = SK_NEW(c->drawing->arena, sk_georeference);
    reference->frame = *frame;
    reference->ground = view->ground;
    reference->crs = sk_arena_string(c->drawing->arena, c->map->crs);
    if (!sk_georeference_find(c->map->crs, ground, c->drawing->arena, reference)) return NULL;
    return reference;
}

void sk_scene_georeference_set(const sk_composition *c) {
    static const char name[] = "georeference";
    const sk_georeference *reference = sk_kept_work_find(c->drawing->kept, &c->view, name);
    if (reference == NULL && (reference = find(c)) != NULL)
        sk_kept_work_add(c->drawing->kept, &c->view, name, reference);
    c->drawing->scene->georeference = reference;
}
