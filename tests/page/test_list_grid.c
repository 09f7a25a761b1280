/* Short texts side by side: widths in, columns out. */
#include "page/list_grid.h"

#include "check_main.h"

static const struct {
    double texts_mm[8]; /* 0: no further ones */
    size_t columns;
    double widths_mm[4];
} lists[] = {
    /* all in one row, each as wide as it is */
    {{25, 40, 30}, 3, {25, 40, 30}},
    /* two rows of two rather than three and one */
    {{25, 55, 55, 25}, 2, {55, 55}},
    /* a long text has a wide column, and the others keep to theirs */
    {{20, 20, 20, 85}, 2, {20, 85}},
    /* three columns fit, and save a row */
    {{30, 30, 30, 30, 30}, 3, {30, 30, 30}},
    /* what fits nowhere is wrapped in a column of its own */
    {{20, 300, 20}, 1, {170}},
    {{0}, 1, {170}},
};

START_TEST(texts_stand_in_the_fewest_rows_that_wrap_none) {
    size_t count = 0;
    while (count < 8 && lists[_i].texts_mm[count] > 0) count++;
    sk_list_grid grid = sk_list_grid_choose(lists[_i].texts_mm, count, 12, 170);
    ck_assert_uint_eq(grid.columns, lists[_i].columns);
    for (size_t i = 0; i < grid.columns; i++)
        ck_assert_double_eq_tol(grid.widths_mm[i], lists[_i].widths_mm[i], 1e-9);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("list grid");
    TCase *tests = tcase_create("list grid");
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, texts_stand_in_the_fewest_rows_that_wrap_none, 0,
                        sizeof lists / sizeof lists[0]);
    return run_suite(suite);
}
