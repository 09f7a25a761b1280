#include "text/extent_cache.h"

#include "base/memory/text_index.h"

/* What a style has that a measure depends on. */
typedef struct {
    double size_mm, tracking_mm;
    int weight;
    bool italic;
} cut;

typedef struct {
    cut cut;
    sk_text_extent extent;
    size_t next; /* of the same text: its place in the list, from 1; 0: none */
} entry;

struct sk_extent_cache {
    sk_arena *arena;
    sk_text_index *firsts; /* from a text to the place of its first entry, from 1 */
    entry *entries;
    size_t count, capacity;
};

sk_extent_cache *sk_extent_cache_create(sk_arena *arena) {
    sk_extent_cache *cache = SK_NEW(arena, sk_extent_cache);
    cache->arena = arena;
    cache->firsts = sk_text_index_create(arena);
    return cache;
}

static cut cut_of(const sk_text_style *style) {
    return (cut){style->size_mm, style->tracking_mm, style->weight, style->italic};
}

static bool is_same_cut(const cut *a, const cut *b) {
    return a->size_mm == b->size_mm && a->tracking_mm == b->tracking_mm && a->weight == b->weight &&
           a->italic == b->italic;
}

const sk_text_extent *sk_extent_cache_find(const sk_extent_cache *cache, const char *utf8,
                                           const sk_text_style *style) {
    const cut wanted = cut_of(style);
    const size_t *first = sk_text_index_find(cache->firsts, utf8);
    for (size_t at = first == NULL ? 0 : *first; at > 0; at = cache->entries[at - 1].next)
        if (is_same_cut(&cache->entries[at - 1].cut, &wanted))
            return &cache->entries[at - 1].extent;
    return NULL;
}

void sk_extent_cache_keep(sk_extent_cache *cache, const char *utf8, const sk_text_style *style,
                          sk_text_extent extent) {
    const size_t *known = sk_text_index_find(cache->firsts, utf8);
    const char *text = known == NULL ? sk_arena_string(cache->arena, utf8) : utf8;
    size_t *first = sk_text_index_number(cache->firsts, text);
    cache->entries = sk_arena_grow(cache->arena, cache->entries, cache->count, &cache->capacity,
                                   sizeof *cache->entries);
    cache->entries[cache->count++] = (entry){cut_of(style), extent, *first};
    *first = cache->count;
}
