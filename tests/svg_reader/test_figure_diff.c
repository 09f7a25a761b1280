#include <string.h>

#include "check_main.h"
#include "svg_reader/element/svg_transform.h"
#include "svg_reader/figure_diff.h"
#include "svg_reader/small_figure.h"

static const char point[] =
    "<style>.marker{fill:#000000;stroke:none}.other{fill:#0000ff}</style>"
    "<g id=\"haven\" data-feature=\"haven\" data-role=\"marker\"><title>Haven</title>"
    "<circle class=\"marker\" cx=\"10\" cy=\"20\" r=\"4\"/></g>"
    "<g id=\"haven-label\" data-feature=\"haven\" data-role=\"label\"><title>Haven</title>"
    "<text><tspan x=\"5\" y=\"5\">De</tspan><tspan x=\"5\" y=\"9\">haven</tspan></text></g>";

static const char *changed(const char *what, const char *by) {
    return with_change(point, what, by);
}

static const struct {
    const char *what, *by;
    const char *kind, *words;
} edits[] = {
    {"cx=\"10\" cy=\"20\"", "cx=\"16\" cy=\"28\"", "moved", "point \"Haven\" moved 5.00 mm"},
    {"<circle", "<circle transform=\"translate(6,8)\"", "moved", "point \"Haven\" moved 5.00 mm"},
    {"<circle", "<circle style=\"transform: translate(6px, 8px)\"", "moved",
     "point \"Haven\" moved 5.00 mm"},
    {"<g id=\"haven\"", "<g transform=\"matrix(1 0 0 1 6 8)\" id=\"haven\"", "moved",
     "point \"Haven\" moved 5.00 mm"},
    {"r=\"4\"", "r=\"5\"", "reshaped", "point \"Haven\" is drawn in another shape"},
    {"class=\"marker\"", "class=\"other\"", "restyled",
     "all of .marker: fill is #0000ff instead of #000000"},
    {"<circle class=\"marker\"", "<circle style=\"fill:red\" class=\"marker\"", "restyled",
     "all of .marker: fill is #ff0000 instead of #000000"},
    {"<g id=\"haven\"", "<g style=\"display:none\" id=\"haven\"", "hidden",
     "point \"Haven\" is hidden"},
    {"<g id=\"haven\"", "<g style=\"opacity:.5\" id=\"haven\"", "faded",
     "point \"Haven\" has an opacity of 0.50 instead of 1.00"},
    {"<g id=\"haven-label\"", "<text x=\"1\" y=\"1\">Nieuw</text><g id=\"haven-label\"", "added",
     "the text \"Nieuw\" is new"},
    {"<g id=\"haven-label\"",
     "<g id=\"haven_1_\"><circle cx=\"1\" cy=\"1\" r=\"4\"/></g><g id=\"haven-label\"", "copied",
     "point \"Haven\" is there twice"},
    {"<text><tspan x=\"5\" y=\"5\">De</tspan><tspan x=\"5\" y=\"9\">haven</tspan></text>",
     "<path d=\"m5 5 3 3\"/>", "reshaped", "name \"Haven\" has shapes for letters now"},
    {"fill:#000000", "fill:#ff0000", "restyled",
     "all of .marker: fill is #ff0000 instead of #000000"},
    {"De<", "Die<", "reworded", "name \"Haven\" reads \"Die haven\" instead of \"De haven\""},
    {"<title>Haven<", "<title>Poort<", "renamed", "point \"Haven\" is now called \"Poort\""},
    {"data-role=\"marker\"", "data-role=\"marker\" data-source=\"Pact\"", "source",
     "point \"Haven\" has a source now, \"Pact\""},
};

START_TEST(an_edit_is_told_in_words) {
    sk_svg_figure old = figure_with(point);
    sk_svg_figure now = edition_of(&old, changed(edits[_i].what, edits[_i].by));
    sk_figure_changes changes = sk_figure_diff(&old, &now, arena);
    ck_assert_uint_eq(changes.count, 1);
    ck_assert_str_eq(sk_change_kind_name(changes.items[0].kind), edits[_i].kind);
    ck_assert_str_eq(changes.items[0].words, edits[_i].words);
}
END_TEST

