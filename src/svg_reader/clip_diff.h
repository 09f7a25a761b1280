/** What is clipped in one rendering of a figure and not in the other. */
#ifndef STREEKKAART_SVG_READER_CLIP_DIFF_H
#define STREEKKAART_SVG_READER_CLIP_DIFF_H

#include "svg_reader/file/object_index.h"

/** Which layers and objects of the edited figure are clipped otherwise, by index. A layer stands
 * for what lies in it; one whose clip has only gone to all of its objects is not. */
typedef struct {
    const bool *layers, *objects;
    bool released; /* one of them is clipped no longer */
} sk_clip_changes;

/** `old_index` is of `old`. The arena's. */
sk_clip_changes sk_clip_diff(const sk_svg_figure *old, const sk_svg_figure *now,
                             const sk_object_index *old_index, sk_arena *arena);

/** Is a layer, or an object with what it lies in, clipped? */
bool sk_layer_is_clipped(const sk_svg_figure *figure, ptrdiff_t layer);
bool sk_object_is_clipped(const sk_svg_figure *figure, const sk_svg_object *object);

/** Is the shape, which belongs to no object, a clip of `old`, which programs leave where they
 *  release it? */
bool sk_is_released_clip(const sk_svg_figure *old, const sk_svg_piece *shape, double rounding_mm);

#endif
