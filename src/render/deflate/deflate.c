#include "render/deflate/deflate.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "render/deflate/huffman.h"
#include "streekkaart/memory.h"

/* Symbols of the two alphabets of a block, and of the third that tells the lengths of their codes
 * (RFC 1951, 3.2.5 and 3.2.7). */
enum {
    END_OF_BLOCK = 256,
    LENGTHS_FROM = 257,
    LONGEST_MATCH = 258,
    SYMBOLS = 286,
    DISTANCES = 30,
    LENGTH_CODES = 19,
    LENGTH_CODES_BITS = 7,
    REPEAT = 16,
    FEW_ZEROS = 17,
    MANY_ZEROS = 18,
};

/* A block has a table of codes, which take 80 bytes or so: so many steps that these do not matter,
 * and so few that the codes suit them. */
enum { STEPS_MAX = 1 << 15, TABLE_BYTES_MAX = 512, STEP_BYTES_MAX = 8 };

/* A step is a byte, a pixel or a match, as its highest two bits say. */
#define STEP_PIXEL 0x40000000u
#define STEP_MATCH 0x80000000u
enum { LENGTH_SHIFT = 15, DISTANCE_MASK = (1 << LENGTH_SHIFT) - 1 };

struct sk_deflate {
    unsigned char *bytes;
    size_t length, capacity;
    uint64_t bits; /* not yet among the bytes, first bit lowest */
    unsigned bit_count;
    uint32_t steps[STEPS_MAX]; /* of the block that is being gathered */
    size_t step_count;
    uint32_t symbols[SYMBOLS], distances[DISTANCES]; /* how often each comes in them */
};

/* A code and its bits, first bit lowest. */
typedef struct {
    uint16_t codes[SK_HUFFMAN_SYMBOLS_MAX];
    uint8_t lengths[SK_HUFFMAN_SYMBOLS_MAX];
} code_table;

/* A number as its symbol and the bits that tell it from others of the symbol. */
typedef struct {
    unsigned symbol, extra_bits, extra;
} coded;

static unsigned highest_bit(unsigned number) {
    return 31 - (unsigned)__builtin_clz(number);
}

/* Symbols follow each other as floating-point numbers do: `mantissa` bits after the highest tell
 * them apart, and the smallest numbers are symbols themselves. */
static coded code_of(unsigned number, unsigned mantissa) {
    unsigned extra_bits = highest_bit(number | 1u << mantissa) - mantissa;
    return (coded){(extra_bits << mantissa) + (number >> extra_bits), extra_bits,
                   number & ((1u << extra_bits) - 1)};
}

static coded code_of_length(unsigned length) {
    coded c = code_of(length - SK_DEFLATE_MATCH_LEAST, 2);
    c.symbol += LENGTHS_FROM;
    return length < LONGEST_MATCH ? c : (coded){SYMBOLS - 1, 0, 0};
}

static coded code_of_distance(unsigned before) {
    return code_of(before, 1);
}

static void put_bits(sk_deflate *z, unsigned value, unsigned count) {
    z->bits |= (uint64_t)value << z->bit_count;
    z->bit_count += count;
}

/* Moves whole bytes out of the bits: fewer than 8 bits stay, so that 56 find room. */
static void flush_bits(sk_deflate *z) {
    unsigned char *to = z->bytes + z->length;
    for (unsigned i = 0; i < 8; i++) to[i] = (unsigned char)(z->bits >> (8 * i));
    unsigned whole = z->bit_count / 8;
    z->length += whole;
    z->bits >>= 8 * whole;
    z->bit_count %= 8;
}

static void put_symbol(sk_deflate *z, const code_table *table, unsigned symbol) {
    put_bits(z, table->codes[symbol], table->lengths[symbol]);
}

static code_table table_of(const uint32_t *frequencies, size_t count, unsigned longest) {
    code_table table = {.codes = {0}};
    sk_huffman_lengths(frequencies, count, longest, table.lengths);
    sk_huffman_codes(table.lengths, count, table.codes);
    return table;
}

