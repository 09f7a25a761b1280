/* A project in another language: what it is taught by the words of each, and put into one of them.
 */
#include <string.h>

#include "load/project/owned_project.h"
#include "load/wording/spoken_places.h"
#include "load/wording/wording_keys.h"
#include "streekkaart/wording.h"

/** What is taught to a project. */
typedef struct {
    const sk_project *project;
    const sk_wording *words;
    sk_arena *arena; /* the project's */
} lesson;

/* What a thing is called, with its own name as that of the catalogue's language, and the one that
 * the words have for it. Those in columns come first. */
static const sk_translation *taught(const lesson *l, const sk_translation *names, const char *own,
                                    const char *name) {
    const char *catalogue = l->project->settings.language;
    if (sk_translation_in(names, catalogue) == NULL)
        names = sk_translation_added(names, catalogue, own, l->arena);
    if (name == NULL || sk_translation_in(names, l->words->language) != NULL) return names;
    return sk_translation_added(names, sk_arena_string(l->arena, l->words->language),
                                sk_arena_string(l->arena, name), l->arena);
}

static void teach_regions(const lesson *l, sk_region_level level, sk_region_list *list) {
    sk_region *regions = SK_NEW_ARRAY(l->arena, sk_region, list->count);
    for (size_t i = 0; i < list->count; i++) {
        regions[i] = list->items[i];
        const char *name = sk_wording_find_name(l->words, level, regions[i].slug);
        regions[i].names = taught(l, regions[i].names, regions[i].name, name);
    }
    list->items = regions;
}

static const sk_sector *taught_sectors(const lesson *l) {
    sk_sector *sectors = SK_NEW_ARRAY(l->arena, sk_sector, l->project->sector_count);
    for (size_t i = 0; i < l->project->sector_count; i++) {
        sectors[i] = l->project->sectors[i];
        const char *name = sk_wording_find_name(l->words, SK_NAME_SECTOR, sectors[i].slug);
        sectors[i].names = taught(l, sectors[i].names, sectors[i].name, name);
    }
    return sectors;
}

/* The name in the language, else the thing's own. */
static const char *name_in(const lesson *l, const sk_translation *names, const char *own) {
    const char *name = sk_translation_in(names, l->words->language);
    return name != NULL ? name : own;
}

static const char *sector_in(const lesson *l, const char *slug) {
    for (size_t i = 0; i < l->project->sector_count; i++) {
        const sk_sector *sector = &l->project->sectors[i];
        if (strcmp(sector->slug, slug) == 0) return name_in(l, sector->names, sector->name);
    }
    return "";
}

/* The sectors of the figure, in the order of its list. */
static const char *sectors_in(const lesson *l, const sk_figure *figure) {
    size_t count = figure->sectors.count;
    if (count == 0) return "";
    const char **names = SK_NEW_ARRAY(l->arena, const char *, count);
    for (size_t i = 0; i < count; i++) names[i] = sector_in(l, figure->sectors.items[i]);
    return sk_wording_sectors(l->words, names, count, l->arena);
}

static const char *title_in(const lesson *l, const sk_figure *figure) {
    const char *sector = sectors_in(l, figure);
    switch (figure->kind) {
        case SK_FIGURE_MAP:
            return sector;
        case SK_FIGURE_SECTOR_OVERVIEW:
            return sk_wording_fill(l->words->title.sector_overview, &(sk_blank){"sector", sector},
                                   1, l->arena);
        case SK_FIGURE_REGION_OVERVIEW:
            return sk_wording_of_level(l->words, l->words->title.region_overview, figure->level,
                                       l->arena);
    }
    return figure->title;
}

/* A title and a caption of the catalogue's own language stand in the list of figures. */
static const sk_figure *taught_figures(const lesson *l) {
    sk_figure *figures = SK_NEW_ARRAY(l->arena, sk_figure, l->project->figure_count);
    for (size_t i = 0; i < l->project->figure_count; i++) {
        sk_figure *figure = &figures[i];
        *figure = l->project->figures[i];
        sk_figure shown = *figure;
        const char *title = l->words->of_catalogue ? NULL : title_in(l, figure);
        figure->titles = taught(l, figure->titles, figure->title, title);
        shown.title = name_in(l, figure->titles, figure->title);
        const char *caption = l->words->of_catalogue
                                  ? NULL
                                  : sk_wording_sheet_title(l->words, l->project, &shown, l->arena);
        figure->captions = taught(l, figure->captions, figure->caption, caption);
    }
    return figures;
}

