#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "check_main.h"
#include "streekkaart/memory.h"
#include "streekkaart/output.h"

static const char folder[] = SK_TEST_OUT "/deep/er";
static const char path[] = SK_TEST_OUT "/deep/er/file.txt";
static sk_diag *diag;

static void empty(const char *name) {
    DIR *entries = opendir(name);
    if (entries == NULL) return;
    for (const struct dirent *e = readdir(entries); e != NULL; e = readdir(entries))
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            if (unlinkat(dirfd(entries), e->d_name, 0) != 0)
                unlinkat(dirfd(entries), e->d_name, AT_REMOVEDIR);
    closedir(entries);
}

/* How many files of any name are in the folder; the last one's name. */
static int count_files(char *last) {
    int count = 0;
    DIR *entries = opendir(folder);
    ck_assert_ptr_nonnull(entries);
    for (const struct dirent *e = readdir(entries); e != NULL; e = readdir(entries)) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0) continue;
        if (last != NULL) snprintf(last, NAME_MAX, "%s", e->d_name);
        count++;
    }
    closedir(entries);
    return count;
}

static void set_up(void) {
    diag = sk_diag_create();
    empty(folder);
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
    ck_assert_int_eq(count_files(NULL), 1);
    assert_content("Gent");
}
END_TEST

START_TEST(what_is_given_up_leaves_the_old_file_and_no_part) {
    write_file("old");
    sk_output *output = sk_output_begin(path, diag);
    sk_output_write(output, "new", 3);
    sk_output_free(output);
    ck_assert_int_eq(count_files(NULL), 1);
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
    ck_assert_int_eq(count_files(NULL), 1);
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

START_TEST(the_name_of_an_unfinished_file_cannot_be_guessed) {
    write_file("old");
    remove(path);
    char first[NAME_MAX] = "", second[NAME_MAX] = "";
    for (int i = 0; i < 2; i++) {
        sk_output *output = sk_output_begin(path, diag);
        ck_assert_int_eq(count_files(i == 0 ? first : second), 1);
        sk_output_free(output);
    }
    ck_assert_int_eq(strncmp(first, ".streekkaart-", 13), 0);
    ck_assert_uint_ge(strlen(first), 13 + 32);
    ck_assert_str_ne(first, second);
    ck_assert_int_eq(count_files(NULL), 0);
}
END_TEST

static void make_folder(void) {
    ck_assert_int_eq(mkdir(path, 0777), 0);
}

static void make_pipe(void) {
    ck_assert_int_eq(mkfifo(path, 0666), 0);
}

static void make_socket(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "file.txt"};
    int there = socket(AF_UNIX, SOCK_STREAM, 0), before = open(".", O_RDONLY);
    ck_assert_int_eq(chdir(folder), 0); /* such a name has 107 bytes at most */
    ck_assert_int_eq(bind(there, (struct sockaddr *)&address, sizeof address), 0);
    ck_assert_int_eq(fchdir(before), 0);
    close(before);
    close(there);
}

static void make_link_to_a_device(void) {
    ck_assert_int_eq(symlink("/dev/null", path), 0);
}

static void make_link_to_a_folder(void) {
    ck_assert_int_eq(symlink("/", path), 0);
}

static const struct {
    void (*make)(void);
    const char *kind;
} no_files[] = {{make_folder, "a folder"},
                {make_pipe, "a pipe"},
                {make_socket, "a socket"},
                {make_link_to_a_device, "a device"},
                {make_link_to_a_folder, "a folder"}};

START_TEST(what_is_no_file_stays_and_is_named) {
    write_file("old");
    remove(path);
    no_files[_i].make();
    struct stat before, after;
    ck_assert_int_eq(lstat(path, &before), 0);
    sk_output_folder *place = sk_output_folder_open(folder, diag);
    ck_assert_ptr_null(sk_output_begin_in(place, "file.txt", diag));
    sk_output_folder_free(place);
    ck_assert_uint_eq(sk_diag_error_count(diag), 1);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(diag, 0)->what, no_files[_i].kind));
    ck_assert_int_eq(lstat(path, &after), 0);
    ck_assert(before.st_ino == after.st_ino && before.st_mode == after.st_mode);
    ck_assert_int_eq(count_files(NULL), 1);
}
END_TEST

