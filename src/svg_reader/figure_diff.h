/** What changed between two renderings of a figure. */
#ifndef STREEKKAART_SVG_READER_FIGURE_DIFF_H
#define STREEKKAART_SVG_READER_FIGURE_DIFF_H

#include "svg_reader/file/svg_figure.h"

typedef enum {
    SK_CHANGE_RETITLED, /* the figure: its title */
    SK_CHANGE_RESIZED,  /* the page */
    SK_CHANGE_RESTYLED, /* a class, and all that is drawn with it */
    SK_CHANGE_GONE,
    SK_CHANGE_ADDED,
    SK_CHANGE_RENAMED, /* an object: its title, which a reader knows it by */
    SK_CHANGE_SOURCE,
    SK_CHANGE_KIND,
    SK_CHANGE_REWORDED,  /* its text */
    SK_CHANGE_REWRAPPED, /* where the lines of its text end */
    SK_CHANGE_RESHAPED,
    SK_CHANGE_MOVED,
    SK_CHANGE_TURNED, /* or scaled */
    SK_CHANGE_RECOLOURED,
    SK_CHANGE_HIDDEN,
    SK_CHANGE_FADED,     /* its opacity */
    SK_CHANGE_CLIPPED,   /* or clipped no longer */
    SK_CHANGE_REORDERED, /* what it lies above and below, or in which layer */
    SK_CHANGE_COPIED,    /* it is there more than once */
    SK_CHANGE_REDRAWN,   /* more than can be told: the project has changed as well */
} sk_change_kind;

/** As reports call it: "moved". */
const char *sk_change_kind_name(sk_change_kind kind);

/** One change. */
typedef struct {
    sk_change_kind kind;
    const char *id;      /* the object's, or ".zone" for a class; NULL for the whole figure */
    const char *feature; /* the catalogue's id, or NULL */
    const char *words;   /* `zone "Kempen" moved 3.2 mm` */
    double moved_mm;     /* 0 unless it moved */
    sk_role role;        /* the object's; none for a class, a layer or the whole figure */
    bool is_row;         /* it is of the legend or of a table */
    bool movable;        /* a pin can hold it */
} sk_figure_change;

typedef struct {
    const sk_figure_change *items;
    size_t count;
} sk_figure_changes;

/** Is it a row of the legend or of a table? */
bool sk_svg_object_is_row(const sk_svg_object *object);

/** What a reader would call an object: `zone "Kempen"`. The arena's. */
const char *sk_svg_object_called(sk_arena *arena, const sk_svg_object *object);

/** "moved 3.20 mm". The arena's. */
const char *sk_moved_words(double mm, sk_arena *arena);

/** "all of the drawing moved 3.20 mm on its page". The arena's. */
const char *sk_page_shift_words(sk_page_point by, sk_arena *arena);

/** Compares the objects that bear the same id. Changes come in the order of the file: those of the
 *  whole figure, of its classes and layers, what is gone, then what is new or different. `now` is
 * best read by sk_svg_figure_read_like(), which finds what its program spelt otherwise. The
 * arena's. */
sk_figure_changes sk_figure_diff(const sk_svg_figure *old, const sk_svg_figure *now,
                                 sk_arena *arena);

#endif
