/* Which arc each link takes, on a map with nothing but what a test puts there. The frame is 100 mm
 * square, with 100 metres of ground in a millimetre. */
#include <math.h>
#include <stdint.h>

#include "check_main.h"
#include "compose/curves.h"
#include "compose/links/link_ends.h"
#include "compose/links/link_rules.h"
#include "compose/links/links.h"
#include "compose/workshop.h"
#include "page/polyline.h"

enum { INFRASTRUCTURAL = 1, ORGANISATIONAL }; /* among the usual kinds of links */

static workshop w;
static const sk_feature features[] = {
    {.id = "een", .kind = SK_FEATURE_LINK, .link_type = ORGANISATIONAL, .name = "Een"},
    {.id = "twee", .kind = SK_FEATURE_LINK, .link_type = ORGANISATIONAL, .name = "Twee"}};
static sk_map_link links[2];

static void set_up(void) {
    workshop_open(&w);
    w.map.links = links;
}

static void tear_down(void) {
    workshop_close(&w);
}

static sk_link_end place(double x_mm, double y_mm) {
    return workshop_place(&w, x_mm, y_mm);
}

static void add_link(sk_link_end from, sk_link_end to) {
    links[w.map.link_count] =
        (sk_map_link){.feature = &features[w.map.link_count], .from = from, .to = to};
    w.map.link_count++;
}

static const sk_polyline *only_line(void) {
    static sk_drawn_links drawn;
    drawn = sk_links_route(&w.composition, 0);
    ck_assert_uint_eq(drawn.count, 1);
    ck_assert_uint_ge(drawn.items[0].line.count, 2);
    return &drawn.items[0].line;
}

static sk_page_point last_of(const sk_polyline *line) {
    return line->points[line->count - 1];
}

/* How far the line is from the straight one at (50, 50), upwards. */
static double height_at_middle(const sk_polyline *line) {
    return 50 - sk_polyline_at(line, sk_polyline_length(line) / 2).at.y_mm;
}

START_TEST(a_link_alone_is_bent_as_the_style_says_and_joins_its_ends) {
    add_link(place(20, 50), place(80, 50));
    const sk_polyline *line = only_line();
    ck_assert_double_lt(sk_page_distance(line->points[0], (sk_page_point){20, 50}), 0.01);
    double before = sk_page_distance(last_of(line), (sk_page_point){80, 50});
    ck_assert_double_gt(before, 0.8); /* the head leaves the town's dot to be seen */
    ck_assert_double_lt(before, 1.6);
    ck_assert_double_eq_tol(fabs(height_at_middle(line)), w.style.link.bend * 60, 0.1);
}
END_TEST

START_TEST(a_link_keeps_clear_of_a_disc_and_of_furniture) {
    add_link(place(20, 50), place(80, 50));
    double usual = height_at_middle(only_line());
    sk_page_point on_it = {50, 50 - usual};
    sk_map_point point = {.feature = &features[0]};
    sk_placed_marker marker = {.point = &point, .place = on_it, .centre = on_it};
    w.map.points = &point;
    w.map.point_count = 1;
    w.composition.markers = &marker;
    double reach = w.style.marker.diameter_mm / 2 + w.style.link.clearance_mm;
    ck_assert_double_ge(sk_polyline_distance(only_line(), on_it), reach);

    w.map.point_count = 0;
    sk_page_box legend = {40, on_it.y_mm - 3, 20, 6};
    w.composition.furniture = (sk_page_box_list){&legend, 1};
    const sk_polyline *line = only_line();
    for (double at = 0; at <= 1; at += 0.02)
        ck_assert(
            !sk_page_box_contains(legend, sk_polyline_at(line, at * sk_polyline_length(line)).at));
}
END_TEST

START_TEST(a_link_keeps_clear_of_a_large_town) {
    add_link(place(20, 50), place(80, 50));
    double usual = height_at_middle(only_line());
    sk_page_point on_it = {50, 50 - usual};
    sk_ground_point at = sk_map_view_ground(&w.composition.view, on_it);
    sk_shape_part part = {.points = &at, .count = 1};
    sk_context_item town = {.id = "stad", .kind = SK_CONTEXT_TOWN, .rank = 1};
    town.shape.parts = &part;
    w.map.context = &town;
    w.map.context_count = 1;
    ck_assert_double_ge(sk_polyline_distance(only_line(), on_it), 2);
}
END_TEST

