#include "load/style/colour.h"

#include <string.h>

#include "base/number.h"

enum { DIGITS_MAX = 8 };

/* -1 when `c` is no hexadecimal digit. */
static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static sk_status parse_screen(const char *text, size_t length, sk_colour *colour) {
    if (length != 4 && length != 7 && length != 9) return SK_ERR_DATA;
    if (text[0] != '#') return SK_ERR_DATA;
    int digits[DIGITS_MAX];
    for (size_t i = 1; i < length; i++) {
        digits[i - 1] = hex_digit(text[i]);
        if (digits[i - 1] < 0) return SK_ERR_DATA;
    }
    if (length == 4) {
        *colour = (sk_colour){.red = digits[0] / 15.0,
                              .green = digits[1] / 15.0,
                              .blue = digits[2] / 15.0,
                              .alpha = 1};
        return SK_OK;
    }
    double parts[4] = {0, 0, 0, 1};
    for (size_t i = 0; 2 * i + 1 < length; i++)
        parts[i] = (digits[2 * i] * 16 + digits[2 * i + 1]) / 255.0;
    *colour = (sk_colour){.red = parts[0], .green = parts[1], .blue = parts[2], .alpha = parts[3]};
    return SK_OK;
}

/* Skips blanks; how many bytes there are up to the next one or `end`. */
static size_t word(const char **text, const char *end) {
    while (*text < end && **text == ' ') (*text)++;
    size_t length = 0;
    while (*text + length < end && (*text)[length] != ' ') length++;
    return length;
}

/* "0 30 60 5", in percent. */
static bool parse_percents(const char *text, const char *end, sk_ink *ink) {
    enum { INKS = 4 };
    double parts[INKS];
    for (size_t i = 0; i < INKS; i++) {
        size_t length = word(&text, end);
        if (length == 0 || sk_number_scan(text, length, &parts[i]) != length) return false;
        if (!(parts[i] >= 0 && parts[i] <= 100)) return false;
        text += length;
    }
    *ink = (sk_ink){parts[0] / 100, parts[1] / 100, parts[2] / 100, parts[3] / 100};
    return word(&text, end) == 0;
}

sk_status sk_colour_parse(const char *text, size_t length, sk_colour *colour) {
    static const char opening[] = "cmyk(";
    const char *end = text + length, *blank = memchr(text, ' ', length);
    sk_colour parsed;
    if (parse_screen(text, blank == NULL ? length : (size_t)(blank - text), &parsed) != SK_OK)
        return SK_ERR_DATA;
    if (blank != NULL) {
        const char *inks = blank + 1, *first = inks + sizeof opening - 1;
        bool enclosed = first < end && strncmp(inks, opening, sizeof opening - 1) == 0;
        if (!enclosed || end[-1] != ')') return SK_ERR_DATA;
        if (!parse_percents(first, end - 1, &parsed.ink)) return SK_ERR_DATA;
        parsed.has_ink = true;
    }
    *colour = parsed;
    return SK_OK;
}