START_TEST(what_comes_while_the_file_is_written_stays_too) {
    write_file("old");
    sk_output *output = sk_output_begin(path, diag);
    remove(path);
    make_pipe();
    ck_assert_int_eq(sk_output_commit(output), SK_ERR_ENVIRONMENT);
    sk_output_free(output);
    ck_assert_int_eq(count_files(NULL), 1);
    struct stat status;
    ck_assert(lstat(path, &status) == 0 && S_ISFIFO(status.st_mode));
}
END_TEST

/* As file.txt, a link to other.txt beside it. */
static void make_link(void) {
    write_file("other");
    ck_assert_int_eq(rename(path, SK_TEST_OUT "/deep/er/other.txt"), 0);
    ck_assert_int_eq(symlink("other.txt", path), 0);
}

START_TEST(a_link_in_a_folder_is_replaced_and_what_it_leads_to_stays) {
    make_link();
    sk_output_folder *place = sk_output_folder_open(folder, diag);
    sk_output *output = sk_output_begin_in(place, "file.txt", diag);
    sk_output_write(output, "new", 3);
    ck_assert_int_eq(sk_output_commit(output), SK_OK);
    sk_output_free(output);
    sk_output_folder_free(place);
    assert_content("new");
    ck_assert_int_eq(rename(SK_TEST_OUT "/deep/er/other.txt", path), 0);
    assert_content("other");
}
END_TEST

START_TEST(a_link_as_a_path_is_refused) {
    make_link();
    ck_assert_ptr_null(sk_output_begin(path, diag));
    ck_assert_ptr_nonnull(strstr(sk_diag_get(diag, 0)->what, "a symbolic link"));
    assert_content("other");
    ck_assert_int_eq(count_files(NULL), 2);
}
END_TEST

START_TEST(a_folder_within_another_may_be_no_link) {
    write_file("old");
    ck_assert_int_eq(symlink("..", SK_TEST_OUT "/deep/er/out"), 0);
    ck_assert_ptr_null(sk_output_folder_open_in(folder, "out", diag));
    ck_assert_ptr_nonnull(strstr(sk_diag_get(diag, 0)->what, "a symbolic link"));
    ck_assert_ptr_nonnull(strstr(sk_diag_get(diag, 0)->remedy, "--out"));
    sk_output_folder *by_path = sk_output_folder_open(SK_TEST_OUT "/deep/er/out", diag);
    ck_assert_ptr_nonnull(by_path); /* who names it means it */
    sk_output_folder_free(by_path);
}
END_TEST

#define LEFT ".streekkaart-0123456789abcdef0123456789abcdef.part"

static int touch(const char *name) {
    char whole[PATH_MAX];
    snprintf(whole, sizeof whole, "%s/%s", folder, name);
    int file = open(whole, O_WRONLY | O_CREAT, 0666);
    ck_assert_int_ge(file, 0);
    return file;
}

START_TEST(what_a_killed_run_left_is_removed_and_nothing_else) {
    write_file("old");
    static const char *const others[] = {
        ".streekkaart-0123456789abcdef.part", ".streekkaart-notes.part",
        ".streekkaart-0123456789abcdef0123456789abcdef", "fig.svg.part",
        ".streekkaart-0123456789abcdef0123456789abcdef.part~"};
    const int count = sizeof others / sizeof *others;
    for (int i = 0; i < count; i++) close(touch(others[i]));
    close(touch(LEFT));
    sk_output_folder_free(sk_output_folder_open(folder, diag));
    ck_assert(!exists(SK_TEST_OUT "/deep/er/" LEFT));
    ck_assert_int_eq(count_files(NULL), count + 1);
}
END_TEST

START_TEST(what_another_run_writes_is_no_leftover) {
    write_file("old");
    int held = touch(LEFT);
    ck_assert_int_eq(flock(held, LOCK_EX | LOCK_NB), 0);
    sk_output *mine = sk_output_begin(path, diag);
    sk_output_folder_free(sk_output_folder_open(folder, diag));
    ck_assert(exists(SK_TEST_OUT "/deep/er/" LEFT));
    ck_assert_int_eq(sk_output_commit(mine), SK_OK);
    sk_output_free(mine);
    close(held);
}
END_TEST

