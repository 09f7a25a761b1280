/** A figure read back from an SVG that this program wrote, touched up or not. */
#ifndef STREEKKAART_SVG_READER_FILE_SVG_FIGURE_H
#define STREEKKAART_SVG_READER_FILE_SVG_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/scene.h"
#include "streekkaart/status.h"
#include "svg_reader/element/svg_piece.h"

/** A group that has an id: a feature, a label, a piece of furniture, a row of the legend. */
typedef struct {
    const char *id;
    const char *item; /* what pins call it: the id, where that needed no change to be one */
    sk_role role;     /* none for a row of the legend */
    const char *feature, *kind, *source, *title; /* NULL where the file has none */
    const sk_svg_piece *pieces;                  /* without those of objects inside it */
    size_t piece_count;
    ptrdiff_t inside;  /* index of the object that it is a part of; -1: none */
    ptrdiff_t layer;   /* index of the layer that it lies in; -1: none */
    bool movable;      /* a pin can hold it, */
    sk_page_point pin; /* and this one would have where it was drawn: dx, dy */
} sk_svg_object;

/** A layer. */
typedef struct {
    const char *id;
    const char *label; /* as its program shows it; NULL where the file does not say */
    bool hidden, clipped;
    double opacity;
} sk_svg_layer;

typedef struct {
    const char *title, *target; /* the target's name */
    double width_mm, height_mm;
    const char *language; /* "" where the file does not say */
    int figure;           /* its number; 0 where the file does not say */
    int sheet_page; /* the page of the figure's annex sheet that this is; 0: the figure itself */
    const sk_svg_object *objects; /* in the file's order */
    size_t object_count;
    const sk_svg_layer *layers; /* from the back */
    size_t layer_count;
    const char *const *copies; /* ids of what is there more than once, for each further time */
    size_t copy_count;
    const sk_svg_piece *strays; /* what is drawn and belongs to no object */
    size_t stray_count;
    const sk_svg_piece *clips; /* the shapes that clip something */
    size_t clip_count;
    bool has_notes;     /* it says itself where things stood when they were drawn */
    double enlarged;    /* how much larger than it was drawn; all that is said here is as if not */
    double rounding_mm; /* how far its program's rounding may have moved things */
} sk_svg_figure;

enum { SK_SVG_BYTES_MAX = 16 << 20 };

/** Reads a figure from `length` bytes; nothing else is opened, whatever they refer to. `file` is
 *  only for diagnostics. SK_OK: *out is in `arena`. SK_ERR_DATA: they are no XML, or no SVG of this
 *  program's. */
SK_CHECKED sk_status sk_svg_figure_read(const char *bytes, size_t length, const char *file,
                                        sk_arena *arena, sk_diag *diag, sk_svg_figure *out);

/** Reads an edition of `drawn`, whichever program saved it: what that took off (titles, roles,
 * places, ids that were spelt otherwise, the page's size) is as in `drawn`, and ids are those of
 * `drawn`. Anything that is an SVG can be read so. *out refers to what `drawn` holds. */
SK_CHECKED sk_status sk_svg_figure_read_like(const sk_svg_figure *drawn, const char *bytes,
                                             size_t length, const char *file, sk_arena *arena,
                                             sk_diag *diag, sk_svg_figure *out);

#endif
