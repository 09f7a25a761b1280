/* Putting one scene on another, as a figure on a sheet. */
#include "streekkaart/scene.h"

static sk_page_point moved(sk_page_point point, sk_page_point by) {
    return (sk_page_point){point.x_mm + by.x_mm, point.y_mm + by.y_mm};
}

static const sk_page_box *moved_box(sk_arena *arena, const sk_page_box *box, sk_page_point by) {
    if (box == NULL) return NULL;
    sk_page_box *copy = SK_NEW(arena, sk_page_box);
    *copy = (sk_page_box){box->x_mm + by.x_mm, box->y_mm + by.y_mm, box->width_mm, box->height_mm};
    return copy;
}

static void move_path(sk_path *path, sk_page_point by) {
    for (size_t i = 0; i < path->count; i++)
        for (size_t k = 0; k < sizeof path->segments[i].points / sizeof(sk_page_point); k++)
            path->segments[i].points[k] = moved(path->segments[i].points[k], by);
}

/* The item is the scene's own copy, so that what it points at may be written to. */
static void move_text(sk_arena *arena, sk_text *text, sk_page_point by) {
    for (size_t i = 0; i < text->line_count; i++)
        text->lines[i].baseline = moved(text->lines[i].baseline, by);
    if (text->along == NULL) return;
    sk_path *along = SK_NEW(arena, sk_path);
    *along = *text->along;
    move_path(along, by);
    text->along = along;
}

static void append_item(sk_scene *scene, sk_group *group, const sk_item *from, sk_page_point by) {
    sk_item *item = NULL;
    switch (from->kind) {
        case SK_ITEM_PATH:
            item = sk_scene_path(scene, group, &from->as.path.path, from->as.path.paint);
            move_path(&item->as.path.path, by);
            break;
        case SK_ITEM_CIRCLE:
            item = sk_scene_circle(scene, group, moved(from->as.circle.centre, by),
                                   from->as.circle.radius_mm, from->as.circle.paint);
            break;
        case SK_ITEM_TEXT:
            item = sk_scene_text(scene, group, &from->as.text);
            move_text(scene->arena, &item->as.text, by);
            break;
    }
    if (item == NULL) return;
    item->use = from->use;
    item->cell = from->cell;
}

/* Items that follow each other in one part do so in the copy. */
static void begin_part(sk_scene *scene, sk_group *group, const sk_part *from) {
    sk_part *part = sk_scene_part(scene, group, from->id);
    part->feature_id = sk_arena_string(scene->arena, from->feature_id);
    part->title = sk_arena_string(scene->arena, from->title);
}

static void append_group(sk_scene *scene, sk_layer *layer, const sk_group *from, sk_page_point by) {
    sk_arena *arena = scene->arena;
    sk_group *group = sk_scene_group(scene, layer, from->item, from->role);
    group->feature_id = sk_arena_string(arena, from->feature_id);
    group->kind = sk_arena_string(arena, from->kind);
    group->title = sk_arena_string(arena, from->title);
    group->source = sk_arena_string(arena, from->source);
    group->link = sk_arena_string(arena, from->link);
    group->anchor = sk_arena_string(arena, from->anchor);
    group->clip = moved_box(arena, from->clip, by);
    group->tag = from->tag;
    if (from->movable) sk_scene_movable(group, from->dx_mm, from->dy_mm);
    const sk_part *last = NULL;
    for (size_t i = 0; i < from->count; i++) {
        const sk_part *part = from->items[i].part;
        if (part != NULL && part != last) begin_part(scene, group, part);
        last = part;
        append_item(scene, group, &from->items[i], by);
    }
}

static void move_georeference(sk_scene *scene, const sk_scene *from, sk_page_point by) {
    if (from->georeference == NULL) return;
    sk_georeference *copy = SK_NEW(scene->arena, sk_georeference);
    *copy = *from->georeference;
    copy->wkt = sk_arena_string(scene->arena, copy->wkt);
    copy->crs = sk_arena_string(scene->arena, copy->crs);
    copy->frame = *moved_box(scene->arena, &copy->frame, by);
    scene->georeference = copy;
}

void sk_scene_append(sk_scene *scene, const sk_scene *from, sk_page_point corner) {
    move_georeference(scene, from, corner);
    for (size_t i = 0; i < from->count; i++) {
        const sk_layer *source = from->layers[i];
        const sk_page_box *clip = moved_box(scene->arena, source->clip, corner);
        sk_layer *layer = sk_scene_layer(scene, source->name, source->label, clip);
        for (size_t k = 0; k < source->count; k++)
            append_group(scene, layer, source->groups[k], corner);
    }
}

void sk_scene_metadata_copy(sk_scene *scene, const sk_scene *from) {
    sk_arena *arena = scene->arena;
    scene->paper = from->paper;
    scene->title = sk_arena_string(arena, from->title);
    scene->author = sk_arena_string(arena, from->author);
    scene->subject = sk_arena_string(arena, from->subject);
    scene->language = sk_arena_string(arena, from->language);
    scene->description = sk_arena_string(arena, from->description);
    scene->font_family = sk_arena_string(arena, from->font_family);
    scene->figure = from->figure;
}

sk_scene *sk_scene_copy(const sk_scene *from, sk_arena *arena) {
    sk_scene *copy = sk_scene_create(arena, from->width_mm, from->height_mm);
    sk_scene_metadata_copy(copy, from);
    copy->sheet_page = from->sheet_page;
    sk_scene_append(copy, from, (sk_page_point){0, 0});
    return copy;
}
