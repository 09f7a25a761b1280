#include "svg_reader/clip_diff.h"

#include <math.h>
#include <string.h>

#include "svg_reader/layer_diff.h"
#include "svg_reader/object_shape.h"

bool sk_layer_is_clipped(const sk_svg_figure *figure, ptrdiff_t layer) {
    return layer >= 0 && figure->layers[layer].clipped;
}

bool sk_object_is_clipped(const sk_svg_figure *figure, const sk_svg_object *object) {
    bool clipped = sk_layer_is_clipped(figure, object->layer);
    for (size_t i = 0; i < object->piece_count; i++) clipped = clipped || object->pieces[i].clipped;
    return clipped;
}

/* Marks the objects that are clipped otherwise, whatever the layers say. */
static bool *changed_objects(const sk_svg_figure *old, const sk_svg_figure *now,
                             const sk_object_index *old_index, sk_arena *arena) {
    bool *changed = SK_NEW_ARRAY(arena, bool, now->object_count + 1);
    for (size_t i = 0; i < now->object_count; i++) {
        const sk_svg_object *object = &now->objects[i];
        const sk_svg_object *before = sk_object_with_id(old_index, object->id);
        changed[i] = before != NULL && before->piece_count > 0 && object->piece_count > 0 &&
                     sk_object_is_clipped(old, before) != sk_object_is_clipped(now, object);
    }
    return changed;
}

/* Takes the marks from what lies in the layer; true where there was one, or nothing lies in it. */
static bool take_over(const sk_svg_figure *now, ptrdiff_t layer, bool *objects) {
    bool any = false, empty = true;
    for (size_t i = 0; i < now->object_count; i++) {
        if (now->objects[i].layer != layer) continue;
        empty = false;
        any = any || objects[i];
        objects[i] = false;
    }
    return any || empty;
}

/* What lies in an object that is marked follows it. */
static void unmark_parts(const sk_svg_figure *now, bool *objects) {
    for (size_t i = now->object_count; i-- > 0;) {
        ptrdiff_t owner = now->objects[i].inside;
        if (owner >= 0 && objects[owner]) objects[i] = false;
    }
}

sk_clip_changes sk_clip_diff(const sk_svg_figure *old, const sk_svg_figure *now,
                             const sk_object_index *old_index, sk_arena *arena) {
    bool *objects = changed_objects(old, now, old_index, arena);
    bool *layers = SK_NEW_ARRAY(arena, bool, now->layer_count + 1);
    sk_clip_changes changes = {layers, objects, false};
    for (size_t i = 0; i < now->layer_count; i++) {
        ptrdiff_t before = sk_svg_layer_with_id(old, now->layers[i].id);
        layers[i] = before >= 0 && sk_layer_is_clipped(old, before) != now->layers[i].clipped &&
                    take_over(now, (ptrdiff_t)i, objects);
        changes.released = changes.released || (layers[i] && !now->layers[i].clipped);
    }
    unmark_parts(now, objects);
    for (size_t i = 0; i < now->object_count; i++)
        changes.released =
            changes.released || (objects[i] && !sk_object_is_clipped(now, &now->objects[i]));
    return changes;
}

static bool same_outline(const sk_svg_piece *a, const sk_svg_piece *b, double slack_mm) {
    if (a->point_count != b->point_count || a->point_count == 0 || strcmp(a->form, b->form) != 0)
        return false;
    for (size_t i = 0; i < a->point_count; i++)
        if (hypot(a->points[i].x_mm - b->points[i].x_mm, a->points[i].y_mm - b->points[i].y_mm) >
            slack_mm)
            return false;
    return true;
}

bool sk_is_released_clip(const sk_svg_figure *old, const sk_svg_piece *shape, double rounding_mm) {
    if (shape->element != SK_SVG_PATH) return false;
    for (size_t i = 0; i < old->clip_count; i++)
        if (same_outline(&old->clips[i], shape, fmax(SK_UNMOVED_MM, rounding_mm))) return true;
    return false;
}
