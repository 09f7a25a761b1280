#include "check_main.h"
#include "render/deflate/huffman.h"

enum { SYMBOLS = 40 };

/* How much of all bits the codes take, in parts of the longest. */
static unsigned taken(const uint8_t *lengths, unsigned longest) {
    unsigned sum = 0;
    for (size_t i = 0; i < SYMBOLS; i++) {
        ck_assert_uint_le(lengths[i], longest);
        if (lengths[i] > 0) sum += 1u << (longest - lengths[i]);
    }
    return sum;
}

START_TEST(what_comes_often_is_short) {
    const uint32_t frequencies[SYMBOLS] = {[3] = 1, [7] = 1, [20] = 2, [39] = 4};
    uint8_t lengths[SYMBOLS];
    sk_huffman_lengths(frequencies, SYMBOLS, 15, lengths);
    ck_assert_uint_eq(lengths[39], 1);
    ck_assert_uint_eq(lengths[20], 2);
    ck_assert_uint_eq(lengths[3], 3);
    ck_assert_uint_eq(lengths[7], 3);
    ck_assert_uint_eq(lengths[0], 0);
    ck_assert_uint_eq(taken(lengths, 15), 1u << 15);
}
END_TEST

/* Frequencies that grow as Fibonacci's numbers want codes of up to 39 bits. */
START_TEST(no_code_is_longer_than_asked) {
    const unsigned longest = _i;
    uint32_t frequencies[SYMBOLS] = {1, 1};
    uint8_t lengths[SYMBOLS];
    for (size_t i = 2; i < SYMBOLS; i++) frequencies[i] = frequencies[i - 1] + frequencies[i - 2];
    sk_huffman_lengths(frequencies, SYMBOLS, longest, lengths);
    ck_assert_uint_eq(taken(lengths, longest), 1u << longest);
    for (size_t i = 1; i < SYMBOLS; i++) ck_assert_uint_le(lengths[i], lengths[i - 1]);
}
END_TEST

START_TEST(there_are_two_codes_at_least) {
    const uint32_t none[SYMBOLS] = {0}, one[SYMBOLS] = {[5] = 9};
    uint8_t lengths[SYMBOLS];
    sk_huffman_lengths(none, SYMBOLS, 15, lengths);
    ck_assert_uint_eq(taken(lengths, 15), 1u << 15);
    sk_huffman_lengths(one, SYMBOLS, 15, lengths);
    ck_assert_uint_eq(lengths[5], 1);
    ck_assert_uint_eq(taken(lengths, 15), 1u << 15);
}
END_TEST

/* The example of RFC 1951, 3.2.2, whose bits are written there first bit first. */
START_TEST(codes_are_those_of_the_standard) {
    const uint8_t lengths[] = {3, 3, 3, 3, 3, 2, 4, 4};
    const char *const written[] = {"010", "011", "100", "101", "110", "00", "1110", "1111"};
    uint16_t codes[8];
    sk_huffman_codes(lengths, 8, codes);
    for (size_t i = 0; i < 8; i++)
        for (size_t bit = 0; bit < lengths[i]; bit++)
            ck_assert_int_eq('0' + ((codes[i] >> bit) & 1), written[i][bit]);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("huffman");
    TCase *tests = tcase_create("huffman");
    tcase_add_test(tests, what_comes_often_is_short);
    tcase_add_loop_test(tests, no_code_is_longer_than_asked, 6, 16);
    tcase_add_test(tests, there_are_two_codes_at_least);
    tcase_add_test(tests, codes_are_those_of_the_standard);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
