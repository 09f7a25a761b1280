/** What is drawn in another style. */
#ifndef STREEKKAART_SVG_READER_PIECE_STYLES_H
#define STREEKKAART_SVG_READER_PIECE_STYLES_H

#include "svg_reader/file/object_index.h"

typedef struct {
    const char *class_name; /* as it was */
    const sk_svg_object *object;
    const char *changes; /* "fill is #ff0000 instead of #1f9a8c" */
} sk_piece_style;

/** Classes of which all that is drawn with them changed alike, and all else by its object. */
typedef struct {
    const sk_piece_style *classes, *items;
    size_t class_count, count;
} sk_piece_styles;

/** Looks at what things look like, wherever a file says it. `old_index` is of the other figure. */
sk_piece_styles sk_piece_styles_compare(const sk_svg_figure *now, const sk_object_index *old_index,
                                        sk_arena *arena);

#endif
