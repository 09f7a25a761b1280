#include <signal.h>
#include <stdint.h>
#include <unistd.h>

#include "check_main.h"
#include "streekkaart/memory.h"

enum { ENDED_BY_THE_PROGRAM = 42 };

static void end(void) {
    _exit(ENDED_BY_THE_PROGRAM);
}

static void come_back(void) {}

START_TEST(without_memory_the_function_that_the_program_set_is_called) {
    sk_memory_set_exhausted(end);
    (void)sk_heap_array(SIZE_MAX / 4, 8);
}
END_TEST

START_TEST(an_arena_without_memory_calls_it_too) {
    sk_memory_set_exhausted(end);
    (void)sk_arena_array(sk_arena_create(), SIZE_MAX / 4, 8);
}
END_TEST

START_TEST(without_memory_and_such_a_function_the_program_is_aborted) {
    (void)sk_heap_array(SIZE_MAX / 4, 8);
}
END_TEST

START_TEST(who_comes_back_from_it_is_aborted) {
    sk_memory_set_exhausted(come_back);
    (void)sk_heap_array(SIZE_MAX / 4, 8);
}
END_TEST

START_TEST(an_array_of_an_arena_keeps_its_items_when_it_grows) {
    sk_arena *arena = sk_arena_create();
    int *items = NULL;
    size_t capacity = 0;
    for (int i = 0; i < 1000; i++) {
        items = sk_arena_grow(arena, items, (size_t)i, &capacity, sizeof *items);
        ck_assert_uint_gt(capacity, (size_t)i);
        items[i] = i;
    }
    for (int i = 0; i < 1000; i++) ck_assert_int_eq(items[i], i);
    sk_arena_free(arena);
}
END_TEST

/* Two that grow in turn must not grow into one another. */
START_TEST(arrays_of_an_arena_that_grow_in_turn_keep_their_items) {
    sk_arena *arena = sk_arena_create();
    int *ones = NULL, *twos = NULL;
    size_t room_of_ones = 0, room_of_twos = 0;
    for (int i = 0; i < 5000; i++) {
        ones = sk_arena_grow(arena, ones, (size_t)i, &room_of_ones, sizeof *ones);
        ones[i] = i;
        if (i % 3 == 0) {
            twos = sk_arena_grow(arena, twos, (size_t)i / 3, &room_of_twos, sizeof *twos);
            twos[i / 3] = -i;
        }
    }
    for (int i = 0; i < 5000; i++) ck_assert_int_eq(ones[i], i);
    for (int i = 0; i < 5000; i += 3) ck_assert_int_eq(twos[i / 3], -i);
    sk_arena_free(arena);
}
END_TEST

START_TEST(what_an_arena_adopts_lives_as_long_as_it_does) {
    sk_arena *arena = sk_arena_create(), *other = sk_arena_create(), *empty = sk_arena_create();
    char *first = sk_arena_string(arena, "first"), *second = sk_arena_string(other, "second");
    sk_arena_adopt(arena, other);
    sk_arena_adopt(arena, empty);
    ck_assert_str_eq(sk_arena_string(arena, "third"), "third");
    ck_assert_str_eq(first, "first");
    ck_assert_str_eq(second, "second");
    sk_arena_free(arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("memory");
    TCase *tests = tcase_create("memory");
    tcase_add_exit_test(tests, without_memory_the_function_that_the_program_set_is_called,
                        ENDED_BY_THE_PROGRAM);
    tcase_add_exit_test(tests, an_arena_without_memory_calls_it_too, ENDED_BY_THE_PROGRAM);
    tcase_add_test_raise_signal(tests, without_memory_and_such_a_function_the_program_is_aborted,
                                SIGABRT);
    tcase_add_test_raise_signal(tests, who_comes_back_from_it_is_aborted, SIGABRT);
    tcase_add_test(tests, an_array_of_an_arena_keeps_its_items_when_it_grows);
    tcase_add_test(tests, arrays_of_an_arena_that_grow_in_turn_keep_their_items);
    tcase_add_test(tests, what_an_arena_adopts_lives_as_long_as_it_does);
    suite_add_tcase(suite, tests);
    return run_suite_in_processes(suite);
}
