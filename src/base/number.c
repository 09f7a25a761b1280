#include "base/number.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_MAX = 15, INTEGER_DIGITS_MAX = 9 }; /* what a double, an int holds exactly */
enum { EXPONENT_DIGITS_MAX = 3 };
enum { DIGITS_ENOUGH = 17 }; /* what tells a double from all others */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

size_t sk_number_scan(const char *text, size_t length, double *value) {
    size_t at = 0;
    bool negative = length > 0 && text[0] == '-';
    if (negative) at++;
    double mantissa = 0, scale = 1;
    size_t digits = 0, significant = 0;
    bool fraction = false;
    for (; at < length; at++) {
        if (text[at] == '.' && !fraction) {
            fraction = true;
            continue;
        }
        if (!is_digit(text[at])) break;
        digits++;
        if (significant == DIGITS_MAX && fraction) continue; /* finer than a double can tell */
        if (significant == DIGITS_MAX) return 0;
        mantissa = mantissa * 10 + (text[at] - '0');
        if (mantissa > 0) significant++;
        if (fraction) scale *= 10;
    }
    if (digits == 0 || text[at - 1] == '.') return 0;
    *value = (negative ? -mantissa : mantissa) / scale;
    return at;
}

/* The whole of `text` is an exponent, such as "E+15". */
static bool is_exponent(const char *text) {
    if (*text != 'e' && *text != 'E') return false;
    text++;
    if (*text == '+' || *text == '-') text++;
    size_t digits = strspn(text, "0123456789");
    return digits > 0 && digits <= EXPONENT_DIGITS_MAX && text[digits] == '\0';
}

static double read_plainly(const char *text) {
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale_t former = uselocale(plain); /* this thread's alone */
    double value = strtod(text, NULL);
    uselocale(former);
    freelocale(plain);
    return value;
}

bool sk_number_parse(const char *text, double *value) {
    size_t length = strlen(text), taken = sk_number_scan(text, length, value);
    if (taken == 0 || taken == length) return taken > 0;
    if (!is_exponent(text + taken)) return false;
    *value = read_plainly(text);
    return isfinite(*value);
}

bool sk_integer_parse(const char *text, int *value) {
    bool negative = text[0] == '-';
    const char *digits = negative ? text + 1 : text;
    size_t count = strlen(digits);
    if (count == 0 || count > INTEGER_DIGITS_MAX) return false;
    int sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_digit(digits[i])) return false;
        sum = sum * 10 + (digits[i] - '0');
    }
    *value = negative ? -sum : sum;
    return true;
}

bool sk_whole_number_parse(const char *text, int *value) {
    const double most = 999999999;
    double number;
    if (sk_integer_parse(text, value)) return true;
    if (!sk_number_parse(text, &number) || fabs(number) > most || number != floor(number))
        return false;
    *value = (int)number;
    return true;
}

void sk_number_print(double value, char text[SK_NUMBER_ROOM]) {
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale_t former = uselocale(plain); /* this thread's alone */
    for (int digits = DIGITS_MAX; digits <= DIGITS_ENOUGH; digits++) {
        snprintf(text, SK_NUMBER_ROOM, "%.*g", digits, value);
        if (strtod(text, NULL) == value) break;
    }
    uselocale(former);
    freelocale(plain);
}

bool sk_number_print_plain(double value, char text[SK_NUMBER_ROOM]) {
    const double most = 1e18, least = 1e-9;
    double size = fabs(value);
    if (!isfinite(value) || size >= most || (size > 0 && size < least)) return false;
    sk_number_print(value, text);
    const char *exponent = strchr(text, 'e');
    if (exponent == NULL) return true;
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale_t former = uselocale(plain);
    long power = strtol(exponent + 1, NULL, 10);
    snprintf(text, SK_NUMBER_ROOM, "%.*f", power > 0 ? 0 : DIGITS_MAX - 1 - (int)power, value);
    uselocale(former);
    freelocale(plain);
    if (strchr(text, '.') == NULL) return true;
    char *end = text + strlen(text);
    while (end[-1] == '0') *--end = '\0';
    if (end[-1] == '.') end[-1] = '\0';
    return true;
}
