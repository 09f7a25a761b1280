#include "cli/arguments/page_size.h"

#include <string.h>

#include "base/length.h"
#include "base/number.h"
#include "streekkaart/geometry.h"

/* ISO 216, and ANSI/ASME Y14.1 with what American offices have beside it, standing. */
static const struct {
    const char *name;
    double width_mm, height_mm;
} sheets[] = {{"a0", 841, 1189},        {"a1", 594, 841},         {"a2", 420, 594},
              {"a3", 297, 420},         {"a4", 210, 297},         {"a5", 148, 210},
              {"a6", 105, 148},         {"letter", 215.9, 279.4}, {"legal", 215.9, 355.6},
              {"tabloid", 279.4, 431.8}};
enum { SHEET_COUNT = sizeof sheets / sizeof *sheets };

static const struct {
    const char *suffix;
    bool lying, either_way;
} turns[] = {{"", false, true}, {"-portrait", false, false}, {"-landscape", true, false}};

const char *sk_page_size_name(size_t index) {
    return index < SHEET_COUNT ? sheets[index].name : NULL;
}

static bool parse_name(const char *text, sk_page_size *out) {
    for (size_t i = 0; i < SHEET_COUNT; i++) {
        size_t length = strlen(sheets[i].name);
        if (strncmp(text, sheets[i].name, length) != 0) continue;
        for (size_t k = 0; k < sizeof turns / sizeof turns[0]; k++) {
            if (strcmp(text + length, turns[k].suffix) != 0) continue;
            double width = sheets[i].width_mm, height = sheets[i].height_mm;
            *out = (sk_page_size){turns[k].lying ? height : width, turns[k].lying ? width : height,
                                  turns[k].either_way};
            return true;
        }
    }
    return false;
}

static bool parse_length(const char *text, double *mm) {
    return sk_length_parse(text, strlen(text), mm) == SK_OK && *mm >= SK_PAGE_LEAST_MM &&
           *mm <= SK_PAGE_MOST_MM;
}

/* "180" of "180x120mm" has the unit of what follows. */
static const char *with_unit(const char *width, const char *height, sk_arena *arena) {
    double number;
    if (!sk_number_parse(width, &number)) return width;
    return sk_arena_printf(arena, "%s%s", width,
                           height + sk_number_scan(height, strlen(height), &number));
}

/* In small letters, without spaces. */
static const char *plain(const char *text, sk_arena *arena) {
    char *copy = sk_arena_string(arena, text), *end = copy;
    for (; *text != '\0'; text++)
        if (*text != ' ') *end++ = *text >= 'A' && *text <= 'Z' ? (char)(*text - 'A' + 'a') : *text;
    *end = '\0';
    return copy;
}

bool sk_page_size_parse(const char *text, sk_arena *arena, sk_page_size *out) {
    *out = (sk_page_size){0};
    text = plain(text, arena);
    if (parse_name(text, out)) return true;
    const char *by = strchr(text, 'x');
    if (by == NULL) return parse_length(text, &out->width_mm);
    const char *width = sk_arena_string_n(arena, text, (size_t)(by - text));
    return parse_length(by + 1, &out->height_mm) &&
           parse_length(with_unit(width, by + 1, arena), &out->width_mm);
}

sk_suggestion sk_page_size_suggestion(const char *text, sk_arena *arena) {
    sk_suggestion suggestion = sk_suggestion_for(plain(text, arena));
    bool has_digit = strpbrk(text, "0123456789") != NULL;
    for (size_t i = 0; i < SHEET_COUNT; i++)
        for (size_t k = 0; k < sizeof turns / sizeof *turns; k++) {
            const char *name = sk_arena_printf(arena, "%s%s", sheets[i].name, turns[k].suffix);
            /* nobody says whether "9mm" or "b4" was meant to be "a4" */
            bool tells = strlen(name) > 2 && (strpbrk(name, "0123456789") != NULL) == has_digit;
            if (tells) sk_suggestion_consider(&suggestion, name);
        }
    return suggestion;
}
