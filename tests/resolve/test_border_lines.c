#include <math.h>

#include "check_main.h"
#include "resolve/border_lines.h"

/* Two squares side by side, 10 m wide; the right one begins where the left one ends. */
static sk_ground_point left_ring[] = {{0, 0}, {10, 0}, {10, 5}, {10, 10}, {0, 10}, {0, 0}};
static sk_ground_point right_ring[] = {{10, 0}, {20, 0}, {20, 10}, {10, 10}, {10, 5}, {10, 0}};
/* A parcel inside the left square, a hole there and an outline here. */
static sk_ground_point parcel_hole[] = {{2, 2}, {2, 4}, {4, 4}, {4, 2}, {2, 2}};
static sk_ground_point parcel_ring[] = {{2, 2}, {4, 2}, {4, 4}, {2, 4}, {2, 2}};

#define RING(points, is_hole) \
    { points, sizeof points / sizeof points[0], is_hole }

static double length_between(sk_border_line_list list, const sk_region *a, const sk_region *b,
                             size_t *lines) {
    double length = 0;
    *lines = 0;
    for (size_t i = 0; i < list.count; i++) {
        const sk_border_line *border = &list.items[i];
        bool wanted =
            (border->left == a && border->right == b) || (border->left == b && border->right == a);
        if (!wanted) continue;
        ++*lines;
        for (size_t k = 1; k < border->line.count; k++) {
            sk_ground_point p = border->line.points[k - 1], q = border->line.points[k];
            length +=
                p.east_m == q.east_m ? fabs(q.north_m - p.north_m) : fabs(q.east_m - p.east_m);
        }
    }
    return length;
}

START_TEST(each_border_is_one_line_that_knows_both_sides) {
    sk_shape_part left_parts[] = {RING(left_ring, false), RING(parcel_hole, true)};
    sk_shape_part right_parts[] = {RING(right_ring, false)};
    sk_shape_part parcel_parts[] = {RING(parcel_ring, false)};
    sk_region left = {.shape = {SK_SHAPE_POLYGONS, left_parts, 2}};
    sk_region right = {.shape = {SK_SHAPE_POLYGONS, right_parts, 1}};
    sk_region parcel = {.shape = {SK_SHAPE_POLYGONS, parcel_parts, 1}};
    const sk_region *regions[] = {&left, &right, &parcel};
    sk_arena *arena = sk_arena_create();
    sk_border_line_list list = sk_border_lines(regions, 3, arena);

    size_t lines;
    ck_assert_double_eq(length_between(list, &left, &right, &lines), 10);
    ck_assert_uint_eq(lines, 1);
    ck_assert_double_eq(length_between(list, &left, NULL, &lines), 30);
    ck_assert_uint_eq(lines, 1);
    ck_assert_double_eq(length_between(list, &right, NULL, &lines), 30);
    ck_assert_double_eq(length_between(list, &left, &parcel, &lines), 8);
    ck_assert_uint_eq(lines, 1);
    for (size_t i = 0; i < list.count; i++) {
        bool around = list.items[i].right == &parcel || list.items[i].left == &parcel;
        ck_assert_double_eq(list.items[i].splinter_width_m, INFINITY);
        ck_assert_double_eq(list.items[i].parcel_width_m, around ? 2 : INFINITY);
    }
    sk_arena_free(arena);
}
END_TEST

START_TEST(a_lesser_part_of_a_region_is_a_splinter_and_a_small_region_is_none) {
    sk_shape_part left_parts[] = {RING(left_ring, false), RING(parcel_hole, true)};
    sk_shape_part right_parts[] = {RING(right_ring, false), RING(parcel_ring, false)};
    sk_region left = {.shape = {SK_SHAPE_POLYGONS, left_parts, 2}};
    sk_region right = {.shape = {SK_SHAPE_POLYGONS, right_parts, 2}};
    const sk_region *regions[] = {&left, &right};
    sk_arena *arena = sk_arena_create();
    sk_border_line_list list = sk_border_lines(regions, 2, arena);
    size_t splinters = 0;
    for (size_t i = 0; i < list.count; i++) {
        if (isinf(list.items[i].splinter_width_m)) continue;
        ck_assert_double_eq(list.items[i].splinter_width_m, 2);
        splinters++;
    }
    ck_assert_uint_eq(splinters, 1);
    sk_arena_free(arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("border_lines");
    TCase *tests = tcase_create("border_lines");
    tcase_add_test(tests, each_border_is_one_line_that_knows_both_sides);
    tcase_add_test(tests, a_lesser_part_of_a_region_is_a_splinter_and_a_small_region_is_none);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
