/** A text of the catalogue in other languages than its own. */
#ifndef STREEKKAART_TRANSLATION_H
#define STREEKKAART_TRANSLATION_H

#include "streekkaart/memory.h"

/** What a text is in one language, and behind it in further ones; NULL where there is none. */
typedef struct sk_translation {
    const char *language; /* its tag: "fr" */
    const char *text;
    const struct sk_translation *next;
} sk_translation;

/** The first text in that language; NULL when there is none. */
const char *sk_translation_in(const sk_translation *translations, const char *language);

/** The same with one more behind them; `language` and `text` are lent. The arena's. */
const sk_translation *sk_translation_added(const sk_translation *translations, const char *language,
                                           const char *text, sk_arena *arena);

#endif
