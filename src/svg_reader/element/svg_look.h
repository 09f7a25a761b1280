/** What an element looks like, from wherever the file says it: attributes, classes, styles, and
 * those of the groups around it. */
#ifndef STREEKKAART_SVG_READER_ELEMENT_SVG_LOOK_H
#define STREEKKAART_SVG_READER_ELEMENT_SVG_LOOK_H

#include <libxml/tree.h>

#include "streekkaart/memory.h"
#include "svg_reader/element/svg_rules.h"

enum { SK_SVG_LOOK_MAX = 17 };

typedef struct {
    const char
        *values[SK_SVG_LOOK_MAX]; /* of the properties that svg_look.c lists; NULL: default */
    double opacity;               /* of the element and the groups around it, together */
    bool hidden;                  /* it, or a group around it, is not displayed */
    bool clipped;                 /* it, or a group around it, has a clip */
    const char *transform;        /* the element's own, as an attribute or by CSS; or NULL */
    const char *clip_path;        /* likewise */
} sk_svg_look;

/** Of the page, before anything is said. */
sk_svg_look sk_svg_look_default(void);

/** Of `node`, which stands in what looks like `outer`. */
sk_svg_look sk_svg_look_of(const xmlNode *node, const sk_svg_look *outer, const sk_svg_rule *rules,
                           size_t rule_count, sk_arena *arena);

/** The colour that fills it, "#rrggbb" where it is one; "none". The arena's. */
const char *sk_svg_look_fill(const sk_svg_look *look, sk_arena *arena);

/** Does it have a line along its outline? */
bool sk_svg_look_has_line(const sk_svg_look *look);

/** True where nothing of it is seen. */
bool sk_svg_look_is_invisible(const sk_svg_look *look);

/** The share of a line's width that stands before its anchor. */
double sk_svg_look_anchor(const sk_svg_look *look);

/** As CSS declarations that are the same for the same looks, whatever the file's spelling was;
 *  lengths in points, `points` of them a unit. The arena's. */
const char *sk_svg_look_text(const sk_svg_look *look, bool is_text, double points, sk_arena *arena);

#endif
