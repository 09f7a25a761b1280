#include "starter/starter_lists.h"

#include <string.h>

#include "resolve/shape_ops.h"

/* In how many regions beyond those of its map sectors are chosen, and in how many of its map's. */
enum { ELSEWHERE = 8, PARTS = 2 };

static const char *const symbols[SK_STARTER_SECTORS] = {"wheat", "truck"};

static sk_status write_sectors(const sk_starter_work *work) {
    sk_starter_file file;
    sk_starter_file_begin(&file, work->starter, "layers/sectors.csv");
    sk_starter_file_row(&file, (const char *[]){"slug", "name", "symbol"}, 3);
    for (int i = 1; i <= SK_STARTER_SECTORS; i++) {
        const char *row[] = {sk_starter_sector_slug(work, i),
                             sk_starter_sector_word(work, i, "name"), symbols[i - 1]};
        sk_starter_file_row(&file, row, 3);
    }
    return sk_starter_file_end(&file, work->diag);
}

static const char *home_slug(const sk_starter_work *work) {
    return work->project->settings.levels[work->project->settings.home].slug;
}

static const char *filled(const sk_starter_work *work, const char *key, const char *blank,
                          const char *value) {
    const char *text = sk_starter_word(work->words, key);
    return sk_starter_fill(text == NULL ? blank : text, blank, value, work->words->arena);
}

static void put_map(sk_starter_file *file, const sk_starter_work *work, int sector,
                    const sk_region *home) {
    sk_arena *arena = work->words->arena;
    const char *name = sk_starter_sector_word(work, sector, "name");
    const char *named = sk_starter_level_word(work->words, home_slug(work), "named");
    const char *caption =
        sk_starter_fill(filled(work, "map_caption", "{sector}", name), "{home}",
                        sk_starter_fill(named, "{name}", home->name, arena), arena);
    const char *row[] = {sk_arena_printf(arena, "%d", sector),
                         "map",
                         home->slug,
                         sk_starter_sector_slug(work, sector),
                         NULL,
                         name,
                         caption};
    sk_starter_file_row(file, row, 7);
}

static void put_sector_overview(sk_starter_file *file, const sk_starter_work *work, int sector) {
    const char *title =
        filled(work, "sector_overview", "{sector}", sk_starter_sector_word(work, sector, "name"));
    const char *row[] = {sk_arena_printf(work->words->arena, "%d", SK_STARTER_SECTORS + sector),
                         "sector-overview",
                         NULL,
                         sk_starter_sector_slug(work, sector),
                         NULL,
                         title,
                         title};
    sk_starter_file_row(file, row, 7);
}

/* More marks find no room beside their regions' names on a page. */
enum { OVERVIEW_MOST = 40 };

/* The smaller of the levels that choose. */
static sk_region_level chooser(const sk_starter_work *work) {
    const sk_project_settings *settings = &work->project->settings;
    for (int level = 0; level < settings->level_count; level++)
        if (settings->levels[level].chooses) return level;
    return settings->home;
}

static sk_status write_figures(const sk_starter_work *work, const sk_region *const *homes) {
    const char *level = work->project->settings.levels[chooser(work)].slug;
    const char *title = filled(work, "region_overview", "{many}",
                               sk_starter_level_word(work->words, level, "many"));
    sk_starter_file file;
    sk_starter_file_begin(&file, work->starter, "layers/figures.csv");
    const char *header[] = {"figure", "kind",  home_slug(work), "sector",
                            "level",  "title", "caption"};
    sk_starter_file_row(&file, header, 7);
    for (int i = 1; i <= SK_STARTER_SECTORS; i++) put_map(&file, work, i, homes[i - 1]);
    for (int i = 1; i <= SK_STARTER_SECTORS; i++) put_sector_overview(&file, work, i);
    if (work->project->regions[chooser(work)].count <= OVERVIEW_MOST) {
        const char *row[] = {"5", "region-overview", NULL, NULL, level, title, title};
        sk_starter_file_row(&file, row, 7);
    }
    return sk_starter_file_end(&file, work->diag);
}

static void put_actor(sk_starter_file *file, const sk_starter_work *work, int sector,
                      const char *home, const sk_region *actor, bool recent) {
    const char *row[] = {
        sk_starter_sector_slug(work, sector), home,
        sk_arena_printf(work->words->arena, "%s:%s", actor->level_slug, actor->slug),
        recent ? "true" : "false", NULL};
    sk_starter_file_row(file, row, 5);
}

/* The home itself and, where regions within it choose, the first of these. */
static void put_own(sk_starter_file *file, const sk_starter_work *work, int sector,
                    const sk_region *home) {
    put_actor(file, work, sector, home->slug, home, false);
    const sk_region_list *parts = &work->project->regions[chooser(work)];
    int count = 0;
    for (size_t i = 0; i < parts->count && count < PARTS; i++) {
        const char *above = parts->items[i].parents[home->level];
        if (above == NULL || strcmp(above, home->slug) != 0) continue;
        put_actor(file, work, sector, home->slug, &parts->items[i], count++ > 0);
    }
}

/* How many regions of its level, outside of `home`, are larger. */
static size_t rank_of(const sk_region_list *all, const double *areas, size_t region,
                      const sk_region *home) {
    size_t larger = 0;
    for (size_t i = 0; i < all->count; i++) {
        const char *above = sk_region_slug_at(&all->items[i], home->level);
        bool elsewhere = above != NULL && strcmp(above, home->slug) != 0;
        bool earlier = i < region;
        double more = areas[i] - areas[region];
        larger += elsewhere && (more > 0 || (earlier && more == 0));
    }
    return larger;
}

/* The largest of what lies elsewhere, where overviews have room for marks. */
static void put_elsewhere(sk_starter_file *file, const sk_starter_work *work, int sector,
                          const sk_region *home) {
    const sk_region_list *all = &work->project->regions[chooser(work)];
    double *areas = SK_NEW_ARRAY(work->words->arena, double, all->count);
    for (size_t i = 0; i < all->count; i++) areas[i] = sk_shape_area(&all->items[i].shape);
    for (size_t i = 0; i < all->count; i++) {
        const sk_region *actor = &all->items[i];
        const char *above = sk_region_slug_at(actor, home->level);
        if (above == NULL || strcmp(above, home->slug) == 0) continue;
        size_t rank = rank_of(all, areas, i, home);
        if (rank < ELSEWHERE && rank % SK_STARTER_SECTORS == (size_t)sector - 1)
            put_actor(file, work, sector, NULL, actor, false);
    }
}

static sk_status write_presence(const sk_starter_work *work, const sk_region *const *homes) {
    sk_starter_file file;
    sk_starter_file_begin(&file, work->starter, "layers/presence.csv");
    const char *header[] = {"sector", home_slug(work), "actor", "recent", "note"};
    sk_starter_file_row(&file, header, 5);
    for (int i = 1; i <= SK_STARTER_SECTORS; i++) {
        put_own(&file, work, i, homes[i - 1]);
        put_elsewhere(&file, work, i, homes[i - 1]);
    }
    return sk_starter_file_end(&file, work->diag);
}

sk_status sk_starter_lists_write(const sk_starter_work *work,
                                 const sk_region *const homes[SK_STARTER_SECTORS]) {
    sk_status status = write_sectors(work);
    if (status == SK_OK) status = write_figures(work, homes);
    if (status == SK_OK) status = write_presence(work, homes);
    return status;
}
