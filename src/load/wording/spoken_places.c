#include "load/wording/spoken_places.h"

#include "base/memory/text_index.h"

struct sk_spoken_places {
    const char *language;
    sk_text_index *numbers; /* of a name in the catalogue, from 1 */
    const char **said;      /* by number, less 1 */
    size_t count;
};

static void add(sk_spoken_places *towns, const char *name, const sk_translation *translations) {
    const char *said = sk_translation_in(translations, towns->language);
    if (name == NULL || said == NULL) return;
    size_t *number = sk_text_index_number(towns->numbers, name);
    if (*number > 0) return;
    towns->said[towns->count++] = said;
    *number = towns->count;
}

sk_spoken_places *sk_spoken_places_gather(const sk_project *project, const char *language,
                                          sk_arena *arena) {
    const sk_region_list *smallest = &project->regions[SK_REGION_SMALLEST];
    sk_spoken_places *towns = SK_NEW(arena, sk_spoken_places);
    *towns = (sk_spoken_places){.language = language, .numbers = sk_text_index_create(arena)};
    towns->said = SK_NEW_ARRAY(arena, const char *,
                               project->context_count + project->place_count + smallest->count);
    for (size_t i = 0; i < project->context_count; i++)
        add(towns, project->context[i].name, project->context[i].names);
    for (size_t i = 0; i < project->place_count; i++)
        add(towns, project->places[i].name, project->places[i].names);
    for (size_t i = 0; i < smallest->count; i++)
        add(towns, smallest->items[i].name, smallest->items[i].names);
    return towns;
}

const char *sk_spoken_places_say(const sk_spoken_places *towns, const sk_translation *own,
                                 const char *name) {
    const char *said = sk_translation_in(own, towns->language);
    if (said != NULL || name == NULL) return said;
    const size_t *number = sk_text_index_find(towns->numbers, name);
    return number == NULL ? name : towns->said[*number - 1];
}
