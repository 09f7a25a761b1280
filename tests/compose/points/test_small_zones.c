/* Zones so small that a disc would hide them. */
#include "compose/points/small_zones.h"

#include "check_main.h"
#include "compose/workshop.h"

static workshop w;
static sk_map_zone zone;

/* A square zone in the middle of the map, with sides of so many millimetres. */
static void make_zone(double side_mm) {
    double half = side_mm / 2 * w.composition.view.metres_per_mm;
    sk_ground_point *corners = SK_NEW_ARRAY(w.arena, sk_ground_point, 5);
    for (int i = 0; i < 5; i++)
        corners[i] = (sk_ground_point){5000 + (i == 1 || i == 2 ? half : -half),
                                       5000 + (i == 2 || i == 3 ? half : -half)};
    sk_shape_part *ring = SK_NEW(w.arena, sk_shape_part);
    *ring = (sk_shape_part){.points = corners, .count = 5};
    zone = (sk_map_zone){.shape = {SK_SHAPE_POLYGONS, ring, 1},
                         .area_m2 = 4 * half * half,
                         .bounds = {5000 - half, 5000 - half, 5000 + half, 5000 + half}};
    w.map.zones = &zone;
    w.map.zone_count = 1;
}

static void set_up(void) {
    workshop_open(&w);
}

static void tear_down(void) {
    workshop_close(&w);
}

START_TEST(a_disc_hides_of_a_small_zone_what_it_covers) {
    make_zone(2);
    const sk_small_zones zones = sk_small_zones_near(&w.composition, (sk_page_point){50, 50}, 5);
    ck_assert_double_eq(sk_small_zones_hidden(&zones, (sk_page_point){50, 50}, 2.1), 1);
    ck_assert_double_eq(sk_small_zones_hidden(&zones, (sk_page_point){54, 50}, 2.1), 0);
    double half = sk_small_zones_hidden(&zones, (sk_page_point){52.1, 50}, 2.1);
    ck_assert_double_gt(half, 0.3);
    ck_assert_double_lt(half, 0.7);
}
END_TEST

START_TEST(a_zone_larger_than_a_disc_or_far_off_is_none_of_them) {
    make_zone(5);
    ck_assert_uint_eq(sk_small_zones_near(&w.composition, (sk_page_point){50, 50}, 5).count, 0);
    make_zone(2);
    ck_assert_uint_eq(sk_small_zones_near(&w.composition, (sk_page_point){80, 50}, 5).count, 0);
}
END_TEST

START_TEST(the_dot_of_a_leader_leaves_a_small_zone_to_be_seen) {
    make_zone(2);
    double usual = w.style.marker.leader_dot_mm;
    ck_assert_double_lt(sk_small_zone_dot(&w.composition, (sk_page_point){50, 50}), usual);
    ck_assert_double_eq(sk_small_zone_dot(&w.composition, (sk_page_point){55, 50}), usual);
    make_zone(5);
    ck_assert_double_eq(sk_small_zone_dot(&w.composition, (sk_page_point){50, 50}), usual);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("small_zones");
    TCase *tests = tcase_create("small_zones");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_disc_hides_of_a_small_zone_what_it_covers);
    tcase_add_test(tests, a_zone_larger_than_a_disc_or_far_off_is_none_of_them);
    tcase_add_test(tests, the_dot_of_a_leader_leaves_a_small_zone_to_be_seen);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
