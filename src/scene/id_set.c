#include "scene/id_set.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/text_index.h"
#include "base/page_id.h"

struct sk_id_set {
    sk_arena *arena;
    sk_text_index *repeats; /* of each id the last number that was appended to it */
};

sk_id_set *sk_id_set_create(sk_arena *arena) {
    sk_id_set *set = SK_NEW(arena, sk_id_set);
    set->arena = arena;
    set->repeats = sk_text_index_create(arena);
    return set;
}

static bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool allowed(char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static char *valid_id(sk_arena *arena, const char *wish) {
    bool prefix = !letter(wish[0]) || sk_page_id_is_of_renderer(wish);
    char *id = sk_arena_printf(arena, "%s%s", prefix ? "_" : "", wish);
    for (char *c = id; *c != '\0'; c++)
        if (!allowed(*c)) *c = '_';
    return id;
}

const char *sk_id_set_take(sk_id_set *set, const char *wish) {
    const char *base = valid_id(set->arena, wish == NULL ? "" : wish);
    const char *id = base;
    while (sk_text_index_find(set->repeats, id) != NULL) {
        size_t number = ++*sk_text_index_number(set->repeats, base);
        id = sk_page_id_counted(set->arena, base, (unsigned)number);
    }
    *sk_text_index_number(set->repeats, id) = 1;
    return id;
}