/* The same picture in other words: none of it is a change. */
static const struct {
    const char *what, *by;
} spellings[] = {
    {"class=\"marker\"", "fill=\"black\""},
    {"class=\"marker\"", "style=\"fill:#000;stroke-width:3\""},
    {"class=\"marker\"", "fill=\"#f00\" style=\"fill:rgb(0,0,0)\""},
    {".marker{fill:#000000;stroke:none}", ".x, .marker { fill : #000 }"},
    {"<g id=\"haven-label\"", "<g id=\"haven_x2D_label\""},
    {"<g id=\"haven-label\"", "<g id=\"x\" data-id=\"haven-label\""},
    {" data-role=\"label\"", ""},
    {"<title>Haven</title><text>", "<text>"},
    {"<tspan x=\"5\" y=\"5\">De</tspan><tspan x=\"5\" y=\"9\">haven</tspan></text>",
     "<tspan x=\"5\" y=\"5\">De</tspan></text><text transform=\"matrix(1 0 0 1 5 "
     "9)\">haven</text>"},
    {"<tspan x=\"5\" y=\"5\">De</tspan>",
     "<tspan x=\"5\" y=\"5\">D</tspan><tspan x=\"6\" y=\"5\">e</tspan>"},
    {"cx=\"10\" cy=\"20\"", "transform=\"translate(10 20)\""},
};

START_TEST(what_another_program_spells_otherwise_is_no_change) {
    sk_svg_figure old = figure_with(point);
    sk_svg_figure now = edition_of(&old, changed(spellings[_i].what, spellings[_i].by));
    sk_figure_changes changes = sk_figure_diff(&old, &now, arena);
    ck_assert_msg(changes.count == 0, "%s", changes.count > 0 ? changes.items[0].words : "");
}
END_TEST

static const char shapes[] =
    "<g id=\"layer-a\"><g id=\"box\"><path d=\"m10 10 20 0 0 10 -20 0z\"/></g>"
    "<g id=\"curve\"><path d=\"m50 50c5.523 0 10 4.477 10 10\"/></g>"
    "<g id=\"two\"><path d=\"m1 1 5 5\"/><path d=\"m9 1 5 5\"/></g></g>"
    "<g id=\"layer-b\"><g id=\"line\"><path d=\"m70 10 20 5\"/></g></g>";

static const struct {
    const char *what, *by, *words;
} outlines[] = {
    {"<path d=\"m10 10 20 0 0 10 -20 0z\"/>",
     "<rect x=\"10\" y=\"10\" width=\"20\" height=\"10\"/>", NULL},
    {"<path d=\"m10 10 20 0 0 10 -20 0z\"/>", "<polygon points=\"30,20 10,20 10,10 20,10 30,10\"/>",
     NULL},
    {"m50 50c5.523 0 10 4.477 10 10", "M50 50a10 10 0 0110 10", NULL},
    {"<path d=\"m70 10 20 5\"/>", "<line x1=\"70\" y1=\"10\" x2=\"90\" y2=\"15\"/>", NULL},
    {"<path d=\"m1 1 5 5\"/><path d=\"m9 1 5 5\"/>", "<path d=\"M9 1 14 6M1 1l5 5\"/>", NULL},
    {"<path d=\"m70 10 20 5\"/>", "<line x1=\"74\" y1=\"10\" x2=\"94\" y2=\"15\"/>",
     "line moved 2.00 mm"},
    {"m50 50c5.523 0 10 4.477 10 10", "M50 50a12 12 0 0112 12", "curve was turned or scaled"},
    {"m50 50c5.523 0 10 4.477 10 10", "M50 50a12 9 0 0112 9", "curve is drawn in another shape"},
    {"<g id=\"layer-b\">", "<g id=\"layer-b\" display=\"none\">", "layer \"layer-b\" is hidden"},
    {"<g id=\"layer-b\">", "<g id=\"Lijnen\">", "layer \"layer-b\" is now called \"Lijnen\""},
    {"<g id=\"layer-b\"><g id=\"line\"><path d=\"m70 10 20 5\"/></g></g>", "<g id=\"layer-b\"/>",
     "line is gone"},
    {"<g id=\"layer-b\"><g id=\"line\"><path d=\"m70 10 20 5\"/></g></g>", "",
     "layer \"layer-b\" is gone"},
};

START_TEST(shapes_are_compared_by_what_they_draw) {
    sk_svg_figure old = figure_with(shapes);
    const char *words = outlines[_i].words;
    sk_svg_figure now = edition_of(&old, with_change(shapes, outlines[_i].what, outlines[_i].by));
    sk_figure_changes changes = sk_figure_diff(&old, &now, arena);
    ck_assert_uint_eq(changes.count, words == NULL ? 0 : 1);
    if (words != NULL) ck_assert_str_eq(changes.items[0].words, words);
}
END_TEST

