#include "streekkaart/project_check.h"

#include <unistd.h>

#include "check_main.h"
#include "project_fixture.h"
#include "resolve/figure_map.h"

static sk_diag *diag;
static sk_project *project;

static void set_up(void) {
    diag = sk_diag_create();
    project = NULL;
}

static void tear_down(void) {
    sk_project_free(project);
    sk_diag_free(diag);
}

START_TEST(a_sound_project_is_read_whole_and_without_a_word) {
    ck_assert_int_eq(sk_project_open(fixture_make("sound"), diag, &project), SK_OK);
    fixture_expect(diag, "");
    ck_assert_uint_eq(project->regions[FIXTURE_MUNICIPALITY].count, 3);
    ck_assert_uint_eq(project->regions[SK_REGION_SEA].count, 1);
    ck_assert_uint_eq(project->sector_count, 2);
    ck_assert_uint_eq(project->feature_count, 3);
    ck_assert_uint_eq(project->place_count, 1);
    ck_assert_uint_eq(project->context_count, 2);
    ck_assert_int_eq(project->context[1].rank, 1);
    ck_assert_uint_eq(project->presence_count, 2);
    ck_assert(project->presence[0].recent && !project->presence[1].recent);
    ck_assert_str_eq(project->presence[1].note, "nieuw");
}
END_TEST

static size_t chosen_on(const sk_figure *figure) {
    sk_arena *arena = sk_arena_create();
    sk_shape_ops *ops = sk_shape_ops_create(arena);
    sk_figure_map map;
    ck_assert_int_eq(sk_figure_map_resolve(project, figure, "EPSG:31370", ops, diag, &map), SK_OK);
    size_t count = map.chosen_count;
    sk_shape_ops_free(ops);
    sk_arena_free(arena);
    return count;
}

START_TEST(a_choice_without_a_province_stands_on_no_map) {
    const char *directory = fixture_make("no_map");
    fixture_write(directory, "layers/presence.csv",
                  "sector,province,actor\nlogistiek,antwerpen,resoc:kempen\n"
                  "logistiek,,province:antwerpen\nzorg,,resoc:limburg\n");
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_OK);
    ck_assert_int_eq(sk_project_check(project, diag), SK_OK);
    fixture_expect(diag, "");
    ck_assert_uint_eq(project->presence_count, 3);
    ck_assert_ptr_null(project->presence[1].home);
    ck_assert_str_eq(project->presence[2].actor, "resoc:limburg");
    ck_assert_uint_eq(chosen_on(&project->figures[1]), 1);
    ck_assert_uint_eq(chosen_on(&project->figures[2]), 2); /* the sector's overview */
}
END_TEST

START_TEST(figures_are_given_by_number_and_quoted_commas_are_kept) {
    ck_assert_int_eq(sk_project_open(fixture_make("figures"), diag, &project), SK_OK);
    ck_assert_uint_eq(project->figure_count, 3);
    ck_assert_int_eq(project->figures[0].number, 11);
    ck_assert_int_eq(project->figures[1].number, 13);
    ck_assert_str_eq(project->figures[1].caption, "Logistiek, in Antwerpen");
    ck_assert_int_eq(project->figures[2].number, 52);
    ck_assert_uint_eq(project->figures[2].homes.count, 0);
}
END_TEST

START_TEST(degrees_become_metres_on_the_ground) {
    ck_assert_int_eq(sk_project_open(fixture_make("degrees"), diag, &project), SK_OK);
    const sk_feature *point = &project->features[0];
    ck_assert_int_eq(point->geometry.kind, SK_SHAPE_POINTS);
    ck_assert_double_eq_tol(point->geometry.parts[0].points[0].east_m, 155000, 5);
    ck_assert_double_eq_tol(point->geometry.parts[0].points[0].north_m, 210000, 5);
    ck_assert_str_eq(point->origin.file, "layers/logistiek.geojson");
    ck_assert_int_eq(point->origin.line, 2);
}
END_TEST

START_TEST(references_lead_to_regions_places_and_features) {
    ck_assert_int_eq(sk_project_open(fixture_make("references"), diag, &project), SK_OK);
    ck_assert_str_eq(sk_project_find(project, "municipality:Mol").region->slug, "13025");
    ck_assert_str_eq(sk_project_find(project, "municipality:13025").region->name, "Mol");
    ck_assert_str_eq(sk_project_find(project, "resoc:kempen").region->parents[FIXTURE_PROVINCE],
                     "antwerpen");
    ck_assert_str_eq(sk_project_find(project, "neighbour:nederland").region->name, "Nederland");
    ck_assert_str_eq(sk_project_find(project, "place:eindhoven").place->name, "Eindhoven");
    ck_assert_str_eq(sk_project_find(project, "zone").feature->area.items[0], "municipality:Geel");
    ck_assert_int_eq(sk_project_find(project, "resoc:mol").kind, SK_TARGET_NONE);
    ck_assert_int_eq(sk_project_find(project, "").kind, SK_TARGET_NONE);
}
END_TEST

