#include <stdlib.h>

#include "check_main.h"
#include "render/cairo/png_palette.h"

enum { SIDE = 256 };
static uint32_t pixels[SIDE * SIDE];

/* The greatest difference of a channel. */
static int distance(uint32_t a, uint32_t b) {
    int most = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        int d = abs((int)((a >> shift) & 0xff) - (int)((b >> shift) & 0xff));
        most = d > most ? d : most;
    }
    return most;
}

static uint32_t shown(const sk_png_palette *palette, uint32_t rgb) {
    return sk_png_palette_colour(palette, sk_png_palette_index(palette, rgb));
}

START_TEST(few_colours_are_all_kept) {
    for (size_t i = 0; i < SIDE * SIDE; i++)
        pixels[i] = 0xff000000u | (uint32_t)(i % 256) * 0x10305;
    sk_png_palette *palette = sk_png_palette_make(pixels, SIDE, SIDE, SIDE, SK_PALETTE_MAX);
    ck_assert_uint_eq(sk_png_palette_count(palette), 256);
    for (size_t i = 0; i < 256; i++)
        ck_assert_uint_eq(shown(palette, pixels[i]), pixels[i] & 0xffffff);
    sk_png_palette_free(palette);
}
END_TEST

/* Half of the page is one tint, and one row all shades between many others. */
START_TEST(an_even_area_keeps_its_very_colour_among_thousands) {
    const uint32_t tint = 0xf8dd90;
    for (size_t i = 0; i < SIDE * SIDE; i++)
        pixels[i] = i < SIDE * SIDE / 2 ? tint : (uint32_t)(i * 2654435761u) & 0xffffff;
    sk_png_palette *palette = sk_png_palette_make(pixels, SIDE, SIDE, SIDE, SK_PALETTE_MAX);
    ck_assert_uint_eq(sk_png_palette_count(palette), SK_PALETTE_MAX);
    ck_assert_uint_eq(shown(palette, tint), tint);
    for (size_t i = 0; i < SIDE * SIDE; i++)
        ck_assert_int_le(distance(shown(palette, pixels[i]), pixels[i]), 72);
    sk_png_palette_free(palette);
}
END_TEST

START_TEST(the_shades_of_an_edge_stay_apart) {
    for (size_t i = 0; i < SIDE * SIDE; i++) {
        uint32_t shade = (uint32_t)(i / SIDE), other = (uint32_t)(i % SIDE) / 16;
        pixels[i] = shade << 16 | (255 - shade) << 8 | other * 16;
    }
    sk_png_palette *palette = sk_png_palette_make(pixels, SIDE, SIDE, SIDE, SK_PALETTE_MAX);
    for (size_t i = 0; i < SIDE * SIDE; i++)
        ck_assert_int_le(distance(shown(palette, pixels[i]), pixels[i]), 16);
    sk_png_palette_free(palette);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("png_palette");
    TCase *tests = tcase_create("png_palette");
    tcase_add_test(tests, few_colours_are_all_kept);
    tcase_add_test(tests, an_even_area_keeps_its_very_colour_among_thousands);
    tcase_add_test(tests, the_shades_of_an_edge_stay_apart);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
