/** Numbers as files hold them: without needless zeros, a lone minus or a locale's comma. */
#ifndef STREEKKAART_BASE_NUMBER_TEXT_H
#define STREEKKAART_BASE_NUMBER_TEXT_H

#include <stddef.h>

#include "streekkaart/memory.h"

enum { SK_NUMBER_MAX = 32 };

/** `value` in whole units of 10^-`decimals`. */
long long sk_number_scaled(double value, int decimals);

/** Writes `number` / 10^`decimals`, and a NUL; returns its length. */
size_t sk_number_write(char text[SK_NUMBER_MAX], long long number, int decimals);

/** `value` with at most `decimals` of them. The arena's. */
const char *sk_number_text(sk_arena *arena, double value, int decimals);

#endif
