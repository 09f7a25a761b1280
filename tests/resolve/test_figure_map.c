/* A figure's features with all references looked up: what a map holds, and what leads where. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "check_main.h"
#include "compose/workshop.h"
#include "load/tables/ground_box.h"

static workshop w;

static void set_up(void) {
    workshop_open(&w);
}

static void tear_down(void) {
    workshop_close(&w);
}

START_TEST(a_map_holds_what_the_catalogue_has_for_its_province_and_sector) {
    workshop_resolve(&w, 13);
    ck_assert_str_eq(w.map.homes[0]->slug, "antwerpen");
    ck_assert_uint_eq(w.map.point_count, 5);
    ck_assert_uint_eq(w.map.zone_count, 8);
    ck_assert_uint_eq(w.map.chosen_count, 4);
    ck_assert_uint_eq(sk_diag_count(w.diag), 0);
    for (size_t i = 0; i < w.map.point_count; i++) {
        ck_assert_str_eq(w.map.points[i].feature->home, "antwerpen");
        ck_assert_str_eq(w.map.points[i].feature->sector, "logistiek");
        ck_assert_int_eq(w.map.points[i].number, w.map.points[i].feature->number);
        ck_assert(sk_shape_contains(&w.map.homes[0]->shape, w.map.points[i].at));
    }
}
END_TEST

START_TEST(an_overview_holds_all_provinces_and_numbers_run_on) {
    workshop_resolve(&w, 52);
    ck_assert(sk_figure_map_is_overview(&w.map));
    ck_assert_uint_eq(w.map.point_count, 14);
    bool used[15] = {false};
    for (size_t i = 0; i < w.map.point_count; i++) {
        int number = w.map.points[i].number;
        ck_assert(number >= 1 && number <= 14 && !used[number]);
        used[number] = true;
    }
    ck_assert_uint_eq(w.map.zone_count, 21);
}
END_TEST

/* Of one municipality, of three, and with an outline of its own. */
static const struct {
    const char *zone, *region;
} zones[] = {{"antwerpen-logistiek-hoogstraten-zone", "Hoogstraten"},
             {"antwerpen-logistiek-logistiek-knooppunt-brabantse-poort", NULL},
             {"antwerpen-logistiek-haven-van-antwerpen-zone", NULL}};

START_TEST(a_zone_that_is_exactly_one_region_knows_it) {
    workshop_resolve(&w, 13);
    const sk_map_zone *zone = NULL;
    for (size_t i = 0; i < w.map.zone_count; i++)
        if (strcmp(w.map.zones[i].feature->id, zones[_i].zone) == 0) zone = &w.map.zones[i];
    ck_assert_ptr_nonnull(zone);
    ck_assert_int_eq(zone->region != NULL, zones[_i].region != NULL);
    if (zones[_i].region != NULL) ck_assert_str_eq(zone->region->name, zones[_i].region);
    ck_assert_double_gt(zone->area_m2, 1e6);
    ck_assert_double_eq_tol(zone->area_m2, sk_shape_area(&zone->shape), 1);
    sk_ground_box around = sk_shape_bounds(&zone->shape);
    ck_assert_double_eq(zone->bounds.west_m, around.west_m);
    ck_assert_double_eq(zone->bounds.north_m, around.north_m);
}
END_TEST

START_TEST(a_link_with_several_ends_is_a_line_for_each) {
    workshop_resolve(&w, 13);
    size_t lines = 0;
    for (size_t i = 0; i < w.map.link_count; i++)
        lines += strcmp(w.map.links[i].feature->id,
                        "antwerpen-logistiek-resoc-waas-dender-via-waaslandhaven") == 0;
    ck_assert_uint_eq(lines, 4);
}
END_TEST

START_TEST(a_link_that_ends_at_a_point_ends_at_its_disc) {
    workshop_resolve(&w, 42);
    size_t at_points = 0;
    for (size_t i = 0; i < w.map.link_count; i++) {
        const sk_link_end *ends[] = {&w.map.links[i].from, &w.map.links[i].to};
        for (int k = 0; k < 2; k++) {
            if (ends[k]->point_index == SIZE_MAX) continue;
            ck_assert_uint_lt(ends[k]->point_index, w.map.point_count);
            sk_ground_point at = w.map.points[ends[k]->point_index].at;
            ck_assert(ends[k]->at.east_m == at.east_m && ends[k]->at.north_m == at.north_m);
            at_points++;
        }
    }
    ck_assert_uint_eq(at_points, 1);
}
END_TEST

START_TEST(a_reference_that_leads_nowhere_is_reported_and_its_line_left_out) {
    const char *id = "antwerpen-logistiek-haven-van-antwerpen-verbinding-kempen";
    const char *nowhere[] = {"resoc:kempn"};
    sk_feature *features = SK_NEW_ARRAY(w.arena, sk_feature, w.project->feature_count);
    size_t changed = 0;
    for (size_t i = 0; i < w.project->feature_count; i++) {
        features[i] = w.project->features[i];
        if (strcmp(features[i].id, id) != 0) continue;
        features[i].to = (sk_string_list){nowhere, 1};
        changed++;
    }
    ck_assert_uint_eq(changed, 1);
    sk_project project = *w.project;
    project.features = features;
    ck_assert_int_eq(sk_figure_map_resolve(&project, workshop_figure(&w, 13), w.style.crs, w.ops,
                                           w.diag, &w.map),
                     SK_ERR_DATA);
    ck_assert_uint_eq(sk_diag_error_count(w.diag), 1);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(w.diag, 0)->what, "resoc:kempn"));
    ck_assert_str_eq(sk_diag_get(w.diag, 0)->place.feature, id);
    ck_assert_uint_gt(w.map.link_count, 0);
    for (size_t i = 0; i < w.map.link_count; i++) ck_assert_str_ne(w.map.links[i].feature->id, id);
    ck_assert_uint_eq(w.map.point_count, 5);
}
END_TEST

START_TEST(everything_is_in_the_crs_of_the_style) {
    workshop_resolve(&w, 13);
    sk_ground_point before = w.map.points[0].at;
    snprintf(w.style.crs, sizeof w.style.crs, "EPSG:3812");
    workshop_resolve(&w, 13);
    /* Lambert 2008 has Lambert 72's parallels, and its origin half a million metres away. */
    ck_assert_double_eq_tol(w.map.points[0].at.east_m - before.east_m, 500000, 300);
    ck_assert_double_eq_tol(w.map.points[0].at.north_m - before.north_m, 500000, 300);
    ck_assert(sk_shape_contains(&w.map.homes[0]->shape, w.map.points[0].at));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("figure_map");
    TCase *tests = tcase_create("figure_map");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_map_holds_what_the_catalogue_has_for_its_province_and_sector);
    tcase_add_test(tests, an_overview_holds_all_provinces_and_numbers_run_on);
    tcase_add_loop_test(tests, a_zone_that_is_exactly_one_region_knows_it, 0,
                        sizeof zones / sizeof zones[0]);
    tcase_add_test(tests, a_link_with_several_ends_is_a_line_for_each);
    tcase_add_test(tests, a_link_that_ends_at_a_point_ends_at_its_disc);
    tcase_add_test(tests, a_reference_that_leads_nowhere_is_reported_and_its_line_left_out);
    tcase_add_test(tests, everything_is_in_the_crs_of_the_style);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
