/** Numbers as people write them in files: with a point, whatever the locale. */
#ifndef STREEKKAART_BASE_NUMBER_H
#define STREEKKAART_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/** Reads a decimal number ("-4.25") from the beginning of `text`. Returns how many bytes it took, 0
 *  when there is none. */
size_t sk_number_scan(const char *text, size_t length, double *value);

/** What a number can take as text, with its end. */
enum { SK_NUMBER_ROOM = 32 };

/** Writes a finite number with as few digits as tell it from all others. */
void sk_number_print(double value, char text[SK_NUMBER_ROOM]);

/** The same without an exponent. False when it is too large or too small to be written so. */
bool sk_number_print_plain(double value, char text[SK_NUMBER_ROOM]);

/** True when the whole of `text` is a decimal number, with an exponent ("4.41E+0") or without. */
bool sk_number_parse(const char *text, double *value);

/** True when the whole of `text` is a whole number from -999999999 to 999999999. */
bool sk_integer_parse(const char *text, int *value);

/** The same, but programs may have written it with a fraction of nothing or an exponent: "1.0". */
bool sk_whole_number_parse(const char *text, int *value);

#endif