/* A program keeps a tenth of a unit: of these arcs, taken at their word, the middles would lie 1.4
 * units apart, and the disc would be that much narrower. */
START_TEST(a_disc_whose_arcs_were_rounded_is_the_same_disc) {
    const char *disc =
        "<g id=\"disc\" data-id=\"disc\"><path d=\"m149 156.88c2.59 0 4.68 2.09 4.68 4.67 0 "
        "2.59-2.09 "
        "4.68-4.68 4.68-2.58 0-4.67-2.09-4.67-4.68 0-2.58 2.09-4.67 4.67-4.67z\"/></g>";
    sk_svg_figure drawn = figure_with(disc);
    sk_svg_figure rounded =
        edition_of(&drawn,
                   "<g id=\"disc\"><path d=\"M149 156.9a4.7 4.7 0 0 1 0 9.3 4.7 "
                   "4.7 0 0 1 0-9.3\"/></g>");
    ck_assert_uint_eq(sk_figure_diff(&drawn, &rounded, arena).count, 0);
    /* One that says so to a thousandth is a lens. */
    sk_svg_figure lens = edition_of(&drawn,
                                    "<g id=\"disc\"><path d=\"M149 156.9a4.701 4.701 0 0 1 0 9.301 "
                                    "4.701 4.701 0 0 1 0-9.301\"/></g>");
    ck_assert_uint_eq(sk_figure_diff(&drawn, &lens, arena).count, 1);
}
END_TEST

START_TEST(a_released_clip_is_told_as_that) {
    const char *layer =
        "<defs><clipPath id=\"frame\"><rect x=\"5\" y=\"5\" width=\"90\" "
        "height=\"40\"/></clipPath></defs>"
        "<g id=\"layer-links\" data-layer=\"layer-links\" clip-path=\"url(#frame)\">"
        "<g id=\"link\" data-id=\"link\"><path d=\"M0 0L50 20\"/></g></g>";
    sk_svg_figure drawn = figure_with(layer);
    const char *released = with_change(layer, "url(#frame)\">", "none\">");
    sk_svg_figure edited = edition_of(
        &drawn,
        sk_arena_printf(arena, "%s<rect x=\"5\" y=\"5\" width=\"90\" height=\"40\"/>", released));
    sk_figure_changes changes = sk_figure_diff(&drawn, &edited, arena);
    ck_assert_uint_eq(changes.count, 1);
    ck_assert_str_eq(changes.items[0].words, "layer \"layer-links\" is not clipped any more");
    /* One whose objects have the clip instead is clipped as before. */
    edited = edition_of(&drawn, with_change(released, "data-id=\"link\"",
                                            "data-id=\"link\" clip-path=\"url(#frame)\""));
    ck_assert_uint_eq(sk_figure_diff(&drawn, &edited, arena).count, 0);
    /* Another shape is one that somebody drew. */
    edited =
        edition_of(&drawn, sk_arena_printf(arena, "%s<rect width=\"9\" height=\"4\"/>", released));
    ck_assert_uint_eq(sk_figure_diff(&drawn, &edited, arena).count, 2);
}
END_TEST

START_TEST(what_lies_above_others_than_before_is_told) {
    sk_svg_figure old = figure_with(shapes);
    const char *box = "<g id=\"box\"><path d=\"m10 10 20 0 0 10 -20 0z\"/></g>";
    const char *without = with_change(shapes, box, "");
    sk_svg_figure now =
        edition_of(&old, with_change(without, "</g></g><g id=\"layer-b\">",
                                     sk_arena_printf(arena, "</g>%s</g><g id=\"layer-b\">", box)));
    sk_figure_changes changes = sk_figure_diff(&old, &now, arena);
    ck_assert_uint_eq(changes.count, 1);
    ck_assert_str_eq(changes.items[0].words, "box lies elsewhere in the stack");
}
END_TEST

START_TEST(other_line_breaks_are_no_other_words) {
    sk_svg_figure old = figure_with(point);
    sk_svg_figure now = figure_with(changed("De</tspan><tspan x=\"5\" y=\"9\">", "De "));
    sk_figure_changes changes = sk_figure_diff(&old, &now, arena);
    ck_assert_uint_eq(changes.count, 1);
    ck_assert_str_eq(sk_change_kind_name(changes.items[0].kind), "rewrapped");
}
END_TEST

