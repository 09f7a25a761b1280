/* Colours are compared as those who made the measure compare them. */
#include "tools/colour_sight.h"

#include "check_main.h"

/* All pairs of table 1 in Sharma, Wu and Dalal (2005). */
static const struct {
    lab_colour one, other;
    double difference;
} published[] = {
    {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
    {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
    {{50, 2.8361, -74.0200}, {50, 0, -82.7485}, 3.4412},
    {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
    {{50, -1.1848, -84.8006}, {50, 0, -82.7485}, 1.0000},
    {{50, -0.9009, -85.5211}, {50, 0, -82.7485}, 1.0000},
    {{50, 0, 0}, {50, -1, 2}, 2.3669},
    {{50, -1, 2}, {50, 0, 0}, 2.3669},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0010}, 7.1792},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0011}, 7.2195},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0012}, 7.2195},
    {{50, -0.0010, 2.4900}, {50, 0.0009, -2.4900}, 4.8045},
    {{50, -0.0010, 2.4900}, {50, 0.0010, -2.4900}, 4.8045},
    {{50, -0.0010, 2.4900}, {50, 0.0011, -2.4900}, 4.7461},
    {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
    {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
    {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
    {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
    {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
    {{50, 2.5, 0}, {50, 3.1736, 0.5854}, 1.0000},
    {{50, 2.5, 0}, {50, 3.2972, 0}, 1.0000},
    {{50, 2.5, 0}, {50, 1.8634, 0.5757}, 1.0000},
    {{50, 2.5, 0}, {50, 3.2592, 0.3350}, 1.0000},
    {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
    {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
    {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},
    {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
    {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
    {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
    {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
    {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
    {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
    {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
};
enum { PUBLISHED = sizeof published / sizeof published[0] };

START_TEST(the_measure_is_that_of_its_authors) {
    double difference = ciede2000(published[_i].one, published[_i].other);
    ck_assert_double_eq_tol(difference, published[_i].difference, 0.5e-4);
}
END_TEST

static const sk_colour white = {.red = 1, .green = 1, .blue = 1, .alpha = 1}, black = {0, 0, 0, 1},
                       red = {1, 0, 0, 1}, green = {0, 0.5, 0, 1};

START_TEST(grey_is_the_same_to_every_sight) {
    const sk_colour grey = {.red = 0.4, .green = 0.4, .blue = 0.4, .alpha = 1};
    for (int sight = 0; sight < SIGHT_COUNT; sight++) {
        lab_colour seen = colour_seen(grey, (colour_sight)sight);
        ck_assert_double_eq_tol(seen.l, 43.19, 0.01); /* CSS Color 4 of #666666 */
        ck_assert_double_eq_tol(seen.a, 0, 0.05);
        ck_assert_double_eq_tol(seen.b, 0, 0.05);
    }
}
END_TEST

START_TEST(who_sees_no_green_takes_it_for_red_and_a_grey_copy_has_no_hue) {
    ck_assert_double_gt(colour_difference(red, green, SIGHT_ALL_HUES), 70);
    ck_assert_double_lt(colour_difference(red, green, SIGHT_DEUTERANOPIA), 20);
    ck_assert_double_eq_tol(colour_seen(red, SIGHT_GREY).a, 0, 0.05);
}
END_TEST

START_TEST(contrast_goes_from_1_to_21) {
    ck_assert_double_eq_tol(colour_contrast(white, black), 21, 1e-9);
    ck_assert_double_eq_tol(colour_contrast(red, red), 1, 1e-9);
    sk_colour half = colour_over((sk_colour){.red = 0, .green = 0, .blue = 0, .alpha = 0.5}, white);
    ck_assert_double_eq_tol(half.green, 0.5, 1e-9);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("colour_sight");
    TCase *tests = tcase_create("colour_sight");
    tcase_add_loop_test(tests, the_measure_is_that_of_its_authors, 0, PUBLISHED);
    tcase_add_test(tests, grey_is_the_same_to_every_sight);
    tcase_add_test(tests, who_sees_no_green_takes_it_for_red_and_a_grey_copy_has_no_hue);
    tcase_add_test(tests, contrast_goes_from_1_to_21);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
