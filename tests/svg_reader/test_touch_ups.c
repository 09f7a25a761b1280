/* What pins keep of a designer's edits, and what is told of the others. */
#include <string.h>

#include "check_main.h"
#include "svg_reader/element/svg_path.h"
#include "svg_reader/small_figure.h"
#include "svg_reader/touch_ups.h"

static const char drawing[] =
    "<style>.marker{fill:#000000}</style>"
    "<g id=\"zone\" data-feature=\"zone\" data-role=\"zone\"><title>Zone</title>"
    "<path d=\"m80 80 10 0 0 10z\"/></g>"
    "<g id=\"haven-leader\" data-feature=\"haven\" data-role=\"leader\"><title>Haven</title>"
    "<path class=\"leader\" d=\"m10 20 5 5\"/></g>"
    "<g id=\"haven\" data-feature=\"haven\" data-role=\"marker\" data-pin=\"3 -1\">"
    "<title>Haven</title><circle class=\"marker\" data-drawn-at=\"5 10\" cx=\"10\" cy=\"20\" "
    "r=\"4\"/>"
    "<text><tspan x=\"10\" y=\"22\">1</tspan></text></g>"
    "<g id=\"zone-label\" data-feature=\"zone\" data-role=\"label\" data-pin=\"0.5 0\">"
    "<title>Zone</title><text data-drawn-at=\"40 40\"><tspan x=\"80\" y=\"80\">Zone</tspan></text>"
    "</g>"
    "<g id=\"legend\" data-role=\"furniture\" data-pin=\"2 -3\">"
    "<path data-drawn-at=\"2 20\" d=\"m4 40 20 0 0 20 -20 0z\"/>"
    "<g id=\"legend-row\"><text><tspan x=\"6\" y=\"50\">Zone</tspan></text></g></g>";

static const char *changed(const char *what, const char *by) {
    return with_change(drawing, what, by);
}

static sk_touch_ups touch_ups_of(const char *edited_contents) {
    static sk_svg_figure drawn, edited; /* a test has a process of its own */
    drawn = figure_with(drawing);
    edited = edition_of(&drawn, edited_contents);
    return sk_touch_ups_find(&drawn, &edited, arena);
}

static const struct {
    const char *what, *by;
    const char *id;
    double dx, dy;
} movements[] = {
    {"<g id=\"haven\"", "<g id=\"haven\" transform=\"translate(6,8)\"", "haven", 6, 3},
    {"<text data-drawn-at=\"40 40\"><tspan x=\"80\" y=\"80\"",
     "<text data-drawn-at=\"40 40\"><tspan x=\"70\" y=\"84\"", "zone-label", -4.5, 2},
    {"<text data-drawn-at=\"40 40\"",
     "<text transform=\"matrix(1 0 0 1 2 -2)\" data-drawn-at=\"40 40\"", "zone-label", 1.5, -1},
    /* What is in the legend moves with it. The lower edges count, so that it keeps its room. */
    {"<g id=\"legend\"", "<g id=\"legend\" transform=\"translate(10 -4)\"", "legend", 7, -5},
};

START_TEST(what_was_moved_is_kept_as_a_pin) {
    sk_touch_ups found = touch_ups_of(changed(movements[_i].what, movements[_i].by));
    ck_assert_uint_eq(found.other_count, 0);
    ck_assert_uint_eq(found.kept_count, 1);
    ck_assert_str_eq(found.kept[0].id, movements[_i].id);
    ck_assert_double_eq_tol(found.kept[0].dx_mm, movements[_i].dx, 1e-9);
    ck_assert_double_eq_tol(found.kept[0].dy_mm, movements[_i].dy, 1e-9);
}
END_TEST

