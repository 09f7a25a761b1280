#include <glib.h>

#include "streekkaart/typesetter.h"

const char *sk_text_capitals(const char *utf8, sk_arena *arena) {
    char *capitals = g_utf8_strup(utf8, -1);
    const char *kept = sk_arena_string(arena, capitals);
    g_free(capitals);
    return kept;
}
