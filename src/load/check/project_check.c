#include "streekkaart/project_check.h"

#include <stdlib.h>
#include <string.h>

#include "load/check/ground_check.h"
#include "streekkaart/memory.h"

/** What is looked at, and where faults go. */
typedef struct {
    const sk_project *project;
    const sk_figure *const *figures; /* NULL: all, and what none of them shows */
    size_t figure_count;
    const sk_feature **features; /* that the figures show; heap memory */
    size_t feature_count;
    sk_diag *diag;
} checker;

static bool is_map_of(const sk_figure *figure, const char *home, const char *sector) {
    return figure->kind == SK_FIGURE_MAP && home != NULL && sk_figure_covers(figure, home, sector);
}

/* NULL when there is none. */
static const sk_figure *map_of(const sk_project *project, const char *home, const char *sector) {
    for (size_t i = 0; i < project->figure_count; i++)
        if (is_map_of(&project->figures[i], home, sector)) return &project->figures[i];
    return NULL;
}

static bool same_map(const sk_feature *a, const sk_feature *b) {
    return strcmp(a->home, b->home) == 0 && strcmp(a->sector, b->sector) == 0;
}

/* By map, then by number, then as in the file. */
static int by_map_and_number(const void *a, const void *b) {
    const sk_feature *left = *(const sk_feature *const *)a;
    const sk_feature *right = *(const sk_feature *const *)b;
    int order = strcmp(left->sector, right->sector);
    if (order == 0) order = strcmp(left->home, right->home);
    if (order == 0) order = left->number - right->number;
    if (order == 0) order = left < right ? -1 : left > right;
    return order;
}

/* Of a map that lost a feature nobody knows which number is missing. */
static bool may_have_gaps(const checker *c, const sk_feature *point) {
    const sk_figure *map = map_of(c->project, point->home, point->sector);
    return map != NULL && sk_project_loss(c->project, map) != NULL;
}

static void check_number(const checker *c, const sk_feature *before, const sk_feature *point) {
    bool first = before == NULL || !same_map(before, point);
    int expected = first ? 1 : before->number + 1;
    if (point->number == expected) return;
    if (!first && point->number == before->number)
        sk_diag_error(c->diag, point->origin, "give one of the two another number",
                      "number %d is used twice on the map, also by %s", point->number, before->id);
    else if (!may_have_gaps(c, point))
        sk_diag_error(c->diag, point->origin, "number the points of a map 1, 2, 3 and so on",
                      "number %d comes after %d on the map", point->number, expected - 1);
}

/* The points of each map must be numbered from 1 without a gap. */
static void check_numbers(const checker *c) {
    const sk_feature **points = sk_heap_array(c->feature_count, sizeof *points);
    size_t count = 0;
    for (size_t i = 0; i < c->feature_count; i++)
        if (c->features[i]->number > 0) points[count++] = c->features[i];
    qsort(points, count, sizeof *points, by_map_and_number);
    for (size_t i = 0; i < count; i++) check_number(c, i == 0 ? NULL : points[i - 1], points[i]);
    free(points);
}

/* What stands on no figure would be lost without a word. */
static void check_is_shown(const checker *c, const sk_place *origin, const char *home,
                           const char *sector) {
    if (map_of(c->project, home, sector) == NULL)
        sk_diag_error(c->diag, *origin,
                      "add the map to layers/figures.csv, or mend region and sector",
                      "no figure is the map of %s in %s", sector, home);
}

/* Once for those that stand together. */
static void check_features_are_shown(const checker *c) {
    for (size_t i = 0; i < c->feature_count; i++) {
        const sk_feature *feature = c->features[i];
        if (i == 0 || !same_map(c->features[i - 1], feature))
            check_is_shown(c, &feature->origin, feature->home, feature->sector);
    }
}

static bool has_feature_of(const checker *c, const sk_presence *presence) {
    for (size_t i = 0; i < c->feature_count; i++)
        if (strcmp(c->features[i]->home, presence->home) == 0 &&
            strcmp(c->features[i]->sector, presence->sector) == 0)
            return true;
    return false;
}

static void check_actors_are_shown(const checker *c) {
    for (size_t i = 0; i < c->project->presence_count; i++) {
        const sk_presence *presence = &c->project->presence[i];
        if (presence->home != NULL && !has_feature_of(c, presence))
            check_is_shown(c, &presence->origin, presence->home, presence->sector);
    }
}

/* What stands on no figure would be lost without a word. */
static void check_everything_is_shown(const checker *c) {
    if (sk_project_has_lost(c->project, SK_LOSS_FIGURES)) return;
    if (c->project->figure_count == 0) {
        sk_diag_error(c->diag, (sk_place){.file = "layers/figures.csv"}, "add a line for each",
                      "it lists no figure");
        return;
    }
    check_features_are_shown(c);
    if (c->figures == NULL) check_actors_are_shown(c);
}

