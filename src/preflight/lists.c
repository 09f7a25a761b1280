#include "preflight/lists.h"

#include <string.h>

void sk_preflight_list_add(sk_preflight_list *list, const char *text, sk_arena *arena) {
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], text) == 0) return;
    list->items =
        sk_arena_grow(arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = sk_arena_string(arena, text);
}
