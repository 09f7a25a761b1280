#include "boundaries/sources/fault_tally.h"

/* So many are enough to find out what has happened. */
enum { EXAMPLES_MAX = 3 };

void sk_fault_tally_add(sk_fault_tally *tally, const char *example, sk_arena *arena) {
    if (tally->count++ >= EXAMPLES_MAX) return;
    if (example == NULL || *example == '\0') example = "one without a name";
    tally->examples = tally->count == 1
                          ? sk_arena_string(arena, example)
                          : sk_arena_printf(arena, "%s, %s", tally->examples, example);
}

const char *sk_fault_tally_text(const sk_fault_tally *tally, sk_arena *arena) {
    if (tally->count <= EXAMPLES_MAX) return tally->examples;
    return sk_arena_printf(arena, "%s and %zu more", tally->examples, tally->count - EXAMPLES_MAX);
}
