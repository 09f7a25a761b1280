#include "svg_reader/file/object_index.h"

#include <stdlib.h>
#include <string.h>

typedef const char *key_of(const sk_svg_object *object);

static const char *id_of(const sk_svg_object *object) {
    return object->id;
}

static const char *feature_of(const sk_svg_object *object) {
    return object->feature;
}

/* Objects lie in one array in the file's order. */
static int in_order(const sk_svg_object *a, const sk_svg_object *b) {
    return a < b ? -1 : a > b;
}

static int by_id(const void *a, const void *b) {
    const sk_svg_object *const *left = a, *const *right = b;
    int order = strcmp((*left)->id, (*right)->id);
    return order != 0 ? order : in_order(*left, *right);
}

static int by_feature(const void *a, const void *b) {
    const sk_svg_object *const *left = a, *const *right = b;
    int order = strcmp((*left)->feature, (*right)->feature);
    return order != 0 ? order : in_order(*left, *right);
}

sk_object_index sk_object_index_create(const sk_svg_figure *figure, sk_arena *arena) {
    size_t count = figure->object_count;
    sk_object_index index = {.by_id = SK_NEW_ARRAY(arena, const sk_svg_object *, count),
                             .by_feature = SK_NEW_ARRAY(arena, const sk_svg_object *, count),
                             .count = count};
    for (size_t i = 0; i < count; i++) {
        index.by_id[i] = &figure->objects[i];
        if (figure->objects[i].feature != NULL)
            index.by_feature[index.feature_count++] = &figure->objects[i];
    }
    qsort(index.by_id, count, sizeof *index.by_id, by_id);
    qsort(index.by_feature, index.feature_count, sizeof *index.by_feature, by_feature);
    return index;
}

/* The first of those whose key is `key`. */
static const sk_svg_object *first_with(const sk_svg_object *const *sorted, size_t count,
                                       key_of *key, const char *wanted) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(key(sorted[middle]), wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && strcmp(key(sorted[low]), wanted) == 0 ? sorted[low] : NULL;
}

const sk_svg_object *sk_object_with_id(const sk_object_index *index, const char *id) {
    return first_with(index->by_id, index->count, id_of, id);
}

const sk_svg_object *sk_object_of_feature(const sk_object_index *index, const char *feature) {
    return first_with(index->by_feature, index->feature_count, feature_of, feature);
}
