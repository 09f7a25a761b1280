#include <stdbool.h>
#include <stdlib.h>

#include "base/angle.h"
#include "check_main.h"
#include "render/cairo/letter_fill.h"

enum { SIDE = 60 };

/* What letters are made of, and what they may do on a page. */
static void box(cairo_t *cr) {
    cairo_rectangle(cr, 10.5, 10.25, 20, 30.5);
}

static void ring(cairo_t *cr) {
    cairo_arc(cr, 30, 30, 20, 0, 2 * SK_PI);
    cairo_close_path(cr);
    cairo_new_sub_path(cr);
    cairo_arc_negative(cr, 30, 30, 12.3, 2 * SK_PI, 0);
    cairo_close_path(cr);
}

static void overlap(cairo_t *cr) {
    cairo_rectangle(cr, 10, 10, 30, 15);
    cairo_rectangle(cr, 20, 5, 8, 40);
}

static void hairline(cairo_t *cr) {
    cairo_move_to(cr, 3, 5);
    cairo_line_to(cr, 55, 11);
    cairo_line_to(cr, 55, 11.4);
    cairo_line_to(cr, 3, 5.4);
    cairo_close_path(cr);
}

static void open_outline(cairo_t *cr) {
    cairo_move_to(cr, 10, 10);
    cairo_curve_to(cr, 20, -5, 50, 20, 40, 50);
    cairo_line_to(cr, 12, 33);
}

static void beyond_all_edges(cairo_t *cr) {
    cairo_arc(cr, 30, 30, 36, 0, 2 * SK_PI);
    cairo_close_path(cr);
}

static void left_and_above(cairo_t *cr) {
    cairo_arc(cr, 0, 0, 20, 0, 2 * SK_PI);
    cairo_close_path(cr);
}

static void off_the_page(cairo_t *cr) {
    cairo_rectangle(cr, -50, -50, 20, 20);
}

static void nothing(cairo_t *cr) {
    (void)cr;
}

/* Far beyond the page. */
static void huge(cairo_t *cr) {
    cairo_rectangle(cr, 10, 10, 1e6, 20);
}

/* How far a shade may be from Cairo's, of 200: Cairo counts a 15th of a pixel's height at a time.
 * What two edges that cross within a pixel both cover counts twice. */
static const struct {
    void (*draw)(cairo_t *);
    int most;
} shapes[] = {
    {box, 14},          {ring, 14},           {overlap, 50}, {hairline, 18}, {open_outline, 14},
    {off_the_page, 14}, {left_and_above, 18}, {nothing, 0},  {huge, 14},     {beyond_all_edges, 18},
};
enum { SHAPES = sizeof shapes / sizeof *shapes };

/* On blue paper, clipped, turned and enlarged where `turned`. */
static cairo_surface_t *painted(void (*shape)(cairo_t *), bool turned, void (*fill)(cairo_t *)) {
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIDE, SIDE);
    cairo_t *cr = cairo_create(image);
    cairo_set_source_rgb(cr, 0.2, 0.5, 1);
    cairo_paint(cr);
    cairo_rectangle(cr, 3, 0, SIDE, SIDE);
    cairo_clip(cr);
    if (turned) cairo_rotate(cr, 0.3);
    if (turned) cairo_scale(cr, 1.3, 0.8);
    cairo_set_source_rgba(cr, 1, 0.9, 0, 0.8);
    shape(cr);
    fill(cr);
    ck_assert_int_eq(cairo_status(cr), CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    cairo_surface_flush(image);
    return image;
}

static int difference(cairo_surface_t *a, cairo_surface_t *b) {
    const unsigned char *left = cairo_image_surface_get_data(a);
    const unsigned char *right = cairo_image_surface_get_data(b);
    int most = 0;
    for (int i = 0; i < SIDE * SIDE * 4; i++)
        if (i % 4 != 3 && abs(left[i] - right[i]) > most) most = abs(left[i] - right[i]);
    return most;
}

START_TEST(shapes_are_filled_as_by_cairo) {
    void (*shape)(cairo_t *) = shapes[_i % SHAPES].draw;
    cairo_surface_t *ours = painted(shape, _i >= SHAPES, sk_letter_fill);
    cairo_surface_t *cairos = painted(shape, _i >= SHAPES, cairo_fill_preserve);
    ck_assert_int_le(difference(ours, cairos), shapes[_i % SHAPES].most);
    cairo_surface_destroy(ours);
    cairo_surface_destroy(cairos);
}
END_TEST

START_TEST(a_pixel_is_covered_by_its_very_share) {
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIDE, SIDE);
    cairo_t *cr = cairo_create(image);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_rectangle(cr, 10.25, 20.5, 1, 1);
    sk_letter_fill(cr);
    cairo_surface_flush(image);
    const unsigned char *row = cairo_image_surface_get_data(image);
    row += 20 * (size_t)cairo_image_surface_get_stride(image);
    ck_assert_int_eq(row[9 * 4], 0);
    ck_assert_int_eq(row[10 * 4], 96); /* 3/8 of 255 */
    ck_assert_int_eq(row[11 * 4], 32);
    ck_assert_int_eq(row[12 * 4], 0);
    cairo_destroy(cr);
    cairo_surface_destroy(image);
}
END_TEST

START_TEST(what_is_large_is_left_to_cairo) {
    enum { LARGE = 800 };
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, LARGE, LARGE);
    cairo_t *cr = cairo_create(image);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_scale(cr, 10, 10);
    cairo_rectangle(cr, 5, 5, 70, 70);
    cairo_rectangle(cr, 5, 5, 60, 70); /* twice is not nothing */
    sk_letter_fill(cr);
    cairo_surface_flush(image);
    const unsigned char *row = cairo_image_surface_get_data(image);
    row += 400 * (size_t)cairo_image_surface_get_stride(image);
    ck_assert_int_eq(row[49 * 4], 0);
    ck_assert_int_eq(row[400 * 4], 255);
    ck_assert_int_eq(row[749 * 4], 255);
    ck_assert_int_eq(row[750 * 4], 0);
    cairo_destroy(cr);
    cairo_surface_destroy(image);
}
END_TEST

/* A halo's letters are filled by the path that the halo was drawn along. */
START_TEST(path_and_matrix_stay) {
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIDE, SIDE);
    cairo_t *cr = cairo_create(image);
    cairo_scale(cr, 2, 3);
    cairo_rectangle(cr, 1, 2, 3, 4);
    sk_letter_fill(cr);
    double left, top, right, bottom;
    cairo_path_extents(cr, &left, &top, &right, &bottom);
    ck_assert_double_eq_tol(left, 1, 0.01);
    ck_assert_double_eq_tol(bottom, 6, 0.01);
    cairo_destroy(cr);
    cairo_surface_destroy(image);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("letter_fill");
    TCase *tests = tcase_create("letter_fill");
    tcase_add_loop_test(tests, shapes_are_filled_as_by_cairo, 0, 2 * SHAPES);
    tcase_add_test(tests, a_pixel_is_covered_by_its_very_share);
    tcase_add_test(tests, what_is_large_is_left_to_cairo);
    tcase_add_test(tests, path_and_matrix_stay);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
