/* Symbols by themselves: what is written in a disc stays in it, and hatching stays in its area. */
#include <math.h>

#include "check_main.h"
#include "compose/drawing/hatch.h"
#include "compose/drawing/symbols.h"
#include "compose/workshop.h"

static workshop w;

static void set_up(void) {
    workshop_open(&w);
}

static void tear_down(void) {
    workshop_close(&w);
}

static const int numbers[] = {1, 44, 100, 144, 500};

START_TEST(a_number_stays_within_its_disc) {
    sk_layer *layer = sk_scene_layer(w.drawing.scene, "points", "Punten", NULL);
    sk_group *group = sk_scene_group(w.drawing.scene, layer, "point", SK_ROLE_MARKER);
    sk_symbol_marker(&w.drawing, group, (sk_page_point){50, 50}, &(sk_disc){.number = numbers[_i]});
    const sk_text *number = &group->items[group->count - 1].as.text;
    sk_text_extent extent =
        sk_typesetter_measure(w.typesetter, number->lines[0].utf8, &number->style);
    double corner = hypot(extent.width_mm / 2, extent.cap_height_mm / 2);
    ck_assert_double_le(corner, w.style.marker.diameter_mm / 2);
    ck_assert_double_ge(number->style.size_mm, 5.9 * 25.4 / 72);
}
END_TEST

/* A square of 10 mm with a hole of 4 mm in its middle. */
static sk_path frame_of_squares(void) {
    sk_path path = {0};
    sk_path_box(w.arena, &path, (sk_page_box){20, 20, 10, 10});
    sk_path_box(w.arena, &path, (sk_page_box){23, 23, 4, 4});
    return path;
}

static bool is_within(sk_page_point p) {
    const double hair = 1e-6;
    double far = fmax(fabs(p.x_mm - 25), fabs(p.y_mm - 25));
    return far <= 5 + hair && far >= 2 - hair;
}

static const double angles[] = {0, 45, 90, 135};

START_TEST(hatching_fills_an_area_but_not_its_holes) {
    const double gap_mm = 0.5, area_mm2 = 100 - 16;
    sk_path path = frame_of_squares();
    sk_path lines = sk_hatch_lines(w.arena, &path, (sk_hatch){angles[_i], gap_mm});
    double length = 0;
    for (size_t i = 0; i + 1 < lines.count; i += 2) {
        sk_page_point a = lines.segments[i].points[0], b = lines.segments[i + 1].points[0];
        sk_page_point middle = {(a.x_mm + b.x_mm) / 2, (a.y_mm + b.y_mm) / 2};
        ck_assert(is_within(a) && is_within(b) && is_within(middle));
        length += hypot(b.x_mm - a.x_mm, b.y_mm - a.y_mm);
    }
    ck_assert_double_eq_tol(length * gap_mm, area_mm2, 0.08 * area_mm2);
}
END_TEST

START_TEST(hatching_goes_on_from_one_area_into_the_next) {
    const sk_hatch hatch = {45, 3};
    sk_path left = {0}, right = {0}, both = {0};
    sk_path_box(w.arena, &left, (sk_page_box){10, 10, 20, 40});
    sk_path_box(w.arena, &right, (sk_page_box){30, 10, 20, 40});
    sk_path_box(w.arena, &both, (sk_page_box){10, 10, 40, 40});
    double lengths[3] = {0};
    const sk_path *areas[] = {&left, &right, &both};
    for (int k = 0; k < 3; k++) {
        sk_path lines = sk_hatch_lines(w.arena, areas[k], hatch);
        for (size_t i = 0; i + 1 < lines.count; i += 2) {
            sk_page_point a = lines.segments[i].points[0], b = lines.segments[i + 1].points[0];
            lengths[k] += hypot(b.x_mm - a.x_mm, b.y_mm - a.y_mm);
        }
    }
    /* but for pieces too short to be drawn, at the side that they share */
    ck_assert_double_gt(lengths[2], 0);
    ck_assert_double_eq_tol(lengths[0] + lengths[1], lengths[2], 4 * hatch.gap_mm);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("symbols");
    TCase *tests = tcase_create("symbols");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_number_stays_within_its_disc, 0,
                        sizeof numbers / sizeof numbers[0]);
    tcase_add_loop_test(tests, hatching_fills_an_area_but_not_its_holes, 0,
                        sizeof angles / sizeof angles[0]);
    tcase_add_test(tests, hatching_goes_on_from_one_area_into_the_next);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
