/* What the layout report measures of a page by itself, on pages of a few lines and areas. */
#include <math.h>

#include "check_main.h"
#include "compose/report/band_width.h"
#include "compose/report/border_strokes.h"
#include "compose/report/fills.h"
#include "compose/report/fineness.h"
#include "compose/report/layout.h"

static const sk_page_box frame = {0, 0, 100, 100};
static const sk_colour black = {.red = 0, .green = 0, .blue = 0, .alpha = 1}, clear = {0, 0, 0, 0};

static sk_arena *arena;
static sk_scene *scene;

static void set_up(void) {
    arena = sk_arena_create();
    scene = sk_scene_create(arena, 100, 100);
}

static void tear_down(void) {
    sk_arena_free(arena);
}

static sk_group *group_in(const char *layer, const char *id, sk_role role) {
    return sk_scene_group(scene, sk_scene_layer(scene, layer, layer, NULL), id, role);
}

static void draw_line(const char *class_name, sk_page_point from, sk_page_point to,
                      sk_colour colour, double width_mm) {
    sk_path path = {0};
    sk_path_move(arena, &path, from);
    sk_path_line(arena, &path, to);
    sk_scene_path(
        scene, group_in("lines", class_name, SK_ROLE_REGION), &path,
        (sk_paint){.class_name = class_name, .line = {.colour = colour, .width_mm = width_mm}});
}

static sk_path box_path(sk_page_box box) {
    sk_path path = {0};
    sk_path_box(arena, &path, box);
    return path;
}

static void fill(const char *layer, sk_role role, const char *class_name, sk_path path) {
    sk_group *group = group_in(layer, class_name, role);
    group->title = "Gewest";
    sk_scene_path(scene, group, &path, (sk_paint){.class_name = class_name, .fill = black});
}

/* --- how fine things are */

START_TEST(the_thinnest_line_is_one_that_is_seen) {
    draw_line("thick", (sk_page_point){0, 0}, (sk_page_point){9, 0}, black, 0.3);
    draw_line("thin", (sk_page_point){0, 1}, (sk_page_point){9, 1}, black, 0.08);
    draw_line("clear", (sk_page_point){0, 2}, (sk_page_point){9, 2}, clear, 0.02);
    sk_layout_fineness f = sk_fineness_none();
    sk_fineness_add(&f, scene);
    ck_assert_double_eq(f.line_mm, 0.08);
    ck_assert(isinf(f.disc_mm));
}
END_TEST

START_TEST(sizes_of_letters_and_discs_are_told) {
    sk_group *group = group_in("names", "name", SK_ROLE_LABEL);
    const double sizes[] = {3, 2.1, 3, 2.5};
    for (size_t i = 0; i < 4; i++) {
        sk_text_line line = {"Gent", {1, 1}, 5};
        sk_scene_text(scene, group,
                      &(sk_text){.lines = &line, .line_count = 1, .style.size_mm = sizes[i]});
    }
    for (size_t i = 0; i < 2; i++)
        sk_scene_circle(scene, group, (sk_page_point){5, 5}, i == 0 ? 1.4 : 0.2,
                        (sk_paint){.fill = black})
            ->use = i == 0 ? SK_USE_DISC : SK_USE_TOWN_DOT;
    sk_layout_fineness f = sk_fineness_none();
    sk_fineness_add(&f, scene);
    ck_assert_double_eq(f.disc_mm, 2.8);
    ck_assert_uint_eq(f.size_count, 3);
    ck_assert_double_eq(f.sizes_mm[0], 2.1);
    ck_assert_double_eq(f.sizes_mm[2], 3);
}
END_TEST

/* --- what runs along a border */

static size_t strokes(void) {
    return sk_border_strokes_most(scene, frame, arena);
}

