/** How an object's outline differs from the one that was drawn. */
#ifndef STREEKKAART_SVG_READER_OBJECT_SHAPE_H
#define STREEKKAART_SVG_READER_OBJECT_SHAPE_H

#include "svg_reader/file/svg_figure.h"

/** Coordinates are rounded: less than this is no movement. */
#define SK_UNMOVED_MM 0.02

typedef enum {
    SK_SHAPE_SAME,     /* wherever it stands */
    SK_SHAPE_IN_PARTS, /* its parts stand otherwise to each other */
    SK_SHAPE_TURNED,   /* its letters are turned or scaled */
    SK_SHAPE_LETTERS,  /* its letters are shapes now */
    SK_SHAPE_OTHER,
} sk_shape_difference;

/** Compares what is drawn, not how: shapes that a program has merged, texts that it has split, and
 *  arcs that it has made of curves are the same. `by` is how far the first part has moved, *most
 * how far the part is that moved most beyond `with`. */
sk_shape_difference sk_object_shape_compare(const sk_svg_object *old, const sk_svg_object *now,
                                            sk_page_point with, sk_arena *arena, sk_page_point *by,
                                            double *most);

#endif
