#include "base/number_text.h"

#include <math.h>
#include <string.h>

long long sk_number_scaled(double value, int decimals) {
    for (int i = 0; i < decimals; i++) value *= 10;
    return llround(value);
}

/* The digits of `number`, `least` of them or more, so that they end before `end`. */
static char *write_digits(char *end, unsigned long long number, int least) {
    while (number > 0 || least > 0) {
        *--end = (char)('0' + number % 10);
        number /= 10;
        least--;
    }
    return end;
}

/* By hand: a map has a million of numbers, and printf would write a locale's comma. */
size_t sk_number_write(char text[SK_NUMBER_MAX], long long number, int decimals) {
    unsigned long long rest =
        number < 0 ? 0 - (unsigned long long)number : (unsigned long long)number;
    while (decimals > 0 && rest % 10 == 0) {
        rest /= 10;
        decimals--;
    }
    unsigned long long unit = 1;
    for (int i = 0; i < decimals; i++) unit *= 10;
    char digits[SK_NUMBER_MAX], *end = digits + sizeof digits, *begin = end;
    if (decimals > 0) {
        begin = write_digits(begin, rest % unit, decimals);
        *--begin = '.';
    }
    begin = write_digits(begin, rest / unit, 1);
    if (number < 0) *--begin = '-';
    size_t length = (size_t)(end - begin);
    memcpy(text, begin, length);
    text[length] = '\0';
    return length;
}

const char *sk_number_text(sk_arena *arena, double value, int decimals) {
    char text[SK_NUMBER_MAX];
    size_t length = sk_number_write(text, sk_number_scaled(value, decimals), decimals);
    return sk_arena_string_n(arena, text, length);
}
