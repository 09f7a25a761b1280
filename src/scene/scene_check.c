#include "scene/scene_check.h"

#include <math.h>
#include <stdbool.h>

/* PDF's largest page is 200 inches; Cairo's coordinates overflow some way beyond the other. */
static const double page_max_mm = 5080, distance_max_mm = 20000;

static bool sound(double mm) {
    return isfinite(mm) && fabs(mm) <= distance_max_mm;
}

static bool sound_point(sk_page_point point) {
    return sound(point.x_mm) && sound(point.y_mm);
}

static bool sound_size(double mm) {
    return sound(mm) && mm >= 0;
}

static bool sound_path(const sk_path *path) {
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *segment = &path->segments[i];
        size_t points = segment->kind == SK_SEGMENT_CLOSE   ? 0
                        : segment->kind == SK_SEGMENT_CURVE ? 3
                                                            : 1;
        for (size_t j = 0; j < points; j++)
            if (!sound_point(segment->points[j])) return false;
    }
    return path->count == 0 || path->segments[0].kind == SK_SEGMENT_MOVE;
}

/* A dash pattern that adds up to nothing would never end. */
static bool sound_stroke(const sk_stroke *line) {
    double total = 0;
    if (line->dash_count > SK_DASH_MAX || !sound_size(line->width_mm)) return false;
    for (size_t i = 0; i < line->dash_count; i++) {
        if (!sound_size(line->dash_mm[i])) return false;
        total += line->dash_mm[i];
    }
    return line->dash_count == 0 || total > 0;
}

static bool sound_text(const sk_text *text) {
    for (size_t i = 0; i < text->line_count; i++)
        if (!sound_point(text->lines[i].baseline)) return false;
    return sound_size(text->style.size_mm) && sound(text->style.tracking_mm) &&
           sound_size(text->style.halo_mm) && isfinite(text->rotation_deg) &&
           (text->along == NULL || (sound_path(text->along) && sound(text->along_start_mm)));
}

static bool sound_item(const sk_item *item) {
    switch (item->kind) {
        case SK_ITEM_PATH:
            return sound_path(&item->as.path.path) && sound_stroke(&item->as.path.paint.line);
        case SK_ITEM_CIRCLE:
            return sound_point(item->as.circle.centre) && sound_size(item->as.circle.radius_mm) &&
                   sound_stroke(&item->as.circle.paint.line);
        case SK_ITEM_TEXT:
            return sound_text(&item->as.text);
    }
    return false;
}

static bool sound_group(const sk_group *group) {
    for (size_t i = 0; i < group->count; i++)
        if (!sound_item(&group->items[i])) return false;
    return true;
}

static bool sound_page(double mm) {
    return isfinite(mm) && mm > 0 && mm <= page_max_mm;
}

sk_status sk_scene_check(const sk_scene *scene, const char *file, sk_diag *diag) {
    sk_status status = SK_OK;
    if (!sound_page(scene->width_mm) || !sound_page(scene->height_mm)) {
        sk_diag_error(diag, (sk_place){.file = file}, "give it a size of at most 5080 mm",
                      "a page of %g x %g mm cannot be drawn", scene->width_mm, scene->height_mm);
        status = SK_ERR_DATA;
    }
    for (size_t i = 0; i < scene->count; i++) {
        const sk_layer *layer = scene->layers[i];
        for (size_t j = 0; j < layer->count; j++) {
            const sk_group *group = layer->groups[j];
            if (sound_group(group)) continue;
            const char *feature = group->feature_id != NULL ? group->feature_id : group->id;
            sk_diag_error(diag, (sk_place){.file = file, .feature = feature},
                          "mend its geometry, or the style's lengths",
                          "has a coordinate or a length that is no usable number");
            status = SK_ERR_DATA;
        }
    }
    return status;
}