/* What other programs leave of a file: ids, however they spell them. */
START_TEST(what_has_lost_its_data_is_kept_as_well) {
    sk_svg_figure drawn = figure_with(drawing);
    sk_svg_figure edited =
        edition_of(&drawn,
                   "<g id=\"zone\"><path d=\"m80 80 10 0 0 10z\"/></g>"
                   "<g id=\"haven_x2D_leader\"><path d=\"M10 20 15 25\"/></g>"
                   "<g id=\"haven\"><circle style=\"fill:#000\" cx=\"16\" cy=\"28\" r=\"4\"/>"
                   "<text transform=\"matrix(1 0 0 1 16 30)\">1</text></g>"
                   "<g id=\"zone_x2D_label\"><text x=\"80\" y=\"80\">Zone</text></g>"
                   "<g id=\"legend\"><rect x=\"4\" y=\"40\" width=\"20\" height=\"20\"/>"
                   "<g id=\"legend_x2D_row\"><text x=\"6\" y=\"50\">Zone</text></g></g>");
    sk_touch_ups found = sk_touch_ups_find(&drawn, &edited, arena);
    ck_assert_msg(found.other_count == 0, "%s", found.others[0].words);
    ck_assert_uint_eq(found.kept_count, 1);
    ck_assert_str_eq(found.kept[0].words, "point \"Haven\" moved 5.00 mm");
    ck_assert_double_eq_tol(found.kept[0].dx_mm, 6, 1e-9);
    ck_assert_double_eq_tol(found.kept[0].dy_mm, 3, 1e-9);
}
END_TEST

/* A centred name of 8 mm that its program writes from its left end. */
START_TEST(a_text_that_is_counted_from_its_other_end_has_not_moved) {
    static const char middle[] =
        "<g id=\"n\" data-role=\"label\" data-pin=\"0 0\"><text text-anchor=\"middle\" "
        "data-widths=\"8\" data-drawn-at=\"20 20\"><tspan x=\"40\" "
        "y=\"40\">Naam</tspan></text></g>";
    sk_svg_figure drawn = figure_with(middle);
    sk_svg_figure edited =
        edition_of(&drawn, "<g id=\"n\"><text x=\"32\" y=\"40\">Naam</text></g>");
    sk_touch_ups found = sk_touch_ups_find(&drawn, &edited, arena);
    ck_assert_uint_eq(found.kept_count + found.other_count, 0);
    edited = edition_of(&drawn, "<g id=\"n\"><text x=\"38\" y=\"40\">Naam</text></g>");
    found = sk_touch_ups_find(&drawn, &edited, arena);
    ck_assert_uint_eq(found.kept_count, 1);
    ck_assert_double_eq_tol(found.kept[0].dx_mm, 3, 1e-9);
}
END_TEST

START_TEST(a_page_in_pixels_is_as_large_as_it_was_drawn) {
    sk_svg_figure drawn = figure_with(drawing);
    const char *svg = sk_arena_printf(arena,
                                      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" "
                                      "height=\"100\">%s</svg>",
                                      drawing);
    sk_svg_figure edited;
    ck_assert_int_eq(
        sk_svg_figure_read_like(&drawn, svg, strlen(svg), "x.svg", arena, diag, &edited), SK_OK);
    ck_assert_int_eq(edited.figure, 13);
    sk_touch_ups found = sk_touch_ups_find(&drawn, &edited, arena);
    ck_assert_uint_eq(found.kept_count + found.other_count, 0);
}
END_TEST

START_TEST(a_layer_that_was_moved_moves_what_is_in_it) {
    sk_touch_ups found = touch_ups_of(sk_arena_printf(
        arena, "<g transform=\"translate(2 0)\">%s</g>", changed("m80 80", "m78 80")));
    ck_assert_uint_eq(found.kept_count, 3);
    for (size_t i = 0; i < found.kept_count; i++)
        ck_assert_str_ne(found.kept[i].id, "haven-leader");
    ck_assert_uint_eq(found.other_count, 0);
}
END_TEST

/* What a hand can't move has moved with the rest, so that it was the page; a thing that was moved
 * beyond that is kept by its place on the map. */
