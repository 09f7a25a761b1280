/* Furniture that the style puts outside the map. */
#include <math.h>

#include "check_main.h"
#include "compose/plan/page_layout.h"
#include "compose/workshop.h"

static workshop w;
static const sk_legend *legend;

static void set_up(void) {
    workshop_open(&w);
    workshop_resolve(&w, 13);
    w.style.legend.place = w.style.inset.place = w.style.scale_bar.place = SK_PLACE_OUTSIDE;
    legend = sk_legend_create(&w.composition, true);
}

static void tear_down(void) {
    workshop_close(&w);
}

static sk_page_layout planned(sk_page_size size) {
    sk_page_layout layout;
    ck_assert(sk_page_layout_plan(&w.composition, legend, size, &layout));
    return layout;
}

/* A page that follows the map, one that is high, one that is wide, a large one. */
static const sk_page_size sizes[] = {
    {0, 0, false}, {160, 230, false}, {260, 130, false}, {420, 297, false}};

START_TEST(it_stands_beside_the_map_on_the_page_and_apart) {
    sk_page_layout layout = planned(sizes[_i]);
    const sk_page_box page = {0, 0, layout.page_width_mm, layout.page_height_mm};
    const sk_page_box boxes[] = {layout.legend, layout.inset, layout.scale_bar};
    for (int i = 0; i < 3; i++) {
        ck_assert_double_gt(boxes[i].width_mm, 0);
        ck_assert(!sk_page_boxes_meet(boxes[i], layout.view.frame));
        ck_assert(sk_page_box_holds(page, boxes[i]));
        for (int k = 0; k < i; k++) ck_assert(!sk_page_boxes_meet(boxes[i], boxes[k]));
        ck_assert_double_le(boxes[i].y_mm + boxes[i].height_mm, layout.foot_mm + 1e-9);
    }
    ck_assert_double_eq(layout.hidden, 0);
}
END_TEST

START_TEST(on_a_wide_page_the_map_is_larger_beside_it) {
    sk_page_layout wide = planned((sk_page_size){260, 130, false});
    ck_assert_double_gt(wide.legend.x_mm, wide.view.frame.x_mm + wide.view.frame.width_mm);
    sk_page_layout high = planned((sk_page_size){160, 230, false});
    ck_assert_double_gt(high.legend.y_mm, high.view.frame.y_mm + high.view.frame.height_mm);
}
END_TEST

START_TEST(the_map_of_a_figure_does_not_depend_on_its_legend) {
    sk_page_layout with = planned((sk_page_size){0});
    w.style.legend.points_listed = false;
    legend = sk_legend_create(&w.composition, false);
    sk_page_layout without = planned((sk_page_size){0});
    ck_assert_double_lt(without.page_height_mm, with.page_height_mm);
    ck_assert_double_eq(without.view.metres_per_mm, with.view.metres_per_mm);
    ck_assert_double_eq(without.view.frame.height_mm, with.view.frame.height_mm);
}
END_TEST

START_TEST(what_the_style_leaves_on_the_map_stands_there) {
    w.style.scale_bar.place = SK_PLACE_BOTTOM_LEFT;
    sk_page_layout layout = planned((sk_page_size){0});
    ck_assert(sk_page_box_holds(layout.view.frame, layout.scale_bar));
    ck_assert(!sk_page_boxes_meet(layout.legend, layout.view.frame));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("page_strip");
    TCase *tests = tcase_create("page_strip");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, it_stands_beside_the_map_on_the_page_and_apart, 0,
                        sizeof sizes / sizeof sizes[0]);
    tcase_add_test(tests, on_a_wide_page_the_map_is_larger_beside_it);
    tcase_add_test(tests, the_map_of_a_figure_does_not_depend_on_its_legend);
    tcase_add_test(tests, what_the_style_leaves_on_the_map_stands_there);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
