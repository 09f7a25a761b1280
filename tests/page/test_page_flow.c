/* Rows over pages: plain heights in, plain places out. */
#include "page/page_flow.h"

#include "check_main.h"

enum { ROWS_MAX = 400 };

static sk_arena *arena;

static void set_up(void) {
    arena = sk_arena_create();
}

static void tear_down(void) {
    sk_arena_free(arena);
}

static sk_flow_row row(size_t lines) {
    return (sk_flow_row){.frame_mm = 2, .line_mm = 3, .line_count = lines};
}

static sk_flow_row heading(void) {
    return (sk_flow_row){
        .heading = true, .gap_mm = 4, .frame_mm = 2, .line_mm = 3, .line_count = 1};
}

/* Every line once, in order, on its page, below the row before it. */
static void expect_sound(const sk_flow *flow, const sk_flow_row *rows, size_t count,
                         double first_mm, double other_mm) {
    size_t next_row = 0, next_line = 0, page = 0;
    double y = 0;
    for (size_t i = 0; i < flow->count; i++) {
        const sk_flow_piece *piece = &flow->pieces[i];
        if (piece->page != page) {
            ck_assert_uint_eq(piece->page, page + 1);
            page = piece->page;
            y = 0;
        }
        ck_assert_double_ge(piece->y_mm, y - 1e-9);
        y = piece->y_mm + piece->height_mm;
        ck_assert_double_le(y, (page == 0 ? first_mm : other_mm) + 1e-6);
        if (piece->repeated) {
            ck_assert(rows[piece->row].heading);
            continue;
        }
        ck_assert_uint_eq(piece->row, next_row);
        ck_assert_uint_eq(piece->first_line, next_line);
        next_line += piece->line_count;
        if (next_line == rows[next_row].line_count) {
            next_row++;
            next_line = 0;
        }
    }
    ck_assert_uint_eq(next_row, count);
    ck_assert_uint_eq(page + 1, flow->page_count);
}

START_TEST(rows_stay_whole_and_headings_stand_again_on_the_next_page) {
    sk_flow_row rows[ROWS_MAX] = {heading()};
    for (size_t i = 1; i < 300; i++) rows[i] = i == 150 ? heading() : row(1 + i % 3);
    sk_flow flow = sk_flow_rows(rows, 300, 60, 200, arena);
    expect_sound(&flow, rows, 300, 60, 200);
    ck_assert_uint_gt(flow.page_count, 5);
    for (size_t i = 0; i < flow.count; i++) {
        const sk_flow_piece *piece = &flow.pieces[i];
        ck_assert_uint_eq(piece->line_count, rows[piece->row].line_count);
        bool first_on_page = i == 0 || flow.pieces[i - 1].page != piece->page;
        if (first_on_page) ck_assert(rows[piece->row].heading);
        if (!rows[piece->row].heading) continue;
        ck_assert_uint_lt(i + 1, flow.count);
        ck_assert_uint_eq(flow.pieces[i + 1].page, piece->page);
    }
}
END_TEST

START_TEST(a_row_higher_than_a_page_is_cut_between_lines) {
    const sk_flow_row rows[] = {heading(), row(1), row(150), row(1)};
    sk_flow flow = sk_flow_rows(rows, 4, 40, 100, arena);
    expect_sound(&flow, rows, 4, 40, 100);
    ck_assert_uint_gt(flow.page_count, 4);
}
END_TEST

START_TEST(a_first_page_without_room_stays_empty) {
    const sk_flow_row rows[] = {heading(), row(1), row(1)};
    sk_flow flow = sk_flow_rows(rows, 3, 6, 100, arena);
    ck_assert_uint_eq(flow.page_count, 2);
    for (size_t i = 0; i < flow.count; i++) ck_assert_uint_eq(flow.pieces[i].page, 1);
    ck_assert(!flow.pieces[0].repeated);
}
END_TEST