START_TEST(two_links_between_the_same_ends_part) {
    add_link(place(20, 50), place(80, 50));
    add_link(place(20, 50), place(80, 50));
    sk_drawn_links drawn = sk_links_route(&w.composition, 0);
    ck_assert_uint_eq(drawn.count, 2);
    double apart = height_at_middle(&drawn.items[0].line) - height_at_middle(&drawn.items[1].line);
    ck_assert_double_gt(fabs(apart), 1.9);
}
END_TEST

START_TEST(two_links_that_need_not_cross_do_not) {
    add_link(place(20, 50), place(80, 50));
    add_link(place(20, 46), place(80, 46));
    sk_drawn_links drawn = sk_links_route(&w.composition, 0);
    ck_assert_uint_eq(drawn.count, 2);
    ck_assert(!sk_polylines_cross(&drawn.items[0].line, &drawn.items[1].line));
}
END_TEST

START_TEST(two_links_that_cross_do_so_at_an_angle_that_the_eye_follows) {
    add_link(place(15, 45), place(85, 56));
    add_link(place(15, 56), place(85, 45));
    sk_drawn_links drawn = sk_links_route(&w.composition, 0);
    ck_assert_uint_eq(drawn.count, 2);
    const double meeting_mm = 1.5;
    ck_assert_double_ge(
        sk_polylines_crossing_deg(&drawn.items[0].line, &drawn.items[1].line, meeting_mm), 30);
    w.composition.links = drawn;
    const sk_layout_link *measured = sk_links_measure(&w.composition);
    for (size_t i = 0; i < 2; i++) ck_assert_ptr_null(measured[i].fault);
}
END_TEST

START_TEST(a_head_on_the_line_of_another_is_a_fault_and_is_kept_off_it) {
    add_link(place(20, 50), place(80, 50));
    sk_page_point on_it = {50, 50 - height_at_middle(only_line())};
    add_link(place(50, 85), place(on_it.x_mm, on_it.y_mm + 1));
    sk_drawn_links drawn = sk_links_route(&w.composition, 0);
    w.composition.links = drawn;
    const sk_layout_link *measured = sk_links_measure(&w.composition);
    ck_assert_ptr_null(measured[1].fault);
    ck_assert_double_ge(measured[1].head_clear_mm, 1);

    drawn.items[0].line = sk_polyline_arc(w.arena, (sk_page_point){20, 50}, on_it, 0);
    drawn.items[0].line.points[1].x_mm = 80; /* through the other's head */
    drawn.items[0].line.points[1].y_mm = 2 * last_of(&drawn.items[1].line).y_mm - 50;
    ck_assert_str_eq(sk_links_measure(&w.composition)[1].fault, "has its head on another's line");
}
END_TEST

/* Right, left, up and down of the frame. */
static const struct {
    double x_mm, y_mm;
} outside[] = {{300, 50}, {-200, 50}, {50, -200}, {50, 300}};

START_TEST(a_link_off_the_map_ends_at_the_frame_in_its_direction) {
    add_link(place(50, 50), place(outside[_i].x_mm, outside[_i].y_mm));
    sk_drawn_links drawn = sk_links_route(&w.composition, 0);
    ck_assert_uint_eq(drawn.count, 1);
    ck_assert_int_eq(drawn.items[0].at_start, SK_LINK_ENDS_INSIDE);
    ck_assert_int_eq(drawn.items[0].at_end, SK_LINK_LEAVES_MAP);
    sk_page_box exit = sk_link_exit_box(&w.composition);
    sk_page_point end = last_of(&drawn.items[0].line);
    double dx = outside[_i].x_mm - 50, dy = outside[_i].y_mm - 50, length = hypot(dx, dy);
    ck_assert_double_eq_tol(end.x_mm, 50 + dx / length * exit.width_mm / 2, 0.1);
    ck_assert_double_eq_tol(end.y_mm, 50 + dy / length * exit.height_mm / 2, 0.1);
}
END_TEST

