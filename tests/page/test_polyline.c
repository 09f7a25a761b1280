#include <math.h>

#include "base/angle.h"
#include "check_main.h"
#include "page/polyline.h"

START_TEST(an_arc_runs_from_end_to_end_and_its_middle_lies_at_the_sagitta) {
    sk_arena *arena = sk_arena_create();
    sk_page_point a = {0, 0}, b = {40, 0};
    sk_polyline arc = sk_polyline_arc(arena, a, b, 4);
    ck_assert_double_eq(arc.points[0].x_mm, 0);
    ck_assert_double_eq(arc.points[arc.count - 1].x_mm, 40);
    sk_line_position middle = sk_polyline_at(&arc, sk_polyline_length(&arc) / 2);
    ck_assert_double_eq_tol(middle.at.x_mm, 20, 0.02);
    ck_assert_double_eq_tol(middle.at.y_mm, -4, 0.02); /* left of the way to the right is up */
    /* length of a circular arc: radius times angle */
    double radius = 40 * 40 / (8 * 4.0) + 2, angle = 2 * asin(20 / radius);
    ck_assert_double_eq_tol(sk_polyline_length(&arc), radius * angle, 0.02);
    sk_arena_free(arena);
}
END_TEST

/* As between neighbours whose discs would hide a flatter one. */
START_TEST(an_arc_of_more_than_a_half_circle_has_no_corner) {
    sk_arena *arena = sk_arena_create();
    sk_polyline arc = sk_polyline_arc(arena, (sk_page_point){0, 0}, (sk_page_point){8, 0}, 6);
    double radius = 8 * 8 / (8 * 6.0) + 3, angle = 2 * (SK_PI - asin(4 / radius));
    ck_assert_double_eq_tol(sk_polyline_length(&arc), radius * angle, 0.05);
    ck_assert_double_eq_tol(sk_polyline_at(&arc, radius * angle / 2).at.y_mm, -6, 0.02);
    for (size_t i = 1; i + 1 < arc.count; i++) {
        const sk_page_point *p = &arc.points[i];
        double turn = remainder(atan2(p[1].y_mm - p[0].y_mm, p[1].x_mm - p[0].x_mm) -
                                    atan2(p[0].y_mm - p[-1].y_mm, p[0].x_mm - p[-1].x_mm),
                                2 * SK_PI);
        ck_assert_double_le(fabs(turn), 0.2);
    }
    sk_arena_free(arena);
}
END_TEST

START_TEST(a_part_is_as_long_as_was_asked) {
    sk_arena *arena = sk_arena_create();
    sk_page_point points[] = {{0, 0}, {10, 0}, {10, 10}};
    sk_polyline line = {points, 3};
    sk_polyline part = sk_polyline_part(arena, &line, 4, 13);
    ck_assert_double_eq_tol(sk_polyline_length(&part), 9, 1e-9);
    ck_assert_double_eq_tol(part.points[0].x_mm, 4, 1e-9);
    ck_assert_double_eq_tol(part.points[part.count - 1].y_mm, 3, 1e-9);
    sk_arena_free(arena);
}
END_TEST

START_TEST(an_offset_keeps_its_distance_on_the_right) {
    sk_arena *arena = sk_arena_create();
    sk_page_point points[] = {{0, 0}, {10, 0}, {20, 0}};
    sk_polyline line = {points, 3};
    sk_polyline moved = sk_polyline_offset(arena, &line, 2);
    for (size_t i = 0; i < moved.count; i++) ck_assert_double_eq_tol(moved.points[i].y_mm, 2, 1e-9);
    sk_arena_free(arena);
}
END_TEST

START_TEST(lines_that_cross_are_told_from_lines_that_do_not) {
    sk_page_point across[] = {{5, -5}, {5, 5}}, beside[] = {{11, -5}, {11, 5}};
    sk_page_point points[] = {{0, 0}, {10, 0}};
    sk_polyline line = {points, 2}, crossing = {across, 2}, apart = {beside, 2};
    ck_assert(sk_polylines_cross(&line, &crossing));
    ck_assert(!sk_polylines_cross(&line, &apart));
    ck_assert_double_eq_tol(sk_polyline_distance(&line, (sk_page_point){13, 4}), 5, 1e-9);
}
END_TEST

START_TEST(lines_cross_at_an_angle_but_near_an_end_they_meet) {
    sk_page_point across[] = {{5, -5}, {5, 5}}, flat[] = {{-10, -2}, {20, 4}};
    sk_page_point points[] = {{0, 0}, {10, 0}};
    sk_polyline line = {points, 2}, steep = {across, 2}, slow = {flat, 2};
    ck_assert_double_eq_tol(sk_polylines_crossing_deg(&line, &steep, 1), 90, 1e-9);
    ck_assert(isinf(sk_polylines_crossing_deg(&line, &steep, 5.5)));
    ck_assert(isinf(sk_polylines_crossing_deg(&line, &slow, 1))); /* where the one begins */
    points[0].x_mm = -10;
    ck_assert_double_eq_tol(sk_polylines_crossing_deg(&line, &slow, 1), sk_degrees(atan(0.2)),
                            1e-9);
}
END_TEST

