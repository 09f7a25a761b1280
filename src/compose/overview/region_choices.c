#include "compose/overview/region_choices.h"

#include <string.h>

/* The length of the word, with the space behind it, that all names of the level begin with; 0 when
 * there is none. In an overview of the districts "District" need not be said fifteen times. */
static size_t common_word(const sk_region *const *regions, size_t count) {
    const char *space = count > 1 ? strchr(regions[0]->name, ' ') : NULL;
    if (space == NULL) return 0;
    size_t length = (size_t)(space - regions[0]->name) + 1;
    for (size_t i = 1; i < count; i++)
        if (strncmp(regions[i]->name, regions[0]->name, length) != 0) return 0;
    return length;
}

/* A sector that the region had chosen before is not new, whatever a later line says. */
static bool find_choice(const sk_figure_map *map, const sk_region *region, const char *sector,
                        bool *recent) {
    bool found = false;
    *recent = true;
    for (size_t i = 0; i < map->chosen_count; i++) {
        const sk_chosen_region *chosen = &map->chosen[i];
        if (chosen->region != region || strcmp(chosen->presence->sector, sector) != 0) continue;
        found = true;
        *recent = *recent && chosen->presence->recent;
    }
    return found;
}

static sk_region_choices choices_of(const sk_composition *c, const sk_project *project,
                                    const sk_region *region) {
    sk_region_choices choices = {
        .region = region,
        .id = sk_region_page_id(c->drawing, region),
        .heading = region->name,
        .marks = SK_NEW_ARRAY(c->drawing->arena, sk_sector_mark, project->sector_count),
    };
    for (size_t i = 0; i < project->sector_count; i++) {
        const sk_sector *sector = &project->sectors[i];
        bool recent = false;
        if (find_choice(c->map, region, sector->slug, &recent))
            choices.marks[choices.count++] = (sk_sector_mark){i, sector->symbol, recent};
    }
    return choices;
}

sk_region_choices_list sk_region_choices_gather(const sk_composition *c,
                                                const sk_project *project) {
    sk_region_level level = c->map->figure->level;
    const sk_region *const *regions = c->map->regions[level];
    sk_region_choices_list list = {.count = c->map->region_count[level]};
    list.items = SK_NEW_ARRAY(c->drawing->arena, sk_region_choices, list.count);
    size_t skipped = common_word(regions, list.count);
    for (size_t i = 0; i < list.count; i++) {
        list.items[i] = choices_of(c, project, regions[i]);
        list.items[i].heading += skipped;
    }
    return list;
}
