#include "cli/arguments/page_size.h"

#include "check_main.h"

static const struct {
    const char *text;
    double width_mm, height_mm; /* 0 by 0: refused */
    bool either_way;
} sizes[] = {
    {"A3", 297, 420, true},
    {"a5", 148, 210, true},
    {"A3-landscape", 420, 297, false},
    {"A4-Portrait", 210, 297, false},
    {"Letter", 215.9, 279.4, true},
    {"legal-landscape", 355.6, 215.9, false},
    {"TABLOID", 279.4, 431.8, true},
    {"letters", 0, 0, false},
    {"180x120mm", 180, 120, false},
    {"180 x 120 mm", 180, 120, false},
    {"18x12cm", 180, 120, false},
    {"10cmx2in", 100, 50.8, false},
    {"72x144pt", 25.4, 50.8, false},
    {"160mm", 160, 0, false},
    {"6.5in", 165.1, 0, false},
    {"", 0, 0, false},
    {"160", 0, 0, false},
    {"180x120", 0, 0, false},
    {"180mmx120", 0, 0, false},
    {"x120mm", 0, 0, false},
    {"180xmm", 0, 0, false},
    {"180x120x90mm", 0, 0, false},
    {"A3-upright", 0, 0, false},
    {"A33", 0, 0, false},
    {"B4", 0, 0, false},
    {"-160mm", 0, 0, false},
    {"0mm", 0, 0, false},
    {"9mm", 0, 0, false},
    {"3000mm", 0, 0, false},
    {"nanmm", 0, 0, false},
    {"180x1e9mm", 0, 0, false},
};

START_TEST(a_size_is_a_sheet_two_lengths_or_a_width_and_nothing_else) {
    sk_arena *arena = sk_arena_create();
    sk_page_size page;
    bool sound = sk_page_size_parse(sizes[_i].text, arena, &page);
    ck_assert_msg(sound == (sizes[_i].width_mm > 0), "%s", sizes[_i].text);
    if (sound) {
        ck_assert_double_eq_tol(page.width_mm, sizes[_i].width_mm, 1e-9);
        ck_assert_double_eq_tol(page.height_mm, sizes[_i].height_mm, 1e-9);
        ck_assert(page.either_way == sizes[_i].either_way);
    }
    sk_arena_free(arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("page size");
    TCase *tests = tcase_create("page size");
    tcase_add_loop_test(tests, a_size_is_a_sheet_two_lengths_or_a_width_and_nothing_else, 0,
                        sizeof sizes / sizeof sizes[0]);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
