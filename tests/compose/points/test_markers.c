/* Where discs stand after an earlier try, whose links ran under some of them. */
#include "compose/points/markers.h"

#include "check_main.h"
#include "compose/points/marker_options.h"
#include "compose/workshop.h"

enum { ON_LINE, BESIDE, POINTS };

static workshop w;
static const sk_feature features[POINTS] = {
    {.id = "p1", .kind = SK_FEATURE_POINT, .name = "Op de lijn", .number = 1},
    {.id = "p2", .kind = SK_FEATURE_POINT, .name = "Ernaast", .number = 2},
};
static sk_map_point points[POINTS];
static sk_page_point line[] = {{10, 50}, {90, 50}};
static sk_map_link link_between;
static sk_drawn_link drawn;

static void set_up(void) {
    const sk_page_point at[POINTS] = {{47.5, 51.6}, {50, 70}};
    workshop_open(&w);
    for (size_t i = 0; i < POINTS; i++)
        points[i] = (sk_map_point){.feature = &features[i],
                                   .at = sk_map_view_ground(&w.composition.view, at[i])};
    w.map.points = points;
    w.map.point_count = POINTS;
    link_between =
        (sk_map_link){.from = workshop_place(&w, 10, 50), .to = workshop_place(&w, 90, 50)};
    drawn = (sk_drawn_link){.link = &link_between, .line = {line, 2}};
}

static void tear_down(void) {
    workshop_close(&w);
}

static const sk_placed_marker *placed_after(const sk_placed_marker *markers) {
    static sk_earlier_try earlier;
    earlier = (sk_earlier_try){markers, {&drawn, 1}};
    w.composition.earlier = &earlier;
    return sk_markers_place(&w.composition);
}

START_TEST(a_disc_that_a_link_ran_under_moves_off_its_line_and_no_other_moves) {
    const sk_placed_marker *first = sk_markers_place(&w.composition);
    ck_assert_double_lt(sk_page_distance(first[ON_LINE].centre, first[ON_LINE].place), 1e-6);
    const sk_drawn_links links = {&drawn, 1};
    ck_assert(sk_marker_is_on_link(&w.composition, &links, first, ON_LINE));
    ck_assert(!sk_marker_is_on_link(&w.composition, &links, first, BESIDE));
    const sk_placed_marker *then = placed_after(first);
    ck_assert(!sk_marker_is_on_link(&w.composition, &links, then, ON_LINE));
    ck_assert(then[ON_LINE].displaced);
    ck_assert_double_lt(sk_page_distance(then[BESIDE].centre, first[BESIDE].centre), 1e-6);
}
END_TEST

START_TEST(a_disc_at_the_end_of_a_link_stays) {
    link_between.to.point_index = ON_LINE;
    const sk_placed_marker *first = sk_markers_place(&w.composition);
    const sk_placed_marker *then = placed_after(first);
    ck_assert_double_lt(sk_page_distance(then[ON_LINE].centre, first[ON_LINE].centre), 1e-6);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("markers");
    TCase *tests = tcase_create("markers");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_disc_that_a_link_ran_under_moves_off_its_line_and_no_other_moves);
    tcase_add_test(tests, a_disc_at_the_end_of_a_link_stays);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
