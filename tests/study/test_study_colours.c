/* The symbols of the sectors are told apart: docs/palette.md has the other colours. */
#include "check_main.h"
#include "streekkaart/style_sheet.h"
#include "tools/colour_sight.h"

/* print-grey has no hues, and tells the symbols by their shapes alone. */
static const char *const coloured[] = {"study", "dark"};
enum { COLOURED = sizeof coloured / sizeof coloured[0] };

START_TEST(the_symbols_of_the_sectors_have_eighteen_colours) {
    const double least = 15;
    sk_style_sheet style;
    sk_diag *diag = sk_diag_create();
    ck_assert_int_eq(sk_style_sheet_open(SK_STUDY, NULL, coloured[_i], diag, &style), SK_OK);
    const sk_palette *symbols = &style.overview.symbols;
    for (size_t i = 0; i < symbols->count; i++)
        for (size_t k = 0; k < i; k++) {
            double difference =
                colour_difference(symbols->colours[i], symbols->colours[k], SIGHT_ALL_HUES);
            ck_assert_msg(difference >= least, "%s: %zu and %zu: %.1f", coloured[_i], k + 1, i + 1,
                          difference); /* their shapes differ, too */
        }
    ck_assert_uint_ge(symbols->count, 18);
    sk_diag_free(diag);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("study_colours");
    TCase *tests = tcase_create("study_colours");
    tcase_add_loop_test(tests, the_symbols_of_the_sectors_have_eighteen_colours, 0, COLOURED);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
