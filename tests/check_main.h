/* Runs the suite of a Check program and gives main() its exit status. All tests run in one process:
 * a process each costs more than most tests, and the sanitizers end the program at the first fault
 * anyway. */
#ifndef TESTS_CHECK_MAIN_H
#define TESTS_CHECK_MAIN_H

#include <check.h>
#include <stdlib.h>

static inline int run_suite_as(Suite *suite, enum fork_status processes) {
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, processes);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static inline int run_suite(Suite *suite) {
    return run_suite_as(suite, CK_NOFORK);
}

/* For tests that end their process. */
static inline int run_suite_in_processes(Suite *suite) {
    return run_suite_as(suite, CK_FORK);
}

#endif
