/** A digest: a number of 64 bits that tells whether something is the same as it was, by XXH3 of the
 *  library xxHash. It is no protection from somebody who wants two things to look alike. */
#ifndef STREEKKAART_BASE_DIGEST_H
#define STREEKKAART_BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/** A digest that is being taken. */
typedef struct sk_digest sk_digest;

sk_digest *sk_digest_begin(void);
/** The digest of all that was added; frees what was begun. */
uint64_t sk_digest_end(sk_digest *digest);

/** Each adds one value, so that no two lists of values read alike. NULL is another text than "". */
void sk_digest_bytes(sk_digest *digest, const void *bytes, size_t length);
void sk_digest_text(sk_digest *digest, const char *text);
void sk_digest_integer(sk_digest *digest, long long number);
void sk_digest_number(sk_digest *digest, double number);
/** The bytes of a file; one that cannot be read differs from an empty one. */
void sk_digest_file(sk_digest *digest, const char *path);

/** The digest of those bytes alone. */
uint64_t sk_digest_of(const void *bytes, size_t length);

#endif
