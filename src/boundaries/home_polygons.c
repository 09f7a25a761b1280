#include "boundaries/home_polygons.h"

#include <string.h>

#include "base/suggestion.h"
#include "boundaries/mesh/mesh.h"

typedef struct {
    const sk_boundary_build *build;
    const sk_polygon_list *polygons;
    sk_level_table *tables;
    sk_diag *diag;
    sk_arena *arena;
    sk_polygon_part *parts;
} finder;

static const char *slug_at(const finder *f, size_t polygon, sk_region_level level) {
    if (level == SK_REGION_SMALLEST) return f->polygons->items[polygon].code;
    uint32_t region = f->tables[level].of[polygon];
    return region == SK_NO_FACE ? NULL : f->tables[level].regions[region].slug;
}

/* Splits "province:limburg"; -1, reported, where it names no region. */
static sk_region_level level_of_home(const finder *f, const char *home, const char **slug) {
    const sk_project_settings *settings = f->build->settings;
    const sk_place place = {.file = "--home", .feature = home};
    const char *colon = strchr(home, ':');
    sk_region_level level =
        colon == NULL ? -1
                      : sk_settings_level(
                            settings, sk_arena_string_n(f->arena, home, (size_t)(colon - home)));
    if (level < 0) {
        sk_diag_error(f->diag, place,
                      sk_arena_printf(f->arena, "write LEVEL:SLUG, with the level %s",
                                      sk_settings_level_names(settings, f->arena)),
                      "this names no level of the project");
        return -1;
    }
    sk_suggestion nearest = sk_suggestion_for(colon + 1);
    for (size_t i = 0; i < f->polygons->count; i++) {
        *slug = slug_at(f, i, level);
        if (*slug != NULL && strcmp(*slug, colon + 1) == 0) return level;
        if (*slug != NULL) sk_suggestion_consider(&nearest, *slug);
    }
    sk_diag_error(f->diag, place,
                  sk_suggestion_remedy(&nearest, f->arena, "use a slug of the tables"),
                  "the source has no such %s", settings->levels[level].slug);
    return -1;
}

/* Marks the polygons that lie in one of the homes. */
static bool mark_homes(const finder *f, bool *in_home) {
    bool sound = true;
    for (size_t h = 0; h < f->build->homes.count; h++) {
        const char *slug = NULL;
        sk_region_level level = level_of_home(f, f->build->homes.items[h], &slug);
        if (level < 0) sound = false;
        for (size_t i = 0; level >= 0 && i < f->polygons->count; i++) {
            const char *here = slug_at(f, i, level);
            if (here != NULL && strcmp(here, slug) == 0) in_home[i] = true;
        }
    }
    return sound;
}

/* The first larger level of which the polygon lies in no region; the level count where it lies in
 * one of each. */
static sk_region_level missing_level(const finder *f, size_t polygon, bool *any) {
    sk_region_level count = f->build->settings->level_count, missing = count;
    *any = false;
    for (int level = count - 1; level > SK_REGION_SMALLEST; level--) {
        if (slug_at(f, polygon, level) != NULL)
            *any = true;
        else
            missing = level;
    }
    return missing;
}

/* The largest region that the polygon lies in, or itself. */
static sk_level_region largest_region(const finder *f, size_t polygon) {
    for (int level = f->build->settings->level_count - 1; level > SK_REGION_SMALLEST; level--) {
        uint32_t region = f->tables[level].of[polygon];
        if (region != SK_NO_FACE) return f->tables[level].regions[region];
    }
    const sk_polygon *itself = &f->polygons->items[polygon];
    return (sk_level_region){.slug = itself->code, .name = itself->name};
}

/* What homes leave over is a neighbour under that name. */
static void make_neighbours(const finder *f) {
    sk_level_table *neighbours = &f->tables[SK_REGION_NEIGHBOUR];
    size_t count = f->polygons->count, own = neighbours->count;
    sk_level_region *regions = SK_NEW_ARRAY(f->arena, sk_level_region, own + count);
    for (size_t i = 0; i < own; i++) regions[i] = neighbours->regions[i];
    for (size_t i = 0; i < count; i++) {
        if (f->parts[i] != SK_POLYGON_NEIGHBOUR || neighbours->of[i] != SK_NO_FACE) continue;
        regions[neighbours->count] = largest_region(f, i);
        neighbours->of[i] = (uint32_t)neighbours->count++;
    }
    neighbours->regions = regions;
}

/** How many polygons have one thing wrong, and the first of them. */
typedef struct {
    size_t count, first;
    sk_region_level level;
} tally;

static void add(tally *of, size_t polygon, sk_region_level level) {
    if (of->count++ == 0) *of = (tally){1, polygon, level};
}

static void report(const finder *f, const tally *incomplete, const tally *left_out) {
    const sk_project_settings *settings = f->build->settings;
    const sk_place place = {.file = f->build->source};
    const sk_polygon *items = f->polygons->items;
    if (incomplete->count > 0)
        sk_diag_error(
            f->diag, place, "add it to the table, or fill in the column",
            "%zu of its %zu polygons lie in a region of some levels and in no %s, such as "
            "%s, %s",
            incomplete->count, f->polygons->count, settings->levels[incomplete->level].slug,
            items[incomplete->first].code, items[incomplete->first].name);
    if (left_out->count > 0)
        sk_diag_warning(f->diag, place, "add them to the tables where they should be drawn",
                        "%zu of its %zu polygons lie in no region of a larger level and are left "
                        "out, such as %s, %s",
                        left_out->count, f->polygons->count, items[left_out->first].code,
                        items[left_out->first].name);
}

static sk_polygon_part part_of(const finder *f, size_t polygon, bool in_home, tally *incomplete,
                               tally *left_out) {
    const sk_project_settings *settings = f->build->settings;
    bool any = false;
    sk_region_level missing = missing_level(f, polygon, &any);
    if (f->tables[SK_REGION_NEIGHBOUR].of[polygon] != SK_NO_FACE) return SK_POLYGON_NEIGHBOUR;
    if (!in_home && (any || missing == settings->level_count)) return SK_POLYGON_NEIGHBOUR;
    if (missing == settings->level_count) return SK_POLYGON_OWN;
    add(any ? incomplete : left_out, polygon, missing);
    return SK_POLYGON_LEFT_OUT;
}

sk_status sk_home_polygons_find(const sk_boundary_build *build, const sk_polygon_list *polygons,
                                sk_arena *arena, sk_diag *diag,
                                sk_level_table tables[SK_REGION_LEVEL_COUNT],
                                sk_polygon_part *parts) {
    const finder f = {build, polygons, tables, diag, arena, parts};
    bool *in_home = SK_NEW_ARRAY(arena, bool, polygons->count);
    size_t errors = sk_diag_error_count(diag), own = 0;
    for (size_t i = 0; i < polygons->count; i++) in_home[i] = build->homes.count == 0;
    if (!mark_homes(&f, in_home)) return SK_ERR_DATA;
    tally incomplete = {0}, left_out = {0};
    for (size_t i = 0; i < polygons->count; i++) {
        parts[i] = part_of(&f, i, in_home[i], &incomplete, &left_out);
        own += parts[i] == SK_POLYGON_OWN;
    }
    report(&f, &incomplete, &left_out);
    make_neighbours(&f);
    if (own == 0 && sk_diag_error_count(diag) == errors)
        sk_diag_error(diag, (sk_place){.file = build->source}, "look at the tables of the levels",
                      "none of its %zu polygons lies in a region of each level", polygons->count);
    return sk_diag_error_count(diag) == errors ? SK_OK : SK_ERR_DATA;
}
