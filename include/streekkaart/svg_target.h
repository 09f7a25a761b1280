/** The programs that an SVG can be written for, a row each. */
#ifndef STREEKKAART_SVG_TARGET_H
#define STREEKKAART_SVG_TARGET_H

#include <stdbool.h>

/** A program that an SVG can be written for, and what it needs. */
typedef struct {
    const char *name, *summary;
    bool halo_apart;          /* a text under the text: the program knows no paint-order */
    bool text_as_outlines;    /* for who has not the font */
    bool layer_ids_are_names; /* the program shows a layer's id, not its label */
    bool embeds_font;
    bool style_attributes; /* each element says itself what its class says: for importers that know
                              no classes, and paint everything black */
    bool no_classes;       /* it says so instead of having a class */
    bool accessible; /* roles and a description for screen readers; points link to their rows */
} sk_svg_target;

/** All of them, ended by one without a name; the first is the default. */
const sk_svg_target *sk_svg_targets(void);
/** The target of that name, or NULL. */
const sk_svg_target *sk_svg_target_find(const char *name);

#endif
