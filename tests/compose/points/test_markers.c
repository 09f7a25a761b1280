/* Where discs stand after an earlier try, in which they broke rules beside links, and what those
 * rules are. The frame is 100 mm square. */
#include "compose/points/markers.h"

#include <math.h>
#include <string.h>

#include "base/angle.h"
#include "check_main.h"
#include "compose/points/marker_options.h"
#include "compose/points/marker_rules.h"
#include "compose/workshop.h"

enum { ON_LINE, BESIDE, POINTS };

static workshop w;
static const sk_feature features[POINTS] = {
    {.id = "p1", .kind = SK_FEATURE_POINT, .name = "Op de lijn", .number = 1},
    {.id = "p2", .kind = SK_FEATURE_POINT, .name = "Ernaast", .number = 2},
};
static const sk_feature link_feature = {
    .id = "l", .kind = SK_FEATURE_LINK, .name = "Verbinding", .link_type = 1};
static sk_map_point points[POINTS];
static sk_page_point line[] = {{10, 50}, {90, 50}};
static sk_map_link link_between;
static sk_drawn_link drawn;

static void set_places(const sk_page_point at[POINTS]) {
    for (size_t i = 0; i < POINTS; i++)
        points[i] = (sk_map_point){.feature = &features[i],
                                   .at = sk_map_view_ground(&w.composition.view, at[i])};
}

static void set_up(void) {
    workshop_open(&w);
    set_places((sk_page_point[]){{47.5, 51.6}, {50, 70}});
    w.map.points = points;
    w.map.point_count = POINTS;
    link_between = (sk_map_link){.feature = &link_feature,
                                 .from = workshop_place(&w, 10, 50),
                                 .to = workshop_place(&w, 90, 50)};
    drawn = (sk_drawn_link){.link = &link_between, .line = {line, 2}};
}

static void tear_down(void) {
    workshop_close(&w);
}

static const sk_placed_marker *placed_after(const sk_placed_marker *markers, sk_further_try moves) {
    static sk_earlier_try earlier;
    earlier = (sk_earlier_try){markers, {&drawn, 1}, moves};
    w.composition.earlier = &earlier;
    return sk_markers_place(&w.composition);
}

static sk_marker_measures measured(const sk_placed_marker *markers, size_t point) {
    return sk_marker_measure(&w.composition, &(sk_drawn_links){&drawn, 1}, markers, point);
}

/* A disc at the end of a leader, beside no other. */
static sk_marker_measures measured_with_leader(sk_page_point place, sk_page_point centre) {
    const sk_placed_marker marker = {.place = place, .centre = centre, .displaced = true};
    return measured(&marker, 0);
}

static double moved(const sk_placed_marker *a, const sk_placed_marker *b) {
    return sk_page_distance(a->centre, b->centre);
}

START_TEST(a_disc_that_a_link_ran_under_moves_off_its_line_and_no_other_moves) {
    const sk_placed_marker *first = sk_markers_place(&w.composition);
    ck_assert_double_lt(sk_page_distance(first[ON_LINE].centre, first[ON_LINE].place), 1e-6);
    ck_assert_double_lt(measured(first, ON_LINE).line_gap_mm, 0);
    ck_assert_double_gt(measured(first, BESIDE).line_gap_mm, 10);
    const sk_placed_marker *then = placed_after(first, SK_TRY_COURSES);
    ck_assert_double_ge(measured(then, ON_LINE).line_gap_mm, 0);
    ck_assert(then[ON_LINE].displaced);
    ck_assert_double_lt(moved(&then[BESIDE], &first[BESIDE]), 1e-6);
}
END_TEST

START_TEST(a_disc_at_the_end_of_a_link_stays) {
    link_between.to.point_index = ON_LINE;
    const sk_placed_marker *first = sk_markers_place(&w.composition);
    const sk_placed_marker *then = placed_after(first, SK_TRY_COURSES);
    ck_assert_double_lt(moved(&then[ON_LINE], &first[ON_LINE]), 1e-6);
    ck_assert(isinf(measured(first, ON_LINE).line_gap_mm));
}
END_TEST

START_TEST(a_leader_across_a_line_and_a_place_on_it_are_faults) {
    sk_marker_measures m = measured_with_leader((sk_page_point){50, 45}, (sk_page_point){50, 56});
    ck_assert_uint_eq(m.leader_crossings, 1);
    ck_assert_uint_eq(sk_marker_faults(&m), 1);
    m = measured_with_leader((sk_page_point){50, 50.5}, (sk_page_point){50, 56});
    ck_assert_uint_eq(m.leader_crossings, 1);
    m = measured_with_leader((sk_page_point){50, 52}, (sk_page_point){50, 58});
    ck_assert_uint_eq(m.leader_crossings, 0);
    ck_assert_uint_eq(sk_marker_faults(&m), 0);
}
END_TEST

