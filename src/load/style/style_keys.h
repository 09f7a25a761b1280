/** What a style may say: a row for each key. A new key is a new row in style_keys.c. */
#ifndef STREEKKAART_LOAD_STYLE_STYLE_KEYS_H
#define STREEKKAART_LOAD_STYLE_STYLE_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/memory.h"
#include "streekkaart/style_sheet.h"

typedef enum {
    SK_STYLE_LENGTH,     /* double, millimetres: 0 to 200 */
    SK_STYLE_SIZE,       /* double, millimetres: more than 0, up to 200 */
    SK_STYLE_PAGE_SIZE,  /* double, millimetres: what a page may be, 10 to 2000 */
    SK_STYLE_SPACING,    /* double, millimetres: -10 to 10 */
    SK_STYLE_LINE_WIDTH, /* double, millimetres: 0, or wide enough to print, up to 20 */
    SK_STYLE_TEXT_SIZE,  /* double, millimetres: large enough to read, up to 144 pt */
    SK_STYLE_DASH,       /* double[SK_DASH_MAX]; the count stands behind it */
    SK_STYLE_NUMBER,     /* double: 0 to 10 */
    SK_STYLE_COUNT,      /* int: 0 to 1000 */
    SK_STYLE_WEIGHT,     /* int: 100 to 900 */
    SK_STYLE_FLAG,       /* bool */
    SK_STYLE_STRING,     /* char[] */
    SK_STYLE_CRS,        /* char[]: the project's CRS, or another one in metres */
    SK_STYLE_COLOUR,     /* sk_colour */
    SK_STYLE_HALO,       /* sk_colour; whether it is to be the ground's stands behind it */
    SK_STYLE_PALETTE,    /* sk_palette */
    SK_STYLE_PLACE,      /* sk_furniture_place */
    SK_STYLE_STROKE,     /* sk_stroke: an object, see sk_style_parts() */
    SK_STYLE_TEXT,       /* sk_text_style: likewise */
} sk_style_kind;

typedef struct {
    const char *path; /* "marker.diameter" */
    sk_style_kind kind;
    size_t offset, size; /* in sk_style_sheet; in sk_stroke or sk_text_style for a part */
    bool required;       /* in a style that extends none */
    const char *help;
} sk_style_key;

typedef struct {
    const sk_style_key *items;
    size_t count;
} sk_style_key_list;

/** The most parts that a key has. */
enum { SK_STYLE_PARTS_MAX = 8 };

/** All keys of a style, in the order of its struct; last those of sk_style_kind_keys(). */
sk_style_key_list sk_style_keys(const sk_style_sheet *style, sk_arena *arena);

/** The keys of its kinds of links and its classes of zones. */
sk_style_key_list sk_style_kind_keys(const sk_style_sheet *style, sk_arena *arena);

/** The keys of the object that a key of this kind holds; none for a kind that is no object. */
sk_style_key_list sk_style_parts(sk_style_kind kind);

#endif
