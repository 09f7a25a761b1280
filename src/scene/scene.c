#include "streekkaart/scene.h"

#include <string.h>

#include "base/clean_text.h"
#include "base/page_id.h"
#include "scene/id_set.h"

sk_scene *sk_scene_create(sk_arena *arena, double width_mm, double height_mm) {
    sk_scene *scene = SK_NEW(arena, sk_scene);
    scene->width_mm = width_mm;
    scene->height_mm = height_mm;
    scene->paper = (sk_colour){.red = 1, .green = 1, .blue = 1, .alpha = 1};
    scene->arena = arena;
    scene->ids = sk_id_set_create(arena);
    return scene;
}

sk_layer *sk_scene_layer(sk_scene *scene, const char *name, const char *label,
                         const sk_page_box *clip) {
    sk_layer *layer = SK_NEW(scene->arena, sk_layer);
    layer->name = sk_arena_string(scene->arena, name);
    layer->id = sk_id_set_take(scene->ids,
                               sk_page_id_prefixed(scene->arena, SK_PAGE_ID_LAYER, layer->name));
    layer->label = sk_text_clean(scene->arena, label);
    if (clip != NULL) {
        sk_page_box *copy = SK_NEW(scene->arena, sk_page_box);
        *copy = *clip;
        layer->clip = copy;
    }
    scene->layers = sk_arena_grow(scene->arena, scene->layers, scene->count, &scene->capacity,
                                  sizeof *scene->layers);
    scene->layers[scene->count++] = layer;
    return layer;
}

void sk_scene_share(sk_scene *scene, const sk_scene *from, size_t layer_count) {
    for (size_t i = 0; i < layer_count; i++) {
        scene->layers = sk_arena_grow(scene->arena, scene->layers, scene->count, &scene->capacity,
                                      sizeof *scene->layers);
        scene->layers[scene->count++] = from->layers[i];
    }
}

sk_group *sk_scene_group(sk_scene *scene, sk_layer *layer, const char *id, sk_role role) {
    sk_group *group = SK_NEW(scene->arena, sk_group);
    bool is_of_catalogue = id != NULL && role != SK_ROLE_FURNITURE;
    if (is_of_catalogue) id = sk_page_id_ended(scene->arena, id, SK_PAGE_ID_ITSELF);
    group->id = sk_id_set_take(scene->ids, id);
    group->item = id != NULL ? sk_arena_string(scene->arena, id) : group->id;
    group->role = role;
    layer->groups = sk_arena_grow(scene->arena, layer->groups, layer->count, &layer->capacity,
                                  sizeof *layer->groups);
    layer->groups[layer->count++] = group;
    return group;
}

void sk_scene_movable(sk_group *group, double dx_mm, double dy_mm) {
    group->movable = true;
    group->dx_mm = dx_mm;
    group->dy_mm = dy_mm;
}

sk_part *sk_scene_part(sk_scene *scene, sk_group *group, const char *id) {
    sk_part *part = SK_NEW(scene->arena, sk_part);
    part->id = sk_id_set_take(scene->ids, id);
    group->part = part;
    return part;
}

static sk_item *append_item(sk_scene *scene, sk_group *group, sk_item_kind kind) {
    group->items = sk_arena_grow(scene->arena, group->items, group->count, &group->capacity,
                                 sizeof *group->items);
    sk_item *item = &group->items[group->count++];
    *item = (sk_item){.kind = kind, .part = group->part, .cell = group->cell};
    return item;
}

static sk_path copy_path(sk_arena *arena, const sk_path *path) {
    sk_path copy = {.count = path->count, .capacity = path->count};
    copy.segments = SK_NEW_ARRAY(arena, sk_segment, path->count);
    if (path->count > 0)
        memcpy(copy.segments, path->segments, path->count * sizeof *path->segments);
    return copy;
}

sk_item *sk_scene_path(sk_scene *scene, sk_group *group, const sk_path *path, sk_paint paint) {
    sk_item *item = append_item(scene, group, SK_ITEM_PATH);
    item->as.path.path = copy_path(scene->arena, path);
    item->as.path.paint = paint;
    item->as.path.paint.class_name = sk_arena_string(scene->arena, paint.class_name);
    return item;
}

sk_item *sk_scene_circle(sk_scene *scene, sk_group *group, sk_page_point centre, double radius_mm,
                         sk_paint paint) {
    sk_item *item = append_item(scene, group, SK_ITEM_CIRCLE);
    item->as.circle.centre = centre;
    item->as.circle.radius_mm = radius_mm;
    item->as.circle.paint = paint;
    item->as.circle.paint.class_name = sk_arena_string(scene->arena, paint.class_name);
    return item;
}

sk_item *sk_scene_text(sk_scene *scene, sk_group *group, const sk_text *text) {
    sk_item *item = append_item(scene, group, SK_ITEM_TEXT);
    item->as.text = *text;
    item->as.text.class_name = sk_arena_string(scene->arena, text->class_name);
    item->as.text.lines = SK_NEW_ARRAY(scene->arena, sk_text_line, text->line_count);
    for (size_t i = 0; i < text->line_count; i++) {
        item->as.text.lines[i] = text->lines[i];
        const char *utf8 = text->lines[i].utf8;
        item->as.text.lines[i].utf8 = sk_text_clean(scene->arena, utf8 == NULL ? "" : utf8);
    }
    if (text->ends != NULL) {
        sk_line_end *ends = SK_NEW_ARRAY(scene->arena, sk_line_end, text->line_count);
        for (size_t i = 0; i < text->line_count; i++) ends[i] = text->ends[i];
        item->as.text.ends = ends;
    }
    if (text->along != NULL) {
        sk_path *along = SK_NEW(scene->arena, sk_path);
        *along = copy_path(scene->arena, text->along);
        item->as.text.along = along;
    }
    return item;
}

const sk_layer *sk_scene_find_layer(const sk_scene *scene, const char *id) {
    for (size_t i = 0; i < scene->count; i++)
        if (strcmp(scene->layers[i]->id, id) == 0) return scene->layers[i];
    return NULL;
}
