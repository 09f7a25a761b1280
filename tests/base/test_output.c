#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check_main.h"
#include "streekkaart/memory.h"
#include "streekkaart/output.h"

static const char folder[] = SK_TEST_OUT "/deep/er";
static const char path[] = SK_TEST_OUT "/deep/er/file.txt";
static const char part[] = SK_TEST_OUT "/deep/er/file.txt.part";
static sk_diag *diag;

static void set_up(void) {
    diag = sk_diag_create();
    remove(path);
    remove(part);
    rmdir(folder);
    rmdir(SK_TEST_OUT "/deep");
}

static void tear_down(void) {
    sk_diag_free(diag);
}

static bool exists(const char *name) {
    struct stat status;
    return stat(name, &status) == 0;
}

static void write_file(const char *text) {
    sk_output *output = sk_output_begin(path, diag);
    ck_assert_ptr_nonnull(output);
    sk_output_write(output, text, strlen(text));
    ck_assert_int_eq(sk_output_commit(output), SK_OK);
    sk_output_free(output);
}

static void assert_content(const char *expected) {
    char text[64] = "";
    FILE *stream = fopen(path, "rb");
    ck_assert_ptr_nonnull(stream);
    size_t length = fread(text, 1, sizeof text - 1, stream);
    fclose(stream);
    text[length] = '\0';
    ck_assert_str_eq(text, expected);
}

START_TEST(a_file_appears_when_it_is_whole_and_makes_its_folders) {
    sk_output *output = sk_output_begin(path, diag);
    ck_assert_ptr_nonnull(output);
    sk_output_write(output, "Gent", 4);
    sk_output_write(output, "", 0);
    ck_assert(!exists(path));
    ck_assert_int_eq(sk_output_commit(output), SK_OK);
    sk_output_free(output);
    ck_assert(!exists(part));
    assert_content("Gent");
}
END_TEST

START_TEST(what_is_given_up_leaves_the_old_file_and_no_part) {
    write_file("old");
    sk_output *output = sk_output_begin(path, diag);
    sk_output_write(output, "new", 3);
    sk_output_free(output);
    ck_assert(!exists(part));
    assert_content("old");
}
END_TEST

START_TEST(a_full_disk_is_reported_and_leaves_the_old_file_and_no_part) {
    write_file("old");
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit before, small;
    getrlimit(RLIMIT_FSIZE, &before);
    small = before;
    small.rlim_cur = 4096;
    setrlimit(RLIMIT_FSIZE, &small);
    static const char block[5000];
    sk_output *output = sk_output_begin(path, diag);
    sk_output_write(output, block, (size_t)(_i == 0 ? sizeof block : 4097));
    sk_status status = sk_output_commit(output);
    sk_output_free(output);
    setrlimit(RLIMIT_FSIZE, &before);
    ck_assert_int_eq(status, SK_ERR_ENVIRONMENT);
    ck_assert_uint_eq(sk_diag_error_count(diag), 1);
    ck_assert_str_eq(sk_diag_get(diag, 0)->place.file, path);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(diag, 0)->what, "File too large"));
    ck_assert_ptr_nonnull(sk_diag_get(diag, 0)->remedy);
    ck_assert(!exists(part));
    assert_content("old");
}
END_TEST

START_TEST(a_folder_that_cannot_be_made_is_reported) {
    write_file("a file is no folder");
    sk_output *output = sk_output_begin(SK_TEST_OUT "/deep/er/file.txt/fig.pdf", diag);
    ck_assert_ptr_null(output);
    ck_assert_uint_eq(sk_diag_error_count(diag), 1);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(diag, 0)->what, "Not a directory"));
}
END_TEST

START_TEST(a_folder_that_may_not_be_written_in_is_reported) {
    write_file("old");
    uid_t user = geteuid();
    chmod(folder, 0500);
    if (user == 0) ck_assert_int_eq(seteuid(65534), 0); /* root may write anywhere */
    sk_output *output = sk_output_begin(SK_TEST_OUT "/deep/er/fig.pdf", diag);
    ck_assert_int_eq(seteuid(user), 0);
    chmod(folder, 0700);
    ck_assert_ptr_null(output);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(diag, 0)->remedy, "allow writing there"));
}
END_TEST

START_TEST(a_name_that_a_folder_has_is_reported_and_leaves_no_part) {
    mkdir(SK_TEST_OUT "/taken", 0777);
    sk_output *output = sk_output_begin(SK_TEST_OUT "/taken", diag);
    ck_assert_ptr_nonnull(output);
    ck_assert_int_eq(sk_output_commit(output), SK_ERR_ENVIRONMENT);
    sk_output_free(output);
    ck_assert(!exists(SK_TEST_OUT "/taken.part"));
    ck_assert(exists(SK_TEST_OUT "/taken"));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("output");
    TCase *tests = tcase_create("output");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_file_appears_when_it_is_whole_and_makes_its_folders);
    tcase_add_test(tests, what_is_given_up_leaves_the_old_file_and_no_part);
    tcase_add_loop_test(tests, a_full_disk_is_reported_and_leaves_the_old_file_and_no_part, 0, 2);
    tcase_add_test(tests, a_folder_that_cannot_be_made_is_reported);
    tcase_add_test(tests, a_folder_that_may_not_be_written_in_is_reported);
    tcase_add_test(tests, a_name_that_a_folder_has_is_reported_and_leaves_no_part);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
