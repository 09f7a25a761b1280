/** How things look: colours, lines and text. Lengths are millimetres on paper. */
#ifndef STREEKKAART_GRAPHIC_STYLE_H
#define STREEKKAART_GRAPHIC_STYLE_H

#include <stdbool.h>
#include <stddef.h>

enum { SK_DASH_MAX = 4 };

/** How much of each ink covers the paper, from 0 to 1. */
typedef struct {
    double cyan, magenta, yellow, black;
} sk_ink;

/** sRGB, each part from 0 to 1; alpha 1 is opaque. */
typedef struct {
    double red, green, blue, alpha;
    bool has_ink; /* in print it is `ink`, whatever the profile would make of it */
    sk_ink ink;
} sk_colour;

/** Are they the same, on a screen and in print? */
static inline bool sk_colour_equal(const sk_colour *a, const sk_colour *b) {
    bool seen =
        a->red == b->red && a->green == b->green && a->blue == b->blue && a->alpha == b->alpha;
    bool printed = a->has_ink == b->has_ink;
    if (printed && a->has_ink)
        printed = a->ink.cyan == b->ink.cyan && a->ink.magenta == b->ink.magenta &&
                  a->ink.yellow == b->ink.yellow && a->ink.black == b->ink.black;
    return seen && printed;
}

/** How a line is drawn. */
typedef struct {
    sk_colour colour;
    double width_mm; /* 0: no line */
    double dash_mm[SK_DASH_MAX];
    size_t dash_count; /* 0: solid */
} sk_stroke;

/** From the beginning of a dash to that of the first one that repeats it, in millimetres; 0: solid.
 */
static inline double sk_dash_period(const sk_stroke *stroke) {
    double period_mm = 0;
    for (size_t i = 0; i < stroke->dash_count; i++) period_mm += stroke->dash_mm[i];
    return period_mm;
}

/** How letters look. */
typedef struct {
    double size_mm;
    int weight; /* as in CSS: 400 regular, 700 bold */
    bool italic;
    double tracking_mm; /* added after each character */
    sk_colour colour;
    sk_colour halo;
    bool halo_of_ground; /* `halo` is to be the colour of what the text will lie on; none till then
                          */
    double halo_mm;      /* how far the halo reaches beyond a letter; 0: none */
    double leading; /* from one baseline to the next, as a part of the size; 0: SK_LEADING_USUAL */
} sk_text_style;

/** The leading of a text that is given none: that of a name on the map, whose lines stand close. */
#define SK_LEADING_USUAL 1.15

/** From one baseline to the next, in millimetres. */
static inline double sk_line_spacing(const sk_text_style *style) {
    return style->size_mm * (style->leading > 0 ? style->leading : SK_LEADING_USUAL);
}

#endif
