#include <pthread.h>
#include <stdbool.h>
#include <string.h>

#include "check_main.h"
#include "cli/drawing/jobs.h"

enum { JOB_COUNT = 200 };

typedef struct {
    pthread_t teller;
    int worked[JOB_COUNT];
    size_t told[JOB_COUNT], told_count;
    bool told_elsewhere, told_too_early;
} diary;

static void work(void *context, size_t index) {
    diary *d = context;
    d->worked[index]++;
}

static void done(void *context, size_t index) {
    diary *d = context;
    if (!pthread_equal(pthread_self(), d->teller)) d->told_elsewhere = true;
    if (d->worked[index] != 1) d->told_too_early = true;
    d->told[d->told_count++] = index;
}

static const size_t thread_counts[] = {1, 2, 7, 1000};

START_TEST(each_job_is_done_once_and_told_in_order_by_the_caller) {
    diary d = {.teller = pthread_self()};
    sk_jobs_run(JOB_COUNT, thread_counts[_i], work, done, &d);
    ck_assert_uint_eq(d.told_count, JOB_COUNT);
    for (size_t i = 0; i < JOB_COUNT; i++) {
        ck_assert_uint_eq(d.told[i], i);
        ck_assert_int_eq(d.worked[i], 1);
    }
    ck_assert(!d.told_elsewhere);
    ck_assert(!d.told_too_early);
}
END_TEST

START_TEST(no_jobs_are_no_work) {
    diary d = {.teller = pthread_self()};
    sk_jobs_run(0, 4, work, done, &d);
    ck_assert_uint_eq(d.told_count, 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("jobs");
    TCase *tests = tcase_create("jobs");
    tcase_add_loop_test(tests, each_job_is_done_once_and_told_in_order_by_the_caller, 0,
                        sizeof thread_counts / sizeof *thread_counts);
    tcase_add_test(tests, no_jobs_are_no_work);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
