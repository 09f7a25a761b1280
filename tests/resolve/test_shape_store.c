/* What was worked out once is the same for whoever asks again, and never something else. */
#include <math.h>

#include "check_main.h"
#include "resolve/shape_ops.h"

enum { ROOM = 1 << 16 };

static sk_ground_point corners[] = {{0, 0}, {1000, 0}, {1000, 800}, {0, 800}, {0, 0}};
static sk_shape_part ring = {corners, 5, false};
static const sk_shape field = {.kind = SK_SHAPE_POLYGONS, .parts = &ring, .part_count = 1};

static sk_shape_ops *sharing_ops(sk_arena *arena, sk_shape_store *store) {
    sk_shape_ops *ops = sk_shape_ops_create(arena);
    sk_shape_ops_share(ops, store);
    return ops;
}

static void expect_same(const sk_shape *a, const sk_shape *b) {
    ck_assert_int_eq(a->kind, b->kind);
    ck_assert_uint_eq(a->part_count, b->part_count);
    for (size_t i = 0; i < a->part_count; i++) {
        ck_assert_uint_eq(a->parts[i].count, b->parts[i].count);
        ck_assert_int_eq(a->parts[i].hole, b->parts[i].hole);
        for (size_t k = 0; k < a->parts[i].count; k++) {
            ck_assert_double_eq(a->parts[i].points[k].east_m, b->parts[i].points[k].east_m);
            ck_assert_double_eq(a->parts[i].points[k].north_m, b->parts[i].points[k].north_m);
        }
    }
}

START_TEST(what_is_known_is_what_would_be_worked_out) {
    sk_arena *arena = sk_arena_create(), *other_arena = sk_arena_create();
    sk_shape_ops *alone = sk_shape_ops_create(arena);
    sk_shape_store *store = sk_shape_store_create(arena, ROOM);
    sk_shape_ops *first = sharing_ops(other_arena, store);
    sk_shape expected = sk_shape_buffer(alone, &field, 50);
    sk_shape made = sk_shape_buffer(first, &field, 50);
    expect_same(&expected, &made);
    /* who asked first is gone, with all its memory */
    sk_shape_ops_free(first);
    sk_arena_free(other_arena);
    sk_shape_ops *second = sharing_ops(arena, store);
    sk_shape known = sk_shape_buffer(second, &field, 50);
    expect_same(&expected, &known);
    sk_shape_ops_free(second);
    sk_shape_ops_free(alone);
    sk_arena_free(arena);
}
END_TEST

START_TEST(another_question_has_another_answer) {
    sk_arena *arena = sk_arena_create();
    sk_shape_ops *ops = sharing_ops(arena, sk_shape_store_create(arena, ROOM));
    sk_shape wide = sk_shape_buffer(ops, &field, 50), wider = sk_shape_buffer(ops, &field, 51);
    ck_assert_double_lt(sk_shape_area(&wide), sk_shape_area(&wider));
    sk_shape simple = sk_shape_simplify(ops, &wide, 50);
    ck_assert_uint_lt(simple.parts[0].count, wide.parts[0].count);
    sk_shape none = sk_shape_difference(ops, &field, &wide);
    ck_assert_int_eq(none.kind, SK_SHAPE_EMPTY);
    sk_shape rim = sk_shape_difference(ops, &wide, &field);
    ck_assert_double_eq_tol(sk_shape_area(&rim), sk_shape_area(&wide) - 1000 * 800, 1);
    sk_shape_ops_free(ops);
    sk_arena_free(arena);
}
END_TEST

START_TEST(the_pole_keeps_its_radius) {
    sk_arena *arena = sk_arena_create();
    sk_shape_ops *ops = sharing_ops(arena, sk_shape_store_create(arena, ROOM));
    for (int times = 0; times < 2; times++) {
        double radius_m = NAN;
        sk_ground_point pole = sk_shape_pole(ops, &field, 1, &radius_m);
        ck_assert_double_eq_tol(pole.north_m, 400, 2);
        ck_assert_double_eq_tol(radius_m, 400, 2);
    }
    sk_shape_ops_free(ops);
    sk_arena_free(arena);
}
END_TEST

START_TEST(a_full_store_begins_anew) {
    sk_arena *arena = sk_arena_create();
    sk_shape_ops *alone = sk_shape_ops_create(arena);
    sk_shape_store *store = sk_shape_store_create(arena, 2048);
    sk_shape_ops *ops = sharing_ops(arena, store);
    for (int times = 0; times < 2; times++)
        for (int i = 1; i < 20; i++) {
            sk_shape expected = sk_shape_buffer(alone, &field, i);
            sk_shape made = sk_shape_buffer(ops, &field, i);
            expect_same(&expected, &made);
        }
    sk_shape_key key = sk_shape_key_begin(0);
    sk_shape_store_keep(store, key, &field);
    sk_shape found = {0};
    ck_assert(sk_shape_store_find(store, key, arena, &found));
    expect_same(&field, &found);
    sk_shape_ops_free(ops);
    sk_shape_ops_free(alone);
    sk_arena_free(arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("shape store");
    TCase *tests = tcase_create("shape store");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, what_is_known_is_what_would_be_worked_out);
    tcase_add_test(tests, another_question_has_another_answer);
    tcase_add_test(tests, the_pole_keeps_its_radius);
    tcase_add_test(tests, a_full_store_begins_anew);
    return run_suite(suite);
}
