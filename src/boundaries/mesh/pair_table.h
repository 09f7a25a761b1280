/** A table from a pair of 32-bit numbers to an index: points, and edges between points. */
#ifndef STREEKKAART_BOUNDARIES_MESH_PAIR_TABLE_H
#define STREEKKAART_BOUNDARIES_MESH_PAIR_TABLE_H

#include <stddef.h>
#include <stdint.h>

#define SK_PAIR_NONE UINT32_MAX

typedef struct {
    uint64_t *keys;
    uint32_t *values; /* SK_PAIR_NONE: the slot is free */
    size_t slots, used;
} sk_pair_table;

static inline uint64_t sk_pair_key(uint32_t a, uint32_t b) {
    return (uint64_t)a << 32 | b;
}

/** The table is the caller's, until sk_pair_table_free(); it starts as {0}. */
void sk_pair_table_free(sk_pair_table *table);

/** The value of `key`, or SK_PAIR_NONE. */
uint32_t sk_pair_table_get(const sk_pair_table *table, uint64_t key);

/** The value of `key`; when it has none yet, it becomes `value`, which must not be SK_PAIR_NONE. */
uint32_t sk_pair_table_add(sk_pair_table *table, uint64_t key, uint32_t value);

#endif
