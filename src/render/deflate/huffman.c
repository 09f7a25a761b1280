#include "render/deflate/huffman.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    uint32_t frequency;
    uint16_t symbol;
} leaf;

static int by_frequency(const void *a, const void *b) {
    const leaf *left = a, *right = b;
    if (left->frequency != right->frequency) return left->frequency < right->frequency ? -1 : 1;
    return (int)left->symbol - (int)right->symbol;
}

/* Those that come, the rarest first; two at least. */
static size_t gather(const uint32_t *frequencies, size_t count, leaf *leaves) {
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        if (frequencies[i] > 0) leaves[used++] = (leaf){frequencies[i], (uint16_t)i};
    for (size_t i = 0; used < 2; i++)
        if (frequencies[i] == 0) leaves[used++] = (leaf){0, (uint16_t)i};
    qsort(leaves, used, sizeof *leaves, by_frequency);
    return used;
}

/* Huffman's tree of sorted leaves, by van Leeuwen's two queues: what is joined grows heavier, so
 * that the lightest stands at the front of the leaves or of what was joined. Counts the leaves at
 * each depth, those below `longest` as if they lay at it. */
static void count_depths(const leaf *leaves, size_t count, unsigned longest, uint32_t *at_depth) {
    uint32_t weights[2 * SK_HUFFMAN_SYMBOLS_MAX] = {0};
    uint16_t parents[2 * SK_HUFFMAN_SYMBOLS_MAX] = {0}, depths[2 * SK_HUFFMAN_SYMBOLS_MAX];
    size_t lightest_leaf = 0, lightest_joined = count, root = 2 * count - 2;
    for (size_t i = 0; i < count; i++) weights[i] = leaves[i].frequency;
    for (size_t joined = count; joined <= root; joined++) {
        for (int child = 0; child < 2; child++) {
            bool is_leaf =
                lightest_leaf < count &&
                (lightest_joined == joined || weights[lightest_leaf] <= weights[lightest_joined]);
            size_t lightest = is_leaf ? lightest_leaf++ : lightest_joined++;
            weights[joined] += weights[lightest];
            parents[lightest] = (uint16_t)joined;
        }
    }
    depths[root] = 0;
    for (size_t i = root; i-- > 0;) {
        depths[i] = (uint16_t)(depths[parents[i]] + 1);
        if (i < count) at_depth[depths[i] < longest ? depths[i] : longest]++;
    }
}

/* Too many leaves at the greatest depth take more codes than there are: one of them after the other
 * is hung beside a leaf from further up, which goes one down. */
static void make_room(uint32_t *at_depth, unsigned longest) {
    uint32_t taken = 0, codes = 1u << longest;
    for (unsigned depth = 1; depth <= longest; depth++)
        taken += at_depth[depth] << (longest - depth);
    for (; taken > codes; taken--) {
        unsigned depth = longest - 1;
        while (at_depth[depth] == 0) depth--;
        at_depth[longest]--;
        at_depth[depth]--;
        at_depth[depth + 1] += 2;
    }
}

void sk_huffman_lengths(const uint32_t *frequencies, size_t count, unsigned longest,
                        uint8_t *lengths) {
    leaf leaves[SK_HUFFMAN_SYMBOLS_MAX];
    uint32_t at_depth[SK_HUFFMAN_SYMBOLS_MAX] = {0};
    size_t used = gather(frequencies, count, leaves), next = 0;
    count_depths(leaves, used, longest, at_depth);
    make_room(at_depth, longest);
    memset(lengths, 0, count);
    for (unsigned length = longest; length > 0; length--)
        for (uint32_t i = 0; i < at_depth[length]; i++)
            lengths[leaves[next++].symbol] = (uint8_t)length;
}

static uint16_t reversed(unsigned code, unsigned length) {
    unsigned result = 0;
    for (unsigned bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
    return (uint16_t)result;
}

void sk_huffman_codes(const uint8_t *lengths, size_t count, uint16_t *codes) {
    unsigned of_length[SK_HUFFMAN_BITS_MAX + 1] = {0}, next[SK_HUFFMAN_BITS_MAX + 1] = {0};
    for (size_t i = 0; i < count; i++) of_length[lengths[i]]++;
    of_length[0] = 0;
    for (unsigned length = 1; length <= SK_HUFFMAN_BITS_MAX; length++)
        next[length] = (next[length - 1] + of_length[length - 1]) << 1;
    for (size_t i = 0; i < count; i++)
        codes[i] = lengths[i] == 0 ? 0 : reversed(next[lengths[i]]++, lengths[i]);
}
