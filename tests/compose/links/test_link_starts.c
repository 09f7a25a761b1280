/* Where links begin, and which of them are one line, on a map with nothing but what a test puts
 * there. The frame is 100 mm square, with 100 metres of ground in a millimetre. */
#include <math.h>
#include <stdint.h>

#include "check_main.h"
#include "compose/drawing/symbols.h"
#include "compose/links/link_rules.h"
#include "compose/links/links.h"
#include "compose/workshop.h"

enum { INFRASTRUCTURAL = 1, ORGANISATIONAL }; /* among the usual kinds of links */

static workshop w;
static const sk_feature features[] = {
    {.id = "een", .kind = SK_FEATURE_LINK, .link_type = ORGANISATIONAL, .name = "Een"},
    {.id = "twee", .kind = SK_FEATURE_LINK, .link_type = ORGANISATIONAL, .name = "Twee"},
    {.id = "drie", .kind = SK_FEATURE_LINK, .link_type = INFRASTRUCTURAL, .name = "Drie"}};
static sk_map_link links[3];
static sk_ground_point corners[2][5];
static sk_shape_part rings[2];

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

/* A region or a zone, 40 mm square around its middle. */
static sk_link_end area(size_t index, double x_mm, double y_mm, bool is_region) {
    const double half = 20;
    const sk_page_point around[] = {{x_mm - half, y_mm - half},
                                    {x_mm + half, y_mm - half},
                                    {x_mm + half, y_mm + half},
                                    {x_mm - half, y_mm + half},
                                    {x_mm - half, y_mm - half}};
    for (size_t i = 0; i < 5; i++)
        corners[index][i] = sk_map_view_ground(&w.composition.view, around[i]);
    rings[index] = (sk_shape_part){.points = corners[index], .count = 5};
    sk_link_end end = place(x_mm, y_mm);
    end.area = (sk_shape){.kind = SK_SHAPE_POLYGONS, .parts = &rings[index], .part_count = 1};
    end.is_region = is_region;
    return end;
}

static void add_link(size_t feature, sk_link_end from, sk_link_end to) {
    links[w.map.link_count++] =
        (sk_map_link){.feature = &features[feature], .from = from, .to = to};
}

static sk_page_point start_of(const sk_drawn_link *drawn) {
    return drawn->line.points[0];
}

START_TEST(links_from_one_place_begin_at_a_ring_and_one_alone_at_a_dot) {
    add_link(0, place(50, 50), place(90, 48));
    w.composition.links = sk_links_route(&w.composition, 0);
    const sk_drawn_link *drawn = w.composition.links.items;
    ck_assert(!drawn[0].starts_at_ring);
    double dot = drawn[0].start_dot_mm;
    ck_assert_double_gt(dot, 0);

    add_link(1, place(50, 50), place(10, 52));
    w.composition.links = sk_links_route(&w.composition, 0);
    drawn = w.composition.links.items;
    ck_assert_uint_eq(w.composition.links.count, 2);
    ck_assert_double_lt(sk_page_distance(start_of(&drawn[0]), start_of(&drawn[1])), 0.01);
    for (size_t i = 0; i < 2; i++) {
        ck_assert(drawn[i].starts_at_ring);
        ck_assert_double_gt(drawn[i].start_dot_mm, dot);
    }
    const sk_layout_link *measures = sk_links_measure(&w.composition);
    ck_assert_double_ge(measures[0].ring, 3.5);
    ck_assert_ptr_null(measures[0].fault);
}
END_TEST

START_TEST(regions_whose_middles_are_near_have_one_start) {
    add_link(0, area(0, 50, 50, true), place(95, 20));
    add_link(1, area(1, 53, 50, true), place(95, 80));
    const sk_drawn_links drawn = sk_links_route(&w.composition, 0);
    ck_assert_double_lt(sk_page_distance(start_of(&drawn.items[0]), start_of(&drawn.items[1])),
                        0.01);
    links[1].from = area(1, 60, 50, true);
    const sk_drawn_links apart = sk_links_route(&w.composition, 0);
    ck_assert_double_gt(sk_page_distance(start_of(&apart.items[0]), start_of(&apart.items[1])), 5);
}
END_TEST

START_TEST(links_of_one_kind_between_the_same_places_are_one_line_where_they_have_letters) {
    w.composition.keyed = true;
    add_link(0, place(20, 50), place(80, 50));
    add_link(1, place(20, 50), place(80, 50));
    add_link(2, place(20, 50), place(80, 50));
    w.composition.links = sk_links_route(&w.composition, 0);
    const sk_drawn_link *drawn = w.composition.links.items;
    ck_assert_uint_eq(w.composition.links.count, 3);
    ck_assert_ptr_null(drawn[0].same_as);
    ck_assert_ptr_null(drawn[1].same_as); /* of another kind */
    ck_assert_ptr_eq(drawn[1].link, &links[2]);
    ck_assert_ptr_eq(drawn[2].same_as, &drawn[0]);
    ck_assert_ptr_eq(drawn[2].line.points, drawn[0].line.points);
    const sk_layout_link *measures = sk_links_measure(&w.composition);
    ck_assert_str_eq(measures[2].feature_id, "twee");
    ck_assert_ptr_null(measures[2].fault);

    w.composition.keyed = false; /* two names need two lines */
    const sk_drawn_links named = sk_links_route(&w.composition, 0);
    for (size_t i = 0; i < 3; i++) ck_assert_ptr_null(named.items[i].same_as);
}
END_TEST

