#include "base/memory/text_index.h"

#include "check_main.h"

START_TEST(each_text_keeps_its_number_however_many_there_are) {
    enum { COUNT = 100000 };
    sk_arena *arena = sk_arena_create();
    sk_text_index *index = sk_text_index_create(arena);
    for (size_t i = 0; i < COUNT; i++) {
        size_t *number = sk_text_index_number(index, sk_arena_printf(arena, "id-%zu", i));
        ck_assert_uint_eq(*number, 0);
        *number = i + 1;
    }
    ck_assert_uint_eq(sk_text_index_count(index), COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        const size_t *number = sk_text_index_find(index, sk_arena_printf(arena, "id-%zu", i));
        ck_assert_ptr_nonnull(number);
        ck_assert_uint_eq(*number, i + 1);
    }
    ck_assert_ptr_null(sk_text_index_find(index, "id-"));
    ck_assert_ptr_null(sk_text_index_find(index, ""));
    sk_arena_free(arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("text_index");
    TCase *tests = tcase_create("text_index");
    tcase_add_test(tests, each_text_keeps_its_number_however_many_there_are);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