START_TEST(all_that_moves_together_is_a_move_of_the_page) {
    const char *rest = "";
    for (int i = 0; i < 30; i++)
        rest = sk_arena_printf(arena, "%s<g id=\"line-%d\"><path d=\"m%d 50 5 0 0 5z\"/></g>", rest,
                               i, 10 + i);
    const char *contents = sk_arena_printf(arena, "%s%s", rest, drawing);
    sk_svg_figure drawn = figure_with(contents);
    const char *moved = with_change(contents, "<g id=\"zone-label\"",
                                    "<g transform=\"translate(0 8)\" id=\"zone-label\"");
    const char *const editions[] = {
        sk_arena_printf(arena, "<g transform=\"translate(20 0)\">%s</g>", moved),
        sk_arena_printf(arena, "<svg x=\"20\">%s</svg>", moved),
        sk_arena_printf(arena,
                        "<svg x=\"20\" width=\"100\" height=\"100\" viewBox=\"0 0 200 200\" "
                        "preserveAspectRatio=\"xMinYMin\"><g transform=\"scale(2)\">%s</g></svg>",
                        moved),
    };
    for (size_t i = 0; i < sizeof editions / sizeof *editions; i++) {
        sk_svg_figure edited = edition_of(&drawn, editions[i]);
        sk_touch_ups found = sk_touch_ups_find(&drawn, &edited, arena);
        ck_assert_uint_eq(found.kept_count, 1);
        ck_assert_double_eq_tol(found.kept[0].dx_mm, 0.5, 1e-9);
        ck_assert_double_eq_tol(found.kept[0].dy_mm, 4, 1e-9);
        ck_assert_uint_eq(found.other_count, 1);
        ck_assert_str_eq(found.others[0].words, "all of the drawing moved 10.00 mm on its page");
    }
}
END_TEST

/* As many lines as it takes to see how a program rounds. */
static const char *lines_with(const char *decimals) {
    const char *lines = "";
    for (int i = 0; i < 30; i++)
        lines =
            sk_arena_printf(arena, "%s<g id=\"line-%d\"><path d=\"M%d.%s 50.%sL%d.%s 60.%s\"/></g>",
                            lines, i, 10 + i, decimals, decimals, 20 + i, decimals, decimals);
    return lines;
}

static const char *two_things(const char *x, const char *y, const char *cx, const char *cy) {
    return sk_arena_printf(
        arena,
        "<g id=\"n\" data-role=\"label\" data-pin=\"0 0\"><text data-drawn-at=\"51.238 20.617\">"
        "<tspan x=\"%s\" y=\"%s\">Naam</tspan></text></g>"
        "<g id=\"m\" data-role=\"marker\" data-pin=\"0 0\"><circle "
        "data-drawn-at=\"66.173 30.222\" cx=\"%s\" cy=\"%s\" r=\"4\"/></g>",
        x, y, cx, cy);
}

/* What was rounded away is no movement, and what is more still is one. */
START_TEST(what_a_program_has_rounded_away_is_no_movement) {
    sk_svg_figure drawn =
        figure_with(sk_arena_printf(arena, "%s%s", lines_with("4321"),
                                    two_things("102.4761", "41.2341", "132.3461", "60.4441")));
    sk_svg_figure edited =
        edition_of(&drawn, sk_arena_printf(arena, "%s%s", lines_with("4"),
                                           two_things("102.5", "41.2", "133.4", "60.4")));
    sk_touch_ups found = sk_touch_ups_find(&drawn, &edited, arena);
    ck_assert_uint_eq(found.other_count, 0);
    ck_assert_uint_eq(found.kept_count, 1);
    ck_assert_str_eq(found.kept[0].id, "m");
}
END_TEST

