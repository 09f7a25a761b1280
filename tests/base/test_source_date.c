#include <stdlib.h>

#include "base/source_date.h"
#include "check_main.h"

static const struct {
    const char *epoch; /* NULL: not set */
    bool given;
    int year; /* since 1900 */
} dates[] = {
    {"1356998400", true, 113},
    {"0", true, 70},
    {NULL, false, 70},
    {"", false, 70},
    {"tomorrow", false, 70},
    {"1356998400s", false, 70},
    {"99999999999999999999", false, 70},
};

START_TEST(the_date_is_that_of_the_environment_or_none) {
    if (dates[_i].epoch == NULL)
        unsetenv("SOURCE_DATE_EPOCH");
    else
        setenv("SOURCE_DATE_EPOCH", dates[_i].epoch, 1);
    struct tm utc;
    ck_assert(sk_source_date(&utc) == dates[_i].given);
    ck_assert_int_eq(utc.tm_year, dates[_i].year);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("source date");
    TCase *tests = tcase_create("source date");
    tcase_add_loop_test(tests, the_date_is_that_of_the_environment_or_none, 0,
                        (int)(sizeof dates / sizeof dates[0]));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
