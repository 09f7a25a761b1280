#include "scene/id_set.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/page_id.h"

typedef struct {
    const char *id;   /* NULL: a free slot */
    unsigned repeats; /* the last number that was appended to it */
} slot;

struct sk_id_set {
    sk_arena *arena;
    slot *slots;
    size_t count, capacity; /* capacity is a power of two */
};

enum { FIRST_CAPACITY = 256 };

sk_id_set *sk_id_set_create(sk_arena *arena) {
    sk_id_set *set = SK_NEW(arena, sk_id_set);
    set->arena = arena;
    set->capacity = FIRST_CAPACITY;
    set->slots = SK_NEW_ARRAY(arena, slot, set->capacity);
    return set;
}

/* FNV-1a. */
static size_t hash(const char *text) {
    uint64_t value = 0xcbf29ce484222325u;
    for (; *text != '\0'; text++) value = (value ^ (unsigned char)*text) * 0x100000001b3u;
    return (size_t)(value ^ value >> 32);
}

static slot *find(slot *slots, size_t capacity, const char *id) {
    size_t at = hash(id) & (capacity - 1);
    while (slots[at].id != NULL && strcmp(slots[at].id, id) != 0) at = (at + 1) & (capacity - 1);
    return &slots[at];
}

static void grow(sk_id_set *set) {
    size_t capacity = set->capacity * 2;
    slot *slots = SK_NEW_ARRAY(set->arena, slot, capacity);
    for (size_t i = 0; i < set->capacity; i++)
        if (set->slots[i].id != NULL) *find(slots, capacity, set->slots[i].id) = set->slots[i];
    set->slots = slots;
    set->capacity = capacity;
}

static void insert(sk_id_set *set, const char *id) {
    if (set->count * 2 >= set->capacity) grow(set);
    *find(set->slots, set->capacity, id) = (slot){.id = id, .repeats = 1};
    set->count++;
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
    while (find(set->slots, set->capacity, id)->id != NULL) {
        slot *first = find(set->slots, set->capacity, base);
        id = sk_page_id_counted(set->arena, base, ++first->repeats);
    }
    insert(set, id);
    return id;
}
