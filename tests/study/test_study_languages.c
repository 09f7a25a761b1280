/* The languages that are shipped have every word, and every name of the shipped catalogue. */
#include "check_main.h"
#include "load/project_fixture.h"
#include "streekkaart/wording.h"

static const char *const languages[] = {"nl", "fr", "en"};

START_TEST(the_languages_of_the_project_are_whole) {
    sk_diag *diag = sk_diag_create();
    sk_arena *arena = sk_arena_create();
    sk_project *project = NULL;
    sk_wording words;
    ck_assert_int_eq(sk_project_open(SK_STUDY, diag, &project), SK_OK);
    ck_assert_int_eq(
        sk_wording_open(SK_STUDY, &project->settings, languages[_i], arena, diag, &words), SK_OK);
    ck_assert_int_eq(sk_wording_check(&words, project, diag), SK_OK);
    fixture_expect(diag, "");
    ck_assert_str_eq(words.language, languages[_i]);
    ck_assert(words.of_catalogue == (_i == 0));
    sk_project_free(project);
    sk_arena_free(arena);
    sk_diag_free(diag);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("study_languages");
    TCase *tests = tcase_create("study_languages");
    tcase_add_loop_test(tests, the_languages_of_the_project_are_whole, 0,
                        sizeof languages / sizeof languages[0]);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
