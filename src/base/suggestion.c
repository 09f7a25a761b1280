#include "base/suggestion.h"

#include <stdint.h>
#include <string.h>

enum { WORD_MAX = 96 };

static size_t smallest(size_t a, size_t b, size_t c) {
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Letters to add, drop, change or swap with their neighbour to make `b` out of `a`. */
static size_t edit_distance(const char *a, const char *b) {
    size_t rows[3][WORD_MAX + 1];
    size_t a_length = strlen(a), b_length = strlen(b);
    if (a_length > WORD_MAX || b_length > WORD_MAX) return SIZE_MAX;
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= b_length; j++) last[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            now[j] = smallest(last[j] + 1, now[j - 1] + 1, last[j - 1] + change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = smallest(now[j], before[j - 2] + 1, SIZE_MAX);
        }
        size_t *spare = before;
        before = last;
        last = now;
        now = spare;
    }
    return last[b_length];
}

sk_suggestion sk_suggestion_for(const char *word) {
    /* A third of the letters wrong is still a slip of the pen; more is another word. */
    return (sk_suggestion){.word = word, .distance = strlen(word) / 3 + 2};
}

void sk_suggestion_consider(sk_suggestion *suggestion, const char *candidate) {
    size_t distance = edit_distance(suggestion->word, candidate);
    if (distance >= suggestion->distance) return;
    suggestion->distance = distance;
    suggestion->best = candidate;
}

const char *sk_suggestion_remedy(const sk_suggestion *suggestion, sk_arena *arena,
                                 const char *otherwise) {
    if (suggestion->best == NULL) return otherwise;
    return sk_arena_printf(arena, "did you mean \"%s\"?", suggestion->best);
}
