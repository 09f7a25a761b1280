/* Columns get the widths that make a table low. */
#include "page/column_widths.h"

#include <math.h>

#include "check_main.h"

/* Cells as lengths of text: a line holds as much as the column is wide. */
typedef struct {
    double lengths[3][3];
} lengths;

static size_t lines_of(const void *context, size_t row, size_t column, double width_mm) {
    const lengths *table = context;
    return (size_t)ceil(table->lengths[row][column] / width_mm);
}

static const struct {
    lengths table;
    double expected[3];
} tables[] = {
    /* all fit on one line: the first columns as narrow as they can be */
    {{{{30, 20, 10}, {10, 25, 40}, {5, 5, 5}}}, {30, 25, 95}},
    /* the long remarks get all the room that the others can give */
    {{{{10, 10, 1100}, {10, 10, 1100}, {10, 10, 1100}}}, {20, 20, 110}},
};

START_TEST(columns_are_as_wide_as_what_they_hold_asks) {
    const sk_column_limits limits[] = {{20, 60}, {20, 50}, {30, 1000}};
    double widths[3];
    sk_arena *arena = sk_arena_create();
    const sk_column_problem problem = {limits, 3, 3, lines_of, &tables[_i].table};
    sk_column_widths_choose(&problem, 150, arena, widths);
    for (int i = 0; i < 3; i++) ck_assert_double_eq_tol(widths[i], tables[_i].expected[i], 1e-9);
    sk_arena_free(arena);
}
END_TEST

START_TEST(columns_always_share_the_whole_width) {
    const sk_column_limits limits[] = {{90, 200}, {90, 200}, {90, 200}};
    const lengths table = {{{500, 500, 500}, {1, 1, 1}, {0, 0, 0}}};
    double widths[3];
    sk_arena *arena = sk_arena_create();
    const sk_column_problem problem = {limits, 3, 3, lines_of, &table};
    sk_column_widths_choose(&problem, 150, arena, widths);
    ck_assert_double_eq_tol(widths[0] + widths[1] + widths[2], 150, 1e-9);
    for (int i = 0; i < 3; i++) ck_assert_double_gt(widths[i], 0);
    sk_arena_free(arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("column widths");
    TCase *tests = tcase_create("column widths");
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, columns_are_as_wide_as_what_they_hold_asks, 0,
                        sizeof tables / sizeof tables[0]);
    tcase_add_test(tests, columns_always_share_the_whole_width);
    return run_suite(suite);
}
