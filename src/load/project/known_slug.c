#include "load/project/known_slug.h"

#include <string.h>

#include "base/suggestion.h"

static bool consider(sk_suggestion *nearest, const char *slug, const char *known) {
    if (strcmp(slug, known) == 0) return true;
    sk_suggestion_consider(nearest, known);
    return false;
}

static bool find_home(const sk_project *project, sk_suggestion *nearest) {
    const sk_region_list *homes = &project->regions[project->settings.home];
    for (size_t i = 0; i < homes->count; i++)
        if (consider(nearest, nearest->word, homes->items[i].slug)) return true;
    return homes->count == 0 || sk_project_has_lost(project, SK_LOSS_REGIONS);
}

static bool find_sector(const sk_project *project, sk_suggestion *nearest) {
    for (size_t i = 0; i < project->sector_count; i++)
        if (consider(nearest, nearest->word, project->sectors[i].slug)) return true;
    return project->sector_count == 0 || sk_project_has_lost(project, SK_LOSS_SECTORS);
}

static const char *home_level(const sk_project *project) {
    return project->settings.levels[project->settings.home].slug;
}

/* A region of another level than the maps are about; NULL when there is none. */
static const sk_region *region_elsewhere(const sk_project *project, const char *slug) {
    for (sk_region_level level = 0; level < project->settings.level_count; level++) {
        const sk_region *region = sk_project_region(project, level, slug);
        if (region != NULL) return region;
    }
    return NULL;
}

static bool check_home(const sk_record *record, const sk_project *project, const char *slug) {
    sk_suggestion nearest = sk_suggestion_for(slug);
    if (find_home(project, &nearest)) return true;
    const char *level = home_level(project);
    const char *otherwise =
        sk_arena_printf(record->load->arena, "use the slug of a %s of the boundary set", level);
    const sk_region *elsewhere = region_elsewhere(project, slug);
    if (elsewhere != NULL)
        sk_field_fault(record, otherwise, "\"%s\" is no %s: it is a %s", slug, level,
                       elsewhere->level_slug);
    else
        sk_field_fault(record, sk_suggestion_remedy(&nearest, record->load->arena, otherwise),
                       "unknown %s \"%s\"", level, slug);
    return false;
}

bool sk_known_home_or_none(const sk_record *record, const sk_project *project, const char **out) {
    *out = sk_field_optional(record, home_level(project));
    return *out == NULL || check_home(record, project, *out);
}

bool sk_known_home(const sk_record *record, const sk_project *project, const char **out) {
    return sk_field_text(record, home_level(project), out) &&
           sk_known_home_or_none(record, project, out);
}

static const char sector_remedy[] = "add it to layers/sectors.csv, or use a slug that stands there";
static const char file_remedy[] =
    "add it to layers/sectors.csv, or read a file with the whole catalogue by --catalogue";

static bool check_sector(const sk_record *record, const sk_project *project, const char *slug) {
    sk_suggestion nearest = sk_suggestion_for(slug);
    if (find_sector(project, &nearest)) return true;
    sk_field_fault(record, sk_suggestion_remedy(&nearest, record->load->arena, sector_remedy),
                   "unknown sector \"%s\"", slug);
    return false;
}

bool sk_known_sector(const sk_record *record, const sk_project *project, const char *column,
                     const char **out) {
    *out = sk_field_optional(record, column);
    return *out == NULL || check_sector(record, project, *out);
}

typedef bool slug_check(const sk_record *record, const sk_project *project, const char *slug);

/* Each one known, and none twice. */
static bool read_list(const sk_record *record, const sk_project *project, const char *column,
                      slug_check *check, sk_string_list *out) {
    bool sound = sk_field_list(record, column, out);
    for (size_t i = 0; i < out->count; i++) {
        sound = check(record, project, out->items[i]) && sound;
        for (size_t k = 0; k < i; k++)
            if (strcmp(out->items[k], out->items[i]) == 0) {
                sk_field_fault(record, "take one of the two out", "%s names \"%s\" twice", column,
                               out->items[i]);
                return false;
            }
    }
    return sound;
}

bool sk_known_homes(const sk_record *record, const sk_project *project, sk_string_list *out) {
    return read_list(record, project, home_level(project), check_home, out);
}

bool sk_known_sectors(const sk_record *record, const sk_project *project, sk_string_list *out) {
    return read_list(record, project, "sector", check_sector, out);
}

bool sk_known_sector_file(const sk_load *load, const sk_project *project, const char *file,
                          const char *slug) {
    sk_suggestion nearest = sk_suggestion_for(slug);
    if (find_sector(project, &nearest)) return true;
    sk_diag_error(load->diag, (sk_place){.file = file},
                  sk_suggestion_remedy(&nearest, load->arena, file_remedy),
                  "the file is named after the unknown sector \"%s\"", slug);
    return false;
}
