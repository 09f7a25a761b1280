#include "base/memory/text_index.h"

#include <stdint.h>
#include <string.h>

typedef struct {
    const char *text; /* NULL: a free slot */
    size_t number;
} slot;

struct sk_text_index {
    sk_arena *arena;
    slot *slots;
    size_t count, capacity; /* capacity is a power of two, or 0 until there is a text */
};

enum { FIRST_CAPACITY = 64 };

sk_text_index *sk_text_index_create(sk_arena *arena) {
    sk_text_index *index = SK_NEW(arena, sk_text_index);
    index->arena = arena;
    return index;
}

/* FNV-1a. */
static size_t hash(const char *text) {
    uint64_t value = 0xcbf29ce484222325u;
    for (; *text != '\0'; text++) value = (value ^ (unsigned char)*text) * 0x100000001b3u;
    return (size_t)(value ^ value >> 32);
}

static slot *slot_of(slot *slots, size_t capacity, const char *text) {
    size_t at = hash(text) & (capacity - 1);
    while (slots[at].text != NULL && strcmp(slots[at].text, text) != 0)
        at = (at + 1) & (capacity - 1);
    return &slots[at];
}

static void grow(sk_text_index *index) {
    size_t capacity = index->capacity == 0 ? FIRST_CAPACITY : index->capacity * 2;
    slot *slots = SK_NEW_ARRAY(index->arena, slot, capacity);
    for (size_t i = 0; i < index->capacity; i++)
        if (index->slots[i].text != NULL)
            *slot_of(slots, capacity, index->slots[i].text) = index->slots[i];
    index->slots = slots;
    index->capacity = capacity;
}

const size_t *sk_text_index_find(const sk_text_index *index, const char *text) {
    if (index->capacity == 0) return NULL;
    const slot *found = slot_of(index->slots, index->capacity, text);
    return found->text == NULL ? NULL : &found->number;
}

size_t *sk_text_index_number(sk_text_index *index, const char *text) {
    if (index->count * 2 >= index->capacity) grow(index);
    slot *found = slot_of(index->slots, index->capacity, text);
    if (found->text == NULL) {
        found->text = text;
        index->count++;
    }
    return &found->number;
}

size_t sk_text_index_count(const sk_text_index *index) {
    return index->count;
}