START_TEST(a_distance_is_exact_as_far_as_it_is_asked_for) {
    sk_page_point points[] = {{0, 0}, {20, 0}, {20, 30}, {-10, 30}, {-10, 10}};
    const sk_polyline line = {points, 5};
    for (double y = -10; y <= 40; y += 2.5)
        for (double x = -20; x <= 30; x += 2.5) {
            sk_page_point p = {x, y};
            double distance = sk_polyline_distance(&line, p);
            for (double most = 0; most <= 20; most += 2.5) {
                double within = sk_polyline_distance_within(&line, p, most);
                if (distance <= most)
                    ck_assert_double_eq(within, distance);
                else
                    ck_assert_double_gt(within, most);
                ck_assert(sk_polyline_comes_near(&line, p, most) == (distance < most));
            }
        }
    ck_assert_double_eq(sk_polyline_distance(&line, (sk_page_point){10, 20}), 10);
    ck_assert_double_eq(sk_polyline_distance(&line, (sk_page_point){5, -5}), 5);
}
END_TEST

START_TEST(lines_cross_wherever_their_segments_do) {
    sk_page_point there[] = {{0, 0}, {10, 0}, {20, 10}}, back[] = {{15, 0}, {15, 20}};
    sk_page_point beside[] = {{15, 6}, {30, 20}};
    const sk_polyline line = {there, 3}, upright = {back, 2}, apart = {beside, 2};
    ck_assert_double_eq_tol(sk_polylines_crossing_deg(&line, &upright, 1), 45, 1e-9);
    ck_assert_double_eq_tol(sk_polylines_crossing_deg(&upright, &line, 1), 45, 1e-9);
    ck_assert(isinf(sk_polylines_crossing_deg(&line, &apart, 1)));
    ck_assert(!sk_polylines_cross(&line, &apart));
}
END_TEST

START_TEST(an_arc_becomes_a_few_curves_that_run_where_it_runs) {
    sk_arena *arena = sk_arena_create();
    const double sagittas[] = {1, -6, 24};
    const size_t curves[] = {1, 1, 2};
    for (size_t i = 0; i < 3; i++) {
        sk_polyline arc =
            sk_polyline_arc(arena, (sk_page_point){10, 20}, (sk_page_point){90, 60}, sagittas[i]);
        arc = sk_polyline_part(arena, &arc, 3, sk_polyline_length(&arc) - 2);
        sk_path path = sk_polyline_path(arena, &arc);
        ck_assert_uint_eq(path.count, 1 + curves[i]);
        sk_page_point from = path.segments[0].points[0];
        for (size_t k = 1; k < path.count; k++) {
            const sk_page_point *p = path.segments[k].points;
            ck_assert_int_eq(path.segments[k].kind, SK_SEGMENT_CURVE);
            sk_page_point middle = {(from.x_mm + 3 * p[0].x_mm + 3 * p[1].x_mm + p[2].x_mm) / 8,
                                    (from.y_mm + 3 * p[0].y_mm + 3 * p[1].y_mm + p[2].y_mm) / 8};
            ck_assert_double_lt(sk_polyline_distance(&arc, middle), 0.03);
            from = p[2];
        }
        ck_assert_double_eq_tol(from.x_mm, arc.points[arc.count - 1].x_mm, 1e-9);
    }
    sk_arena_free(arena);
}
END_TEST

START_TEST(a_line_with_corners_keeps_its_points) {
    sk_arena *arena = sk_arena_create();
    sk_page_point points[] = {{0, 0}, {10, 1}, {20, 0}, {30, 1}, {40, 0}, {50, 9}};
    sk_polyline line = {points, 6};
    sk_path path = sk_polyline_path(arena, &line);
    ck_assert_uint_eq(path.count, 6);
    ck_assert_int_eq(path.segments[5].kind, SK_SEGMENT_LINE);
    ck_assert_uint_eq(sk_polyline_path(arena, &(sk_polyline){0}).count, 0);
    sk_arena_free(arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("polyline");
    TCase *tests = tcase_create("polyline");
    tcase_add_test(tests, an_arc_runs_from_end_to_end_and_its_middle_lies_at_the_sagitta);
    tcase_add_test(tests, an_arc_of_more_than_a_half_circle_has_no_corner);
    tcase_add_test(tests, a_part_is_as_long_as_was_asked);
    tcase_add_test(tests, an_offset_keeps_its_distance_on_the_right);
    tcase_add_test(tests, lines_that_cross_are_told_from_lines_that_do_not);
    tcase_add_test(tests, lines_cross_at_an_angle_but_near_an_end_they_meet);
    tcase_add_test(tests, a_distance_is_exact_as_far_as_it_is_asked_for);
    tcase_add_test(tests, lines_cross_wherever_their_segments_do);
    tcase_add_test(tests, an_arc_becomes_a_few_curves_that_run_where_it_runs);
    tcase_add_test(tests, a_line_with_corners_keeps_its_points);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
