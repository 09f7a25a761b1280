#include <stdlib.h>
#include <string.h>

#include "load/project/ground_check.h"
#include "streekkaart/memory.h"
#include "streekkaart/project.h"

static bool same_map(const sk_feature *a, const sk_feature *b) {
    return strcmp(a->province, b->province) == 0 && strcmp(a->sector, b->sector) == 0;
}

/* By map, then by number, then as in the file. */
static int by_map_and_number(const void *a, const void *b) {
    const sk_feature *left = *(const sk_feature *const *)a;
    const sk_feature *right = *(const sk_feature *const *)b;
    int order = strcmp(left->sector, right->sector);
    if (order == 0) order = strcmp(left->province, right->province);
    if (order == 0) order = left->number - right->number;
    if (order == 0) order = left < right ? -1 : left > right;
    return order;
}

static void check_number(const sk_feature *before, const sk_feature *point, sk_diag *diag) {
    bool first = before == NULL || !same_map(before, point);
    int expected = first ? 1 : before->number + 1;
    if (point->number == expected) return;
    if (!first && point->number == before->number)
        sk_diag_error(diag, point->origin, "give one of the two another number",
                      "number %d is used twice on the map, also by %s", point->number, before->id);
    else
        sk_diag_error(diag, point->origin, "number the points of a map 1, 2, 3 and so on",
                      "number %d comes after %d on the map", point->number, expected - 1);
}

/* The points of each map must be numbered from 1 without a gap. */
static void check_numbers(const sk_project *project, sk_diag *diag) {
    const sk_feature **points = sk_heap_array(project->feature_count, sizeof *points);
    size_t count = 0;
    for (size_t i = 0; i < project->feature_count; i++)
        if (project->features[i].number > 0) points[count++] = &project->features[i];
    qsort(points, count, sizeof *points, by_map_and_number);
    for (size_t i = 0; i < count; i++) check_number(i == 0 ? NULL : points[i - 1], points[i], diag);
    free(points);
}

static void check_same_map(const sk_project *project, const sk_feature *link, const char *property,
                           sk_string_list references, sk_diag *diag) {
    for (size_t i = 0; i < references.count; i++) {
        sk_target target = sk_project_find(project, references.items[i]);
        if (target.kind == SK_TARGET_FEATURE && !same_map(link, target.feature))
            sk_diag_error(diag, link->origin, "lead to a feature of this map, a region or a place",
                          "%s: %s stands on another map", property, references.items[i]);
    }
}

static void check_links(const sk_project *project, sk_diag *diag) {
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        check_same_map(project, feature, "from", feature->from, diag);
        check_same_map(project, feature, "to", feature->to, diag);
    }
}

static bool is_map_of(const sk_figure *figure, const char *province, const char *sector) {
    return figure->kind == SK_FIGURE_MAP && province != NULL &&
           strcmp(figure->province, province) == 0 && strcmp(figure->sector, sector) == 0;
}

static bool has_map(const sk_project *project, const char *province, const char *sector) {
    for (size_t i = 0; i < project->figure_count; i++)
        if (is_map_of(&project->figures[i], province, sector)) return true;
    return false;
}

/* What stands on no figure would be lost without a word. */
static void check_everything_is_shown(const sk_project *project, sk_diag *diag) {
    static const char remedy[] = "add the map to layers/figures.csv, or mend province and sector";
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        if (!has_map(project, feature->province, feature->sector))
            sk_diag_error(diag, feature->origin, remedy, "no figure is the map of %s in %s",
                          feature->sector, feature->province);
    }
    for (size_t i = 0; i < project->presence_count; i++) {
        const sk_presence *presence = &project->presence[i];
        if (presence->province != NULL && !has_map(project, presence->province, presence->sector))
            sk_diag_error(diag, presence->origin, remedy, "no figure is the map of %s in %s",
                          presence->sector, presence->province);
    }
}

static bool has_content(const sk_project *project, const sk_figure *figure) {
    for (size_t i = 0; i < project->feature_count; i++)
        if (is_map_of(figure, project->features[i].province, project->features[i].sector))
            return true;
    for (size_t i = 0; i < project->presence_count; i++)
        if (is_map_of(figure, project->presence[i].province, project->presence[i].sector))
            return true;
    return false;
}

static void check_figures(const sk_project *project, sk_diag *diag) {
    for (size_t i = 0; i < project->figure_count; i++) {
        const sk_figure *figure = &project->figures[i];
        if (figure->kind == SK_FIGURE_MAP && !has_content(project, figure))
            sk_diag_warning(diag, figure->origin,
                            "add features to the sector's file, or actors to layers/presence.csv",
                            "nothing to draw yet on the map of %s in %s", figure->sector,
                            figure->province);
    }
}

static void check_membership(const sk_project *project, const sk_region *member,
                             sk_region_level level, const char *slug, sk_diag *diag) {
    if (slug == NULL || sk_project_region(project, level, slug) != NULL) return;
    sk_diag_error(diag, (sk_place){.file = "boundaries/flanders.gpkg", .feature = member->slug},
                  "run `streekkaart boundaries build` anew", "%s belongs to %s, which is not there",
                  member->name, slug);
}

static void check_regions(const sk_project *project, sk_diag *diag) {
    for (int level = SK_REGION_MUNICIPALITY; level <= SK_REGION_RESOC; level++) {
        const sk_region_list *list = &project->regions[level];
        for (size_t i = 0; i < list->count; i++) {
            const sk_region *region = &list->items[i];
            check_membership(project, region, SK_REGION_RESOC, region->resoc, diag);
            check_membership(project, region, SK_REGION_PROVINCE, region->province, diag);
        }
    }
}

/* Ids and references need no look here: what was faulty there has been reported by
 * sk_project_open() and is not part of the project. */
sk_status sk_project_check(const sk_project *project, sk_diag *diag) {
    size_t errors = sk_diag_error_count(diag);
    check_regions(project, diag);
    check_numbers(project, diag);
    check_links(project, diag);
    sk_ground_check(project, diag);
    check_everything_is_shown(project, diag);
    check_figures(project, diag);
    return sk_diag_error_count(diag) == errors ? SK_OK : SK_ERR_DATA;
}