START_TEST(a_short_link_from_a_zone_begins_deeper_in_it) {
    add_link(0, area(0, 30, 50, false), place(95, 50));
    double long_one = start_of(&sk_links_route(&w.composition, 0).items[0]).x_mm;
    ck_assert_double_gt(long_one, 45); /* the zone ends at 50 */
    links[0].to = place(55, 50);
    double short_one = start_of(&sk_links_route(&w.composition, 0).items[0]).x_mm;
    ck_assert_double_lt(short_one, 40);
}
END_TEST

START_TEST(dots_of_two_zones_part) {
    add_link(0, area(0, 30, 50, false), place(95, 30));
    add_link(2, area(1, 30, 52, false), place(95, 74));
    w.composition.links = sk_links_route(&w.composition, 0);
    const sk_layout_link *measures = sk_links_measure(&w.composition);
    ck_assert_double_ge(measures[0].dot_gap_mm, 3);
}
END_TEST

START_TEST(a_head_under_a_disc_and_dots_that_touch_are_faults) {
    sk_page_point one[] = {{20, 50}, {50, 50}}, two[] = {{20, 52}, {50, 80}};
    static sk_drawn_link drawn[2];
    links[0] = (sk_map_link){&features[0], place(20, 50), place(50, 50), {0}};
    links[1] = (sk_map_link){&features[1], place(20, 52), place(50, 80), {0}};
    drawn[0] = (sk_drawn_link){
        .link = &links[0], .line = {one, 2}, .head_at_end = true, .start_dot_mm = 1};
    drawn[1] = (sk_drawn_link){.link = &links[1], .line = {two, 2}, .head_at_end = true};
    w.composition.links = (sk_drawn_links){drawn, 2};
    ck_assert_ptr_null(sk_links_measure(&w.composition)[0].fault);
    drawn[1].start_dot_mm = 1;
    ck_assert_str_eq(sk_links_measure(&w.composition)[0].fault,
                     "begins beside the dot of another place");
    drawn[1].start_dot_mm = 0;
    sk_map_point point = {.feature = &features[0]};
    /* beside the line, on a barb of the head */
    sk_placed_marker marker = {.point = &point, .centre = {47.4, 47}};
    w.map.points = &point;
    w.map.point_count = 1;
    w.composition.markers = &marker;
    const sk_layout_link *measures = sk_links_measure(&w.composition);
    ck_assert_double_lt(measures[0].disc_gap_mm, 0);
    ck_assert_str_eq(measures[0].fault, "has its head under a disc");
}
END_TEST

START_TEST(a_dot_on_the_line_of_another_is_not_clear_unless_that_follows_the_ground) {
    sk_page_point one[] = {{20, 50}, {20, 90}}, two[] = {{10, 48.8}, {50, 48.8}};
    static sk_drawn_link drawn[2];
    links[0] = (sk_map_link){&features[0], place(20, 50), place(20, 90), {0}};
    links[1] = (sk_map_link){&features[1], place(10, 48.8), place(50, 48.8), {0}};
    drawn[0] = (sk_drawn_link){
        .link = &links[0], .line = {one, 2}, .head_at_end = true, .start_dot_mm = 1};
    drawn[1] = (sk_drawn_link){.link = &links[1], .line = {two, 2}, .head_at_end = true};
    w.composition.links = (sk_drawn_links){drawn, 2};
    sk_layout_link measured = sk_links_measure(&w.composition)[0];
    ck_assert_double_eq_tol(measured.dot_clear_mm, 0.2, 1e-9);
    ck_assert(!sk_link_begins_clear(&measured));
    drawn[1].is_course = true;
    measured = sk_links_measure(&w.composition)[0];
    ck_assert(isinf(measured.dot_clear_mm));
    ck_assert(sk_link_begins_clear(&measured));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("link_starts");
    TCase *tests = tcase_create("link_starts");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, links_from_one_place_begin_at_a_ring_and_one_alone_at_a_dot);
    tcase_add_test(tests, regions_whose_middles_are_near_have_one_start);
    tcase_add_test(tests,
                   links_of_one_kind_between_the_same_places_are_one_line_where_they_have_letters);
    tcase_add_test(tests, a_short_link_from_a_zone_begins_deeper_in_it);
    tcase_add_test(tests, dots_of_two_zones_part);
    tcase_add_test(tests, a_head_under_a_disc_and_dots_that_touch_are_faults);
    tcase_add_test(tests, a_dot_on_the_line_of_another_is_not_clear_unless_that_follows_the_ground);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
