/* Where links end: lines that come to one place flow together, heads stand apart, and the measures
 * of the layout report tell so. On a map with nothing but what a test puts there; the frame is 100
 * mm square. */
#include <math.h>
#include <stdint.h>

#include "check_main.h"
#include "compose/curves.h"
#include "compose/links/link_rules.h"
#include "compose/links/links.h"
#include "compose/workshop.h"

enum { INFRASTRUCTURAL = 1, ORGANISATIONAL }; /* among the usual kinds of links */

enum { LINKS_MAX = 4 };

static workshop w;
static sk_feature features[LINKS_MAX];
static sk_map_link links[LINKS_MAX];
static const char *const ids[LINKS_MAX] = {"een", "twee", "drie", "vier"};

static void set_up(void) {
    workshop_open(&w);
    w.map.links = links;
    for (size_t i = 0; i < LINKS_MAX; i++)
        features[i] = (sk_feature){
            .id = ids[i], .kind = SK_FEATURE_LINK, .link_type = ORGANISATIONAL, .name = ids[i]};
}

static void tear_down(void) {
    workshop_close(&w);
}

static sk_link_end place(double x_mm, double y_mm) {
    return workshop_place(&w, x_mm, y_mm);
}

/* A square region of 30 mm around a middle. */
static sk_ground_point square_corners[5];
static sk_shape_part square_part = {.points = square_corners, .count = 5};
static sk_link_end region_around(double x_mm, double y_mm) {
    const double half = 15, corners[5][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
    sk_link_end end = place(x_mm, y_mm);
    for (size_t i = 0; i < 5; i++)
        square_corners[i] = sk_map_view_ground(
            &w.composition.view,
            (sk_page_point){x_mm + half * corners[i][0], y_mm + half * corners[i][1]});
    end.kind = SK_TARGET_REGION;
    end.is_region = true;
    end.area = (sk_shape){SK_SHAPE_POLYGONS, &square_part, 1};
    return end;
}

static void add_link(sk_link_end from, sk_link_end to) {
    links[w.map.link_count] =
        (sk_map_link){.feature = &features[w.map.link_count], .from = from, .to = to};
    w.map.link_count++;
}

static const sk_layout_link *routed(void) {
    w.composition.links = sk_links_route(&w.composition, 0);
    ck_assert_uint_eq(w.composition.links.count, w.map.link_count);
    return sk_links_measure(&w.composition);
}

static size_t heads(void) {
    size_t count = 0;
    for (size_t i = 0; i < w.composition.links.count; i++)
        if (w.composition.links.items[i].head_at_end) count++;
    return count;
}

static sk_page_point tip(size_t i) {
    const sk_polyline *line = &w.composition.links.items[i].line;
    return line->points[line->count - 1];
}

static void expect_no_fault(const sk_layout_link *measures) {
    for (size_t i = 0; i < w.map.link_count; i++)
        ck_assert_msg(measures[i].fault == NULL, "%s %s", ids[i], measures[i].fault);
}

START_TEST(links_from_one_side_share_a_trunk_with_one_head) {
    add_link(place(20, 20), place(80, 50));
    add_link(place(15, 50), place(80, 50));
    add_link(place(20, 80), place(80, 50));
    const sk_layout_link *measures = routed();
    ck_assert_uint_eq(heads(), 1);
    size_t stem = 0;
    while (!w.composition.links.items[stem].head_at_end) stem++;
    for (size_t i = 0; i < 3; i++) {
        const sk_drawn_link *drawn = &w.composition.links.items[i];
        if (i == stem) continue;
        ck_assert_int_eq(measures[i].to, SK_LINK_AT_TRUNK);
        ck_assert(drawn->joins);
        ck_assert_double_le(sk_polyline_distance(&w.composition.links.items[stem].line, tip(i)),
                            0.05);
        ck_assert_double_ge(sk_page_distance(tip(i), tip(stem)), w.style.link.arrow_length_mm);
    }
    ck_assert_int_eq(measures[stem].to, SK_LINK_AT_DOT);
    expect_no_fault(measures);
}
END_TEST

/* What flows into a trunk turns into its direction, without a corner and without turning back. */
START_TEST(a_line_flows_smoothly_into_the_trunk) {
    add_link(place(20, 30), place(80, 50));
    add_link(place(20, 70), place(80, 50));
    routed();
    size_t stem = w.composition.links.items[0].head_at_end ? 0 : 1;
    const sk_polyline *line = &w.composition.links.items[1 - stem].line;
    const sk_polyline *trunk = &w.composition.links.items[stem].line;
    for (size_t i = 1; i + 1 < line->count; i++)
        ck_assert_double_le(
            curve_turn_deg(line->points[i - 1], line->points[i], line->points[i + 1]), 8);
    sk_page_point end = line->points[line->count - 1];
    double along = sk_polyline_length(trunk) - sk_page_distance(end, tip(stem));
    double arriving = sk_polyline_at(line, sk_polyline_length(line)).direction_rad;
    double going_on = sk_polyline_at(trunk, along).direction_rad;
    ck_assert_double_le(fabs(remainder(arriving - going_on, 2 * SK_PI)), 0.1);
    /* no casing cuts the one from the other */
    const sk_drawn_link *joining = &w.composition.links.items[1 - stem];
    ck_assert_double_gt(joining->bare_to_mm, joining->bare_from_mm);
    ck_assert_double_gt(w.composition.links.items[stem].bare_to_mm, 0);
}
END_TEST

START_TEST(links_from_opposite_sides_end_apart) {
    add_link(place(20, 50), place(50, 50));
    add_link(place(80, 50), place(50, 50));
    const sk_layout_link *measures = routed();
    ck_assert_uint_eq(heads(), 2);
    ck_assert_double_ge(measures[0].head_gap_mm, 3);
    expect_no_fault(measures);
}
END_TEST

START_TEST(links_of_two_kinds_share_no_trunk) {
    features[1].link_type = INFRASTRUCTURAL;
    add_link(place(20, 30), place(80, 50));
    add_link(place(20, 70), place(80, 50));
    const sk_layout_link *measures = routed();
    ck_assert_uint_eq(heads(), 2);
    expect_no_fault(measures);
}
END_TEST

START_TEST(a_link_to_a_region_ends_behind_its_border) {
    add_link(place(10, 50), region_around(70, 50));
    const sk_layout_link *measures = routed();
    ck_assert_int_eq(measures[0].from, SK_LINK_AT_DOT);
    ck_assert_int_eq(measures[0].to, SK_LINK_AT_EDGE);
    ck_assert_double_ge(tip(0).x_mm, 55 + w.style.link.arrow_length_mm);
    ck_assert_double_le(tip(0).x_mm, 55 + 2 * w.style.link.arrow_length_mm);
}
END_TEST

START_TEST(a_link_from_a_region_begins_in_its_middle) {
    add_link(region_around(30, 50), place(90, 50));
    ck_assert_int_eq(routed()[0].from, SK_LINK_AT_MIDDLE);
    sk_page_point start = w.composition.links.items[0].line.points[0];
    ck_assert_double_le(sk_page_distance(start, (sk_page_point){30, 50}), 0.01);
}
END_TEST

START_TEST(a_head_keeps_off_the_place_where_another_begins) {
    add_link(place(20, 50), place(50, 50));
    add_link(place(50, 50), place(80, 50));
    const sk_layout_link *measures = routed();
    ck_assert_double_ge(measures[0].start_gap_mm, 1.5);
    expect_no_fault(measures);
}
END_TEST

START_TEST(two_links_from_one_dot_do_not_seem_to_be_one) {
    add_link(place(50, 50), place(150, 50));
    add_link(place(50, 50), place(-50, 50));
    expect_no_fault(routed());
    w.map.link_count = 0;
    add_link(place(50, 50), place(85, 52));
    add_link(place(50, 50), place(15, 48));
    expect_no_fault(routed());
}
END_TEST

START_TEST(a_link_to_a_place_under_a_disc_stays_in_its_province) {
    /* a province left of x = 55, the place beside its border, and a disc on it */
    sk_ground_point corners[5];
    const double outline[5][2] = {{5, 5}, {55, 5}, {55, 95}, {5, 95}, {5, 5}};
    for (size_t i = 0; i < 5; i++)
        corners[i] =
            sk_map_view_ground(&w.composition.view, (sk_page_point){outline[i][0], outline[i][1]});
    sk_shape_part part = {.points = corners, .count = 5};
    sk_region province = {.shape = {SK_SHAPE_POLYGONS, &part, 1}};
    const sk_region *const provinces[] = {&province};
    w.map.regions[w.map.settings->home] = provinces;
    w.map.region_count[w.map.settings->home] = 1;
    sk_map_point point = {.feature = &features[3]};
    sk_placed_marker marker = {.point = &point, .place = {53, 50}, .centre = {53, 50}};
    w.map.points = &point;
    w.map.point_count = 1;
    w.composition.markers = &marker;
    add_link(place(90, 50), place(53, 50));
    routed();
    double radius = (w.style.marker.diameter_mm + w.style.marker.line.width_mm) / 2;
    ck_assert_double_le(tip(0).x_mm, 55);
    ck_assert_double_ge(sk_page_distance(tip(0), marker.centre), radius);
}
END_TEST

START_TEST(a_course_that_leaves_the_map_and_comes_back_has_an_arrow_where_it_leaves) {
    const sk_page_point way[] = {{60, 20}, {90, 30}, {130, 50}, {90, 70}, {60, 80}};
    sk_ground_point vertices[5];
    for (size_t i = 0; i < 5; i++) vertices[i] = sk_map_view_ground(&w.composition.view, way[i]);
    sk_shape_part part = {.points = vertices, .count = 5};
    add_link(place(60, 20), place(60, 80));
    links[0].course = (sk_shape){SK_SHAPE_LINES, &part, 1};
    w.composition.links = sk_links_route(&w.composition, 0);
    ck_assert_uint_eq(w.composition.links.count, 2);
    const sk_drawn_link *first = &w.composition.links.items[0], *second = first + 1;
    ck_assert(first->head_at_end && !first->head_at_start);
    ck_assert(!second->head_at_end && !second->head_at_start);
    const sk_layout_link *measures = sk_links_measure(&w.composition);
    ck_assert_int_eq(measures[0].to, SK_LINK_AT_FRAME);
    ck_assert_int_eq(measures[1].to, SK_LINK_AT_COURSE);
}
END_TEST

/* A measure that finds nothing wrong with what is wrong is none. */
START_TEST(the_rules_find_what_breaks_them) {
    add_link(place(20, 50), place(50, 50));
    add_link(place(50, 52), place(80, 50));
    sk_page_point one[] = {{20, 50}, {50, 50}}, two[] = {{50, 51}, {80, 50}, {52, 49}};
    sk_page_point back[] = {{50, 51}, {50, 90}}, bent[] = {{50, 52}, {60, 52}, {60, 20}};
    sk_page_point on[] = {{50, 50}, {80, 50}}, before[] = {{50, 50}, {20, 50}};
    static sk_drawn_link drawn[2];
    w.composition.links = (sk_drawn_links){drawn, 2};
    const struct {
        sk_polyline a, b;
        const char *fault;
    } wrong[] = {{{one, 2}, {two, 3}, "ends too near to another's head"},
                 {{one, 2}, {back, 2}, "ends where another begins"},
                 {{on, 2}, {before, 2}, "begins as if another went on"},
                 {{bent, 3}, {before, 2}, "has a corner"}};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        drawn[0] = (sk_drawn_link){.link = &links[0], .line = wrong[i].a, .head_at_end = true};
        drawn[1] = (sk_drawn_link){.link = &links[1], .line = wrong[i].b, .head_at_end = true};
        const sk_layout_link *measures = sk_links_measure(&w.composition);
        ck_assert_ptr_nonnull(measures[0].fault);
        if (i != 1) ck_assert_str_eq(measures[0].fault, wrong[i].fault);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("trunks");
    TCase *tests = tcase_create("trunks");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, links_from_one_side_share_a_trunk_with_one_head);
    tcase_add_test(tests, a_line_flows_smoothly_into_the_trunk);
    tcase_add_test(tests, links_from_opposite_sides_end_apart);
    tcase_add_test(tests, links_of_two_kinds_share_no_trunk);
    tcase_add_test(tests, a_link_to_a_region_ends_behind_its_border);
    tcase_add_test(tests, a_link_from_a_region_begins_in_its_middle);
    tcase_add_test(tests, a_head_keeps_off_the_place_where_another_begins);
    tcase_add_test(tests, two_links_from_one_dot_do_not_seem_to_be_one);
    tcase_add_test(tests, a_link_to_a_place_under_a_disc_stays_in_its_province);
    tcase_add_test(tests, a_course_that_leaves_the_map_and_comes_back_has_an_arrow_where_it_leaves);
    tcase_add_test(tests, the_rules_find_what_breaks_them);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