START_TEST(a_link_with_both_ends_off_the_map_is_told_and_not_drawn) {
    add_link(place(-50, 50), place(150, 50));
    ck_assert_uint_eq(sk_links_route(&w.composition, 0).count, 0);
    ck_assert_uint_eq(sk_diag_count(w.diag), 1);
    ck_assert_uint_eq(sk_diag_error_count(w.diag), 0);
    ck_assert_uint_eq(w.drawing.notes->omission_count, 1);
    ck_assert_int_eq(w.drawing.notes->omissions[0].reason, SK_OMITTED_OFF_MAP);
}
END_TEST

START_TEST(a_link_between_discs_is_cut_at_their_edges) {
    sk_map_point points[2] = {{.feature = &features[0]}, {.feature = &features[1]}};
    sk_placed_marker markers[2] = {{.point = &points[0], .place = {20, 50}, .centre = {20, 50}},
                                   {.point = &points[1], .place = {80, 50}, .centre = {80, 50}}};
    w.map.points = points;
    w.map.point_count = 2;
    w.composition.markers = markers;
    sk_link_end from = place(20, 50), to = place(80, 50);
    from.kind = to.kind = SK_TARGET_FEATURE;
    from.point_index = 0;
    to.point_index = 1;
    add_link(from, to);
    const sk_polyline *line = only_line();
    double reach = w.style.marker.diameter_mm / 2 + w.style.link.clearance_mm;
    ck_assert_double_eq_tol(sk_page_distance(line->points[0], markers[0].centre), reach, 0.05);
    ck_assert_double_eq_tol(sk_page_distance(last_of(line), markers[1].centre), reach, 0.05);
}
END_TEST

/* A canal that bends twice, by 37 and 51 degrees. */
START_TEST(the_course_of_a_link_is_smooth_and_keeps_to_its_vertices) {
    const sk_page_point bends[] = {{10, 50}, {50, 50}, {58, 56}, {90, 46}};
    sk_ground_point vertices[4];
    for (size_t i = 0; i < 4; i++) vertices[i] = sk_map_view_ground(&w.composition.view, bends[i]);
    sk_shape_part part = {.points = vertices, .count = 4};
    add_link(place(10, 50), place(90, 46));
    links[0].course = (sk_shape){.kind = SK_SHAPE_LINES, .parts = &part, .part_count = 1};
    const sk_polyline *line = only_line();
    for (size_t i = 0; i < 4; i++) ck_assert_double_le(sk_polyline_distance(line, bends[i]), 0.2);
    for (size_t i = 1; i + 1 < line->count; i++) {
        const sk_page_point *p = &line->points[i];
        double longer = fmax(sk_page_distance(p[-1], p[0]), sk_page_distance(p[0], p[1]));
        ck_assert_double_le(curve_turn_deg(p[-1], p[0], p[1]), longer > 1.5 ? 8 : 30);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("link_routes");
    TCase *tests = tcase_create("link_routes");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_link_alone_is_bent_as_the_style_says_and_joins_its_ends);
    tcase_add_test(tests, a_link_keeps_clear_of_a_disc_and_of_furniture);
    tcase_add_test(tests, a_link_keeps_clear_of_a_large_town);
    tcase_add_test(tests, two_links_between_the_same_ends_part);
    tcase_add_test(tests, two_links_that_need_not_cross_do_not);
    tcase_add_test(tests, two_links_that_cross_do_so_at_an_angle_that_the_eye_follows);
    tcase_add_test(tests, a_head_on_the_line_of_another_is_a_fault_and_is_kept_off_it);
    tcase_add_loop_test(tests, a_link_off_the_map_ends_at_the_frame_in_its_direction, 0,
                        sizeof outside / sizeof outside[0]);
    tcase_add_test(tests, a_link_with_both_ends_off_the_map_is_told_and_not_drawn);
    tcase_add_test(tests, a_link_between_discs_is_cut_at_their_edges);
    tcase_add_test(tests, the_course_of_a_link_is_smooth_and_keeps_to_its_vertices);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
