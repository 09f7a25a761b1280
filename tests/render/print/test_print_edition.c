/* What inks colours are printed with, by the one CMYK profile that Debian has. */
#include <check.h>
#include <unistd.h>

#include "check_main.h"
#include "render/print/inks.h"

static const char profile[] = "/usr/share/color/icc/ghostscript/default_cmyk.icc";

static sk_print_edition *open_edition(void) {
    sk_diag *diag = sk_diag_create();
    sk_print_edition *edition = NULL;
    ck_assert_int_eq(sk_print_edition_open(profile, diag, &edition), SK_OK);
    ck_assert_uint_eq(sk_diag_count(diag), 0);
    sk_diag_free(diag);
    return edition;
}

static double sum(sk_ink ink) {
    return ink.cyan + ink.magenta + ink.yellow + ink.black;
}

static bool is_black_alone(sk_ink ink) {
    return ink.cyan == 0 && ink.magenta == 0 && ink.yellow == 0;
}

START_TEST(greys_are_the_black_inks_alone_and_get_darker_with_more_of_it) {
    sk_print_edition *edition = open_edition();
    double before = 2;
    for (int grey = 0; grey <= 255; grey++) {
        double part = grey / 255.0;
        sk_ink ink = sk_print_edition_ink(
            edition, (sk_colour){.red = part, .green = part, .blue = part, .alpha = 1});
        ck_assert_msg(is_black_alone(ink), "%d", grey);
        ck_assert_msg(ink.black <= before, "%d", grey);
        if (grey <= 44) ck_assert_msg(ink.black == 1, "%d: %g", grey, ink.black);
        if (grey > 44) ck_assert_msg(ink.black < before, "%d: %g", grey, ink.black);
        before = ink.black;
    }
    ck_assert_double_eq(before, 0);
    sk_print_edition_free(edition);
}
END_TEST

START_TEST(nearly_black_letters_are_black_and_tints_keep_their_hue) {
    sk_print_edition *edition = open_edition();
    sk_ink letters = sk_print_edition_ink(
        edition,
        (sk_colour){.red = 0x15 / 255.0, .green = 0x20 / 255.0, .blue = 0x2b / 255.0, .alpha = 1});
    ck_assert(is_black_alone(letters) && letters.black == 1);
    sk_ink tint = sk_print_edition_ink(
        edition,
        (sk_colour){.red = 0xf3 / 255.0, .green = 0xd0 / 255.0, .blue = 0x7c / 255.0, .alpha = 1});
    ck_assert(tint.yellow > 0.3 && tint.yellow > tint.magenta && tint.magenta > tint.cyan);
    sk_print_edition_free(edition);
}
END_TEST

START_TEST(no_colour_takes_more_than_300_percent) {
    enum { STEP = 5, STEPS = 52 };
    sk_print_edition *edition = open_edition();
    for (int i = 0; i < STEPS * STEPS * STEPS; i++) {
        const sk_colour colour = {.red = STEP * (i % STEPS) / 255.0,
                                  .green = STEP * (i / STEPS % STEPS) / 255.0,
                                  .blue = STEP * (i / STEPS / STEPS) / 255.0,
                                  .alpha = 1};
        ck_assert_double_le(sum(sk_print_edition_ink(edition, colour)), SK_INK_MOST + 1e-9);
    }
    sk_print_edition_free(edition);
}
END_TEST

START_TEST(where_a_profile_gives_more_the_three_colours_give_way_in_proportion) {
    sk_ink ink = sk_ink_limited((sk_ink){1, 0.9, 0.8, 0.9});
    ck_assert_double_eq_tol(sum(ink), SK_INK_MOST, 1e-9);
    ck_assert_double_eq(ink.black, 0.9);
    ck_assert_double_eq_tol(ink.yellow / ink.cyan, 0.8, 1e-9);
    ck_assert_double_eq_tol(sum(sk_ink_limited((sk_ink){1, 1, 0.9, 0})), 2.9, 1e-9);
}
END_TEST

int main(void) {
    if (access(profile, R_OK) != 0) return 77;
    Suite *suite = suite_create("print edition");
    TCase *tests = tcase_create("print edition");
    tcase_add_test(tests, greys_are_the_black_inks_alone_and_get_darker_with_more_of_it);
    tcase_add_test(tests, nearly_black_letters_are_black_and_tints_keep_their_hue);
    tcase_add_test(tests, no_colour_takes_more_than_300_percent);
    tcase_add_test(tests, where_a_profile_gives_more_the_three_colours_give_way_in_proportion);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
