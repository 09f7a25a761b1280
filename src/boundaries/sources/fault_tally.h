/** A fault that many features may have, told once: how many have it, and some of them. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_FAULT_TALLY_H
#define STREEKKAART_BOUNDARIES_SOURCES_FAULT_TALLY_H

#include <stddef.h>

#include "streekkaart/memory.h"

/** Begins as {0}. */
typedef struct {
    size_t count;
    const char *examples; /* of the first few, as a list */
} sk_fault_tally;

/** Counts one more; the list of examples is the arena's. */
void sk_fault_tally_add(sk_fault_tally *tally, const char *example, sk_arena *arena);

/** "11001, 11002, 11004 and 12 more"; the arena's. */
const char *sk_fault_tally_text(const sk_fault_tally *tally, sk_arena *arena);

#endif
