/** What was worked out of shapes once, for the figures of a run that ask for the same again: those
 * of one region are drawn at one scale, a sheet shows its figure's ground, and a map that is
 * decided anew asks what it asked before.
 *
 *  Threads share a store. It keeps results by a key of 128 bits, made of the operation and all that
 *  it is done to; of a million different ones, two have the same key with a chance of less than one
 * in 10^26. */
#ifndef STREEKKAART_RESOLVE_SHAPE_STORE_H
#define STREEKKAART_RESOLVE_SHAPE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "streekkaart/geometry.h"
#include "streekkaart/memory.h"

typedef struct sk_shape_store sk_shape_store;

/** Takes `bytes` of the arena, and begins anew when they are full. */
sk_shape_store *sk_shape_store_create(sk_arena *arena, size_t bytes);

typedef struct {
    uint64_t words[2];
} sk_shape_key;

/** The key of an operation, to be completed by what it is done to, in an order of its own. */
sk_shape_key sk_shape_key_begin(int operation);
void sk_shape_key_add_number(sk_shape_key *key, double number);
void sk_shape_key_add_shape(sk_shape_key *key, const sk_shape *shape);

/** True when the store has that: *out is a copy in `arena`. */
bool sk_shape_store_find(sk_shape_store *store, sk_shape_key key, sk_arena *arena, sk_shape *out);
/** Keeps a copy. */
void sk_shape_store_keep(sk_shape_store *store, sk_shape_key key, const sk_shape *shape);

#endif
