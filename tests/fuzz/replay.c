/* Feeds a harness the seeds of its corpus, and every crash that was ever found, without libFuzzer.
 * CORPUS is the folder that they stand in. */
#include <check.h>
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>

#include "check_main.h"
#include "streekkaart/memory.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SEED_BYTES_MAX = 1 << 20 };

static void replay(const char *name) {
    char path[2048];
    snprintf(path, sizeof path, "%s/%s", CORPUS, name);
    FILE *stream = fopen(path, "rb");
    ck_assert_ptr_nonnull(stream);
    uint8_t *bytes = sk_heap_array(SEED_BYTES_MAX, 1);
    size_t size = fread(bytes, 1, SEED_BYTES_MAX, stream);
    fclose(stream);
    /* To the byte, so that a step beyond the end is seen. */
    bytes = sk_heap_resize(bytes, size, 1);
    ck_assert_int_eq(LLVMFuzzerTestOneInput(bytes, size), 0);
    free(bytes);
}

START_TEST(every_seed_of_the_corpus_is_survived) {
    DIR *directory = opendir(CORPUS);
    ck_assert_ptr_nonnull(directory);
    size_t count = 0;
    for (const struct dirent *file; (file = readdir(directory)) != NULL;) {
        if (file->d_name[0] == '.') continue;
        replay(file->d_name);
        count++;
    }
    closedir(directory);
    ck_assert_uint_gt(count, 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("fuzz");
    TCase *tests = tcase_create("replay");
    tcase_add_test(tests, every_seed_of_the_corpus_is_survived);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
