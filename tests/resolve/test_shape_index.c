#include <math.h>

#include "base/angle.h"
#include "check_main.h"
#include "resolve/shape_index.h"

static sk_arena *arena;

static void set_up(void) {
    arena = sk_arena_create();
}

static void tear_down(void) {
    sk_arena_free(arena);
}

/* A star whose rays have different lengths, so that edges lie at all heights and slopes. */
static sk_shape_part star(double east_m, double radius_m, size_t corners, bool hole) {
    sk_shape_part ring = {SK_NEW_ARRAY(arena, sk_ground_point, corners + 1), corners + 1, hole};
    for (size_t i = 0; i < corners; i++) {
        double angle = 2 * SK_PI * (double)i / (double)corners;
        double radius = radius_m * (0.4 + 0.1 * (double)(i * 7 % 6));
        ring.points[i] = (sk_ground_point){east_m + radius * cos(angle), radius * sin(angle)};
    }
    ring.points[corners] = ring.points[0];
    return ring;
}

/* Two stars beside each other, one with a hole, and a box with level edges. */
static sk_shape stars(void) {
    static sk_ground_point box[] = {{300, -20}, {340, -20}, {340, 20}, {300, 20}, {300, -20}};
    sk_shape shape = {
        .kind = SK_SHAPE_POLYGONS, .parts = SK_NEW_ARRAY(arena, sk_shape_part, 4), .part_count = 4};
    shape.parts[0] = star(0, 100, 97, false);
    shape.parts[1] = star(0, 30, 11, true);
    shape.parts[2] = star(210, 80, 40, false);
    shape.parts[3] = (sk_shape_part){box, sizeof box / sizeof *box, false};
    return shape;
}

START_TEST(an_index_answers_as_the_shape_does) {
    sk_shape plain = stars(), indexed = plain;
    sk_shape_index_edges(&indexed, arena);
    ck_assert_ptr_nonnull(indexed.index);
    size_t inside = 0, asked = 0;
    for (double north = -110; north <= 110; north += 1.25)
        for (double east = -110; east <= 350; east += 1.75, asked++) {
            sk_ground_point p = {east, north};
            bool is_inside = sk_shape_contains(&plain, p);
            ck_assert_msg(sk_shape_contains(&indexed, p) == is_inside, "at %g, %g", east, north);
            inside += is_inside;
        }
    ck_assert_uint_gt(inside, asked / 10);
    ck_assert_uint_lt(inside, asked / 2);
}
END_TEST

START_TEST(an_index_answers_as_the_shape_does_at_the_height_of_each_corner) {
    sk_shape plain = stars(), indexed = plain;
    sk_shape_index_edges(&indexed, arena);
    for (size_t i = 0; i < plain.part_count; i++)
        for (size_t k = 0; k < plain.parts[i].count; k++)
            for (double east = -110; east <= 350; east += 20) {
                sk_ground_point p = {east, plain.parts[i].points[k].north_m};
                ck_assert_msg(sk_shape_contains(&indexed, p) == sk_shape_contains(&plain, p),
                              "at %g, %g", p.east_m, p.north_m);
            }
}
END_TEST

/* In steps of a hundredth of the way that the answer is said to hold. */
static void assert_holds_along(const sk_shape *shape, sk_ground_point from, sk_ground_point way,
                               double reach_m, bool inside) {
    for (int step = 0; step <= 100; step++) {
        double on_m = reach_m * (1 - 1e-9) * step / 100;
        sk_ground_point p = {from.east_m + on_m * way.east_m, from.north_m + on_m * way.north_m};
        ck_assert_msg(sk_shape_contains(shape, p) == inside, "%g m on from %g, %g", on_m,
                      from.east_m, from.north_m);
    }
}

START_TEST(an_index_says_how_far_along_a_way_its_answer_holds) {
    sk_shape plain = stars(), indexed = plain;
    sk_shape_index_edges(&indexed, arena);
    size_t asked = 0, known = 0;
    for (double north = -120; north <= 120; north += 7.3)
        for (double east = -130; east <= 370; east += 9.1, asked++) {
            sk_ground_point from = {east, north};
            double angle = (double)asked, reach_m;
            sk_ground_point way = {cos(angle), sin(angle)};
            bool inside = sk_shape_contains_along(&indexed, from, way, &reach_m);
            ck_assert_msg(inside == sk_shape_contains(&plain, from), "at %g, %g", east, north);
            assert_holds_along(&plain, from, way, reach_m, inside);
            known += reach_m > 0.1;
        }
    ck_assert_uint_gt(known, asked / 2);
    double reach_m = 1;
    ck_assert(!sk_shape_contains_along(&plain, (sk_ground_point){-500, 0}, (sk_ground_point){1, 0},
                                       &reach_m));
    ck_assert_double_eq(reach_m, 0); /* without an index nothing is known */
}
END_TEST

START_TEST(what_is_no_polygon_contains_nothing_and_gets_no_index) {
    sk_shape line = stars();
    line.kind = SK_SHAPE_LINES;
    sk_shape_index_edges(&line, arena);
    ck_assert_ptr_null(line.index);
    ck_assert(!sk_shape_contains(&line, (sk_ground_point){320, 0}));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("shape_index");
    TCase *tests = tcase_create("shape_index");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_index_answers_as_the_shape_does);
    tcase_add_test(tests, an_index_answers_as_the_shape_does_at_the_height_of_each_corner);
    tcase_add_test(tests, an_index_says_how_far_along_a_way_its_answer_holds);
    tcase_add_test(tests, what_is_no_polygon_contains_nothing_and_gets_no_index);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
