#include <string.h>

#include "base/suggestion.h"
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

/* The name that the thing has in the language by a column of its own table. */
static const char *name_by_column(const sk_project *project, sk_name_group group, size_t index,
                                  const char *language) {
    if (group == SK_NAME_IN_FULL) return NULL;
    const sk_translation *names = is_of_regions(group) ? project->regions[group].items[index].names
                                                       : project->sectors[index].names;
    return sk_translation_in(names, language);
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
        if (sk_wording_find_name(words, group, slug) != NULL ||
            name_by_column(project, group, i, words->language) != NULL)
            continue;
        const char *path = sk_arena_printf(arena, "words.%s.names.%s.%s", words->language,
                                           sk_name_group_word(&project->settings, group), slug);
        sk_diag_error(diag, (sk_place){SK_SETTINGS_FILE, 0, path},
                      "add its name in this language, or the one that the catalogue has",
                      "the key is missing");
    }
}

/* Two names for one thing: which of them is meant? */
static void check_column(const sk_project *project, const sk_word_name *name, size_t index,
                         const char *language, sk_diag *diag) {
    const char *other = name_by_column(project, name->group, index, language);
    if (other != NULL && strcmp(other, name->text) != 0)
        sk_diag_warning(diag, name->origin, "keep one of the two",
                        "\"%s\" is not used: a column gives it the name \"%s\"", name->text, other);
}

static void check_known(const sk_wording *words, const sk_project *project,
                        const sk_word_name *name, sk_arena *arena, sk_diag *diag) {
    sk_name_group group = name->group;
    if (is_lost(project, group)) return;
    sk_suggestion nearest = sk_suggestion_for(name->slug);
    for (size_t i = 0; i < slug_count(project, group); i++) {
        const char *slug = slug_at(project, group, i);
        if (strcmp(slug, name->slug) == 0) {
            check_column(project, name, i, words->language, diag);
            return;
        }
        sk_suggestion_consider(&nearest, slug);
    }
    sk_diag_warning(diag, name->origin, sk_suggestion_remedy(&nearest, arena, "take it out"),
                    "the project has nothing of that name");
}

sk_status sk_wording_check(const sk_wording *words, const sk_project *project, sk_diag *diag) {
    size_t errors = sk_diag_error_count(diag);
    sk_arena *arena = sk_arena_create();
    for (size_t i = 0; i < words->name_count; i++)
        check_known(words, project, &words->names[i], arena, diag);
    for (int group = 0; group < SK_NAME_GROUP_COUNT; group++)
        check_needed(words, project, group, arena, diag);
    sk_arena_free(arena);
    return sk_diag_error_count(diag) == errors ? SK_OK : SK_ERR_DATA;
}
