#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "check_main.h"
#include "render/deflate/deflate.h"
#include "streekkaart/memory.h"

/* A stream beside what a reader must get out of it. */
enum { ROOM = 1 << 22 };
static unsigned char meant[ROOM], read_back[ROOM];
static size_t meant_length;
static sk_deflate *stream;

static void begin(void) {
    stream = sk_deflate_create();
    meant_length = 0;
}

static void byte(uint8_t value) {
    meant[meant_length++] = value;
    sk_deflate_byte(stream, value);
}

static void match(size_t length, size_t distance) {
    for (size_t i = 0; i < length; i++, meant_length++)
        meant[meant_length] = meant[meant_length - distance];
    sk_deflate_match(stream, length, distance);
}

/* Returns how long it was. */
static size_t finish(void) {
    size_t length = 0;
    unsigned char *bytes =
        sk_deflate_finish(stream, libdeflate_adler32(1, meant, meant_length), &length);
    struct libdeflate_decompressor *reader = libdeflate_alloc_decompressor();
    size_t got = 0;
    ck_assert_int_eq(libdeflate_zlib_decompress(reader, bytes, length, read_back, ROOM, &got),
                     LIBDEFLATE_SUCCESS);
    ck_assert_uint_eq(got, meant_length);
    ck_assert_int_eq(memcmp(meant, read_back, got), 0);
    libdeflate_free_decompressor(reader);
    free(bytes);
    return length;
}

static uint32_t any(uint32_t *state) { /* a linear congruential generator */
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

START_TEST(nothing_is_a_stream_too) {
    begin();
    finish();
}
END_TEST

START_TEST(every_length_and_distance_is_read_back) {
    uint32_t state = 1;
    begin();
    for (size_t i = 0; i < SK_DEFLATE_WINDOW; i++) byte((uint8_t)any(&state));
    for (size_t length = SK_DEFLATE_MATCH_LEAST; length <= 800; length++)
        match(length, 1 + length * 31 % SK_DEFLATE_WINDOW);
    for (size_t distance = 1; distance <= SK_DEFLATE_WINDOW; distance++) match(3, distance);
    finish();
}
END_TEST

START_TEST(a_pixel_is_red_green_blue) {
    begin();
    meant[0] = 0x12, meant[1] = 0x34, meant[2] = 0x56;
    meant_length = 3;
    sk_deflate_pixel(stream, 0xff123456);
    finish();
}
END_TEST

/* More than a block holds, of bytes as rare as those that want the longest codes. */
START_TEST(many_blocks_follow_each_other) {
    begin();
    for (uint32_t i = 0, state = 1; i < 300000; i++) {
        uint8_t value = 0;
        while (value < 40 && any(&state) % 2 == 0) value++;
        if (i % 1000 < 999 || meant_length < 5000)
            byte(value);
        else
            match(3 + any(&state) % 300, 1 + any(&state) % 5000);
    }
    size_t length = finish();
    ck_assert_uint_lt(length, meant_length / 3); /* two bits a byte */
}
END_TEST

START_TEST(what_repeats_takes_next_to_nothing) {
    begin();
    byte(7);
    match(1000000, 1);
    ck_assert_uint_lt(finish(), 1200);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("deflate");
    TCase *tests = tcase_create("deflate");
    tcase_add_test(tests, nothing_is_a_stream_too);
    tcase_add_test(tests, every_length_and_distance_is_read_back);
    tcase_add_test(tests, a_pixel_is_red_green_blue);
    tcase_add_test(tests, many_blocks_follow_each_other);
    tcase_add_test(tests, what_repeats_takes_next_to_nothing);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