START_TEST(a_leader_at_a_head_or_a_start_dot_is_a_fault) {
    const sk_page_point at_tip = {90.5, 50}, at_start = {10, 51.5}, aside = {90.5, 58};
    ck_assert(isinf(measured_with_leader(at_tip, aside).leader_gap_mm));
    drawn.head_at_end = true;
    sk_marker_measures m = measured_with_leader(at_tip, aside);
    ck_assert_double_eq_tol(m.leader_gap_mm, 0.5, 0.01);
    ck_assert_uint_ge(sk_marker_faults(&m), 1);
    drawn.start_dot_mm = 1.1;
    m = measured_with_leader(at_start, (sk_page_point){10, 58});
    ck_assert_double_eq_tol(m.leader_gap_mm, 0.4, 0.01);
    ck_assert_uint_eq(sk_marker_faults(&m), 1);
    link_between.from.point_index = 0; /* now the start is the disc's own */
    ck_assert(isinf(measured_with_leader(at_start, (sk_page_point){10, 58}).leader_gap_mm));
}
END_TEST

START_TEST(a_disc_is_mended_whose_leader_crossed_a_line) {
    set_places((sk_page_point[]){{50, 46}, {20, 80}});
    sk_placed_marker first[POINTS];
    memcpy(first, sk_markers_place(&w.composition), sizeof first);
    first[ON_LINE].centre = (sk_page_point){50, 54};
    first[ON_LINE].displaced = true;
    ck_assert_uint_eq(measured(first, ON_LINE).leader_crossings, 1);
    const sk_placed_marker *then = placed_after(first, SK_MEND_DISCS);
    const sk_marker_measures m = measured(then, ON_LINE);
    ck_assert_uint_eq(sk_marker_faults(&m), 0);
    ck_assert_double_lt(moved(&then[BESIDE], &first[BESIDE]), 1e-6);
}
END_TEST

START_TEST(where_only_courses_move_no_disc_does) {
    const sk_placed_marker *first = sk_markers_place(&w.composition);
    ck_assert_double_lt(measured(first, ON_LINE).line_gap_mm, 0);
    const sk_placed_marker *then = placed_after(first, SK_MEND_COURSES);
    ck_assert_double_lt(moved(&then[ON_LINE], &first[ON_LINE]), 1e-6);
}
END_TEST

/* From places around an end of the line that are not too near to it themselves. */
static void expect_clear_of_end(sk_page_point end) {
    enum { TURNS = 8 };
    const double off_mm = 2.4;
    size_t mended = 0;
    for (int turn = 0; turn < TURNS; turn++) {
        double angle = 2 * SK_PI * (turn + 0.5) / TURNS;
        set_places((sk_page_point[]){
            {end.x_mm + off_mm * cos(angle), end.y_mm + off_mm * sin(angle)}, {20, 80}});
        w.composition.earlier = NULL;
        const sk_placed_marker *first = sk_markers_place(&w.composition);
        sk_marker_measures m = measured(first, ON_LINE);
        if (sk_marker_faults(&m) == 0 || fabs(sin(angle)) < 0.5) continue;
        m = measured(placed_after(first, SK_MEND_DISCS), ON_LINE);
        ck_assert_uint_eq(sk_marker_faults(&m), 0);
        mended++;
    }
    ck_assert_uint_ge(mended, 1);
}

START_TEST(leaders_of_mended_discs_keep_off_heads_and_start_dots) {
    line[0].x_mm = 40;
    line[1].x_mm = 60;
    drawn.head_at_end = true;
    drawn.start_dot_mm = 1.1;
    expect_clear_of_end(line[0]);
    expect_clear_of_end(line[1]);
    line[0].x_mm = 10;
    line[1].x_mm = 90;
}
END_TEST

START_TEST(discs_around_one_that_is_mended_may_move_with_it) {
    set_places((sk_page_point[]){{47.5, 51.6}, {47.5, 56.3}});
    const sk_placed_marker *first = sk_markers_place(&w.composition);
    ck_assert(!first[BESIDE].displaced);
    const sk_placed_marker *then = placed_after(first, SK_MEND_DISCS);
    ck_assert_double_lt(moved(&then[BESIDE], &first[BESIDE]), 1e-6);
    sk_placed_marker moved_aside[POINTS];
    memcpy(moved_aside, first, sizeof moved_aside);
    moved_aside[BESIDE].centre.y_mm += 4; /* for no reason that is left */
    moved_aside[BESIDE].displaced = true;
    then = placed_after(moved_aside, SK_MEND_CROWDS);
    ck_assert(!then[BESIDE].displaced);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("markers");
    TCase *tests = tcase_create("markers");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_disc_that_a_link_ran_under_moves_off_its_line_and_no_other_moves);
    tcase_add_test(tests, a_disc_at_the_end_of_a_link_stays);
    tcase_add_test(tests, a_leader_across_a_line_and_a_place_on_it_are_faults);
    tcase_add_test(tests, a_leader_at_a_head_or_a_start_dot_is_a_fault);
    tcase_add_test(tests, a_disc_is_mended_whose_leader_crossed_a_line);
    tcase_add_test(tests, where_only_courses_move_no_disc_does);
    tcase_add_test(tests, leaders_of_mended_discs_keep_off_heads_and_start_dots);
    tcase_add_test(tests, discs_around_one_that_is_mended_may_move_with_it);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
