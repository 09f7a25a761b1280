/** What changed between two renderings of a figure. */
#ifndef STREEKKAART_SVG_READER_FIGURE_DIFF_H
#define STREEKKAART_SVG_READER_FIGURE_DIFF_H

#include "svg_reader/svg_figure.h"

/** Coordinates are rounded: less than this is no movement. */
#define SK_UNMOVED_MM 0.02

/** One change. */
typedef struct {
    const char *kind;    /* "added", "gone", "moved", "renamed", "recoloured", "reshaped" ... */
    const char *id;      /* the object's, or ".zone" for a class; NULL for the whole figure */
    const char *feature; /* the catalogue's id, or NULL */
    const char *words;   /* `zone "Kempen" moved 3.2 mm` */
    double moved_mm;     /* 0 unless it moved */
} sk_figure_change;

typedef struct {
    const sk_figure_change *items;
    size_t count;
} sk_figure_changes;

/** What a reader would call an object: `zone "Kempen"`. The arena's. */
const char *sk_svg_object_called(sk_arena *arena, const sk_svg_object *object);

/** Compares the objects that bear the same id. Changes come in the order of the file: those of the
 *  whole figure, of its classes, what is gone, then what is new or different. The arena's. */
sk_figure_changes sk_figure_diff(const sk_svg_figure *old, const sk_svg_figure *now,
                                 sk_arena *arena);

#endif