static bool has_content(const sk_project *project, const sk_figure *figure) {
    for (size_t i = 0; i < project->feature_count; i++)
        if (is_map_of(figure, project->features[i].home, project->features[i].sector)) return true;
    for (size_t i = 0; i < project->presence_count; i++)
        if (is_map_of(figure, project->presence[i].home, project->presence[i].sector)) return true;
    return false;
}

static void warn_if_empty(const sk_project *project, const sk_figure *figure, const char *home,
                          const char *sector, sk_diag *diag) {
    sk_figure part = *figure;
    if (home != NULL) part.homes = (sk_string_list){&home, 1};
    if (sector != NULL) part.sectors = (sk_string_list){&sector, 1};
    if (has_content(project, &part)) return;
    const char *of = sector != NULL ? sector : "these sectors";
    sk_diag_warning(
        diag, figure->origin, "add features to the sector's file, or actors to layers/presence.csv",
        "nothing to draw yet on the map of %s in %s", of, home != NULL ? home : "these regions");
}

/* Of several sectors or regions each has something. */
static void check_is_filled(const sk_project *project, const sk_figure *map, sk_diag *diag) {
    sk_string_list homes = map->homes, sectors = map->sectors;
    const char *only_home = homes.count == 1 ? homes.items[0] : NULL;
    const char *only_sector = sectors.count == 1 ? sectors.items[0] : NULL;
    for (size_t i = 0; i < sectors.count; i++)
        warn_if_empty(project, map, only_home, sectors.items[i], diag);
    for (size_t i = 0; homes.count > 1 && i < homes.count; i++)
        warn_if_empty(project, map, homes.items[i], only_sector, diag);
}

static void check_for_empty_maps(const sk_project *project, sk_diag *diag) {
    for (size_t i = 0; i < project->figure_count; i++) {
        const sk_figure *figure = &project->figures[i];
        if (figure->kind == SK_FIGURE_MAP) check_is_filled(project, figure, diag);
    }
}

/* Each region lies in one of every larger level. */
static void check_parents(const checker *c, const sk_region *region) {
    static const char remedy[] = "run `streekkaart boundaries build` anew";
    const sk_project_settings *settings = &c->project->settings;
    const sk_place place = {.file = "boundaries/regions.gpkg", .feature = region->slug};
    for (int level = region->level + 1; level < settings->level_count; level++) {
        const char *slug = region->parents[level], *name = settings->levels[level].slug;
        if (slug == NULL)
            sk_diag_error(c->diag, place, remedy, "%s lies in no %s", region->name, name);
        else if (sk_project_region(c->project, level, slug) == NULL)
            sk_diag_error(c->diag, place, remedy, "%s lies in the %s %s, which is not there",
                          region->name, name, slug);
    }
}

static void check_regions(const checker *c) {
    if (sk_project_has_lost(c->project, SK_LOSS_REGIONS)) return;
    for (int level = 0; level < c->project->settings.level_count; level++)
        for (size_t i = 0; i < c->project->regions[level].count; i++)
            check_parents(c, &c->project->regions[level].items[i]);
}

static bool is_shown(const checker *c, const sk_feature *feature) {
    if (c->figures == NULL) return true;
    for (size_t i = 0; i < c->figure_count; i++) {
        const sk_figure *figure = c->figures[i];
        if (is_map_of(figure, feature->home, feature->sector)) return true;
        if (figure->kind == SK_FIGURE_SECTOR_OVERVIEW &&
            sk_figure_names_sector(figure, feature->sector))
            return true;
    }
    return false;
}

/* Ids, references and outlines need no look here: what was faulty there has been reported by
 * sk_project_open() and is not part of the project. */
sk_status sk_project_check_figures(const sk_project *project, const sk_figure *const *figures,
                                   size_t count, sk_diag *diag) {
    size_t errors = sk_diag_error_count(diag);
    checker c = {.project = project, .figures = figures, .figure_count = count, .diag = diag};
    c.features = sk_heap_array(project->feature_count, sizeof *c.features);
    for (size_t i = 0; i < project->feature_count; i++)
        if (is_shown(&c, &project->features[i]))
            c.features[c.feature_count++] = &project->features[i];
    check_regions(&c);
    check_numbers(&c);
    sk_ground_check(project, c.features, c.feature_count, diag);
    check_everything_is_shown(&c);
    free(c.features);
    return sk_diag_error_count(diag) == errors ? SK_OK : SK_ERR_DATA;
}

sk_status sk_project_check(const sk_project *project, sk_diag *diag) {
    sk_status status = sk_project_check_figures(project, NULL, 0, diag);
    check_for_empty_maps(project, diag);
    return status;
}
