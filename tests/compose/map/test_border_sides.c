/* Which side of a border something stands on. */
#include "compose/map/border_sides.h"

#include "check_main.h"
#include "compose/workshop.h"
#include "load/tables/ground_box.h"

static workshop w;
static sk_page_point antwerpen, breda; /* the one 40 km from the other, over the Dutch border */

/* The province of Antwerpen and what is around it, on 100 mm. */
static void set_up(void) {
    workshop_open(&w);
    workshop_resolve(&w, 13);
    w.composition.view.ground = (sk_ground_box){130000, 170000, 250000, 290000};
    w.composition.view.metres_per_mm = 1200;
    w.composition.sides = sk_border_sides_create(&w.composition);
    antwerpen = sk_map_view_page(&w.composition.view, (sk_ground_point){153000, 212000});
    breda = sk_map_view_page(&w.composition.view, (sk_ground_point){172000, 253000});
}

static void tear_down(void) {
    workshop_close(&w);
}

static sk_placer_shape box_at(sk_page_point middle, double width_mm, double height_mm) {
    return sk_box_shape((sk_page_box){middle.x_mm - width_mm / 2, middle.y_mm - height_mm / 2,
                                      width_mm, height_mm});
}

static double across(sk_placer_shape shape, const sk_page_point *own) {
    sk_shape_list list = {&shape, 1, 1};
    return sk_border_sides_across(&w.composition, &list, own);
}

START_TEST(a_box_within_a_province_is_on_one_side) {
    const sk_placer_shape box = box_at(antwerpen, 2, 1);
    ck_assert(!sk_border_sides_meet(w.composition.sides, &box, 1));
    ck_assert(!sk_border_sides_part(w.composition.sides, antwerpen, &box));
    ck_assert_double_eq(across(box, NULL), 0);
    ck_assert_double_eq(across(box, &antwerpen), 0);
}
END_TEST

START_TEST(a_box_on_a_border_is_on_both) {
    const sk_page_point middle = {(antwerpen.x_mm + breda.x_mm) / 2,
                                  (antwerpen.y_mm + breda.y_mm) / 2};
    const sk_placer_shape box = box_at(middle, 1, 30);
    ck_assert(sk_border_sides_meet(w.composition.sides, &box, 1));
    double least = across(box, NULL);
    ck_assert_double_gt(least, 0.1);
    ck_assert_double_le(least, 0.5);
    ck_assert_double_eq_tol(across(box, &antwerpen) + across(box, &breda), 1, 1e-9);
}
END_TEST

START_TEST(a_box_wholly_beyond_a_border_is_not_on_the_side_of_its_dot) {
    const sk_placer_shape box = box_at(breda, 2, 1);
    ck_assert(!sk_border_sides_meet(w.composition.sides, &box, 1));
    ck_assert(sk_border_sides_part(w.composition.sides, antwerpen, &box));
    ck_assert_double_eq(across(box, &antwerpen), 1);
    ck_assert_double_eq(across(box, &breda), 0);
}
END_TEST

/* No name of a town or of the ground that the map names lies across; capitals may. */
START_TEST(towns_and_waters_keep_to_their_side) {
    const sk_composer composer = {w.project, &w.style, &w.words, w.typesetter};
    size_t names = 0;
    w.style.context.shown = true;
    for (int figure = 13; figure <= 16; figure++) {
        sk_composed_figure out;
        ck_assert_int_eq(sk_compose_figure(&composer, workshop_figure(&w, figure),
                                           &(sk_page_request){0}, w.arena, w.diag, &out),
                         SK_OK);
        for (size_t i = 0; i < out.layout->item_count; i++) {
            const sk_layout_item *item = &out.layout->items[i];
            if (item->name == NULL || item->name->kind != SK_NAMED_GROUND) continue;
            names++;
            ck_assert_msg(item->name->across <= 0.02, "figure %d: %s", figure, item->text);
        }
    }
    ck_assert_uint_ge(names, 60);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("border_sides");
    TCase *tests = tcase_create("border_sides");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_box_within_a_province_is_on_one_side);
    tcase_add_test(tests, a_box_on_a_border_is_on_both);
    tcase_add_test(tests, a_box_wholly_beyond_a_border_is_not_on_the_side_of_its_dot);
    tcase_add_test(tests, towns_and_waters_keep_to_their_side);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
