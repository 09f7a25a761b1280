#include "base/page_id.h"

#include <string.h>

#include "base/number.h"

static const char *const prefixes[] = {
    [SK_PAGE_ID_LAYER] = "layer-",
    [SK_PAGE_ID_CHOSEN] = "chosen-",
    [SK_PAGE_ID_LEGEND_ROW] = "legend-",
    [SK_PAGE_ID_TABLE_ROW] = "row-",
    [SK_PAGE_ID_FIGURE] = "fig-",
    [SK_PAGE_ID_CONTENTS_ENTRY] = "contents-",
    [SK_PAGE_ID_CONTENTS_HEADING] = "heading-",
    [SK_PAGE_ID_RENDERER] = "sk-",
};

static const char *const endings[] = {
    [SK_PAGE_ID_ITSELF] = "",
    [SK_PAGE_ID_LABEL] = "-label",
    [SK_PAGE_ID_TOWN_NAME] = "-name",
    [SK_PAGE_ID_OUTLINE] = "-outline",
};

static const char leader[] = "-leader";

const char *sk_page_id_prefixed(sk_arena *arena, sk_page_id_prefix prefix, const char *name) {
    return sk_arena_printf(arena, "%s%s", prefixes[prefix], name);
}

const char *sk_page_id_numbered(sk_arena *arena, sk_page_id_prefix prefix, size_t number) {
    return sk_arena_printf(arena, "%s%zu", prefixes[prefix], number);
}

const char *sk_page_id_of_region(sk_arena *arena, const char *level, const char *slug) {
    return sk_arena_printf(arena, "%s-%s", level, slug);
}

const char *sk_page_id_within(sk_arena *arena, const char *owner, const char *name) {
    return sk_arena_printf(arena, "%s-%s", owner, name);
}

static bool is_of_furniture(const char *id) {
    static const char *const furniture[] = {
        SK_PAGE_ID_FRAME, SK_PAGE_ID_LEGEND, SK_PAGE_ID_INSET, SK_PAGE_ID_SCALE_BAR,
        "page",           "title",           "source",         "folio"};
    for (size_t i = 0; i < sizeof furniture / sizeof furniture[0]; i++)
        if (strcmp(furniture[i], id) == 0) return true;
    return false;
}

const char *sk_page_id_ended(sk_arena *arena, const char *owner, sk_page_id_ending ending) {
    if (ending == SK_PAGE_ID_ITSELF && is_of_furniture(owner))
        return sk_arena_printf(arena, "_%s", owner);
    return sk_arena_printf(arena, "%s%s", owner, endings[ending]);
}

const char *sk_page_id_counted(sk_arena *arena, const char *whole, size_t count) {
    return count == 1 ? whole : sk_arena_printf(arena, "%s-%zu", whole, count);
}

const char *sk_page_id_leader(sk_arena *arena, const char *id) {
    return sk_arena_printf(arena, "%s%s", id, leader);
}

bool sk_page_id_is_one_of(const char *id, const char *whole) {
    size_t length = strlen(whole);
    if (strncmp(id, whole, length) != 0) return false;
    const char *rest = id + length;
    int number = 0;
    return *rest == '\0' || (*rest == '-' && rest[1] != '-' && sk_integer_parse(rest + 1, &number));
}

bool sk_page_id_is_leader(const char *id) {
    size_t length = strlen(id), behind = strlen(leader);
    return length > behind && strcmp(id + length - behind, leader) == 0;
}

const char *sk_page_id_without_leader(sk_arena *arena, const char *id) {
    bool of_name = sk_page_id_is_leader(id) && strstr(id, endings[SK_PAGE_ID_LABEL]) != NULL;
    return of_name ? sk_arena_string_n(arena, id, strlen(id) - strlen(leader)) : id;
}

bool sk_page_id_is_movable_furniture(const char *id) {
    static const char *const movable[] = {SK_PAGE_ID_LEGEND, SK_PAGE_ID_INSET,
                                          SK_PAGE_ID_SCALE_BAR};
    for (size_t i = 0; i < sizeof movable / sizeof movable[0]; i++)
        if (strcmp(movable[i], id) == 0) return true;
    return false;
}

static bool begins_with(const char *id, sk_page_id_prefix prefix) {
    return strncmp(id, prefixes[prefix], strlen(prefixes[prefix])) == 0;
}

bool sk_page_id_is_of_layer(const char *id) {
    return begins_with(id, SK_PAGE_ID_LAYER);
}

bool sk_page_id_is_of_renderer(const char *id) {
    return begins_with(id, SK_PAGE_ID_RENDERER);
}
