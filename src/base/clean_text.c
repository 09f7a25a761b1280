#include "base/clean_text.h"

#include <stdio.h>
#include <string.h>

static const char REPLACEMENT[] = "\xEF\xBF\xBD"; /* U+FFFD */
enum { REPLACEMENT_LENGTH = sizeof REPLACEMENT - 1 };

/* The terminating NUL is no continuation byte, so nothing behind it is ever read. */
size_t sk_text_decode(const unsigned char *bytes, uint32_t *character) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = bytes[0];
    if (first < 0x80) {
        *character = first;
        return 1;
    }
    size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4) return 0;
    uint32_t value = first & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80) return 0;
        value = value << 6 | (bytes[i] & 0x3Fu);
    }
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < least[length] || value > 0x10FFFF || surrogate) return 0;
    *character = value;
    return length;
}

static bool separates(uint32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool forbidden(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c & 0xFFFE) == 0xFFFE;
}

/* A hyphen that ends no line looks like any other, which more fonts have. */
static const uint32_t firm_hyphen = 0x2011;
static const char HYPHEN[] = "\xE2\x80\x90"; /* U+2010: no line ends at it either */

bool sk_text_is_clean(const char *text) {
    const unsigned char *bytes = (const unsigned char *)text;
    while (*bytes != 0) {
        uint32_t c = 0;
        size_t length = sk_text_decode(bytes, &c);
        if (length == 0 || separates(c) || forbidden(c) || c == firm_hyphen) return false;
        bytes += length;
    }
    return true;
}

char *sk_text_clean(sk_arena *arena, const char *text) {
    if (text == NULL || sk_text_is_clean(text)) return sk_arena_string(arena, text);
    /* A single byte can become a replacement of three. */
    char *copy = SK_NEW_ARRAY(arena, char, strlen(text) * REPLACEMENT_LENGTH + 1);
    char *end = copy;
    const unsigned char *bytes = (const unsigned char *)text;
    while (*bytes != 0) {
        uint32_t c = 0;
        size_t length = sk_text_decode(bytes, &c);
        if (length != 0 && separates(c)) {
            *end++ = ' ';
        } else if (length == 0 || forbidden(c)) {
            memcpy(end, REPLACEMENT, REPLACEMENT_LENGTH);
            end += REPLACEMENT_LENGTH;
        } else {
            memcpy(end, c == firm_hyphen ? HYPHEN : (const char *)bytes, length);
            end += length;
        }
        bytes += length == 0 ? 1 : length;
    }
    *end = '\0';
    return copy;
}

bool sk_text_steers(uint32_t c) {
    bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    bool direction = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                     (c >= 0x2066 && c <= 0x2069);
    return control || direction || c == 0x2028 || c == 0x2029;
}

char *sk_text_shown(sk_arena *arena, const char *text) {
    enum { ESCAPE_MAX = 6 };
    char *copy = SK_NEW_ARRAY(arena, char, strlen(text) * ESCAPE_MAX + 1), *end = copy;
    for (const unsigned char *bytes = (const unsigned char *)text; *bytes != 0;) {
        uint32_t c = 0;
        size_t length = sk_text_decode(bytes, &c);
        if (length == 0)
            end += sprintf(end, "\\x%02x", *bytes);
        else if (sk_text_steers(c))
            end += sprintf(end, c < 0x80 ? "\\x%02x" : "\\u%04x", (unsigned)c);
        else
            end = (char *)memcpy(end, bytes, length) + length;
        bytes += length == 0 ? 1 : length;
    }
    return copy;
}
