#include "load/files/cell_text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* The blanks that break a line or lead to the next tab stop, and those that do not. */
static const char *const breaks[] = {"\t",       "\n",           "\v",           "\f", "\r",
                                     "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", NULL};
static const char *const spaces[] = {" ",
                                     "\xC2\xA0",
                                     "\xE1\x9A\x80",
                                     "\xE1\xA0\x8E",
                                     "\xE2\x80\x80",
                                     "\xE2\x80\x81",
                                     "\xE2\x80\x82",
                                     "\xE2\x80\x83",
                                     "\xE2\x80\x84",
                                     "\xE2\x80\x85",
                                     "\xE2\x80\x86",
                                     "\xE2\x80\x87",
                                     "\xE2\x80\x88",
                                     "\xE2\x80\x89",
                                     "\xE2\x80\x8A",
                                     "\xE2\x80\x8B",
                                     "\xE2\x80\xAF",
                                     "\xE2\x81\x9F",
                                     "\xE2\x81\xA0",
                                     "\xE3\x80\x80",
                                     "\xEF\xBB\xBF",
                                     NULL};

/* Most of a text is of such characters, which no blank begins or ends with. */
static bool is_letter(char c) {
    return c > ' ' && c < 0x7f;
}

/* The length of the one of `list` that the text begins with, or ends with; 0 when there is none. */
static size_t match(const char *const *list, const char *text, size_t length, bool at_end) {
    if (length > 0 && is_letter(at_end ? text[length - 1] : text[0])) return 0;
    for (; *list != NULL; list++) {
        size_t size = strlen(*list);
        if (size > length) continue;
        if (memcmp(at_end ? text + length - size : text, *list, size) == 0) return size;
    }
    return 0;
}

static size_t blank(const char *text, size_t length, bool at_end) {
    size_t size = match(breaks, text, length, at_end);
    return size > 0 ? size : match(spaces, text, length, at_end);
}

/* The length of the run of plain spaces and breaks that begins the text; 0 when none breaks. */
static size_t breaking_run(const char *text, size_t length) {
    size_t run = 0;
    bool broken = false;
    while (run < length) {
        size_t size = match(breaks, text + run, length - run, false);
        if (size > 0) broken = true;
        if (size == 0 && text[run] == ' ') size = 1;
        if (size == 0) break;
        run += size;
    }
    return broken ? run : 0;
}

const char *sk_cell_text(sk_arena *arena, const char *bytes, size_t length) {
    for (size_t size; (size = blank(bytes, length, false)) > 0;) bytes += size, length -= size;
    for (size_t size; (size = blank(bytes, length, true)) > 0;) length -= size;
    if (length == 0) return NULL;
    char *text = sk_arena_string_n(arena, bytes, length), *end = text;
    for (size_t at = 0; at < length;) {
        size_t run = breaking_run(bytes + at, length - at);
        *end++ = run > 0 ? ' ' : bytes[at];
        at += run > 0 ? run : 1;
    }
    *end = '\0';
    return text;
}

/* The length of the character that begins at `bytes`; 0 when it is none of UTF-8, or NUL. */
static size_t character_length(const unsigned char *bytes, size_t length) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = bytes[0];
    if (first < 0x80) return first == 0 ? 0 : 1;
    size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || size > length) return 0;
    uint32_t value = first & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xC0) != 0x80) return 0;
        value = value << 6 | (bytes[i] & 0x3Fu);
    }
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value < least[size] || value > 0x10FFFF || surrogate ? 0 : size;
}

size_t sk_utf8_length(const char *bytes, size_t length) {
    size_t at = 0;
    while (at < length) {
        size_t size = character_length((const unsigned char *)bytes + at, length - at);
        if (size == 0) break;
        at += size;
    }
    return at;
}
