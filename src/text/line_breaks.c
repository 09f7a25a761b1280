#include "text/line_breaks.h"

#include <string.h>

bool sk_line_break_is_dash(const char *word, size_t length) {
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "/"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strlen(dashes[i]) == length && strncmp(dashes[i], word, length) == 0) return true;
    return false;
}

static bool ends_word(char c) {
    return c == '\0' || c == ' ' || c == '-' || c == '/' || c == '(' || c == ')';
}

bool sk_line_break_in_word(const char *text, size_t begin, size_t at, size_t least) {
    if (text[at - 1] != '-' && text[at - 1] != '/') return false;
    if (at < begin + least + 1) return false;
    for (size_t i = at; i < at + least; i++)
        if (ends_word(text[i])) return false;
    return true;
}

double sk_line_part_width(sk_typesetter *typesetter, const sk_text_style *style, const char *text,
                          size_t begin, size_t end, sk_arena *scratch) {
    const char *part = sk_arena_string_n(scratch, text + begin, end - begin);
    return sk_typesetter_measure(typesetter, part, style).width_mm;
}
