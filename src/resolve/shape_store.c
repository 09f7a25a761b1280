#include "resolve/shape_store.h"

#include <assert.h>
#include <pthread.h>
#include <stdalign.h>
#include <stddef.h>
#include <string.h>

enum { LISTS = 1 << 12 };

typedef struct entry {
    sk_shape_key key;
    sk_shape shape;
    struct entry *next; /* in the same list */
} entry;

static_assert(sizeof(entry) % sizeof(void *) == 0 && sizeof(sk_shape_part) % sizeof(void *) == 0 &&
                  sizeof(sk_ground_point) % sizeof(void *) == 0,
              "they lie one after the other");

struct sk_shape_store {
    pthread_mutex_t lock;
    entry *lists[LISTS];
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[]; /* entries and their points, one after the other */
};

/* What is never used of a large piece of memory takes none. */
sk_shape_store *sk_shape_store_create(sk_arena *arena, size_t bytes) {
    sk_shape_store *store = sk_arena_array(arena, 1, sizeof *store + bytes);
    pthread_mutex_init(&store->lock, NULL);
    store->size = bytes;
    return store;
}

/* The finalizer of splitmix64 (Steele, Lea, Flood 2014), on which each word has its own start. */
static uint64_t mixed(uint64_t z) {
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static void add_word(sk_shape_key *key, uint64_t word) {
    key->words[0] = mixed(key->words[0] + word + UINT64_C(0x9e3779b97f4a7c15));
    key->words[1] = mixed((key->words[1] ^ word) * UINT64_C(0xd1342543de82ef95) + 1);
}

sk_shape_key sk_shape_key_begin(int operation) {
    sk_shape_key key = {{UINT64_C(0x243f6a8885a308d3), UINT64_C(0x13198a2e03707344)}};
    add_word(&key, (uint64_t)operation);
    return key;
}

void sk_shape_key_add_number(sk_shape_key *key, double number) {
    uint64_t word;
    memcpy(&word, &number, sizeof word);
    add_word(key, word);
}

void sk_shape_key_add_shape(sk_shape_key *key, const sk_shape *shape) {
    add_word(key, (uint64_t)shape->kind);
    add_word(key, shape->part_count);
    for (size_t i = 0; i < shape->part_count; i++) {
        const sk_shape_part *part = &shape->parts[i];
        add_word(key, 2 * (uint64_t)part->count + part->hole);
        for (size_t k = 0; k < part->count; k++) {
            sk_shape_key_add_number(key, part->points[k].east_m);
            sk_shape_key_add_number(key, part->points[k].north_m);
        }
    }
}

static entry **list_of(sk_shape_store *store, sk_shape_key key) {
    return &store->lists[key.words[0] % LISTS];
}

static const entry *find(sk_shape_store *store, sk_shape_key key) {
    const entry *e = *list_of(store, key);
    while (e != NULL && (e->key.words[0] != key.words[0] || e->key.words[1] != key.words[1]))
        e = e->next;
    return e;
}

static size_t bytes_of(const sk_shape *shape) {
    size_t bytes = sizeof(entry);
    for (size_t i = 0; i < shape->part_count; i++)
        bytes += sizeof(sk_shape_part) + shape->parts[i].count * sizeof(sk_ground_point);
    return bytes;
}

/* Without an index, which who needs one makes. */
static sk_shape copy_to_arena(const sk_shape *shape, sk_arena *arena) {
    sk_shape copy = {.kind = shape->kind, .part_count = shape->part_count};
    copy.parts = SK_NEW_ARRAY(arena, sk_shape_part, shape->part_count);
    for (size_t i = 0; i < shape->part_count; i++) {
        const sk_shape_part *part = &shape->parts[i];
        sk_ground_point *points = SK_NEW_ARRAY(arena, sk_ground_point, part->count);
        memcpy(points, part->points, part->count * sizeof *points);
        copy.parts[i] = (sk_shape_part){points, part->count, part->hole};
    }
    return copy;
}

bool sk_shape_store_find(sk_shape_store *store, sk_shape_key key, sk_arena *arena, sk_shape *out) {
    pthread_mutex_lock(&store->lock);
    const entry *e = find(store, key);
    if (e != NULL) *out = copy_to_arena(&e->shape, arena);
    pthread_mutex_unlock(&store->lock);
    return e != NULL;
}

/* All sizes are multiples of a pointer's, which is what points and parts are aligned to. */
static void *room_for(sk_shape_store *store, size_t bytes) {
    void *room = store->bytes + store->used;
    store->used += bytes;
    return room;
}

static entry *entry_of(sk_shape_store *store, sk_shape_key key, const sk_shape *shape) {
    entry *e = room_for(store, sizeof *e);
    sk_shape_part *parts = room_for(store, shape->part_count * sizeof *parts);
    for (size_t i = 0; i < shape->part_count; i++) {
        size_t bytes = shape->parts[i].count * sizeof(sk_ground_point);
        parts[i] = shape->parts[i];
        parts[i].points = room_for(store, bytes);
        memcpy(parts[i].points, shape->parts[i].points, bytes);
    }
    *e = (entry){key, {.kind = shape->kind, .parts = parts, .part_count = shape->part_count}, NULL};
    return e;
}

static void begin_anew(sk_shape_store *store) {
    memset(store->lists, 0, sizeof store->lists);
    store->used = 0;
}

void sk_shape_store_keep(sk_shape_store *store, sk_shape_key key, const sk_shape *shape) {
    size_t bytes = bytes_of(shape);
    pthread_mutex_lock(&store->lock);
    if (bytes <= store->size && find(store, key) == NULL) {
        if (store->used + bytes > store->size) begin_anew(store);
        entry *e = entry_of(store, key, shape), **list = list_of(store, key);
        e->next = *list;
        *list = e;
    }
    pthread_mutex_unlock(&store->lock);
}
