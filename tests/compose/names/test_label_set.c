/* Names gathered with the places that each could take, on a map with nothing else. */
#include <math.h>
#include <string.h>

#include "check_main.h"
#include "compose/names/label_set.h"
#include "compose/workshop.h"

static workshop w;
static sk_label_set *set;
static sk_text_block block;
static const sk_feature feature = {.id = "haven", .kind = SK_FEATURE_ZONE, .name = "Haven"};

static void set_up(void) {
    workshop_open(&w);
    set = sk_label_set_create(&w.composition);
    block = sk_text_block_set(w.typesetter, w.arena, "Haven", &w.style.zone.name, INFINITY, 1);
}

static void tear_down(void) {
    workshop_close(&w);
}

static void begin(const char *id, double drop_cost, const sk_feature *of) {
    sk_label_set_begin(set, (sk_label_spec){.id = id,
                                            .feature = of,
                                            .title = "Haven",
                                            .class_name = "zone-name",
                                            .role = SK_ROLE_LABEL,
                                            .drop_cost = drop_cost,
                                            .drop_reason = SK_OMITTED_NO_ROOM});
}

static void option(double x_mm, double y_mm, double cost) {
    sk_label_set_block(set, &block, (sk_page_point){x_mm, y_mm}, SK_ANCHOR_START, cost);
}

static const sk_layer *compose(void) {
    sk_layer *layer = sk_scene_layer(w.drawing.scene, "names", "Namen", NULL);
    sk_label_set_compose(set, layer, SK_ROLE_LABEL);
    return layer;
}

static const sk_group *group_called(const sk_layer *layer, const char *id) {
    for (size_t i = 0; i < layer->count; i++)
        if (strcmp(layer->groups[i]->id, id) == 0) return layer->groups[i];
    return NULL;
}

static sk_page_point baseline_of(const sk_layer *layer, const char *id) {
    const sk_group *group = group_called(layer, id);
    ck_assert_msg(group != NULL, "no group %s", id);
    return group->items[0].as.text.lines[0].baseline;
}

START_TEST(a_name_takes_the_cheapest_of_its_places) {
    begin("a", 10, NULL);
    option(10, 10, 2);
    option(50, 50, 1);
    option(70, 70, 3);
    sk_label_set_place(set);
    ck_assert(sk_label_set_placed(set, "a"));
    sk_page_point at = baseline_of(compose(), "a");
    ck_assert_double_eq_tol(at.x_mm, 50, 0.01);
    ck_assert_double_eq_tol(at.y_mm, 50 + block.cap_height_mm, 0.01);
}
END_TEST

START_TEST(of_two_that_want_one_place_one_goes_elsewhere) {
    begin("a", 10, NULL);
    option(50, 50, 0);
    option(10, 10, 1);
    begin("b", 10, NULL);
    option(51, 51, 0);
    option(10, 80, 5);
    sk_label_set_place(set);
    const sk_layer *layer = compose();
    ck_assert_double_eq_tol(baseline_of(layer, "a").x_mm, 10, 0.01);
    ck_assert_double_eq_tol(baseline_of(layer, "b").x_mm, 51, 0.01);
}
END_TEST

START_TEST(a_place_that_sticks_out_of_the_frame_is_none) {
    begin("a", 10, NULL);
    option(98, 50, 0);
    option(-1, 50, 0);
    option(50, 50, 9);
    sk_label_set_place(set);
    ck_assert_double_eq_tol(baseline_of(compose(), "a").x_mm, 50, 0.01);
}
END_TEST

START_TEST(a_place_under_furniture_is_none) {
    static const sk_page_box legend = {40, 40, 30, 30};
    w.composition.furniture = (sk_page_box_list){(sk_page_box *)&legend, 1};
    begin("a", 10, NULL);
    option(50, 50, 0);
    option(10, 10, 9);
    sk_label_set_place(set);
    ck_assert_double_eq_tol(baseline_of(compose(), "a").x_mm, 10, 0.01);
}
END_TEST

static const struct {
    const sk_feature *feature;
    size_t warnings;
} unplaced[] = {{NULL, 0}, {&feature, 1}};

START_TEST(a_name_without_a_place_is_noted_and_one_of_the_catalogue_is_reported) {
    begin("a", SK_LABEL_MUST_STAY, unplaced[_i].feature);
    option(98, 50, 0);
    sk_label_set_place(set);
    ck_assert(!sk_label_set_placed(set, "a"));
    ck_assert(!sk_label_set_placed(set, "another"));
    ck_assert_uint_eq(compose()->count, 0);
    ck_assert_uint_eq(w.drawing.notes->omission_count, 1);
    ck_assert_str_eq(w.drawing.notes->omissions[0].id, "a");
    ck_assert_int_eq(w.drawing.notes->omissions[0].reason, SK_OMITTED_NO_ROOM);
    ck_assert_uint_eq(sk_diag_count(w.diag), unplaced[_i].warnings);
    ck_assert_uint_eq(sk_diag_error_count(w.diag), 0);
}
END_TEST

