/** How an object's outline differs from the one that was drawn. */
#ifndef STREEKKAART_SVG_READER_OBJECT_SHAPE_H
#define STREEKKAART_SVG_READER_OBJECT_SHAPE_H

#include "svg_reader/file/svg_figure.h"

/** Coordinates are rounded: less than this is no movement. */
#define SK_UNMOVED_MM 0.02

typedef enum {
    SK_SHAPE_SAME,     /* wherever it stands */
    SK_SHAPE_IN_PARTS, /* its parts stand otherwise to each other */
    SK_SHAPE_TURNED,   /* it is turned or scaled */
    SK_SHAPE_LETTERS,  /* its letters are shapes now */
    SK_SHAPE_LACKING,  /* a shape is gone that looked unlike what is left */
    SK_SHAPE_OTHER,
} sk_shape_difference;

/** What an object's comparison says. */
typedef struct {
    sk_shape_difference difference;
    double most_mm; /* how far the part has moved that moved most */
} sk_shape_change;

/** Compares what is drawn, not how: shapes that a program has merged, texts that it has split, and
 *  arcs that it has made of curves are the same. A movement `with` what it is a part of is none;
 *  neither is one of `rounding_mm`. */
sk_shape_change sk_object_shape_compare(const sk_svg_object *old, const sk_svg_object *now,
                                        sk_page_point with, double rounding_mm, sk_arena *arena);

#endif
