/** The colours of a style by their keys, and what tells two of them apart. */
#ifndef STREEKKAART_TESTS_STYLE_COLOURS_H
#define STREEKKAART_TESTS_STYLE_COLOURS_H

#include "streekkaart/style_sheet.h"
#include "tools/colour_sight.h"

/** A fill, or a line. */
typedef struct {
    sk_colour colour;        /* on the home province, where it is translucent */
    const sk_stroke *stroke; /* of a line; lent by the style */
    bool is_pattern;         /* lines all over an area */
} style_sign;

/** False when the style has no fill and no line of that key: "sea", "border.part". */
bool style_sign_find(const sk_style_sheet *style, const char *key, style_sign *sign);

/** The least CIEDE2000 at which colours are told apart (tests/study/palette.txt says of what). */
#define STYLE_TOLD_APART 15.0

enum { STYLE_MEANS_MAX = 64 };

typedef struct {
    double differences[SIGHT_COUNT];
    char told_by[STYLE_MEANS_MAX]; /* "colour", or what else where that isn't enough; or "" */
} style_judgement;

/** How two signs are told apart. `means` are what else may do so than colour, with blanks between,
 *  and does where the style is so: "dash" (one is dashed, the other not or otherwise), "pattern",
 *  "weight" (one is 2.5 times as wide), or a key: a line that lies between the two and differs
 *  enough from either. */
style_judgement style_signs_judge(const sk_style_sheet *style, const char *one, const char *other,
                                  const char *means);

#endif
