/** One element of a drawing. */
#ifndef STREEKKAART_SVG_READER_ELEMENT_SVG_PIECE_H
#define STREEKKAART_SVG_READER_ELEMENT_SVG_PIECE_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/geometry.h"
#include "streekkaart/memory.h"
#include "svg_reader/element/svg_transform.h"

typedef enum { SK_SVG_PATH, SK_SVG_CIRCLE, SK_SVG_TEXT } sk_svg_element;

/** One element of an object. */
typedef struct {
    sk_svg_element element;
    const char *class_name; /* "" for none */
    const char *look;       /* see svg_look.h */
    const char *form;       /* what it looks like, wherever it stands; of a text nothing */
    const char *text;       /* a text's lines, a line end between them; else NULL */
    bool is_halo;           /* a text that only its stroke shows */
    bool hidden;            /* it is there and not seen */
    bool clipped;           /* by a clip other than its layer's */
    double opacity;
    const sk_page_point *points; /* of a path, whose commands are its form; of a text the anchor of
                                    each line; after all transforms */
    size_t point_count;
    double anchor;           /* the share of a line's width that stands before its anchor */
    const double *widths_mm; /* of a text's lines, where the file tells */
    size_t width_count;
    sk_page_point at;         /* its centre, its anchor or its first point, after all transforms */
    sk_svg_transform through; /* those transforms, and the page's scale: to millimetres */
    size_t line_count;        /* of a text; 0 for one that runs along a path */
    bool has_drawn_at;        /* this program noted, when it drew it, */
    sk_page_point drawn_at;   /* that it stood there */
} sk_svg_piece;

#endif