START_TEST(a_polygon_is_its_exterior_and_then_its_holes_all_closed) {
    const char *directory = fixture_make("rings");
    fixture_write(
        directory, "layers/logistiek.geojson",
        COLLECTION(
            FEATURE("zone", "zone", "",
                    "{ \"type\": \"MultiPolygon\", \"coordinates\": [[[[4.44, 51.2], [4.46, 51.2], "
                    "[4.46, 51.22], [4.44, 51.2]], [[4.45, 51.202], [4.455, 51.202], [4.455, "
                    "51.205], [4.45, 51.202]]], [[[4.5, 51.2], [4.52, 51.2], [4.52, 51.22], "
                    "[4.5, 51.22]]]] }")));
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_OK);
    const sk_shape *shape = &project->features[0].geometry;
    ck_assert_int_eq(shape->kind, SK_SHAPE_POLYGONS);
    ck_assert_uint_eq(shape->part_count, 3);
    ck_assert(!shape->parts[0].hole && shape->parts[1].hole && !shape->parts[2].hole);
    ck_assert_uint_eq(shape->parts[2].count, 5);
    for (size_t i = 0; i < 3; i++) {
        sk_ground_point first = shape->parts[i].points[0];
        sk_ground_point last = shape->parts[i].points[shape->parts[i].count - 1];
        ck_assert(first.east_m == last.east_m && first.north_m == last.north_m);
    }
}
END_TEST

START_TEST(boundaries_in_another_projection_are_brought_to_the_ground) {
    const char *directory = fixture_make("projection");
    fixture_boundaries(directory, NULL, 3812);
    fixture_write(directory, "layers/logistiek.geojson", COLLECTION(SOUND_ZONE));
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_OK);
    const sk_shape *mol = &project->regions[FIXTURE_MUNICIPALITY].items[0].shape;
    /* Lambert 2008 counts from 500 km further west and south than Lambert 72. */
    ck_assert_double_eq_tol(mol->parts[0].points[0].east_m, 150000 - 499998, 200);
    ck_assert_double_eq_tol(mol->parts[0].points[0].north_m, 200000 - 500000, 200);
}
END_TEST

START_TEST(without_boundaries_or_figures_there_is_no_project_but_every_mistake_is_named) {
    const char *directory = fixture_make("nothing");
    fixture_remove(directory, "boundaries/regions.gpkg");
    fixture_remove(directory, "layers/figures.csv");
    fixture_write(directory, "layers/presence.csv", "sector,province,actor\n,,resoc:x\n");
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_ERR_DATA);
    ck_assert_ptr_null(project);
    fixture_expect(diag,
                   "boundaries/regions.gpkg: there is no such file: put it there, or mend its "
                   "name\n"
                   "layers/figures.csv: there is no such file: put it there, in this or another "
                   "format (.csv, .geojson, .gpkg, .xlsx, .ods)\n"
                   "layers/presence.csv:2: resoc:x: sector is empty: fill it in\n");
}
END_TEST

START_TEST(a_boundary_layer_that_is_missing_is_named) {
    const char *directory = fixture_make("layer");
    fixture_boundaries(directory, "province", 31370);
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_ERR_DATA);
    ck_assert_ptr_null(project);
    fixture_expect(diag,
                   "boundaries/regions.gpkg: the layer province is missing: run `streekkaart "
                   "boundaries build` anew\n");
}
END_TEST

START_TEST(boundaries_without_a_coordinate_system_are_refused) {
    const char *directory = fixture_make("unknown-crs");
    fixture_boundaries(directory, NULL, 0);
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_ERR_DATA);
    ck_assert_ptr_null(project);
    char *findings = fixture_findings(diag);
    ck_assert_ptr_nonnull(
        strstr(findings,
               "boundaries/regions.gpkg/municipality: the coordinate system of the file is "
               "not known: save the file in WGS 84"));
    free(findings);
}
END_TEST

