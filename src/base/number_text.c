#include "base/number_text.h"

#include <math.h>
#include <stdio.h>

long long sk_number_scaled(double value, int decimals) {
    for (int i = 0; i < decimals; i++) value *= 10;
    return llround(value);
}

/* Only digits pass through printf, which would write a locale's comma. */
size_t sk_number_write(char text[SK_NUMBER_MAX], long long number, int decimals) {
    unsigned long long rest =
        number < 0 ? 0 - (unsigned long long)number : (unsigned long long)number;
    unsigned long long unit = 1;
    for (int i = 0; i < decimals; i++) unit *= 10;
    unsigned long long part = rest % unit;
    while (decimals > 0 && part % 10 == 0) {
        part /= 10;
        decimals--;
    }
    const char *sign = number < 0 ? "-" : "";
    int length = decimals > 0 ? snprintf(text, SK_NUMBER_MAX, "%s%llu.%0*llu", sign, rest / unit,
                                         decimals, part)
                              : snprintf(text, SK_NUMBER_MAX, "%s%llu", sign, rest / unit);
    return (size_t)length;
}

const char *sk_number_text(sk_arena *arena, double value, int decimals) {
    char text[SK_NUMBER_MAX];
    size_t length = sk_number_write(text, sk_number_scaled(value, decimals), decimals);
    return sk_arena_string_n(arena, text, length);
}