START_TEST(a_note_stands_on_the_page_of_the_last_row) {
    sk_flow_row rows[20] = {heading()};
    for (size_t i = 1; i < 19; i++) rows[i] = row(1);
    rows[19] = (sk_flow_row){.note = true, .gap_mm = 4, .line_mm = 3, .line_count = 1};
    /* Room for all but the note. */
    sk_flow flow = sk_flow_rows(rows, 20, 19 * 5 + 3, 200, arena);
    ck_assert_uint_eq(flow.page_count, 2);
    ck_assert_uint_eq(flow.pieces[flow.count - 1].row, 19);
    ck_assert_uint_eq(flow.pieces[flow.count - 2].row, 18);
    ck_assert_uint_eq(flow.pieces[flow.count - 2].page, 1);
}
END_TEST

/* How many rows of the section that begins at `section` stand on `page`. */
static size_t rows_on(const sk_flow *flow, size_t section, size_t end, size_t page) {
    size_t rows = 0;
    for (size_t i = 0; i < flow->count; i++)
        rows += flow->pieces[i].page == page && flow->pieces[i].row > section &&
                flow->pieces[i].row < end;
    return rows;
}

START_TEST(a_section_that_is_cut_leaves_two_rows_on_either_page) {
    for (size_t entries = 1; entries <= 12; entries++)
        for (double first_mm = 0; first_mm < 100; first_mm++) {
            sk_flow_row rows[ROWS_MAX] = {heading(), row(1), row(1), heading()};
            size_t end = 4 + entries;
            for (size_t i = 4; i < end; i++) rows[i] = row(1);
            rows[end] = heading();
            for (size_t i = end + 1; i < end + 6; i++) rows[i] = row(1);
            sk_flow flow = sk_flow_rows(rows, end + 6, first_mm, 60, arena);
            expect_sound(&flow, rows, end + 6, first_mm, 60);
            size_t found = 0;
            for (size_t page = 0; page < flow.page_count; page++) {
                size_t here = rows_on(&flow, 3, end, page);
                found += here;
                if (here == 0) continue;
                ck_assert_msg(here >= 2 || here == entries, "%zu of %zu rows after %g mm", here,
                              entries, first_mm);
            }
            ck_assert_uint_eq(found, entries);
        }
}
END_TEST

START_TEST(a_section_stays_whole_where_that_takes_no_page_more) {
    sk_flow_row rows[20] = {heading()};
    for (size_t i = 1; i < 20; i++) rows[i] = i == 5 ? heading() : row(1);
    /* Room for the first section, and for four rows of the second: an eighth of a page. */
    const double first_mm = 5 * 5 + 4 + 5 * 5 + 1;
    sk_flow flow = sk_flow_rows(rows, 20, first_mm, 8 * (first_mm - 5 * 5), arena);
    ck_assert_uint_eq(flow.page_count, 2);
    ck_assert_uint_eq(rows_on(&flow, 5, 20, 0), 0);
    for (size_t i = 0; i < flow.count; i++) ck_assert(!flow.pieces[i].repeated);
    /* On a page that it would leave emptier than that, it is begun. */
    flow = sk_flow_rows(rows, 20, first_mm, 8 * (first_mm - 5 * 5) - 10, arena);
    ck_assert_uint_eq(flow.page_count, 2);
    ck_assert_uint_ge(rows_on(&flow, 5, 20, 0), 2);
    /* Two pages hold all rows only when the second section is cut. */
    flow = sk_flow_rows(rows, 20, first_mm, 60, arena);
    ck_assert_uint_eq(flow.page_count, 2);
    ck_assert_uint_ge(rows_on(&flow, 5, 20, 0), 2);
}
END_TEST

START_TEST(no_rows_make_one_empty_page) {
    sk_flow flow = sk_flow_rows(NULL, 0, 100, 100, arena);
    ck_assert_uint_eq(flow.count, 0);
    ck_assert_uint_eq(flow.page_count, 1);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("page flow");
    TCase *tests = tcase_create("page flow");
    suite_add_tcase(suite, tests);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, rows_stay_whole_and_headings_stand_again_on_the_next_page);
    tcase_add_test(tests, a_row_higher_than_a_page_is_cut_between_lines);
    tcase_add_test(tests, a_first_page_without_room_stays_empty);
    tcase_add_test(tests, a_note_stands_on_the_page_of_the_last_row);
    tcase_add_test(tests, a_section_that_is_cut_leaves_two_rows_on_either_page);
    tcase_add_test(tests, a_section_stays_whole_where_that_takes_no_page_more);
    tcase_add_test(tests, no_rows_make_one_empty_page);
    return run_suite(suite);
}
