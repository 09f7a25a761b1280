#include <locale.h>
#include <string.h>

#include "base/length.h"
#include "base/number.h"
#include "check_main.h"
#include "load/style/colour.h"

static const struct {
    const char *text;
    sk_status status;
    double mm;
} lengths[] = {
    {"4.2 mm", SK_OK, 4.2},     {"72 pt", SK_OK, 25.4},
    {"1in", SK_OK, 25.4},       {"0.3 cm", SK_OK, 3},
    {"-1 mm", SK_OK, -1},       {".5 mm", SK_OK, 0.5},
    {"6", SK_ERR_DATA, 0},      {"", SK_ERR_DATA, 0},
    {"mm", SK_ERR_DATA, 0},     {"4,2 mm", SK_ERR_DATA, 0},
    {"4.2 px", SK_ERR_DATA, 0}, {"4.2 mm ", SK_ERR_DATA, 0},
    {"4. mm", SK_ERR_DATA, 0},  {"1e3 mm", SK_ERR_DATA, 0},
    {"nan mm", SK_ERR_DATA, 0}, {"99999999999999999999 mm", SK_ERR_DATA, 0},
};

START_TEST(length_text_becomes_millimetres_or_is_refused) {
    double mm = 0;
    ck_assert_int_eq(sk_length_parse(lengths[_i].text, strlen(lengths[_i].text), &mm),
                     lengths[_i].status);
    ck_assert_double_eq_tol(mm, lengths[_i].mm, 1e-9);
}
END_TEST

START_TEST(a_length_ends_where_its_bytes_do) {
    double mm = 0;
    ck_assert_int_eq(sk_length_parse("4 mmm", 4, &mm), SK_OK);
    ck_assert_int_eq(sk_length_parse("4 mm", 3, &mm), SK_ERR_DATA);
}
END_TEST

static const struct {
    const char *text;
    sk_status status;
    double red, alpha;
} colours[] = {
    {"#f00", SK_OK, 1, 1},
    {"#Ff0000", SK_OK, 1, 1},
    {"#33000080", SK_OK, 0.2, 128 / 255.0},
    {"ff0000", SK_ERR_DATA, 0, 0},
    {"#ff000", SK_ERR_DATA, 0, 0},
    {"#gg0000", SK_ERR_DATA, 0, 0},
    {"red", SK_ERR_DATA, 0, 0},
    {"", SK_ERR_DATA, 0, 0},
};

START_TEST(colour_text_becomes_a_colour_or_is_refused) {
    sk_colour colour = {0};
    ck_assert_int_eq(sk_colour_parse(colours[_i].text, strlen(colours[_i].text), &colour),
                     colours[_i].status);
    ck_assert_double_eq_tol(colour.red, colours[_i].red, 1e-12);
    ck_assert_double_eq_tol(colour.alpha, colours[_i].alpha, 1e-12);
}
END_TEST

static const struct {
    const char *text;
    bool sound;
    int value;
} integers[] = {
    {"12", true, 12},  {"-3", true, -3}, {"0", true, 0},
    {"", false, 0},    {"-", false, 0},  {"3.5", false, 0},
    {"12a", false, 0}, {" 1", false, 0}, {"1234567890", false, 0},
};

START_TEST(whole_numbers_are_read_and_others_refused) {
    int value = 0;
    ck_assert(sk_integer_parse(integers[_i].text, &value) == integers[_i].sound);
    ck_assert_int_eq(value, integers[_i].value);
}
END_TEST

static const struct {
    double value;
    const char *text;
} printed[] = {
    {0.1, "0.1"},      {-4.25, "-4.25"},
    {1e300, "1e+300"}, {1.0 / 3, "0.3333333333333333"},
    {0, "0"},          {0.1 + 0.2, "0.30000000000000004"},
};

START_TEST(numbers_are_written_with_a_point_in_every_locale) {
    static const char *const locales[] = {"C", "nl_BE.UTF-8", "de_DE.UTF-8"};
    for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
        if (setlocale(LC_ALL, locales[i]) == NULL) continue; /* not installed here */
        char text[SK_NUMBER_ROOM];
        sk_number_print(printed[_i].value, text);
        ck_assert_str_eq(text, printed[_i].text);
    }
}
END_TEST

#define ROWS(array) (int)(sizeof(array) / sizeof(array)[0])

int main(void) {
    Suite *suite = suite_create("values");
    TCase *tests = tcase_create("values");
    tcase_add_loop_test(tests, length_text_becomes_millimetres_or_is_refused, 0, ROWS(lengths));
    tcase_add_test(tests, a_length_ends_where_its_bytes_do);
    tcase_add_loop_test(tests, colour_text_becomes_a_colour_or_is_refused, 0, ROWS(colours));
    tcase_add_loop_test(tests, whole_numbers_are_read_and_others_refused, 0, ROWS(integers));
    tcase_add_loop_test(tests, numbers_are_written_with_a_point_in_every_locale, 0, ROWS(printed));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
