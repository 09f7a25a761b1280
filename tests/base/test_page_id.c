/* The ids of what stands on a page: made and read by one grammar. */
#include "base/page_id.h"

#include "check_main.h"

static sk_arena *arena;

static void create_arena(void) {
    arena = sk_arena_create();
}

static void free_arena(void) {
    sk_arena_free(arena);
}

START_TEST(an_id_says_whose_it_is_and_which) {
    const char *label = sk_page_id_ended(arena, "haven", SK_PAGE_ID_LABEL);
    ck_assert_str_eq(label, "haven-label");
    ck_assert_str_eq(sk_page_id_counted(arena, label, 1), "haven-label");
    ck_assert_str_eq(sk_page_id_counted(arena, label, 3), "haven-label-3");
    ck_assert_str_eq(sk_page_id_leader(arena, "haven-label-3"), "haven-label-3-leader");
    const char *resoc = sk_page_id_of_region(arena, "resoc", "kempen");
    ck_assert_str_eq(resoc, "resoc-kempen");
    ck_assert_str_eq(sk_page_id_prefixed(arena, SK_PAGE_ID_CHOSEN, resoc), "chosen-resoc-kempen");
    ck_assert_str_eq(sk_page_id_within(arena, resoc, "voeding"), "resoc-kempen-voeding");
    ck_assert_str_eq(sk_page_id_numbered(arena, SK_PAGE_ID_FIGURE, 13), "fig-13");
}
END_TEST

static const struct {
    const char *id, *whole;
    bool is_one;
} kinds[] = {
    {"haven", "haven", true},          {"haven-2", "haven", true},
    {"haven-12", "haven", true},       {"haven-", "haven", false},
    {"haven--2", "haven", false},      {"haven-2b", "haven", false},
    {"haven-label", "haven", false},   {"have", "haven", false},
    {"haven-label-2", "haven", false}, {"haven-label-2", "haven-label", true},
};

START_TEST(a_further_one_of_a_kind_is_told_from_another_kind) {
    ck_assert_int_eq(sk_page_id_is_one_of(kinds[_i].id, kinds[_i].whole), kinds[_i].is_one);
}
END_TEST

static const struct {
    const char *id, *name;
    bool is_leader;
} leaders[] = {
    {"haven-label-leader", "haven-label", true}, {"haven-label-2-leader", "haven-label-2", true},
    {"haven-leader", "haven-leader", true}, /* a marker's */
    {"haven-label", "haven-label", false},       {"-leader", "-leader", false},
    {"haven-leader-2", "haven-leader-2", false},
};

START_TEST(a_leader_tells_the_name_it_leads_from) {
    ck_assert_int_eq(sk_page_id_is_leader(leaders[_i].id), leaders[_i].is_leader);
    ck_assert_str_eq(sk_page_id_without_leader(arena, leaders[_i].id), leaders[_i].name);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("page_id");
    TCase *tests = tcase_create("page_id");
    tcase_add_checked_fixture(tests, create_arena, free_arena);
    tcase_add_test(tests, an_id_says_whose_it_is_and_which);
    tcase_add_loop_test(tests, a_further_one_of_a_kind_is_told_from_another_kind, 0,
                        sizeof kinds / sizeof *kinds);
    tcase_add_loop_test(tests, a_leader_tells_the_name_it_leads_from, 0,
                        sizeof leaders / sizeof *leaders);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
