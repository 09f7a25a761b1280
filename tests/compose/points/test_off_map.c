/* Points off the map: in which direction, and how far. */
#include <math.h>

#include "base/angle.h"
#include "check_main.h"
#include "compose/points/off_map.h"
#include "compose/workshop.h"

static workshop w;

static void set_up(void) {
    workshop_open(&w); /* a map 10 km square, 100 m for a millimetre */
}

static void tear_down(void) {
    workshop_close(&w);
}

static sk_point_bearing bearing_of(double east_m, double north_m) {
    const sk_map_point point = {.at = {east_m, north_m}};
    return sk_point_bearing_of(&w.composition, &point);
}

START_TEST(a_point_on_the_map_is_where_it_is) {
    sk_point_bearing bearing = bearing_of(2000, 9000);
    ck_assert(!bearing.is_off);
    ck_assert_double_eq_tol(bearing.place.x_mm, 20, 1e-9);
    ck_assert_double_eq_tol(bearing.place.y_mm, 10, 1e-9);
}
END_TEST

/* East, north, and to a corner. */
static const struct {
    double east_m, north_m, direction_deg, km;
} far_points[] = {{30000, 5000, 0, 20}, {5000, 30000, -90, 20}, {30000, -20000, 45, 28.3}};

START_TEST(a_point_off_it_stands_at_the_edge_in_its_direction) {
    sk_point_bearing bearing = bearing_of(far_points[_i].east_m, far_points[_i].north_m);
    ck_assert(bearing.is_off);
    ck_assert_double_eq_tol(sk_degrees(bearing.direction_rad), far_points[_i].direction_deg, 1e-6);
    ck_assert_double_eq_tol(bearing.distance_km, far_points[_i].km, 0.2);
    double radius = w.style.marker.diameter_mm / 2;
    ck_assert(
        sk_page_box_contains(sk_page_box_grown(w.composition.view.frame, -radius), bearing.place));
    ck_assert(sk_page_box_contains(w.composition.view.frame, bearing.tip));
    ck_assert(sk_page_distance(bearing.tip, bearing.place) > radius);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("off_map");
    TCase *tests = tcase_create("off_map");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_point_on_the_map_is_where_it_is);
    tcase_add_loop_test(tests, a_point_off_it_stands_at_the_edge_in_its_direction, 0,
                        sizeof far_points / sizeof far_points[0]);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
