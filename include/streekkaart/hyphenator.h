/** Where Dutch words may be hyphenated. */
#ifndef STREEKKAART_HYPHENATOR_H
#define STREEKKAART_HYPHENATOR_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/status.h"

/** The hyphenation patterns of a language. */
typedef struct sk_hyphenator sk_hyphenator;

/** Where the patterns are installed. */
const char *sk_hyphenator_file(void);

/** SK_OK: *out is the caller's, until sk_hyphenator_free(). SK_ERR_ENVIRONMENT: the patterns are
 *  not installed; `diag` names the Debian package that has them. */
SK_CHECKED sk_status sk_hyphenator_create(sk_diag *diag, sk_hyphenator **out);
/** NULL is fine. */
void sk_hyphenator_free(sk_hyphenator *hyphenator);

/** Sets points[i] for each i below `length` where a hyphen may stand before byte i of the clean
 *  UTF-8 at `word`; clears the others. Only long words are hyphenated, with at least three letters
 *  on either side, and never names in capitals or words with a figure in them. */
void sk_hyphenator_points(const sk_hyphenator *hyphenator, const char *word, size_t length,
                          bool *points);

#endif
