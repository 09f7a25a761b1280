/** Lengths as styles have them: a number and its unit. */
#ifndef STREEKKAART_BASE_LENGTH_H
#define STREEKKAART_BASE_LENGTH_H

#include <stddef.h>

#include "streekkaart/status.h"

/** Reads "4.2 mm", "0.3 cm", "6 pt" or "1 in" from `length` bytes, which need no NUL. SK_OK: *mm is
 *  set. SK_ERR_DATA: it is no number with a unit. */
SK_CHECKED sk_status sk_length_parse(const char *text, size_t length, double *mm);

#endif
