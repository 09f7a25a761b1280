/** The classes of an SVG of ours. */
#ifndef STREEKKAART_SVG_READER_ELEMENT_SVG_RULES_H
#define STREEKKAART_SVG_READER_ELEMENT_SVG_RULES_H

#include <stddef.h>

#include "streekkaart/memory.h"

/** A class and what it says. */
typedef struct {
    const char *name, *declarations;
} sk_svg_rule;

/** The rules for single classes (`.zone{...}`) in a style sheet; others are passed over. The
 *  arena's. */
const sk_svg_rule *sk_svg_rules_read(const char *css, sk_arena *arena, size_t *count);

#endif