START_TEST(a_boundary_file_cut_in_half_is_reported_and_not_a_crash) {
    const char *directory = fixture_make("half-boundaries");
    char path[1024];
    snprintf(path, sizeof path, "%s/boundaries/regions.gpkg", directory);
    struct stat status;
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_int_eq(truncate(path, status.st_size / 2), 0);
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_ERR_DATA);
    ck_assert_ptr_null(project);
    ck_assert_uint_gt(sk_diag_error_count(diag), 0);
    ck_assert_str_eq(sk_diag_get(diag, 0)->place.file, "boundaries/regions.gpkg");
}
END_TEST

START_TEST(a_geojson_file_cut_anywhere_is_reported_with_its_line_and_the_rest_is_read) {
    const char *directory = fixture_make("half");
    static const char whole[] = COLLECTION(SOUND_POINT ",\n" SOUND_ZONE);
    for (size_t length = 0; length + 3 < sizeof whole; length += 17) {
        sk_diag *found = sk_diag_create();
        sk_project *half = NULL;
        fixture_write_bytes(directory, "layers/logistiek.geojson", whole, length);
        ck_assert_int_eq(sk_project_open(directory, found, &half), SK_ERR_DATA);
        ck_assert_uint_eq(sk_diag_count(found), 1);
        ck_assert_str_eq(sk_diag_get(found, 0)->place.file, "layers/logistiek.geojson");
        ck_assert_int_gt(sk_diag_get(found, 0)->place.line, 0);
        ck_assert_uint_eq(half->feature_count, 0);
        ck_assert_uint_eq(half->figure_count, 3);
        sk_project_free(half);
        sk_diag_free(found);
    }
}
END_TEST

START_TEST(several_mistakes_are_all_named_in_one_run) {
    const char *directory = fixture_make("several");
    fixture_write(
        directory, "layers/logistiek.geojson",
        COLLECTION(SOUND_POINT ",\n" FEATURE("a", "pont", "", IN_MOL) ",\n" FEATURE(
            "b", "point", "", POINT("[4.4]")) ",\n" FEATURE("c", "point", ", \"place\": \"Moll\"",
                                                            IN_MOL)));
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_ERR_DATA);
    fixture_expect(
        diag,
        "layers/logistiek.geojson:4: b: a position has fewer than two numbers: write a position as "
        "[longitude, latitude], two numbers in degrees\n"
        "layers/logistiek.geojson:3: a: unknown kind \"pont\": did you mean \"point\"?\n"
        "layers/logistiek.geojson:5: c: place: there is no municipality \"Moll\": did you mean "
        "\"Mol\"?\n");
    ck_assert_uint_eq(project->feature_count, 2);
}
END_TEST

START_TEST(what_led_to_a_feature_that_was_left_out_is_not_at_fault_too) {
    const char *directory = fixture_make("chain");
    fixture_write(directory, "layers/logistiek.geojson",
                  COLLECTION(SOUND_LINK ",\n" SOUND_POINT ",\n" FEATURE(
                      "zone", "zone", ", \"area\": [\"resoc:x\"]", "null")));
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_ERR_DATA);
    ck_assert_uint_eq(sk_diag_count(diag), 1);
    ck_assert_str_eq(sk_diag_get(diag, 0)->what, "area: \"resoc:x\" leads nowhere");
    ck_assert_uint_eq(project->feature_count, 1);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("project");
    TCase *tests = tcase_create("project");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_sound_project_is_read_whole_and_without_a_word);
    tcase_add_test(tests, a_choice_without_a_province_stands_on_no_map);
    tcase_add_test(tests, figures_are_given_by_number_and_quoted_commas_are_kept);
    tcase_add_test(tests, degrees_become_metres_on_the_ground);
    tcase_add_test(tests, references_lead_to_regions_places_and_features);
    tcase_add_test(tests, a_polygon_is_its_exterior_and_then_its_holes_all_closed);
    tcase_add_test(tests, boundaries_in_another_projection_are_brought_to_the_ground);
    tcase_add_test(tests,
                   without_boundaries_or_figures_there_is_no_project_but_every_mistake_is_named);
    tcase_add_test(tests, a_boundary_layer_that_is_missing_is_named);
    tcase_add_test(tests, boundaries_without_a_coordinate_system_are_refused);
    tcase_add_test(tests, a_boundary_file_cut_in_half_is_reported_and_not_a_crash);
    tcase_add_test(tests,
                   a_geojson_file_cut_anywhere_is_reported_with_its_line_and_the_rest_is_read);
    tcase_add_test(tests, several_mistakes_are_all_named_in_one_run);
    tcase_add_test(tests, what_led_to_a_feature_that_was_left_out_is_not_at_fault_too);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