START_TEST(the_name_that_matters_least_is_left_out_where_two_have_one_place) {
    begin("town", 5, NULL);
    option(50, 50, 0);
    begin("zone", SK_LABEL_MUST_STAY, &feature);
    option(51, 51, 4);
    sk_label_set_place(set);
    ck_assert(!sk_label_set_placed(set, "town"));
    ck_assert(sk_label_set_placed(set, "zone"));
    ck_assert_uint_eq(sk_diag_count(w.diag), 0);
}
END_TEST

START_TEST(a_leader_goes_from_the_name_to_what_it_names) {
    const sk_page_point target = {20, 20};
    begin("haven-label", 10, &feature);
    sk_label_set_block_with_leader(set, &block, (sk_page_point){40, 19}, target, 0);
    sk_label_set_place(set);
    const sk_layer *layer = compose();
    ck_assert_uint_eq(layer->count, 2);
    const sk_group *leader = group_called(layer, "haven-label-leader");
    ck_assert_ptr_nonnull(leader);
    ck_assert_int_eq(leader->role, SK_ROLE_LEADER);
    ck_assert_str_eq(leader->feature_id, "haven");
    const sk_path *path = &leader->items[0].as.path.path;
    ck_assert_double_lt(sk_page_distance(path->segments[1].points[0], target), 1e-9);
    ck_assert_double_gt(path->segments[0].points[0].x_mm, 35);
}
END_TEST

START_TEST(a_name_on_its_target_needs_no_leader_and_gets_no_such_place) {
    begin("a", 10, NULL);
    sk_label_set_block_with_leader(set, &block, (sk_page_point){40, 40}, (sk_page_point){42, 41},
                                   0);
    sk_label_set_place(set);
    ck_assert(!sk_label_set_placed(set, "a"));
}
END_TEST

START_TEST(a_letter_on_its_line_needs_no_leader_and_gets_no_such_place) {
    const double off_mm[] = {0, 2, 8};
    sk_page_point ends[] = {{10, 50}, {90, 50}};
    sk_drawn_link drawn = {.line = {ends, 2}};
    sk_plate sign = {.form = SK_PLATE_LINK, .letters = "b"};
    w.style.name.least_leader_mm = 2.5;
    for (size_t i = 0; i < 3; i++) {
        const char *id = sk_arena_printf(w.arena, "b-%zu", i);
        sk_label_set_begin(set, (sk_label_spec){.id = id,
                                                .title = "b",
                                                .class_name = "link-key",
                                                .role = SK_ROLE_LABEL,
                                                .drop_cost = 10,
                                                .sign = &sign,
                                                .drawn = &drawn});
        sk_page_point centre = {20 + 20 * (double)i, 50 - off_mm[i]};
        sk_label_set_sign_with_leader(set, centre, (sk_page_point){centre.x_mm + 10, 50}, 0);
    }
    sk_label_set_place(set);
    ck_assert(!sk_label_set_placed(set, "b-0"));
    ck_assert(!sk_label_set_placed(set, "b-1"));
    ck_assert(sk_label_set_placed(set, "b-2"));
}
END_TEST

START_TEST(names_of_another_role_are_drawn_into_another_layer) {
    begin("a", 10, NULL);
    option(50, 50, 0);
    sk_label_set_place(set);
    sk_layer *towns = sk_scene_layer(w.drawing.scene, "towns", "Steden", NULL);
    sk_label_set_compose(set, towns, SK_ROLE_TOWN);
    ck_assert_uint_eq(towns->count, 0);
    ck_assert_uint_eq(compose()->count, 1);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("label_set");
    TCase *tests = tcase_create("label_set");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_name_takes_the_cheapest_of_its_places);
    tcase_add_test(tests, of_two_that_want_one_place_one_goes_elsewhere);
    tcase_add_test(tests, a_place_that_sticks_out_of_the_frame_is_none);
    tcase_add_test(tests, a_place_under_furniture_is_none);
    tcase_add_loop_test(tests, a_name_without_a_place_is_noted_and_one_of_the_catalogue_is_reported,
                        0, sizeof unplaced / sizeof unplaced[0]);
    tcase_add_test(tests, the_name_that_matters_least_is_left_out_where_two_have_one_place);
    tcase_add_test(tests, a_leader_goes_from_the_name_to_what_it_names);
    tcase_add_test(tests, a_name_on_its_target_needs_no_leader_and_gets_no_such_place);
    tcase_add_test(tests, a_letter_on_its_line_needs_no_leader_and_gets_no_such_place);
    tcase_add_test(tests, names_of_another_role_are_drawn_into_another_layer);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
