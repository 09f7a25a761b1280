#include <string.h>

#include "base/suggestion.h"
#include "load/project/owned_project.h"
#include "load/wording/wording_keys.h"
#include "streekkaart/wording.h"

/* Names of regions; else of sectors. */
static bool is_of_regions(sk_name_group group) {
    return group != SK_NAME_SECTOR;
}

static sk_region_level level_of(const sk_project *project, sk_name_group group) {
    return group == SK_NAME_IN_FULL ? project->settings.home : group;
}

/* By a language that is not the catalogue's, for each slug: what maps name without being asked. */
static bool is_needed(const sk_project *project, sk_name_group group) {
    if (group == SK_NAME_IN_FULL) return false;
    return group >= SK_REGION_LEVELS_MAX || group == project->settings.home ||
           project->settings.levels[group].chooses;
}

static size_t slug_count(const sk_project *project, sk_name_group group) {
    return is_of_regions(group) ? project->regions[level_of(project, group)].count
                                : project->sector_count;
}

static const char *slug_at(const sk_project *project, sk_name_group group, size_t index) {
    return is_of_regions(group) ? project->regions[level_of(project, group)].items[index].slug
                                : project->sectors[index].slug;
}

/* Of what was lost nobody knows whether it has names too many or too few. */
static bool is_lost(const sk_project *project, sk_name_group group) {
    return sk_project_has_lost(project, is_of_regions(group) ? SK_LOSS_REGIONS : SK_LOSS_SECTORS);
}

static void check_needed(const sk_wording *words, const sk_project *project, sk_name_group group,
                         sk_arena *arena, sk_diag *diag) {
    if (words->of_catalogue || !is_needed(project, group) || is_lost(project, group)) return;
    for (size_t i = 0; i < slug_count(project, group); i++) {
        const char *slug = slug_at(project, group, i);
        if (sk_wording_find_name(words, group, slug) != NULL) continue;
        const char *path = sk_arena_printf(arena, "words.%s.names.%s.%s", words->language,
                                           sk_name_group_word(&project->settings, group), slug);
        sk_diag_error(diag, (sk_place){SK_SETTINGS_FILE, 0, path},
                      "add its name in this language, or the one that the catalogue has",
                      "the key is missing");
    }
}

static void check_known(const sk_project *project, const sk_word_name *name, sk_arena *arena,
                        sk_diag *diag) {
    sk_name_group group = name->group;
    if (is_lost(project, group)) return;
    sk_suggestion nearest = sk_suggestion_for(name->slug);
    for (size_t i = 0; i < slug_count(project, group); i++) {
        const char *slug = slug_at(project, group, i);
        if (strcmp(slug, name->slug) == 0) return;
        sk_suggestion_consider(&nearest, slug);
    }
    sk_diag_warning(diag, name->origin, sk_suggestion_remedy(&nearest, arena, "take it out"),
                    "the project has nothing of that name");
}

sk_status sk_wording_check(const sk_wording *words, const sk_project *project, sk_diag *diag) {
    size_t errors = sk_diag_error_count(diag);
    sk_arena *arena = sk_arena_create();
    for (size_t i = 0; i < words->name_count; i++)
        check_known(project, &words->names[i], arena, diag);
    for (int group = 0; group < SK_NAME_GROUP_COUNT; group++)
        check_needed(words, project, group, arena, diag);
    sk_arena_free(arena);
    return sk_diag_error_count(diag) == errors ? SK_OK : SK_ERR_DATA;
}

static void rename_regions(sk_project *project, const sk_wording *words, sk_region_level level,
                           sk_arena *arena) {
    sk_region_list *list = &project->regions[level];
    sk_region *renamed = SK_NEW_ARRAY(arena, sk_region, list->count);
    for (size_t i = 0; i < list->count; i++) {
        renamed[i] = list->items[i];
        const char *name = sk_wording_find_name(words, level, renamed[i].slug);
        if (name != NULL) renamed[i].name = sk_arena_string(arena, name);
    }
    list->items = renamed;
}

static void rename_sectors(sk_project *project, const sk_wording *words, sk_arena *arena) {
    sk_sector *renamed = SK_NEW_ARRAY(arena, sk_sector, project->sector_count);
    for (size_t i = 0; i < project->sector_count; i++) {
        renamed[i] = project->sectors[i];
        const char *name = sk_wording_find_name(words, SK_NAME_SECTOR, renamed[i].slug);
        if (name != NULL) renamed[i].name = sk_arena_string(arena, name);
    }
    project->sectors = renamed;
}

static const char *title_of(const sk_project *project, const sk_wording *words,
                            const sk_figure *figure, sk_arena *arena) {
    const char *known = sk_project_sector_name(project, figure->sector);
    const char *sector = known != NULL ? known : "";
    switch (figure->kind) {
        case SK_FIGURE_MAP:
            return sector;
        case SK_FIGURE_SECTOR_OVERVIEW:
            return sk_wording_fill(words->title.sector_overview, &(sk_blank){"sector", sector}, 1,
                                   arena);
        case SK_FIGURE_REGION_OVERVIEW:
            return sk_wording_of_level(words, words->title.region_overview, figure->level, arena);
    }
    return figure->title;
}

static void retitle_figures(sk_project *project, const sk_wording *words, sk_arena *arena) {
    sk_figure *figures = SK_NEW_ARRAY(arena, sk_figure, project->figure_count);
    for (size_t i = 0; i < project->figure_count; i++) {
        sk_figure *figure = &figures[i];
        *figure = project->figures[i];
        figure->title = title_of(project, words, figure, arena);
        figure->caption = sk_wording_sheet_title(words, project, figure, arena);
    }
    project->figures = figures;
}

void sk_project_translate(sk_project *project, const sk_wording *words) {
    sk_arena *arena = ((sk_owned_project *)project)->arena;
    for (sk_region_level level = 0; level < SK_REGION_LEVEL_COUNT; level++)
        rename_regions(project, words, level, arena);
    rename_sectors(project, words, arena);
    if (!words->of_catalogue) retitle_figures(project, words, arena);
}
