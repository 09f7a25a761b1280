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

bool sk_known_home_or_none(const sk_record *record, const sk_project *project, const char **out) {
    const char *level = home_level(project);
    *out = sk_field_optional(record, level);
    if (*out == NULL) return true;
    sk_suggestion nearest = sk_suggestion_for(*out);
    if (find_home(project, &nearest)) return true;
    const char *otherwise =
        sk_arena_printf(record->load->arena, "use the slug of a %s of the boundary set", level);
    sk_field_fault(record, sk_suggestion_remedy(&nearest, record->load->arena, otherwise),
                   "unknown %s \"%s\"", level, *out);
    return false;
}

bool sk_known_home(const sk_record *record, const sk_project *project, const char **out) {
    return sk_field_text(record, home_level(project), out) &&
           sk_known_home_or_none(record, project, out);
}

static const char sector_remedy[] = "add it to layers/sectors.csv, or use a slug that stands there";
static const char file_remedy[] =
    "add it to layers/sectors.csv, or read a file with the whole catalogue by --catalogue";

bool sk_known_sector(const sk_record *record, const sk_project *project, const char *column,
                     const char **out) {
    *out = sk_field_optional(record, column);
    if (*out == NULL) return true;
    sk_suggestion nearest = sk_suggestion_for(*out);
    if (find_sector(project, &nearest)) return true;
    sk_field_fault(record, sk_suggestion_remedy(&nearest, record->load->arena, sector_remedy),
                   "unknown sector \"%s\"", *out);
    return false;
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
