/* Legends in columns: plain heights in, plain places out. */
#include "page/legend_columns.h"

#include <math.h>
#include <stdint.h>

#include "check_main.h"

enum { ROWS_MAX = 64 };
static const sk_legend_gaps gaps = {.row_gap_mm = 1, .section_gap_mm = 2, .whole_most = 6};
static const double heading_mm = 3, entry_mm = 4;

static const struct {
    size_t entries[4]; /* of each section; 0: no further ones */
    size_t columns, columns_used, cuts;
    double height_mm;
} legends[] = {
    /* short sections are kept whole, though that leaves columns uneven */
    {{2, 4, 1}, 1, 1, 0, 3 * 3 + 7 * 5 + 2 * 2},
    {{2, 4, 1}, 2, 2, 0, 3 + 4 * 5 + 2 + 3 + 5},
    {{2, 4, 1}, 3, 3, 0, 3 + 4 * 5},
    {{2, 6, 1}, 4, 3, 0, 3 + 6 * 5},
    {{1, 2, 1}, 2, 2, 0, 2 * 3 + 3 * 5 + 2},
    /* a long one is cut, its continuation at the height of its first entry */
    {{8}, 2, 2, 1, 3 + 4 * 5},
    {{7}, 4, 3, 2, 3 + 3 * 5},
    {{11, 4, 3}, 4, 4, 1, 3 + 6 * 5},
    {{17, 14, 3}, 3, 3, 2, 0},
};

static size_t fill(const size_t entries[4], sk_legend_row *rows) {
    size_t count = 0;
    for (size_t i = 0; i < 4 && entries[i] > 0; i++) {
        rows[count++] =
            (sk_legend_row){.heading = true, .height_mm = heading_mm, .repeated_mm = heading_mm};
        for (size_t k = 0; k < entries[i]; k++)
            rows[count++] = (sk_legend_row){.height_mm = entry_mm};
    }
    return count;
}

START_TEST(a_legend_is_as_low_as_whole_sections_let_it_be) {
    sk_legend_row rows[ROWS_MAX];
    size_t count = fill(legends[_i].entries, rows);
    sk_arena *arena = sk_arena_create();
    sk_legend_columns set = sk_legend_columns_set(rows, count, gaps, legends[_i].columns, arena);
    ck_assert_uint_eq(set.column_count, legends[_i].columns_used);
    ck_assert_uint_eq(set.cuts, legends[_i].cuts);
    if (legends[_i].height_mm > 0)
        ck_assert_double_eq_tol(set.height_mm, legends[_i].height_mm, 1e-9);
    sk_arena_free(arena);
}
END_TEST

/* A reader of the next column knows what its entries are: the heading is there again. */
START_TEST(what_goes_on_in_the_next_column_has_its_heading_there) {
    const double again_mm = 5;
    sk_legend_row rows[ROWS_MAX];
    size_t count = fill((const size_t[4]){2, 8}, rows);
    rows[3].repeated_mm = again_mm;
    sk_arena *arena = sk_arena_create();
    sk_legend_columns set = sk_legend_columns_set(rows, count, gaps, 2, arena);
    ck_assert_uint_eq(set.cuts, 1);
    ck_assert_uint_eq(set.repeated[0], SIZE_MAX);
    ck_assert_uint_eq(set.repeated[1], 3);
    size_t first = 4;
    while (set.spots[first].column == 0) first++;
    ck_assert_double_eq_tol(set.spots[first].y_mm, again_mm + gaps.row_gap_mm, 1e-9);
    sk_arena_free(arena);
}
END_TEST

START_TEST(what_is_to_be_kept_whole_is_up_to_the_caller) {
    sk_legend_row rows[ROWS_MAX];
    size_t count = fill((const size_t[4]){5}, rows);
    sk_arena *arena = sk_arena_create();
    const sk_legend_gaps cut = {1, 2, .whole_most = 4}, whole = {1, 2, .whole_most = 5};
    ck_assert_uint_eq(sk_legend_columns_set(rows, count, cut, 2, arena).cuts, 1);
    ck_assert_uint_eq(sk_legend_columns_set(rows, count, whole, 2, arena).cuts, 0);
    sk_arena_free(arena);
}
END_TEST

/* How many entries of the section of `index` stand in its column. */
static size_t together(const sk_legend_row *rows, size_t count, const sk_legend_spot *spots,
                       size_t index) {
    size_t first = index, end = index + 1;
    while (!rows[first].heading) first--;
    while (end < count && !rows[end].heading) end++;
    size_t entries = 0;
    for (size_t i = first + 1; i < end; i++) entries += spots[i].column == spots[index].column;
    return entries;
}

START_TEST(no_entry_is_left_alone_and_columns_begin_in_line) {
    sk_legend_row rows[ROWS_MAX];
    sk_arena *arena = sk_arena_create();
    for (size_t entries = 2; entries <= 40; entries++)
        for (size_t columns = 1; columns <= 4; columns++) {
            size_t count = fill((const size_t[4]){3, entries, 2}, rows);
            sk_legend_columns set = sk_legend_columns_set(rows, count, gaps, columns, arena);
            ck_assert_uint_le(set.column_count, columns);
            for (size_t i = 0; i < count; i++) {
                ck_assert_double_le(set.spots[i].y_mm + rows[i].height_mm, set.height_mm + 1e-9);
                ck_assert_uint_ge(together(rows, count, set.spots, i), 2);
                bool begins = i == 0 || set.spots[i].column != set.spots[i - 1].column;
                double top = rows[i].heading ? 0 : heading_mm + gaps.row_gap_mm;
                if (begins) ck_assert_double_eq_tol(set.spots[i].y_mm, top, 1e-9);
                if (!begins)
                    ck_assert_double_gt(set.spots[i].y_mm,
                                        set.spots[i - 1].y_mm + rows[i - 1].height_mm);
            }
        }
    sk_arena_free(arena);
}
END_TEST

START_TEST(a_row_that_leads_others_is_not_the_last_of_a_column) {
    sk_legend_row rows[ROWS_MAX];
    size_t count = fill((const size_t[4]){8}, rows);
    rows[4].leads = true; /* the fourth entry would be the last of the first column */
    sk_arena *arena = sk_arena_create();
    sk_legend_columns set = sk_legend_columns_set(rows, count, gaps, 2, arena);
    ck_assert_uint_eq(set.column_count, 2);
    ck_assert_uint_eq(set.spots[4].column, set.spots[5].column);
    sk_arena_free(arena);
}
END_TEST

START_TEST(no_rows_take_no_column) {
    sk_arena *arena = sk_arena_create();
    sk_legend_columns set = sk_legend_columns_set(NULL, 0, gaps, 3, arena);
    ck_assert_uint_eq(set.column_count, 0);
    ck_assert_double_eq(set.height_mm, 0);
    sk_arena_free(arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("legend columns");
    TCase *tests = tcase_create("legend columns");
    tcase_add_test(tests, what_goes_on_in_the_next_column_has_its_heading_there);
    tcase_add_test(tests, what_is_to_be_kept_whole_is_up_to_the_caller);
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, a_legend_is_as_low_as_whole_sections_let_it_be, 0,
                        sizeof legends / sizeof legends[0]);
    tcase_add_test(tests, no_entry_is_left_alone_and_columns_begin_in_line);
    tcase_add_test(tests, a_row_that_leads_others_is_not_the_last_of_a_column);
    tcase_add_test(tests, no_rows_take_no_column);
    return run_suite(suite);
}