void sk_project_learn(sk_project *project, const sk_wording *words) {
    const lesson l = {project, words, ((sk_owned_project *)project)->arena};
    for (sk_region_level level = 0; level < SK_REGION_LEVEL_COUNT; level++)
        teach_regions(&l, level, &project->regions[level]);
    project->sectors = taught_sectors(&l);
    project->figures = taught_figures(&l);
}

/** A language that a project is put into. */
typedef struct {
    const char *language;
    const sk_spoken_places *towns;
    sk_arena *arena; /* the project's */
} speaker;

static void say(const char **text, const sk_translation *translations, const char *language) {
    const char *said = sk_translation_in(translations, language);
    if (said != NULL) *text = said;
}

static void say_regions(const speaker *s, sk_region_list *list, sk_region_level level) {
    sk_region *regions = SK_NEW_ARRAY(s->arena, sk_region, list->count);
    for (size_t i = 0; i < list->count; i++) {
        regions[i] = list->items[i];
        say(&regions[i].name, regions[i].names, s->language);
        if (level == SK_REGION_SMALLEST)
            regions[i].name =
                sk_spoken_places_say(s->towns, regions[i].names, regions[i].listed_name);
    }
    list->items = regions;
}

static void say_features(const speaker *s, sk_project *project) {
    sk_feature *features = SK_NEW_ARRAY(s->arena, sk_feature, project->feature_count);
    for (size_t i = 0; i < project->feature_count; i++) {
        features[i] = project->features[i];
        features[i].name = sk_spoken_places_say(s->towns, features[i].names, features[i].name);
        say(&features[i].remark, features[i].remarks, s->language);
    }
    project->features = features;
}

static void say_places(const speaker *s, sk_project *project) {
    sk_named_place *places = SK_NEW_ARRAY(s->arena, sk_named_place, project->place_count);
    for (size_t i = 0; i < project->place_count; i++) {
        places[i] = project->places[i];
        places[i].name = sk_spoken_places_say(s->towns, places[i].names, places[i].name);
    }
    project->places = places;
}

static void say_context(const speaker *s, sk_project *project) {
    sk_context_item *context = SK_NEW_ARRAY(s->arena, sk_context_item, project->context_count);
    for (size_t i = 0; i < project->context_count; i++) {
        context[i] = project->context[i];
        context[i].name = sk_spoken_places_say(s->towns, context[i].names, context[i].name);
    }
    project->context = context;
}

static void say_sectors(const speaker *s, sk_project *project) {
    sk_sector *sectors = SK_NEW_ARRAY(s->arena, sk_sector, project->sector_count);
    for (size_t i = 0; i < project->sector_count; i++) {
        sectors[i] = project->sectors[i];
        say(&sectors[i].name, sectors[i].names, s->language);
    }
    project->sectors = sectors;
}

static void say_figures(const speaker *s, sk_project *project) {
    sk_figure *figures = SK_NEW_ARRAY(s->arena, sk_figure, project->figure_count);
    for (size_t i = 0; i < project->figure_count; i++) {
        figures[i] = project->figures[i];
        say(&figures[i].title, figures[i].titles, s->language);
        say(&figures[i].caption, figures[i].captions, s->language);
    }
    project->figures = figures;
}

void sk_project_translate(sk_project *project, const sk_wording *words) {
    sk_arena *arena = ((sk_owned_project *)project)->arena;
    sk_project_learn(project, words);
    const speaker s = {words->language, sk_spoken_places_gather(project, words->language, arena),
                       arena};
    for (sk_region_level level = 0; level < SK_REGION_LEVEL_COUNT; level++)
        say_regions(&s, &project->regions[level], level);
    say_sectors(&s, project);
    say_features(&s, project);
    say_places(&s, project);
    say_context(&s, project);
    say_figures(&s, project);
}