START_TEST(a_folder_is_had_by_one_at_a_time) {
    sk_output_folder *one = sk_output_folder_open(folder, diag);
    sk_output_folder *two = sk_output_folder_open(folder, diag);
    ck_assert(sk_output_folder_lock(one, false));
    ck_assert(!sk_output_folder_lock(two, false));
    sk_output_folder_free(one);
    ck_assert(sk_output_folder_lock(two, true));
    sk_output_folder_free(two);
}
END_TEST

START_TEST(a_folder_is_shared_by_those_that_share_it) {
    sk_output_folder *one = sk_output_folder_open(folder, diag);
    sk_output_folder *two = sk_output_folder_open(folder, diag);
    sk_output_folder *three = sk_output_folder_open(folder, diag);
    ck_assert(sk_output_folder_share(one, false));
    ck_assert(sk_output_folder_share(two, true));
    ck_assert(!sk_output_folder_lock(three, false));
    sk_output_folder_free(one);
    sk_output_folder_free(two);
    ck_assert(sk_output_folder_lock(three, false));
    sk_output_folder_free(three);
}
END_TEST

START_TEST(a_file_that_is_there_can_be_kept) {
    write_file("old");
    sk_output *output = sk_output_begin(path, diag);
    sk_output_keep_any(output);
    sk_output_write(output, "new", 3);
    ck_assert_int_eq(sk_output_commit(output), SK_ERR_ENVIRONMENT);
    sk_output_free(output);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(diag, 0)->what, "File exists"));
    assert_content("old");
    remove(path);
    output = sk_output_begin(path, diag);
    sk_output_keep_any(output);
    sk_output_write(output, "new", 3);
    ck_assert_int_eq(sk_output_commit(output), SK_OK);
    sk_output_free(output);
    assert_content("new");
    ck_assert_int_eq(count_files(NULL), 1);
}
END_TEST

static bool was_not_edited(int descriptor) {
    char text[4] = "";
    return read(descriptor, text, 3) == 3 && strcmp(text, "old") == 0;
}

START_TEST(an_edited_file_gets_a_name_that_nothing_has) {
    const sk_edit_check check = {was_not_edited, "look at it"};
    write_file("mine");
    close(touch("file.edited.txt"));
    sk_output *output = sk_output_begin(path, diag);
    sk_output_keep_edited(output, check);
    sk_output_write(output, "old", 3);
    ck_assert_int_eq(sk_output_commit(output), SK_OK);
    sk_output_free(output);
    ck_assert_uint_eq(sk_diag_count(diag), 1);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(diag, 0)->what, "er/file.edited-2.txt"));
    ck_assert_int_eq(count_files(NULL), 3);
    assert_content("old");

    sk_output_folder *place = sk_output_folder_open(folder, diag);
    ck_assert(sk_output_folder_remove(place, "file.txt", &check, diag));
    ck_assert_int_eq(count_files(NULL), 2);
    ck_assert_int_eq(rename(SK_TEST_OUT "/deep/er/file.edited-2.txt", path), 0);
    assert_content("mine");
    ck_assert(sk_output_folder_remove(place, "file.txt", &check, diag)); /* kept, not removed */
    ck_assert_int_eq(count_files(NULL), 2);
    ck_assert(!sk_output_folder_remove(place, "file.txt", &check, diag));
    sk_output_folder_free(place);
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
    tcase_add_test(tests, the_name_of_an_unfinished_file_cannot_be_guessed);
    tcase_add_loop_test(tests, what_is_no_file_stays_and_is_named, 0,
                        sizeof no_files / sizeof *no_files);
    tcase_add_test(tests, what_comes_while_the_file_is_written_stays_too);
    tcase_add_test(tests, a_link_in_a_folder_is_replaced_and_what_it_leads_to_stays);
    tcase_add_test(tests, a_link_as_a_path_is_refused);
    tcase_add_test(tests, a_folder_within_another_may_be_no_link);
    tcase_add_test(tests, what_a_killed_run_left_is_removed_and_nothing_else);
    tcase_add_test(tests, what_another_run_writes_is_no_leftover);
    tcase_add_test(tests, a_folder_is_had_by_one_at_a_time);
    tcase_add_test(tests, a_folder_is_shared_by_those_that_share_it);
    tcase_add_test(tests, a_file_that_is_there_can_be_kept);
    tcase_add_test(tests, an_edited_file_gets_a_name_that_nothing_has);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
