#include "resolve/feature_keys.h"

#include <string.h>

#include "resolve/figure_map.h"

/* A feature with its key. */
typedef struct {
    const sk_feature *feature;
    const char *key;
    bool is_first;
} keyed;

struct sk_feature_keys {
    keyed *items;
    size_t count;
};

/* 0 is the first letter, 25 the last; then come two, as spreadsheets letter their columns. */
static const char *letters(size_t index, char first, sk_arena *arena) {
    enum { LETTERS = 26 };
    const char *text = "";
    for (size_t rest = index + 1; rest > 0; rest = (rest - 1) / LETTERS)
        text = sk_arena_printf(arena, "%c%s", (char)(first + (int)((rest - 1) % LETTERS)), text);
    return text;
}

static bool share_key(const sk_feature *a, const sk_feature *b) {
    return a->kind == SK_FEATURE_LINK && b->kind == SK_FEATURE_LINK &&
           a->link_type == b->link_type && strcmp(a->name, b->name) == 0 &&
           strcmp(a->sector, b->sector) == 0;
}

static const char *key_of_same(const sk_feature_keys *keys, const sk_feature *feature) {
    for (size_t i = 0; i < keys->count; i++)
        if (share_key(keys->items[i].feature, feature)) return keys->items[i].key;
    return NULL;
}

enum { GROUNDS = SK_ZONE_OF_HOMES + 1 };

/* What the legend lists together: zones by their class and ground, links by their type. */
static int sort_of(const sk_project *project, const sk_feature *feature) {
    if (feature->kind != SK_FEATURE_ZONE) return feature->link_type;
    return feature->zone_class * GROUNDS + (int)sk_zone_ground_of(project, feature);
}

/* Gives letters to the features of that kind and sort; returns how many have been given out. */
static size_t give(sk_feature_keys *keys, const sk_project *project, const sk_figure_row_list *rows,
                   sk_feature_kind kind, int sort, size_t given, sk_arena *arena) {
    for (size_t i = 0; i < rows->count; i++) {
        const sk_feature *feature = rows->items[i].feature;
        if (feature->kind != kind || sort_of(project, feature) != sort) continue;
        const char *shared = key_of_same(keys, feature);
        const char *key =
            shared != NULL ? shared : letters(given++, kind == SK_FEATURE_ZONE ? 'A' : 'a', arena);
        keys->items[keys->count++] = (keyed){feature, key, shared == NULL};
    }
    return given;
}

/* The rows that stand together from there on. */
static sk_figure_row_list sector_from(const sk_figure_row_list *rows, size_t from) {
    sk_figure_row_list part = {&rows->items[from], 1};
    while (from + part.count < rows->count &&
           strcmp(part.items[part.count].feature->sector, part.items[0].feature->sector) == 0)
        part.count++;
    return part;
}

const sk_feature_keys *sk_feature_keys_create(const sk_project *project,
                                              const sk_figure_row_list *rows, sk_arena *arena) {
    sk_feature_keys *keys = SK_NEW(arena, sk_feature_keys);
    keys->items = SK_NEW_ARRAY(arena, keyed, rows->count);
    size_t zones = 0, links = 0;
    for (size_t from = 0; from < rows->count;) {
        const sk_figure_row_list sector = sector_from(rows, from);
        for (int sort = 0; sort < (SK_ZONE_CLASSES_MAX + 1) * GROUNDS; sort++)
            zones = give(keys, project, &sector, SK_FEATURE_ZONE, sort, zones, arena);
        for (int sort = 0; sort <= SK_LINK_KINDS_MAX; sort++)
            links = give(keys, project, &sector, SK_FEATURE_LINK, sort, links, arena);
        from += sector.count;
    }
    return keys;
}

static const keyed *find(const sk_feature_keys *keys, const sk_feature *feature) {
    for (size_t i = 0; i < keys->count; i++)
        if (keys->items[i].feature == feature) return &keys->items[i];
    return NULL;
}

const char *sk_feature_key(const sk_feature_keys *keys, const sk_feature *feature) {
    const keyed *found = find(keys, feature);
    return found != NULL ? found->key : NULL;
}

bool sk_feature_is_first_of_key(const sk_feature_keys *keys, const sk_feature *feature) {
    const keyed *found = find(keys, feature);
    return found != NULL && found->is_first;
}

bool sk_feature_keys_follow(const sk_feature_keys *keys, const sk_feature *feature,
                            const sk_feature *next) {
    const keyed *one = find(keys, feature), *other = find(keys, next);
    return one != NULL && other == one + 1;
}
