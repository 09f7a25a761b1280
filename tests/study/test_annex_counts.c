/* Holds the shipped catalogue against the rows that the annex of the study prints for each map,
 * as counted in tests/study/annex-counts.csv. */
#include <stdio.h>
#include <string.h>

#include "check_main.h"
#include "cli/choice/catalogue_count.h"
#include "streekkaart/project_check.h"

enum { MAP_COUNT = 39 };

typedef struct {
    int figure;
    size_t points, zones, links, presence;
} annex_row;

static sk_diag *diag;
static sk_project *project;

static void open_project(void) {
    diag = sk_diag_create();
    ck_assert_int_eq(sk_project_open(SK_STUDY, diag, &project), SK_OK);
}

static void close_project(void) {
    sk_project_free(project);
    sk_diag_free(diag);
}

static size_t read_annex(annex_row rows[MAP_COUNT + 1]) {
    FILE *file = fopen(SK_STUDY "/tests/study/annex-counts.csv", "r");
    ck_assert_ptr_nonnull(file);
    char line[256];
    ck_assert_ptr_nonnull(fgets(line, sizeof line, file));
    ck_assert_str_eq(line, "figure,points,zones,links,presence\n");
    size_t count = 0;
    while (count <= MAP_COUNT && fgets(line, sizeof line, file) != NULL) {
        annex_row *row = &rows[count++];
        ck_assert_int_eq(sscanf(line, "%d,%zu,%zu,%zu,%zu", &row->figure, &row->points, &row->zones,
                                &row->links, &row->presence),
                         5);
    }
    fclose(file);
    return count;
}

static const sk_figure *figure_numbered(int number) {
    for (size_t i = 0; i < project->figure_count; i++)
        if (project->figures[i].number == number) return &project->figures[i];
    ck_abort_msg("figure %d is not in layers/figures.csv", number);
    return NULL;
}

static annex_row count_annex_rows(const sk_figure *map) {
    annex_row row = {.figure = map->number};
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        if (feature->basis != 0 || !sk_figure_covers(map, feature->home, feature->sector)) continue;
        row.points += feature->kind == SK_FEATURE_POINT;
        row.zones += feature->kind == SK_FEATURE_ZONE;
        row.links += feature->kind == SK_FEATURE_LINK;
    }
    row.presence = sk_count_catalogue(project, map).actors;
    return row;
}

START_TEST(every_map_holds_what_its_annex_table_prints) {
    annex_row rows[MAP_COUNT + 1] = {0};
    ck_assert_uint_eq(read_annex(rows), MAP_COUNT);
    for (size_t i = 0; i < MAP_COUNT; i++) {
        const sk_figure *map = figure_numbered(rows[i].figure);
        ck_assert_int_eq(map->kind, SK_FIGURE_MAP);
        annex_row found = count_annex_rows(map);
        ck_assert_msg(found.points == rows[i].points && found.zones == rows[i].zones &&
                          found.links == rows[i].links && found.presence == rows[i].presence,
                      "figure %d: %zu points, %zu zones, %zu links, %zu actors; the annex has %zu, "
                      "%zu, %zu, %zu",
                      found.figure, found.points, found.zones, found.links, found.presence,
                      rows[i].points, rows[i].zones, rows[i].links, rows[i].presence);
    }
}
END_TEST

START_TEST(every_map_of_the_project_stands_in_the_annex_once) {
    annex_row rows[MAP_COUNT + 1] = {0};
    size_t count = read_annex(rows), maps = 0;
    for (size_t i = 0; i < project->figure_count; i++) {
        if (project->figures[i].kind != SK_FIGURE_MAP) continue;
        size_t found = 0;
        maps++;
        for (size_t k = 0; k < count; k++) found += rows[k].figure == project->figures[i].number;
        ck_assert_msg(found == 1, "figure %d stands %zu times in annex-counts.csv",
                      project->figures[i].number, found);
    }
    ck_assert_uint_eq(maps, MAP_COUNT);
}
END_TEST

START_TEST(the_catalogue_passes_its_own_check) {
    ck_assert_int_eq(sk_project_check(project, diag), SK_OK);
    ck_assert_uint_eq(sk_diag_count(diag), 0);
}
END_TEST

static void expect_curly(const char *text, const char *of) {
    ck_assert_msg(text == NULL || strchr(text, '\'') == NULL, "%s: a straight quote in: %s", of,
                  text);
}

START_TEST(quotes_and_apostrophes_are_curly) {
    ck_assert(project->feature_count > 0 && project->place_count > 0);
    ck_assert(project->context_count > 0 && project->presence_count > 0);
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        expect_curly(feature->name, feature->id);
        expect_curly(feature->source, feature->id);
        expect_curly(feature->remark, feature->id);
    }
    for (size_t i = 0; i < project->place_count; i++)
        expect_curly(project->places[i].name, project->places[i].id);
    for (size_t i = 0; i < project->context_count; i++)
        expect_curly(project->context[i].name, project->context[i].id);
    for (size_t i = 0; i < project->presence_count; i++)
        expect_curly(project->presence[i].note, project->presence[i].actor);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("annex counts");
    TCase *tests = tcase_create("annex counts");
    tcase_add_checked_fixture(tests, open_project, close_project);
    tcase_add_test(tests, every_map_holds_what_its_annex_table_prints);
    tcase_add_test(tests, every_map_of_the_project_stands_in_the_annex_once);
    tcase_add_test(tests, the_catalogue_passes_its_own_check);
    tcase_add_test(tests, quotes_and_apostrophes_are_curly);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
