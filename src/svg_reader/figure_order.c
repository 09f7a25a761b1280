#include "svg_reader/figure_order.h"

enum { NONE = -1 };

/* The longest rising run by patience (Fredman 1975): what it leaves is the answer. */
const bool *sk_ranks_out_of_order(const size_t *ranks, size_t count, sk_arena *arena) {
    bool *out = SK_NEW_ARRAY(arena, bool, count + 1);
    size_t *ends = SK_NEW_ARRAY(arena, size_t, count + 1); /* of the best run of each length */
    ptrdiff_t *before = SK_NEW_ARRAY(arena, ptrdiff_t, count + 1);
    size_t longest = 0;
    for (size_t i = 0; i < count; i++) {
        size_t low = 0, high = longest;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (ranks[ends[middle]] < ranks[i])
                low = middle + 1;
            else
                high = middle;
        }
        before[i] = low > 0 ? (ptrdiff_t)ends[low - 1] : NONE;
        ends[low] = i;
        if (low == longest) longest++;
        out[i] = true;
    }
    for (ptrdiff_t i = longest > 0 ? (ptrdiff_t)ends[longest - 1] : NONE; i != NONE; i = before[i])
        out[i] = false;
    return out;
}