START_TEST(a_halo_that_was_taken_away_is_told) {
    static const char haloed[] =
        "<g id=\"n\" data-role=\"label\" data-pin=\"0 0\"><text fill=\"none\" stroke=\"#ffffff\" "
        "data-drawn-at=\"10 20\"><tspan x=\"20\" y=\"40\">Naam</tspan></text><text "
        "data-drawn-at=\"10 20\"><tspan x=\"20\" y=\"40\">Naam</tspan></text></g>";
    sk_svg_figure drawn = figure_with(haloed);
    sk_svg_figure edited =
        edition_of(&drawn,
                   "<g id=\"n\"><text data-drawn-at=\"10 20\"><tspan x=\"20\" y=\"40\">Naam</tspan>"
                   "</text></g>");
    sk_touch_ups found = sk_touch_ups_find(&drawn, &edited, arena);
    ck_assert_uint_eq(found.kept_count, 0);
    ck_assert_uint_eq(found.other_count, 1);
    ck_assert_str_eq(found.others[0].words, "n has no halo any more");
}
END_TEST

START_TEST(an_untouched_file_has_no_touch_ups) {
    sk_touch_ups found = touch_ups_of(drawing);
    ck_assert_uint_eq(found.kept_count + found.other_count, 0);
}
END_TEST

static const struct {
    const char *what, *by, *words;
} others[] = {
    {"<g id=\"zone\"", "<g id=\"zone\" transform=\"translate(6,8)\"",
     "zone \"Zone\" moved 5.00 mm"},
    {"fill:#000000", "fill:#ff0000", "all of .marker: fill is #ff0000 instead of #000000"},
    {">Zone</tspan>", ">Gebied</tspan>", "name \"Zone\" reads \"Gebied\" instead of \"Zone\""},
    {"<g id=\"zone-label\"", "<g transform=\"rotate(30 80 80)\" id=\"zone-label\"",
     "name \"Zone\" was turned or scaled"},
    {"x=\"10\" y=\"22\"", "x=\"16\" y=\"22\"", "point \"Haven\" was moved in part only"},
    {"<g id=\"legend-row\"", "<g id=\"legend-row\" transform=\"translate(6 8)\"",
     "legend-row moved 5.00 mm"},
    {"<g id=\"legend\"", "<g id=\"legend\" transform=\"translate(-10 0)\"",
     "legend was moved past the map's edge"},
    {"m10 20 5 5", "m10 20 9 9", "leader of \"Haven\" is drawn in another shape"},
    {"<g id=\"legend\"", "<g id=\"legend\" transform=\"rotate(9 4 40)\"",
     "legend was turned or scaled"},
    {"m4 40 20 0 0 20 -20 0z", "m9 40 15 0 0 20 -20 0z",
     "legend is drawn in another shape, and may have moved"},
    {"<g id=\"haven\"", "<g id=\"haven\" transform=\"translate(1e300 0)\"",
     "point \"Haven\" was moved off the page"},
};

START_TEST(what_no_pin_can_keep_is_told) {
    sk_touch_ups found = touch_ups_of(changed(others[_i].what, others[_i].by));
    ck_assert_uint_eq(found.kept_count, 0);
    ck_assert_msg(found.other_count == 1, "%s", found.others[found.other_count - 1].words);
    ck_assert_str_eq(found.others[0].words, others[_i].words);
}
END_TEST

/* The project draws the label elsewhere by now: what the file says itself still counts. */
START_TEST(a_movement_is_found_though_the_project_has_changed_since) {
    sk_svg_figure drawn =
        figure_with(changed("<text data-drawn-at=\"40 40\"><tspan x=\"80\" y=\"80\"",
                            "<text data-drawn-at=\"10 5\"><tspan x=\"20\" y=\"10\""));
    sk_svg_figure edited = figure_with(
        changed("<g id=\"zone-label\"", "<g transform=\"translate(2 2)\" id=\"zone-label\""));
    sk_touch_ups found = sk_touch_ups_find(&drawn, &edited, arena);
    ck_assert_uint_eq(found.kept_count, 1);
    ck_assert_double_eq_tol(found.kept[0].dx_mm, 1.5, 1e-9);
    ck_assert_uint_eq(found.other_count, 1);
    ck_assert_str_eq(sk_change_kind_name(found.others[0].kind), "redrawn");
}
END_TEST

