#include "base/clean_text.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static const char REPLACEMENT[] = "\xEF\xBF\xBD"; /* U+FFFD */
enum { REPLACEMENT_LENGTH = sizeof REPLACEMENT - 1 };

/* Reads one character; its length in bytes, or 0 when the bytes are no UTF-8. The terminating NUL
 * is no continuation byte, so nothing behind it is ever read. */
static size_t decode(const unsigned char *bytes, uint32_t *character) {
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

bool sk_text_is_clean(const char *text) {
    const unsigned char *bytes = (const unsigned char *)text;
    while (*bytes != 0) {
        uint32_t c = 0;
        size_t length = decode(bytes, &c);
        if (length == 0 || separates(c) || forbidden(c)) return false;
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
        size_t length = decode(bytes, &c);
        if (length != 0 && separates(c)) {
            *end++ = ' ';
        } else if (length == 0 || forbidden(c)) {
            memcpy(end, REPLACEMENT, REPLACEMENT_LENGTH);
            end += REPLACEMENT_LENGTH;
        } else {
            memcpy(end, bytes, length);
            end += length;
        }
        bytes += length == 0 ? 1 : length;
    }
    *end = '\0';
    return copy;
}
