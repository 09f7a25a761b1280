/** Finds the objects of a figure by id or by feature. */
#ifndef STREEKKAART_SVG_READER_FILE_OBJECT_INDEX_H
#define STREEKKAART_SVG_READER_FILE_OBJECT_INDEX_H

#include "svg_reader/file/svg_figure.h"

typedef struct {
    const sk_svg_object **by_id, **by_feature; /* sorted, then in the file's order */
    size_t count, feature_count;
} sk_object_index;

sk_object_index sk_object_index_create(const sk_svg_figure *figure, sk_arena *arena);
/** The object with that id, or NULL. */
const sk_svg_object *sk_object_with_id(const sk_object_index *index, const char *id);
/** The first object of that feature, or NULL. */
const sk_svg_object *sk_object_of_feature(const sk_object_index *index, const char *feature);

#endif
