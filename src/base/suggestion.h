/** "Did you mean": the known word that is nearest to a mistyped one. */
#ifndef STREEKKAART_BASE_SUGGESTION_H
#define STREEKKAART_BASE_SUGGESTION_H

#include <stddef.h>

#include "streekkaart/memory.h"

/** Holds the best of the words it was shown. */
typedef struct {
    const char *word, *best;
    size_t distance;
} sk_suggestion;

sk_suggestion sk_suggestion_for(const char *word);
void sk_suggestion_consider(sk_suggestion *suggestion, const char *candidate);

/** `did you mean "BEST"?`, or `otherwise` when no word was near enough. */
const char *sk_suggestion_remedy(const sk_suggestion *suggestion, sk_arena *arena,
                                 const char *otherwise);

#endif
