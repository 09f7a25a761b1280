/* Which discs and courses move where they stand in each other's way, and that all else stays. The
 * frame is 100 mm square. */
#include "compose/mending.h"

#include <math.h>
#include <string.h>

#include "check_main.h"
#include "compose/links/links.h"
#include "compose/points/marker_rules.h"
#include "compose/points/markers.h"
#include "compose/workshop.h"

enum { POINTS = 2, LINKS = 2 };

static workshop w;
static const sk_feature features[POINTS] = {
    {.id = "p1", .kind = SK_FEATURE_POINT, .name = "Een", .number = 1},
    {.id = "p2", .kind = SK_FEATURE_POINT, .name = "Twee", .number = 2}};
static const sk_feature link_features[LINKS] = {
    {.id = "l1", .kind = SK_FEATURE_LINK, .name = "Lijn", .link_type = 1},
    {.id = "l2", .kind = SK_FEATURE_LINK, .name = "Verre lijn", .link_type = 1}};
static sk_map_point points[POINTS];
static sk_map_link links[LINKS];
static sk_placed_marker markers[POINTS];

static void set_up(void) {
    const sk_page_point at[POINTS] = {{50, 46}, {20, 20}};
    workshop_open(&w);
    for (size_t i = 0; i < POINTS; i++)
        points[i] = (sk_map_point){.feature = &features[i],
                                   .at = sk_map_view_ground(&w.composition.view, at[i])};
    links[0] = (sk_map_link){
        &link_features[0], workshop_place(&w, 20, 50), workshop_place(&w, 80, 50), {0}};
    links[1] = (sk_map_link){
        &link_features[1], workshop_place(&w, 20, 85), workshop_place(&w, 80, 85), {0}};
    w.map.points = points;
    w.map.point_count = POINTS;
    w.map.links = links;
    w.map.link_count = LINKS;
    memcpy(markers, sk_markers_place(&w.composition), sizeof markers);
    w.composition.markers = markers;
    w.composition.links = sk_links_route(&w.composition, 0);
}

static void tear_down(void) {
    workshop_close(&w);
}

/* As if the first disc had found no room on its own side of the line. */
static void lead_across(void) {
    markers[0].centre = (sk_page_point){50, 58};
    markers[0].displaced = true;
}

START_TEST(a_map_that_keeps_the_rules_is_left_alone) {
    ck_assert_uint_eq(sk_mending_wanted(&w.composition), 0);
    ck_assert_ptr_null(sk_mending_find(&w.composition));
}
END_TEST

START_TEST(what_breaks_a_rule_moves_and_all_else_stays) {
    lead_across();
    ck_assert_uint_ge(sk_mending_wanted(&w.composition), 1);
    const sk_earlier_try *earlier = sk_mending_find(&w.composition);
    ck_assert_ptr_nonnull(earlier);
    sk_composition mended = w.composition;
    mended.earlier = earlier;
    mended.markers = sk_markers_place(&mended);
    mended.links = sk_links_route(&mended, 0);
    ck_assert_uint_eq(sk_mending_wanted(&mended), 0);
    ck_assert(!sk_arrangements_equal(&mended, &w.composition));
    ck_assert_double_lt(sk_page_distance(mended.markers[1].centre, markers[1].centre), 1e-6);
    const sk_polyline *far = &mended.links.items[1].line,
                      *before = &w.composition.links.items[1].line;
    ck_assert_uint_eq(far->count, before->count);
    ck_assert_mem_eq(far->points, before->points, far->count * sizeof *far->points);
}
END_TEST

START_TEST(a_course_gives_way_to_a_leader_where_only_courses_move) {
    lead_across();
    const sk_earlier_try earlier = {markers, w.composition.links, SK_MEND_COURSES};
    sk_composition other = w.composition;
    other.earlier = &earlier;
    other.links = sk_links_route(&other, 0);
    ck_assert_uint_eq(sk_mending_wanted(&other), 0);
    const sk_polyline *line = &other.links.items[0].line;
    sk_page_point ends[] = {markers[0].place, markers[0].centre};
    ck_assert(!sk_polylines_cross(&(sk_polyline){ends, 2}, line));
}
END_TEST

START_TEST(the_search_is_the_same_every_time) {
    lead_across();
    const sk_earlier_try *one = sk_mending_find(&w.composition);
    const sk_earlier_try *two = sk_mending_find(&w.composition);
    ck_assert_int_eq(one->moves, two->moves);
    ck_assert_mem_eq(one->markers, two->markers, sizeof markers);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("mending");
    TCase *tests = tcase_create("mending");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_map_that_keeps_the_rules_is_left_alone);
    tcase_add_test(tests, what_breaks_a_rule_moves_and_all_else_stays);
    tcase_add_test(tests, a_course_gives_way_to_a_leader_where_only_courses_move);
    tcase_add_test(tests, the_search_is_the_same_every_time);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