/* The lengths of codes, written shorter where one repeats. */
typedef struct {
    uint8_t symbols[SYMBOLS + DISTANCES], extras[SYMBOLS + DISTANCES];
    size_t count;
    uint32_t frequencies[LENGTH_CODES];
} length_list;

static void add_length(length_list *list, unsigned symbol, size_t extra) {
    list->symbols[list->count] = (uint8_t)symbol;
    list->extras[list->count++] = (uint8_t)extra;
    list->frequencies[symbol]++;
}

/* A run of `symbol`s, each for `least` to `most` lengths; returns what is left of the run. */
static size_t add_runs(length_list *list, unsigned symbol, size_t run, size_t least, size_t most) {
    while (run >= least) {
        size_t taken = run < most ? run : most;
        add_length(list, symbol, taken - least);
        run -= taken;
    }
    return run;
}

static void add_lengths(length_list *list, const uint8_t *lengths, size_t count) {
    for (size_t i = 0; i < count;) {
        size_t run = 1;
        while (i + run < count && lengths[i + run] == lengths[i]) run++;
        size_t rest = run;
        if (lengths[i] == 0) {
            rest = add_runs(list, MANY_ZEROS, rest, 11, 138);
            rest = add_runs(list, FEW_ZEROS, rest, 3, 10);
        } else {
            add_length(list, lengths[i], 0);
            rest = add_runs(list, REPEAT, rest - 1, 3, 6);
        }
        for (; rest > 0; rest--) add_length(list, lengths[i], 0);
        i += run;
    }
}

static size_t used_of(const code_table *table, size_t count, size_t least) {
    while (count > least && table->lengths[count - 1] == 0) count--;
    return count;
}

static void put_tables(sk_deflate *z, const code_table *symbols, const code_table *distances) {
    static const uint8_t order[LENGTH_CODES] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                11, 4,  12, 3, 13, 2, 14, 1, 15};
    static const uint8_t extra_bits[LENGTH_CODES] = {
        [REPEAT] = 2, [FEW_ZEROS] = 3, [MANY_ZEROS] = 7};
    size_t symbol_count = used_of(symbols, SYMBOLS, LENGTHS_FROM);
    size_t distance_count = used_of(distances, DISTANCES, 1), order_count = LENGTH_CODES;
    length_list list = {.count = 0};
    add_lengths(&list, symbols->lengths, symbol_count);
    add_lengths(&list, distances->lengths, distance_count);
    code_table table = table_of(list.frequencies, LENGTH_CODES, LENGTH_CODES_BITS);
    while (order_count > 4 && table.lengths[order[order_count - 1]] == 0) order_count--;

    put_bits(z, (unsigned)(symbol_count - LENGTHS_FROM), 5);
    put_bits(z, (unsigned)(distance_count - 1), 5);
    put_bits(z, (unsigned)(order_count - 4), 4);
    for (size_t i = 0; i < order_count; i++) {
        put_bits(z, table.lengths[order[i]], 3);
        flush_bits(z);
    }
    for (size_t i = 0; i < list.count; i++) {
        put_symbol(z, &table, list.symbols[i]);
        put_bits(z, list.extras[i], extra_bits[list.symbols[i]]);
        flush_bits(z);
    }
}

static void put_match(sk_deflate *z, uint32_t step, const code_table *symbols,
                      const code_table *distances) {
    coded length = code_of_length((step & ~STEP_MATCH) >> LENGTH_SHIFT);
    coded distance = code_of_distance(step & DISTANCE_MASK);
    put_symbol(z, symbols, length.symbol);
    put_bits(z, length.extra, length.extra_bits);
    put_symbol(z, distances, distance.symbol);
    put_bits(z, distance.extra, distance.extra_bits);
}

