#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "check_main.h"
#include "render/cairo/png_pixels.h"
#include "streekkaart/memory.h"

static uint32_t any(uint32_t *state) { /* a linear congruential generator */
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Undoes the filters that a drawing's rows have. */
static void unfilter(unsigned char *row, size_t length) {
    ck_assert(row[0] == 0 || row[0] == 2);
    for (size_t i = 1; i < length && row[0] == 2; i++)
        row[i] = (unsigned char)(row[i] + (row - length)[i]);
}

/* Deflates an image and holds each pixel that a reader gets against it. Returns its length. */
static size_t read_back(const sk_png_pixels *image) {
    size_t in_row = 3 * image->width + 1, all = in_row * image->height, length = 0, wrong = 0;
    unsigned char *bytes = sk_png_pixels_deflate(image, &length), *rows = sk_heap_array(all, 1);
    struct libdeflate_decompressor *reader = libdeflate_alloc_decompressor();
    ck_assert_int_eq(libdeflate_zlib_decompress(reader, bytes, length, rows, all, NULL),
                     LIBDEFLATE_SUCCESS);
    for (size_t y = 0; y < image->height; y++) {
        unsigned char *at = rows + y * in_row;
        unfilter(at++, in_row);
        for (size_t x = 0; x < image->width; x++, at += 3) {
            uint32_t got = (uint32_t)at[0] << 16 | (uint32_t)at[1] << 8 | at[2];
            wrong += got != (image->pixels[y * image->stride + x] & 0xffffff);
        }
    }
    ck_assert_uint_eq(wrong, 0);
    libdeflate_free_decompressor(reader);
    free(rows);
    free(bytes);
    return length;
}

/* What a pixel is by its place, of each kind of picture that the search for runs must not get
 * wrong. */
static uint32_t even(size_t x, size_t y) {
    (void)x, (void)y;
    return 0xffffff;
}

static uint32_t noise(size_t x, size_t y) {
    uint32_t state = (uint32_t)(x * 7919 + y * 104729);
    any(&state);
    return any(&state) & 0xffffff;
}

static uint32_t stripes(size_t x, size_t y) {
    (void)y;
    return x % 3 == 0 ? 0x336699 : 0xfafafa;
}

static uint32_t slope(size_t x, size_t y) {
    return x < y * 2 ? 0xd0e0f0 : x == y * 2 ? 0x808080 : 0xfff8e0;
}

/* Rows that come again after a few others. */
static uint32_t again(size_t x, size_t y) {
    return noise(x % 50, y % 3);
}

/* Few colours, so that pairs are soon seen again, and rows that are as the ones above. */
static uint32_t crumbs(size_t x, size_t y) {
    return (noise(x, y / 4) % 4) * 0x404040;
}

static uint32_t (*const pictures[])(size_t, size_t) = {even, noise, stripes, slope, again, crumbs};
enum { PICTURES = sizeof pictures / sizeof *pictures };

/* Rows shorter than a match, and so long that the one above lies at the window's edge, and beyond.
 */
static const size_t sizes[][2] = {{1, 1},   {1, 9},   {2, 9},     {9, 1},     {100, 80},
                                  {87, 30}, {600, 5}, {10922, 5}, {10923, 5}, {30000, 4}};
enum { SIZES = sizeof sizes / sizeof *sizes };

START_TEST(every_pixel_is_read_back) {
    uint32_t (*const picture)(size_t, size_t) = pictures[_i / SIZES];
    const size_t *size = sizes[_i % SIZES];
    size_t stride = size[0] + 3;
    uint32_t *pixels = sk_heap_array(stride * size[1], sizeof *pixels);
    for (size_t y = 0; y < size[1]; y++)
        for (size_t x = 0; x < stride; x++)
            pixels[y * stride + x] = 0xff000000 | (x < size[0] ? picture(x, y) : 0x123456);
    read_back(&(sk_png_pixels){pixels, size[0], size[1], stride});
    free(pixels);
}
END_TEST

/* A wide page of nothing, with an edge across it: less than a byte and a half a row for what is as
 * the row above, and 12 bytes for the place where the edge moves. */
START_TEST(a_drawing_is_small) {
    enum { SIDE = 2000 };
    uint32_t *pixels = sk_heap_array((size_t)SIDE * SIDE, sizeof *pixels);
    for (size_t i = 0; i < (size_t)SIDE * SIDE; i++)
        pixels[i] = i % SIDE < i / SIDE / 20 * 20 ? 0xd0e0f0 : 0xfff8e0;
    ck_assert_uint_lt(read_back(&(sk_png_pixels){pixels, SIDE, SIDE, SIDE}), 20000);
    free(pixels);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("png_pixels");
    TCase *tests = tcase_create("png_pixels");
    tcase_add_loop_test(tests, every_pixel_is_read_back, 0, PICTURES * SIZES);
    tcase_add_test(tests, a_drawing_is_small);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
