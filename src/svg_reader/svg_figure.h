/** A figure read back from an SVG that this program wrote, touched up or not. */
#ifndef STREEKKAART_SVG_READER_SVG_FIGURE_H
#define STREEKKAART_SVG_READER_SVG_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/geometry.h"
#include "streekkaart/memory.h"
#include "streekkaart/scene.h"
#include "streekkaart/status.h"
#include "svg_reader/svg_transform.h"

typedef enum { SK_SVG_PATH, SK_SVG_CIRCLE, SK_SVG_TEXT } sk_svg_element;

/** One element of an object. */
typedef struct {
    sk_svg_element element;
    const char *style; /* its class, or its declarations where it has none */
    const char *form;  /* what it looks like, wherever it stands; of a text its attributes */
    const char *text;  /* a text's lines, a line end between them; else NULL */
    const sk_page_point *points; /* of a path, whose commands are its form, after all transforms */
    size_t point_count;
    sk_page_point at;         /* its centre, its anchor or its first point, after all transforms */
    sk_svg_transform through; /* those transforms; e and f in the file's units */
    size_t line_count;        /* of a text; 0 for one that runs along a path */
    bool has_drawn_at;        /* this program noted, when it drew it, */
    sk_page_point drawn_at;   /* that it stood there */
} sk_svg_piece;

/** A group that has an id: a feature, a label, a piece of furniture, a row of the legend. */
typedef struct {
    const char *id;
    const char *item; /* what pins call it: the id, where that needed no change to be one */
    sk_role role;     /* none for a row of the legend */
    const char *feature, *kind, *source, *title; /* NULL where the file has none */
    const sk_svg_piece *pieces;                  /* without those of objects inside it */
    size_t piece_count;
    ptrdiff_t inside;  /* index of the object that it is a part of; -1: none */
    bool movable;      /* a pin can hold it, */
    sk_page_point pin; /* and this one would have where it was drawn: dx, dy */
} sk_svg_object;

/** A class and what it says. */
typedef struct {
    const char *name, *declarations;
} sk_svg_rule;

typedef struct {
    const char *title, *target; /* the target's name */
    double width_mm, height_mm;
    const char *language;
    int figure;     /* its number; 0 where the file does not say */
    int sheet_page; /* the page of the figure's annex sheet that this is; 0: the figure itself */
    const sk_svg_object *objects; /* in the file's order */
    size_t object_count;
    const sk_svg_rule *rules;
    size_t rule_count;
} sk_svg_figure;

enum { SK_SVG_BYTES_MAX = 16 << 20 };

/** Reads a figure from `length` bytes; nothing else is opened, whatever they refer to. `file` is
 *  only for diagnostics. SK_OK: *out is in `arena`. SK_ERR_DATA: they are no XML, or no SVG of this
 *  program's. */
SK_CHECKED sk_status sk_svg_figure_read(const char *bytes, size_t length, const char *file,
                                        sk_arena *arena, sk_diag *diag, sk_svg_figure *out);

#endif