static void put_step(sk_deflate *z, uint32_t step, const code_table *symbols,
                     const code_table *distances) {
    if ((step & STEP_MATCH) != 0) {
        put_match(z, step, symbols, distances);
    } else if ((step & STEP_PIXEL) != 0) {
        put_symbol(z, symbols, (step >> 16) & 0xff);
        put_symbol(z, symbols, (step >> 8) & 0xff);
        put_symbol(z, symbols, step & 0xff);
    } else {
        put_symbol(z, symbols, step);
    }
    flush_bits(z);
}

static void reserve(sk_deflate *z, size_t more) {
    if (z->capacity - z->length >= more) return;
    z->capacity = 2 * z->capacity + more;
    z->bytes = sk_heap_resize(z->bytes, z->capacity, 1);
}

static void end_block(sk_deflate *z, bool last) {
    const unsigned dynamic = 2;
    z->symbols[END_OF_BLOCK]++;
    reserve(z, TABLE_BYTES_MAX + z->step_count * STEP_BYTES_MAX);
    code_table symbols = table_of(z->symbols, SYMBOLS, SK_HUFFMAN_BITS_MAX);
    code_table distances = table_of(z->distances, DISTANCES, SK_HUFFMAN_BITS_MAX);
    put_bits(z, last ? 1 : 0, 1);
    put_bits(z, dynamic, 2);
    put_tables(z, &symbols, &distances);
    for (size_t i = 0; i < z->step_count; i++) put_step(z, z->steps[i], &symbols, &distances);
    put_symbol(z, &symbols, END_OF_BLOCK);
    flush_bits(z);
    z->step_count = 0;
    memset(z->symbols, 0, sizeof z->symbols);
    memset(z->distances, 0, sizeof z->distances);
}

static void add_step(sk_deflate *z, uint32_t step) {
    if (z->step_count == STEPS_MAX) end_block(z, false);
    z->steps[z->step_count++] = step;
}

sk_deflate *sk_deflate_create(void) {
    sk_deflate *z = sk_heap_array(1, sizeof *z);
    memset(z, 0, sizeof *z);
    reserve(z, TABLE_BYTES_MAX);
    z->bytes[z->length++] = 0x78; /* DEFLATE, with a window of 32 KiB */
    z->bytes[z->length++] = 0x01; /* made in haste */
    return z;
}

void sk_deflate_byte(sk_deflate *z, uint8_t byte) {
    add_step(z, byte);
    z->symbols[byte]++;
}

void sk_deflate_pixel(sk_deflate *z, uint32_t rgb) {
    add_step(z, (rgb & 0xffffff) | STEP_PIXEL);
    z->symbols[(rgb >> 16) & 0xff]++;
    z->symbols[(rgb >> 8) & 0xff]++;
    z->symbols[rgb & 0xff]++;
}

static void add_match(sk_deflate *z, unsigned length, unsigned before) {
    add_step(z, STEP_MATCH | length << LENGTH_SHIFT | before);
    z->symbols[code_of_length(length).symbol]++;
    z->distances[code_of_distance(before).symbol]++;
}

void sk_deflate_match(sk_deflate *z, size_t length, size_t distance) {
    unsigned before = (unsigned)distance - 1;
    while (length > LONGEST_MATCH) { /* and never leaves too few */
        unsigned part = length - LONGEST_MATCH < SK_DEFLATE_MATCH_LEAST
                            ? LONGEST_MATCH - SK_DEFLATE_MATCH_LEAST
                            : LONGEST_MATCH;
        add_match(z, part, before);
        length -= part;
    }
    add_match(z, (unsigned)length, before);
}

unsigned char *sk_deflate_finish(sk_deflate *z, uint32_t adler, size_t *length) {
    end_block(z, true);
    put_bits(z, 0, (8 - z->bit_count) % 8);
    flush_bits(z);
    reserve(z, sizeof adler);
    for (int shift = 24; shift >= 0; shift -= 8)
        z->bytes[z->length++] = (unsigned char)(adler >> shift);
    unsigned char *bytes = z->bytes;
    *length = z->length;
    free(z);
    return bytes;
}
