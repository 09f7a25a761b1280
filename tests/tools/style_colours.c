#include "tools/style_colours.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "load/style/style_keys.h"

static bool find_in(sk_style_key_list keys, const sk_style_sheet *style, const char *key,
                    style_sign *sign) {
    for (size_t i = 0; i < keys.count; i++) {
        const void *field = (const char *)style + keys.items[i].offset;
        if (strcmp(keys.items[i].path, key) != 0) continue;
        bool is_line = keys.items[i].kind == SK_STYLE_STROKE;
        if (!is_line && keys.items[i].kind != SK_STYLE_COLOUR) return false;
        *sign = (style_sign){.stroke = is_line ? field : NULL,
                             .is_pattern = strcmp(key, "zone.hatch") == 0};
        sk_colour colour = is_line ? sign->stroke->colour : *(const sk_colour *)field;
        sign->colour = colour_over(colour, style->home);
        return true;
    }
    return false;
}

bool style_sign_find(const sk_style_sheet *style, const char *key, style_sign *sign) {
    sk_arena *arena = sk_arena_create();
    bool found = find_in(sk_style_keys(style, arena), style, key, sign);
    sk_arena_free(arena);
    return found;
}

static bool colour_tells(sk_colour a, sk_colour b) {
    for (int i = 0; i < SIGHT_COUNT; i++)
        if (colour_difference(a, b, (colour_sight)i) < STYLE_TOLD_APART) return false;
    return true;
}

static bool dash_tells(const sk_stroke *a, const sk_stroke *b) {
    const double much = 2; /* times as long */
    if (a == NULL || b == NULL) return false;
    if (a->dash_count != b->dash_count) return true;
    if (a->dash_count == 0) return false;
    return fmax(a->dash_mm[0], b->dash_mm[0]) >= much * fmin(a->dash_mm[0], b->dash_mm[0]);
}

static bool weight_tells(const sk_stroke *a, const sk_stroke *b) {
    const double much = 2.5; /* times as wide */
    if (a == NULL || b == NULL) return false;
    return fmax(a->width_mm, b->width_mm) >= much * fmin(a->width_mm, b->width_mm);
}

static bool line_between_tells(const sk_style_sheet *style, const char *key, const style_sign *a,
                               const style_sign *b) {
    style_sign line;
    return style_sign_find(style, key, &line) && line.stroke != NULL && line.stroke->width_mm > 0 &&
           colour_tells(line.colour, a->colour) && colour_tells(line.colour, b->colour);
}

static bool tells(const sk_style_sheet *style, const char *means, const style_sign *a,
                  const style_sign *b) {
    if (strcmp(means, "dash") == 0) return dash_tells(a->stroke, b->stroke);
    if (strcmp(means, "weight") == 0) return weight_tells(a->stroke, b->stroke);
    if (strcmp(means, "pattern") == 0) return a->is_pattern != b->is_pattern;
    return line_between_tells(style, means, a, b);
}

/* The first of the words of `means` that tells the two apart, in `word`. */
static bool find_means(const sk_style_sheet *style, const char *means, const style_sign *a,
                       const style_sign *b, char word[STYLE_MEANS_MAX]) {
    for (size_t length; *means != '\0'; means += length) {
        means += strspn(means, " ");
        length = strcspn(means, " ");
        snprintf(word, STYLE_MEANS_MAX, "%.*s", (int)length, means);
        if (length > 0 && tells(style, word, a, b)) return true;
    }
    return false;
}

style_judgement style_signs_judge(const sk_style_sheet *style, const char *one, const char *other,
                                  const char *means) {
    style_judgement judgement = {.told_by = ""};
    style_sign a, b;
    if (!style_sign_find(style, one, &a) || !style_sign_find(style, other, &b)) return judgement;
    for (int i = 0; i < SIGHT_COUNT; i++)
        judgement.differences[i] = colour_difference(a.colour, b.colour, (colour_sight)i);
    if (colour_tells(a.colour, b.colour))
        snprintf(judgement.told_by, sizeof judgement.told_by, "colour");
    else if (!find_means(style, means, &a, &b, judgement.told_by))
        judgement.told_by[0] = '\0';
    return judgement;
}
