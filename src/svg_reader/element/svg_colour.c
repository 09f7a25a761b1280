#include "svg_reader/element/svg_colour.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "svg_reader/element/svg_transform.h"

/* The names that are shorter than their numbers, which programs write that make files small, and
 * those that people write. CSS Color 3, section 4.3. */
static const char *const names[][2] = {
    {"aqua", "#00ffff"},   {"azure", "#f0ffff"},   {"beige", "#f5f5dc"},  {"bisque", "#ffe4c4"},
    {"black", "#000000"},  {"blue", "#0000ff"},    {"brown", "#a52a2a"},  {"coral", "#ff7f50"},
    {"cyan", "#00ffff"},   {"fuchsia", "#ff00ff"}, {"gold", "#ffd700"},   {"gray", "#808080"},
    {"green", "#008000"},  {"grey", "#808080"},    {"indigo", "#4b0082"}, {"ivory", "#fffff0"},
    {"khaki", "#f0e68c"},  {"lime", "#00ff00"},    {"linen", "#faf0e6"},  {"magenta", "#ff00ff"},
    {"maroon", "#800000"}, {"navy", "#000080"},    {"olive", "#808000"},  {"orange", "#ffa500"},
    {"orchid", "#da70d6"}, {"peru", "#cd853f"},    {"pink", "#ffc0cb"},   {"plum", "#dda0dd"},
    {"purple", "#800080"}, {"red", "#ff0000"},     {"salmon", "#fa8072"}, {"sienna", "#a0522d"},
    {"silver", "#c0c0c0"}, {"snow", "#fffafa"},    {"tan", "#d2b48c"},    {"teal", "#008080"},
    {"tomato", "#ff6347"}, {"violet", "#ee82ee"},  {"wheat", "#f5deb3"},  {"white", "#ffffff"},
    {"yellow", "#ffff00"},
};

static bool is_hexadecimal(const char *text) {
    return strspn(text, "0123456789abcdef") == strlen(text);
}

/* The three parts of rgb(...), in numbers to 255 or in hundredths. */
static const char *of_parts(const char *at, const char *otherwise, sk_arena *arena) {
    unsigned parts[3];
    for (size_t i = 0; i < 3; i++) {
        double number;
        if (!sk_svg_number_scan(&at, &number)) return otherwise;
        if (*at == '%') at++, number *= 2.55;
        parts[i] = (unsigned)lround(fmin(fmax(number, 0), 255));
    }
    at += strspn(at, " ");
    if (*at != ')') return otherwise;
    return sk_arena_printf(arena, "#%02x%02x%02x", parts[0], parts[1], parts[2]);
}

const char *sk_svg_colour(const char *text, sk_arena *arena) {
    char *low = sk_arena_string(arena, text);
    for (char *c = low; *c != '\0'; c++) *c = (char)tolower((unsigned char)*c);
    if (low[0] == '#' && strlen(low) == 4 && is_hexadecimal(low + 1))
        return sk_arena_printf(arena, "#%c%c%c%c%c%c", low[1], low[1], low[2], low[2], low[3],
                               low[3]);
    if (strncmp(low, "rgb(", 4) == 0) return of_parts(low + 4, low, arena);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i][0], low) == 0) return names[i][1];
    return low;
}
