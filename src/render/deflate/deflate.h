/** A DEFLATE stream (RFC 1951) of what its maker knows to repeat: the maker says which bytes come,
 * and which are as some before them. It searches for nothing, unlike a library that is handed
 * bytes: who draws knows that a row is as the one above. */
#ifndef STREEKKAART_RENDER_DEFLATE_DEFLATE_H
#define STREEKKAART_RENDER_DEFLATE_DEFLATE_H

#include <stddef.h>
#include <stdint.h>

/** How far back a match may lie, and how few bytes it may have. */
enum { SK_DEFLATE_WINDOW = 32768, SK_DEFLATE_MATCH_LEAST = 3 };

/** A stream that is being made. */
typedef struct sk_deflate sk_deflate;

/** An empty stream in zlib's wrapping (RFC 1950). The caller's, until sk_deflate_finish(). */
sk_deflate *sk_deflate_create(void);

/** Appends a byte. */
void sk_deflate_byte(sk_deflate *stream, uint8_t byte);

/** Appends a pixel of 0x..RRGGBB as three bytes: red, green, blue. */
void sk_deflate_pixel(sk_deflate *stream, uint32_t rgb);

/** Appends `length` bytes, 3 or more, that are as those `distance` (1 to SK_DEFLATE_WINDOW) before
 *  them. They may be among these themselves: distance 1 repeats the last byte. */
void sk_deflate_match(sk_deflate *stream, size_t length, size_t distance);

/** Ends the stream and frees it. `adler` is the Adler-32 of all bytes. The stream's bytes are the
 *  caller's, for free(); *length says how many. */
unsigned char *sk_deflate_finish(sk_deflate *stream, uint32_t adler, size_t *length);

#endif
