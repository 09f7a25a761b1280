/* Where the name of a point without a number stands. The frame is 100 mm square. */
#include "compose/names/names.h"

#include "check_main.h"
#include "compose/map/border_sides.h"
#include "compose/names/label_set.h"
#include "compose/names/name_costs.h"
#include "compose/points/markers.h"
#include "compose/workshop.h"

enum { LINKS = 2 };

static workshop w;
static const sk_feature point_feature = {
    .id = "p", .kind = SK_FEATURE_POINT, .name = "Wetenschapspark"};
static const sk_feature link_feature = {
    .id = "l", .kind = SK_FEATURE_LINK, .name = "Verbinding", .link_type = 1};
static sk_map_point point;
static sk_page_point left[] = {{46, 39}, {46, 61}}, right[] = {{54, 39}, {54, 61}};
static sk_map_link link_between;
static sk_drawn_link drawn[LINKS];

static void set_up(void) {
    workshop_open(&w);
    sk_page_point middle = {50, 50};
    point = (sk_map_point){.feature = &point_feature,
                           .at = sk_map_view_ground(&w.composition.view, middle)};
    w.map.points = &point;
    w.map.point_count = 1;
    link_between = (sk_map_link){.feature = &link_feature,
                                 .from = workshop_place(&w, 46, 39),
                                 .to = workshop_place(&w, 46, 61)};
    drawn[0] = (sk_drawn_link){.link = &link_between, .line = {left, 2}};
    drawn[1] = (sk_drawn_link){.link = &link_between, .line = {right, 2}};
    w.composition.markers = sk_markers_place(&w.composition);
    w.composition.sides = sk_border_sides_create(&w.composition);
}

static void tear_down(void) {
    workshop_close(&w);
}

static double cost_among(size_t link_count) {
    w.composition.links = (sk_drawn_links){drawn, link_count};
    sk_label_set *set = sk_label_set_create(&w.composition);
    sk_point_names_gather(&w.composition, set);
    sk_label_set_place(set);
    ck_assert(sk_label_set_placed(set, "p-label"));
    return sk_label_set_cost(set);
}

START_TEST(a_name_stands_beside_its_disc) {
    ck_assert_double_lt(cost_among(0), point_name_leader_cost);
}
END_TEST

/* Wherever it stood beside the disc it would lie across a line. */
START_TEST(a_name_between_links_is_led_out_from_among_them) {
    double cost = cost_among(LINKS);
    ck_assert_double_gt(cost, point_name_leader_cost);
    ck_assert_double_lt(cost, obstacle_cost.link);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("point_names");
    TCase *tests = tcase_create("point_names");
    suite_add_tcase(suite, tests);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_name_stands_beside_its_disc);
    tcase_add_test(tests, a_name_between_links_is_led_out_from_among_them);
    return run_suite(suite);
}