START_TEST(lines_along_a_border_are_counted) {
    draw_line("border-part", (sk_page_point){10, 50}, (sk_page_point){90, 50}, black, 0.2);
    ck_assert_uint_eq(strokes(), 1);
    draw_line("zone", (sk_page_point){20, 50.2}, (sk_page_point){40, 50.3}, black, 0.2);
    ck_assert_uint_eq(strokes(), 2);
    draw_line("motorway", (sk_page_point){30, 50.3}, (sk_page_point){50, 50.4}, black, 0.2);
    ck_assert_uint_eq(strokes(), 3);
}
END_TEST

START_TEST(a_zone_on_the_very_border_or_under_a_band_is_no_further_line) {
    draw_line("border-home", (sk_page_point){10, 50}, (sk_page_point){90, 50}, black, 0.2);
    draw_line("zone", (sk_page_point){20, 50}, (sk_page_point){40, 50}, black, 0.2);
    ck_assert_uint_eq(strokes(), 1);
    draw_line("chosen-home", (sk_page_point){10, 50}, (sk_page_point){90, 50}, black, 0);
    draw_line("zone", (sk_page_point){20, 50.3}, (sk_page_point){40, 50.3}, black, 0.2);
    ck_assert_uint_eq(strokes(), 2);
}
END_TEST

START_TEST(what_crosses_a_border_or_is_off_it_does_not_run_along_it) {
    draw_line("border-home", (sk_page_point){10, 50}, (sk_page_point){90, 50}, black, 0.2);
    draw_line("zone", (sk_page_point){20, 40}, (sk_page_point){30, 60}, black, 0.2);
    draw_line("motorway", (sk_page_point){10, 51}, (sk_page_point){90, 51}, black, 0.2);
    draw_line("zone", (sk_page_point){60, 50}, (sk_page_point){61, 50}, black, 0.2);
    ck_assert_uint_eq(strokes(), 1);
}
END_TEST

/* --- bands */

/* A province of two squares that a neck joins, 20 mm long; a band along the sides of the neck. */
static double band_in_neck(double neck_mm, double band_mm) {
    sk_path province = {0};
    double top = 50 - neck_mm / 2, foot = 50 + neck_mm / 2;
    const sk_page_point corners[] = {{10, 30},   {40, 30},   {40, top}, {60, top},
                                     {60, 30},   {90, 30},   {90, 70},  {60, 70},
                                     {60, foot}, {40, foot}, {40, 70},  {10, 70}};
    for (size_t i = 0; i < sizeof corners / sizeof corners[0]; i++)
        (i == 0 ? sk_path_move : sk_path_line)(arena, &province, corners[i]);
    sk_path_close(arena, &province);
    fill("home", SK_ROLE_REGION, "home", province);
    sk_path band = box_path((sk_page_box){40, top, 20, band_mm});
    sk_path_box(arena, &band, (sk_page_box){40, foot - band_mm, 20, band_mm});
    fill("chosen-homes", SK_ROLE_REGION, "chosen-home", band);
    return sk_band_width_most(scene, frame, 1, arena);
}

START_TEST(a_band_is_measured_by_the_neck_that_it_lies_in) {
    ck_assert_double_eq_tol(band_in_neck(4, 1), 0.25, 0.01);
}
END_TEST

START_TEST(a_band_too_wide_for_its_neck_is_seen) {
    ck_assert_double_eq_tol(band_in_neck(2, 0.8), 0.4, 0.01);
}
END_TEST

START_TEST(where_there_is_room_enough_is_no_neck) {
    ck_assert_double_eq(band_in_neck(30, 1), 0);
}
END_TEST

/* --- fills */

