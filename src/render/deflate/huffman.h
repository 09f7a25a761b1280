/** Huffman codes as DEFLATE has them (RFC 1951, 3.2.2): from how often each symbol comes to the
 * bits that it is written as. */
#ifndef STREEKKAART_RENDER_DEFLATE_HUFFMAN_H
#define STREEKKAART_RENDER_DEFLATE_HUFFMAN_H

#include <stddef.h>
#include <stdint.h>

enum { SK_HUFFMAN_SYMBOLS_MAX = 288, SK_HUFFMAN_BITS_MAX = 15 };

/** The length of each symbol's code in bits, none above `longest` (15 at most): 0 for a symbol that
 *  never comes. Of these, 2 at least have a code, and the codes leave no bits unused: a reader
 *  refuses a table that does. `count` is 2 to SK_HUFFMAN_SYMBOLS_MAX. */
void sk_huffman_lengths(const uint32_t *frequencies, size_t count, unsigned longest,
                        uint8_t *lengths);

/** The canonical codes of those lengths, first bit lowest. */
void sk_huffman_codes(const uint8_t *lengths, size_t count, uint16_t *codes);

#endif
