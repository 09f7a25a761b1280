#include "boundaries/mesh/pair_table.h"

#include <stdlib.h>

#include "streekkaart/memory.h"

enum { FIRST_SLOTS = 1024 };

void sk_pair_table_free(sk_pair_table *table) {
    free(table->keys);
    free(table->values);
    *table = (sk_pair_table){0};
}

/* Keys are pairs of small, close numbers: the multiplication spreads them over the high bits. */
static size_t slot_of(const sk_pair_table *table, uint64_t key) {
    uint64_t mixed = (key ^ key >> 29) * UINT64_C(0x9E3779B97F4A7C15);
    size_t slot = (size_t)(mixed ^ mixed >> 32) & (table->slots - 1);
    while (table->values[slot] != SK_PAIR_NONE && table->keys[slot] != key)
        slot = (slot + 1) & (table->slots - 1);
    return slot;
}

static void grow(sk_pair_table *table) {
    sk_pair_table old = *table;
    table->slots = old.slots == 0 ? FIRST_SLOTS : old.slots * 2;
    table->keys = sk_heap_array(table->slots, sizeof *table->keys);
    table->values = sk_heap_array(table->slots, sizeof *table->values);
    for (size_t i = 0; i < table->slots; i++) table->values[i] = SK_PAIR_NONE;
    for (size_t i = 0; i < old.slots; i++) {
        if (old.values[i] == SK_PAIR_NONE) continue;
        size_t slot = slot_of(table, old.keys[i]);
        table->keys[slot] = old.keys[i];
        table->values[slot] = old.values[i];
    }
    free(old.keys);
    free(old.values);
}

uint32_t sk_pair_table_get(const sk_pair_table *table, uint64_t key) {
    return table->slots == 0 ? SK_PAIR_NONE : table->values[slot_of(table, key)];
}

uint32_t sk_pair_table_add(sk_pair_table *table, uint64_t key, uint32_t value) {
    if (table->used * 2 >= table->slots) grow(table);
    size_t slot = slot_of(table, key);
    if (table->values[slot] == SK_PAIR_NONE) {
        table->keys[slot] = key;
        table->values[slot] = value;
        table->used++;
    }
    return table->values[slot];
}
