#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check_main.h"
#include "streekkaart/diag.h"

START_TEST(a_finding_names_file_line_feature_fault_and_remedy) {
    sk_diag *diag = sk_diag_create();
    sk_diag_error(diag, (sk_place){"layers/logistiek.geojson", 41, "gent-haven"},
                  "give one of the two another number", "number %d is used twice", 7);
    char *text = sk_finding_text(sk_diag_get(diag, 0));
    ck_assert_str_eq(text,
                     "layers/logistiek.geojson:41: gent-haven: number 7 is used twice: "
                     "give one of the two another number");
    free(text);
    sk_diag_free(diag);
}
END_TEST

START_TEST(parts_that_are_missing_leave_no_stray_colon) {
    sk_diag *diag = sk_diag_create();
    sk_diag_warning(diag, (sk_place){.file = "a.csv"}, NULL, "empty");
    char *text = sk_finding_text(sk_diag_get(diag, 0));
    ck_assert_str_eq(text, "a.csv: warning: empty");
    free(text);
    sk_diag_free(diag);
}
END_TEST

START_TEST(the_same_finding_is_held_once_also_after_a_merge) {
    sk_diag *diag = sk_diag_create(), *other = sk_diag_create();
    for (int i = 0; i < 3; i++) {
        sk_diag_error(diag, (sk_place){.file = "a"}, "mend it", "broken");
        sk_diag_error(other, (sk_place){.file = "a"}, "mend it", "broken");
    }
    sk_diag_error(other, (sk_place){.file = "b"}, "mend it", "broken");
    sk_diag_merge(diag, other);
    ck_assert_uint_eq(sk_diag_count(diag), 2);
    ck_assert_uint_eq(sk_diag_error_count(diag), 2);
    ck_assert_str_eq(sk_diag_get(diag, 1)->place.file, "b");
    sk_diag_free(other);
    ck_assert_str_eq(sk_diag_get(diag, 1)->what, "broken");
    sk_diag_free(diag);
}
END_TEST

static void report_rows(sk_diag *diag, const char *file, int from, int to) {
    for (int line = from; line <= to; line++)
        sk_diag_error(diag, (sk_place){file, line, NULL}, "fill it in", "%s is empty in row %d",
                      "name", line);
}

START_TEST(what_a_file_has_over_and_over_is_counted) {
    sk_diag *diag = sk_diag_create(), *other = sk_diag_create();
    report_rows(diag, "a.csv", 1, 1000000);
    sk_diag_warning(diag, (sk_place){"a.csv", 7, NULL}, NULL, "%s is empty in row %d", "name", 7);
    report_rows(diag, "b.csv", 1, SK_DIAG_MOST_LINES);
    ck_assert_uint_eq(sk_diag_count(diag), 2 * SK_DIAG_MOST_LINES + 2);
    ck_assert_uint_eq(sk_diag_error_count(diag), 1000000 + SK_DIAG_MOST_LINES);
    ck_assert_uint_eq(sk_diag_warning_count(diag), 1);
    const sk_finding *others = sk_diag_get(diag, SK_DIAG_MOST_LINES);
    ck_assert_str_eq(others->what, "and 999980 more of this kind");
    ck_assert_str_eq(others->place.file, "a.csv");

    report_rows(other, "a.csv", 1, 5);
    sk_diag_merge(other, diag);
    ck_assert_uint_eq(sk_diag_error_count(other), sk_diag_error_count(diag));
    ck_assert_uint_eq(sk_diag_count(other), sk_diag_count(diag));
    sk_diag_free(other);
    sk_diag_free(diag);
}
END_TEST

START_TEST(faults_without_a_line_are_all_held_up_to_a_bound) {
    sk_diag *diag = sk_diag_create();
    char path[32];
    for (int i = 0; i < SK_DIAG_MOST + 10; i++) {
        snprintf(path, sizeof path, "key_%d", i);
        sk_diag_error(diag, (sk_place){"a.json", 0, path}, "add it", "the key is missing");
    }
    ck_assert_uint_eq(sk_diag_count(diag), SK_DIAG_MOST + 1);
    ck_assert_str_eq(sk_diag_get(diag, SK_DIAG_MOST)->what, "and 10 more of this kind");
    sk_diag_free(diag);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("diag");
    TCase *tests = tcase_create("diag");
    tcase_add_test(tests, a_finding_names_file_line_feature_fault_and_remedy);
    tcase_add_test(tests, parts_that_are_missing_leave_no_stray_colon);
    tcase_add_test(tests, the_same_finding_is_held_once_also_after_a_merge);
    tcase_add_test(tests, what_a_file_has_over_and_over_is_counted);
    tcase_add_test(tests, faults_without_a_line_are_all_held_up_to_a_bound);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
