#include "streekkaart/translation.h"

#include <stddef.h>
#include <string.h>

const char *sk_translation_in(const sk_translation *translations, const char *language) {
    for (const sk_translation *one = translations; one != NULL; one = one->next)
        if (strcmp(one->language, language) == 0) return one->text;
    return NULL;
}

const sk_translation *sk_translation_added(const sk_translation *translations, const char *language,
                                           const char *text, sk_arena *arena) {
    sk_translation *first = NULL, *last = NULL;
    for (const sk_translation *one = translations; one != NULL; one = one->next) {
        sk_translation *copy = SK_NEW(arena, sk_translation);
        *copy = (sk_translation){one->language, one->text, NULL};
        if (last == NULL)
            first = copy;
        else
            last->next = copy;
        last = copy;
    }
    sk_translation *added = SK_NEW(arena, sk_translation);
    *added = (sk_translation){language, text, NULL};
    if (last == NULL) return added;
    last->next = added;
    return first;
}
