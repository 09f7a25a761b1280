#include "load/style/colour.h"

enum { DIGITS_MAX = 8 };

/* -1 when `c` is no hexadecimal digit. */
static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

sk_status sk_colour_parse(const char *text, size_t length, sk_colour *colour) {
    if (length != 4 && length != 7 && length != 9) return SK_ERR_DATA;
    if (text[0] != '#') return SK_ERR_DATA;
    int digits[DIGITS_MAX];
    for (size_t i = 1; i < length; i++) {
        digits[i - 1] = hex_digit(text[i]);
        if (digits[i - 1] < 0) return SK_ERR_DATA;
    }
    if (length == 4) {
        *colour = (sk_colour){digits[0] / 15.0, digits[1] / 15.0, digits[2] / 15.0, 1};
        return SK_OK;
    }
    double parts[4] = {0, 0, 0, 1};
    for (size_t i = 0; 2 * i + 1 < length; i++)
        parts[i] = (digits[2 * i] * 16 + digits[2 * i + 1]) / 255.0;
    *colour = (sk_colour){parts[0], parts[1], parts[2], parts[3]};
    return SK_OK;
}