START_TEST(a_feature_that_comes_or_goes_is_told_once) {
    sk_svg_figure with = figure_with(point), without = figure_with("");
    sk_figure_changes gone = sk_figure_diff(&with, &without, arena);
    ck_assert_uint_eq(gone.count, 1);
    ck_assert_str_eq(gone.items[0].words, "point \"Haven\" is gone");
    sk_figure_changes added = sk_figure_diff(&without, &with, arena);
    ck_assert_uint_eq(added.count, 1);
    ck_assert_str_eq(added.items[0].words, "point \"Haven\" is new");
}
END_TEST

START_TEST(what_is_rounded_otherwise_has_not_moved) {
    sk_svg_figure old = figure_with(point), now = figure_with(changed("cx=\"10\"", "cx=\"10.03\""));
    ck_assert_uint_eq(sk_figure_diff(&old, &now, arena).count, 0);
}
END_TEST

static const char *const strangers[] = {
    "",
    "no XML",
    "<svg/>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" data-program=\"inkscape\"/>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" data-program=\"streekkaart 1\"/>",
    "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><svg "
    "xmlns=\"http://www.w3.org/2000/svg\" width=\"1mm\" viewBox=\"0 0 1 1\" "
    "data-program=\"streekkaart 1\" data-svg-target=\"web\"><title>&e;</title></svg>",
};

START_TEST(a_file_that_is_no_figure_of_ours_is_refused_with_its_name) {
    sk_svg_figure figure;
    const char *svg = strangers[_i];
    ck_assert_int_eq(sk_svg_figure_read(svg, strlen(svg), "other.svg", arena, diag, &figure),
                     SK_ERR_DATA);
    ck_assert_uint_eq(sk_diag_error_count(diag), 1);
    ck_assert_str_eq(sk_diag_get(diag, 0)->place.file, "other.svg");
}
END_TEST

static const struct {
    const char *text;
    double x, y; /* where (1, 2) comes to stand */
} transforms[] = {
    {NULL, 1, 2},
    {"", 1, 2},
    {"translate(10)", 11, 2},
    {"translate(1e1, -.5)", 11, 1.5},
    {"scale(2)", 2, 4},
    {"scale(2 3) translate(1 1)", 4, 9},
    {"rotate(90)", -2, 1},
    {"rotate(90 1 1)", 0, 1},
    {"skewX(45)", 3, 2},
    {"skewY(45)", 1, 3},
    {" matrix(0,1,-1,0,5,6) ", 3, 7},
};

START_TEST(a_transform_moves_a_point) {
    sk_svg_transform transform;
    double x = 1, y = 2;
    ck_assert(sk_svg_transform_parse(transforms[_i].text, &transform));
    sk_svg_transform_apply(&transform, &x, &y);
    ck_assert_double_eq_tol(x, transforms[_i].x, 1e-9);
    ck_assert_double_eq_tol(y, transforms[_i].y, 1e-9);
}
END_TEST

START_TEST(what_is_no_transform_is_refused) {
    static const char *const texts[] = {"rotate", "rotate(", "turn(3)", "scale(1 2", "matrix(1 2)"};
    sk_svg_transform transform;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert(!sk_svg_transform_parse(texts[i], &transform));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("figure_diff");
    TCase *tests = tcase_create("figure_diff");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, an_edit_is_told_in_words, 0, sizeof edits / sizeof *edits);
    tcase_add_loop_test(tests, what_another_program_spells_otherwise_is_no_change, 0,
                        sizeof spellings / sizeof *spellings);
    tcase_add_loop_test(tests, shapes_are_compared_by_what_they_draw, 0,
                        sizeof outlines / sizeof *outlines);
    tcase_add_test(tests, a_disc_whose_arcs_were_rounded_is_the_same_disc);
    tcase_add_test(tests, a_released_clip_is_told_as_that);
    tcase_add_test(tests, what_lies_above_others_than_before_is_told);
    tcase_add_test(tests, other_line_breaks_are_no_other_words);
    tcase_add_test(tests, a_feature_that_comes_or_goes_is_told_once);
    tcase_add_test(tests, what_is_rounded_otherwise_has_not_moved);
    tcase_add_loop_test(tests, a_file_that_is_no_figure_of_ours_is_refused_with_its_name, 0,
                        sizeof strangers / sizeof *strangers);
    tcase_add_loop_test(tests, a_transform_moves_a_point, 0,
                        sizeof transforms / sizeof *transforms);
    tcase_add_test(tests, what_is_no_transform_is_refused);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
