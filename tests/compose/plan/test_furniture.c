/* Where legend, inset and scale bar stand: in the corner that is asked for, where they hide least,
 * where a hand put them. */
#include <math.h>

#include "check_main.h"
#include "compose/plan/furniture.h"
#include "compose/workshop.h"

static workshop w;
static const sk_page_box frame = {0, 0, 160, 200};
static sk_page_layout layout;
static const sk_legend *legend;

static void set_up(void) {
    workshop_open(&w);
    workshop_resolve(&w, 13);
    layout = (sk_page_layout){.view = {.frame = frame, .metres_per_mm = 500}, .legend_columns = 1};
    w.composition.view = layout.view;
    legend = sk_legend_create(&w.composition, true);
}

static void tear_down(void) {
    workshop_close(&w);
}

/* A map of which `weight` says how bad it is to hide what lies in `box`. */
static sk_cover_grid *cover(sk_page_box box, double weight) {
    sk_cover_grid *grid = sk_cover_grid_create(w.arena, frame);
    sk_cover_grid_add_box(grid, box, weight);
    sk_cover_grid_finish(grid);
    return grid;
}

static void expect_apart_and_inside(void) {
    const sk_page_box boxes[] = {layout.legend, layout.inset, layout.scale_bar};
    for (int i = 0; i < 3; i++) {
        ck_assert_double_gt(boxes[i].width_mm, 0);
        ck_assert(sk_page_box_holds(sk_page_box_grown(frame, 0.01), boxes[i]));
        for (int k = 0; k < i; k++) ck_assert(!(sk_page_boxes_overlap(boxes[i], boxes[k]) > 0));
    }
}

static const struct {
    sk_furniture_place place;
    bool right, bottom;
} corners[] = {{SK_PLACE_TOP_LEFT, false, false},
               {SK_PLACE_TOP_RIGHT, true, false},
               {SK_PLACE_BOTTOM_LEFT, false, true},
               {SK_PLACE_BOTTOM_RIGHT, true, true}};

START_TEST(a_corner_that_the_style_names_is_taken_whatever_it_hides) {
    double gap = w.style.frame.gap_mm;
    w.style.legend.place = corners[_i].place;
    sk_furniture_arrange(&w.composition, legend, cover(frame, 1), &layout);
    double x = corners[_i].right ? frame.width_mm - gap - layout.legend.width_mm : gap;
    double y = corners[_i].bottom ? frame.height_mm - gap - layout.legend.height_mm : gap;
    ck_assert_double_eq_tol(layout.legend.x_mm, x, 1e-9);
    ck_assert_double_eq_tol(layout.legend.y_mm, y, 1e-9);
    expect_apart_and_inside();
}
END_TEST

/* All but one side of the map matters; the furniture goes there. */
static const sk_page_box busy[] = {{0, 0, 160, 80}, {0, 120, 160, 80}};

START_TEST(the_emptiest_place_hides_nothing_where_there_is_such_a_one) {
    double hidden = sk_furniture_arrange(&w.composition, legend, cover(busy[_i], 1), &layout);
    const sk_page_box boxes[] = {layout.legend, layout.inset, layout.scale_bar};
    for (int i = 0; i < 3; i++) ck_assert(!(sk_page_boxes_overlap(boxes[i], busy[_i]) > 0));
    expect_apart_and_inside();
    double everywhere = sk_furniture_arrange(&w.composition, legend, cover(frame, 1), &layout);
    ck_assert_double_lt(hidden, everywhere);
}
END_TEST

START_TEST(what_the_style_does_not_show_has_no_place) {
    w.style.legend.shown = w.style.inset.shown = false;
    sk_furniture_arrange(&w.composition, legend, cover(frame, 1), &layout);
    ck_assert_double_eq(layout.legend.width_mm, 0);
    ck_assert_double_eq(layout.inset.width_mm, 0);
    ck_assert_double_gt(layout.scale_bar.width_mm, 0);
}
END_TEST

static void pin(const char *id, double dx_mm, double dy_mm) {
    sk_pin *pins = SK_NEW(w.arena, sk_pin);
    *pins = (sk_pin){.figure = 13, .id = id, .dx_mm = dx_mm, .dy_mm = dy_mm};
    sk_project *project = SK_NEW(w.arena, sk_project);
    *project = *w.project;
    project->pins = pins;
    project->pin_count = 1;
    w.drawing.pins = sk_pinned_create(w.arena, project, 13, false);
}

START_TEST(a_pinned_piece_stands_there_and_what_is_in_its_way_gives_way) {
    w.style.legend.place = SK_PLACE_TOP_LEFT;
    sk_furniture_arrange(&w.composition, legend, cover(frame, 1), &layout);
    sk_page_box before = layout.legend;
    pin("inset", 4, 5);
    sk_furniture_pin(&w.composition, legend, &layout);
    ck_assert_double_eq_tol(layout.inset.x_mm, 4, 1e-9);
    ck_assert_double_eq_tol(layout.inset.y_mm, 5, 1e-9);
    ck_assert(layout.legend.x_mm != before.x_mm || layout.legend.y_mm != before.y_mm);
    ck_assert_uint_eq(sk_diag_count(w.diag), 0);
    expect_apart_and_inside();
}
END_TEST

START_TEST(a_pin_out_of_the_frame_is_reported_and_changes_nothing) {
    sk_furniture_arrange(&w.composition, legend, cover(busy[0], 1), &layout);
    sk_page_box before = layout.inset;
    pin("inset", 150, 5);
    sk_furniture_pin(&w.composition, legend, &layout);
    ck_assert_double_eq(layout.inset.x_mm, before.x_mm);
    ck_assert_double_eq(layout.inset.y_mm, before.y_mm);
    ck_assert_uint_eq(sk_diag_error_count(w.diag), 1);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("furniture");
    TCase *tests = tcase_create("furniture");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_corner_that_the_style_names_is_taken_whatever_it_hides, 0,
                        sizeof corners / sizeof corners[0]);
    tcase_add_loop_test(tests, the_emptiest_place_hides_nothing_where_there_is_such_a_one, 0,
                        sizeof busy / sizeof busy[0]);
    tcase_add_test(tests, what_the_style_does_not_show_has_no_place);
    tcase_add_test(tests, a_pinned_piece_stands_there_and_what_is_in_its_way_gives_way);
    tcase_add_test(tests, a_pin_out_of_the_frame_is_reported_and_changes_nothing);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
