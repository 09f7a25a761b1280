#include <math.h>

#include "check_main.h"
#include "placer/label_placer.h"

static uint64_t random_state = 1;

static double uniform(double from, double to) {
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return from + (to - from) * (double)(random_state >> 11) * 0x1p-53;
}

typedef struct {
    double x, y;
} point;

static point point_in(const sk_placer_shape *s, double along, double across) {
    double u = along * s->half_width, v = across * s->half_height;
    return (point){s->x + u * s->cosine - v * s->sine, s->y + u * s->sine + v * s->cosine};
}

/* The nearest point of the rectangle within the shape to p. */
static point nearest_in(const sk_placer_shape *s, point p) {
    double dx = p.x - s->x, dy = p.y - s->y;
    double u = dx * s->cosine + dy * s->sine, v = dy * s->cosine - dx * s->sine;
    u = fmin(fmax(u, -s->half_width), s->half_width);
    v = fmin(fmax(v, -s->half_height), s->half_height);
    return (point){s->x + u * s->cosine - v * s->sine, s->y + u * s->sine + v * s->cosine};
}

/* The distance of the two rectangles by alternating projection, which needs no axis and no corner:
 * between convex sets it converges to the distance. */
static double distance(const sk_placer_shape *a, const sk_placer_shape *b) {
    double nearest = INFINITY;
    for (int start = 0; start < 9; start++) {
        point p = point_in(a, start % 3 - 1, start / 3 - 1), q = p;
        for (int i = 0; i < 2000; i++) {
            point last = p;
            q = nearest_in(b, p);
            p = nearest_in(a, q);
            if (hypot(p.x - last.x, p.y - last.y) < 1e-12) break;
        }
        nearest = fmin(nearest, hypot(p.x - q.x, p.y - q.y));
    }
    return nearest;
}

static sk_placer_shape random_shape(void) {
    double turn = uniform(0, 6.2831853), kind = uniform(0, 4);
    sk_placer_shape s = {uniform(0, 8), uniform(0, 8), uniform(0, 4), uniform(0, 2),
                         cos(turn),     sin(turn),     uniform(0, 2)};
    if (kind < 1) s.half_width = s.half_height = 0;
    if (kind > 1 && kind < 2) s.half_height = 0;
    if (kind > 2 && kind < 3) s.cosine = 1, s.sine = 0;
    return s;
}

START_TEST(shapes_overlap_when_they_are_nearer_than_their_radii) {
    int overlaps = 0;
    for (int i = 0; i < 4000; i++) {
        sk_placer_shape a = random_shape(), b = random_shape();
        double apart = distance(&a, &b) - a.radius - b.radius;
        if (fabs(apart) < 1e-4) continue; /* too near a call for the slow method */
        bool expected = apart < 0;
        overlaps += expected;
        ck_assert_int_eq(sk_placer_shapes_overlap(&a, &b), expected);
        ck_assert_int_eq(sk_placer_shapes_overlap(&b, &a), expected);
    }
    ck_assert_int_gt(overlaps, 500);
    ck_assert_int_lt(overlaps, 3500);
}
END_TEST

START_TEST(boxes_without_radius_overlap_when_a_point_is_inside_both) {
    for (int i = 0; i < 2000; i++) {
        sk_placer_shape a = random_shape(), b = random_shape();
        a.radius = b.radius = 0;
        a.half_width += 0.1, a.half_height += 0.1, b.half_width += 0.1, b.half_height += 0.1;
        bool shared = false;
        for (int k = 0; k < 41 * 41 && !shared; k++) {
            point p = point_in(&a, (k % 41 - 20) / 20.5, (k / 41 - 20) / 20.5);
            point q = nearest_in(&b, p);
            shared = hypot(p.x - q.x, p.y - q.y) == 0;
        }
        if (shared) ck_assert(sk_placer_shapes_overlap(&a, &b));
        if (distance(&a, &b) > 1e-4) ck_assert(!sk_placer_shapes_overlap(&a, &b));
    }
}
END_TEST

static const struct {
    sk_placer_shape a, b;
    bool overlap;
} by_hand[] = {
    /* boxes side by side, and one a little into the other */
    {{0, 0, 2, 1, 1, 0, 0}, {4, 0, 2, 1, 1, 0, 0}, false},
    {{0, 0, 2, 1, 1, 0, 0}, {3.999, 0, 2, 1, 1, 0, 0}, true},
    {{0, 0, 2, 1, 1, 0, 0}, {4, 2, 2, 1, 1, 0, 0}, false},
    /* numbers that can't be written exactly, touching */
    {{0.1, 0, 0.1, 1, 1, 0, 0}, {0.3, 0, 0.1, 1, 1, 0, 0}, false},
    /* discs that touch, and that overlap */
    {{0, 0, 0, 0, 1, 0, 1}, {3, 0, 0, 0, 1, 0, 2}, false},
    {{0, 0, 0, 0, 1, 0, 1}, {2.1, 2.1, 0, 0, 1, 0, 2}, true},
    /* a disc at a corner: outside the rounding, inside its square */
    {{0, 0, 2, 1, 1, 0, 0}, {2.8, 1.8, 0, 0, 1, 0, 1}, false},
    {{0, 0, 2, 1, 1, 0, 0}, {2.7, 1.7, 0, 0, 1, 0, 1}, true},
    /* a disc within a box, and a box within a disc */
    {{0, 0, 9, 9, 1, 0, 0}, {1, 1, 0, 0, 1, 0, 1}, true},
    {{0, 0, 0, 0, 1, 0, 9}, {1, 1, 1, 1, 1, 0, 0}, true},
    /* a turned box whose corner pokes into an upright one, or just does not */
    {{0, 0, 1, 1, 0.70710678118654752, 0.70710678118654752, 0}, {2.4, 0, 1, 1, 1, 0, 0}, true},
    {{0, 0, 1, 1, 0.70710678118654752, 0.70710678118654752, 0}, {2.42, 0, 1, 1, 1, 0, 0}, false},
    /* a bare line through a box, and two lines that cross */
    {{0, 0, 5, 0, 1, 0, 0}, {0, 0, 1, 1, 1, 0, 0}, true},
    {{0, 0, 5, 0, 1, 0, 0}, {0, 1, 1, 1, 1, 0, 0}, false},
    {{0, 0, 5, 0, 1, 0, 0}, {0, 0, 5, 0, 0, 1, 0}, true},
};

START_TEST(shapes_that_touch_do_not_overlap) {
    ck_assert_int_eq(sk_placer_shapes_overlap(&by_hand[_i].a, &by_hand[_i].b), by_hand[_i].overlap);
    ck_assert_int_eq(sk_placer_shapes_overlap(&by_hand[_i].b, &by_hand[_i].a), by_hand[_i].overlap);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("placer_shapes");
    TCase *tests = tcase_create("placer_shapes");
    tcase_add_test(tests, shapes_overlap_when_they_are_nearer_than_their_radii);
    tcase_add_test(tests, boxes_without_radius_overlap_when_a_point_is_inside_both);
    tcase_add_loop_test(tests, shapes_that_touch_do_not_overlap, 0,
                        (int)(sizeof by_hand / sizeof *by_hand));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