START_TEST(what_is_no_longer_on_the_figure_is_told_when_it_was_moved) {
    sk_svg_figure drawn = figure_with("");
    sk_svg_figure edited =
        figure_with(changed("<g id=\"haven\"", "<g id=\"haven\" transform=\"translate(6,8)\""));
    sk_touch_ups found = sk_touch_ups_find(&drawn, &edited, arena);
    ck_assert_uint_eq(found.kept_count, 0);
    ck_assert_str_eq(found.others[0].words,
                     "point \"Haven\" was moved, and is not on the figure any more");
}
END_TEST

static const struct {
    const char *data, *commands;
    double x, y; /* the last point */
} paths[] = {
    {"m10 20 5-5.5.5.5z", "MLLZ", 15.5, 15},   {"M10,20L15,14.5 15.5 15Z", "MLLZ", 15.5, 15},
    {"M 1 1 h 4 V 6 H 0 v -1", "MLLLL", 0, 5}, {"m1 1c1 0 2 1 2 2 0 1 1 1 1 1", "MCC", 4, 4},
    {"m1 1 2 2z m1 0 1 1", "MLZML", 3, 2},     {"m1 1q1 1 2 0t2 0", "MCC", 5, 1},
    {"m1 1c0 1 1 2 2 2s2-1 2-2", "MCC", 5, 1}, {"M1 1A2 2 0 015 1", "MCC", 5, 1},
    {"m1 1a0 2 0 0 0 2 2", "ML", 3, 3},
};

START_TEST(a_path_is_the_same_however_it_is_spelt) {
    sk_svg_path path;
    ck_assert(sk_svg_path_parse(paths[_i].data, arena, &path));
    ck_assert_str_eq(path.commands, paths[_i].commands);
    ck_assert_double_eq_tol(path.points[path.point_count - 1].x_mm, paths[_i].x, 1e-9);
    ck_assert_double_eq_tol(path.points[path.point_count - 1].y_mm, paths[_i].y, 1e-9);
}
END_TEST

START_TEST(what_is_no_path_is_not_understood) {
    static const char *const texts[] = {
        "", "5 5", "m", "m1", "m1 1 a1 1 0 0 2 2 2", "m1 1 q1 1 2", "m1 1 r2 2"};
    sk_svg_path path;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert(!sk_svg_path_parse(texts[i], arena, &path));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("touch_ups");
    TCase *tests = tcase_create("touch_ups");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, what_was_moved_is_kept_as_a_pin, 0,
                        sizeof movements / sizeof *movements);
    tcase_add_test(tests, what_has_lost_its_data_is_kept_as_well);
    tcase_add_test(tests, a_text_that_is_counted_from_its_other_end_has_not_moved);
    tcase_add_test(tests, a_page_in_pixels_is_as_large_as_it_was_drawn);
    tcase_add_test(tests, a_layer_that_was_moved_moves_what_is_in_it);
    tcase_add_test(tests, all_that_moves_together_is_a_move_of_the_page);
    tcase_add_test(tests, what_a_program_has_rounded_away_is_no_movement);
    tcase_add_test(tests, a_halo_that_was_taken_away_is_told);
    tcase_add_test(tests, an_untouched_file_has_no_touch_ups);
    tcase_add_loop_test(tests, what_no_pin_can_keep_is_told, 0, sizeof others / sizeof *others);
    tcase_add_test(tests, a_movement_is_found_though_the_project_has_changed_since);
    tcase_add_test(tests, what_is_no_longer_on_the_figure_is_told_when_it_was_moved);
    tcase_add_loop_test(tests, a_path_is_the_same_however_it_is_spelt, 0,
                        sizeof paths / sizeof *paths);
    tcase_add_test(tests, what_is_no_path_is_not_understood);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