START_TEST(a_fill_is_measured_where_it_is_seen) {
    fill("home", SK_ROLE_REGION, "home", box_path(frame));
    fill("zones", SK_ROLE_ZONE, "zone", box_path((sk_page_box){0, 0, 50, 20}));
    fill("zones", SK_ROLE_REGION, "chosen-resoc", box_path((sk_page_box){40, 0, 60, 20}));
    sk_scene_circle(scene, group_in("points", "disc", SK_ROLE_MARKER), (sk_page_point){20, 10}, 5,
                    (sk_paint){.fill = black});
    fill("legend", SK_ROLE_FURNITURE, "zone", box_path((sk_page_box){0, 0, 5, 3}));
    size_t count;
    const sk_layout_fill *fills =
        sk_fills_measure((const sk_scene *const *)&scene, 1, frame, arena, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(fills[0].class_name, "zone");
    ck_assert_double_eq_tol(fills[0].share, (40 * 20 - 25 * 3.1416) / 10000, 0.001);
    ck_assert_double_eq_tol(fills[0].seen, (40 * 20 - 25 * 3.1416) / 1000, 0.002);
    ck_assert(fills[0].listed && !fills[0].small);
    ck_assert_double_eq_tol(fills[1].share, 0.12, 0.001);
    ck_assert(!fills[1].listed);
}
END_TEST

START_TEST(a_fill_under_a_disc_is_small_and_not_seen) {
    fill("zones", SK_ROLE_ZONE, "zone", box_path((sk_page_box){10, 10, 2, 2}));
    sk_scene_circle(scene, group_in("points", "disc", SK_ROLE_MARKER), (sk_page_point){11, 11}, 2,
                    (sk_paint){.fill = black});
    size_t count;
    const sk_layout_fill *fills =
        sk_fills_measure((const sk_scene *const *)&scene, 1, frame, arena, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert(fills[0].small && fills[0].seen < 0.01);
}
END_TEST

/* --- on another page */

START_TEST(a_layout_moves_with_its_map_and_leaves_the_first_as_it_was) {
    const sk_layout_piece piece = {.points = {{1, 2}}, .count = 1, .radius_mm = 1};
    const sk_layout_item item = {.id = "disc",
                                 .box = {0, 1, 2, 2},
                                 .outline = &piece,
                                 .piece_count = 1,
                                 .has_anchor = true,
                                 .anchor = {3, 3}};
    const sk_layout_overlap overlap = {"disc", "frame"};
    const sk_layout layout = {.frame = {0, 0, 50, 50},
                              .items = &item,
                              .item_count = 1,
                              .overlaps = &overlap,
                              .overlap_count = 1};
    const sk_layout *moved = sk_layout_moved(&layout, (sk_page_point){10, 20}, arena);
    ck_assert_double_eq(moved->frame.y_mm, 20);
    ck_assert_double_eq(moved->items[0].box.x_mm, 10);
    ck_assert_double_eq(moved->items[0].outline[0].points[0].y_mm, 22);
    ck_assert_double_eq(moved->items[0].anchor.x_mm, 13);
    ck_assert_str_eq(moved->overlaps[0].b, "frame");
    ck_assert_double_eq(piece.points[0].y_mm, 2);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("page measures");
    TCase *cases = tcase_create("page_measures");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, the_thinnest_line_is_one_that_is_seen);
    tcase_add_test(cases, sizes_of_letters_and_discs_are_told);
    tcase_add_test(cases, lines_along_a_border_are_counted);
    tcase_add_test(cases, a_zone_on_the_very_border_or_under_a_band_is_no_further_line);
    tcase_add_test(cases, what_crosses_a_border_or_is_off_it_does_not_run_along_it);
    tcase_add_test(cases, a_band_is_measured_by_the_neck_that_it_lies_in);
    tcase_add_test(cases, a_band_too_wide_for_its_neck_is_seen);
    tcase_add_test(cases, where_there_is_room_enough_is_no_neck);
    tcase_add_test(cases, a_fill_is_measured_where_it_is_seen);
    tcase_add_test(cases, a_fill_under_a_disc_is_small_and_not_seen);
    tcase_add_test(cases, a_layout_moves_with_its_map_and_leaves_the_first_as_it_was);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
