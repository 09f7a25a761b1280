/* A small project of which one file holds what the fuzzer came up with. */
#ifndef TESTS_FUZZ_SMALL_PROJECT_H
#define TESTS_FUZZ_SMALL_PROJECT_H

#include <check.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The fixture is made for Check, which reports to a runner; a fuzzer has none. */
#undef ck_assert_int_eq
#undef ck_assert_ptr_nonnull
#undef ck_assert_str_eq
#define ck_assert_int_eq(a, b) ((a) == (b) ? (void)0 : abort())
#define ck_assert_ptr_nonnull(a) ((a) != NULL ? (void)0 : abort())
#define ck_assert_str_eq(a, b) (strcmp((a), (b)) == 0 ? (void)0 : abort())

#include "load/project_fixture.h"
#include "streekkaart/project_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The project's folder, made at the first call. */
static inline const char *small_project(void) {
    static const char *directory = NULL;
    if (directory == NULL) directory = fixture_make("project");
    return directory;
}

/* What a project promises of its features, whatever its files hold. */
static inline void expect_whole_features(const sk_project *project) {
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        if (feature->id == NULL || feature->name == NULL || feature->sector == NULL) abort();
        if (sk_project_home(project, feature->home) == NULL) abort();
        if (feature->kind == SK_FEATURE_POINT && feature->geometry.part_count != 1) abort();
    }
    for (size_t i = 0; i < project->presence_count; i++)
        if (sk_project_find(project, project->presence[i].actor).kind != SK_TARGET_REGION) abort();
}

/* Opens and checks the project: a fault is told, and only a fault. */
static inline void expect_project_or_faults(void) {
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    sk_status status = sk_project_open(small_project(), diag, &project);
    if ((status == SK_OK) != (sk_diag_error_count(diag) == 0)) abort();
    if (status == SK_OK && project == NULL) abort();
    if (project != NULL) {
        size_t errors = sk_diag_error_count(diag);
        expect_whole_features(project);
        status = sk_project_check(project, diag);
        if ((status == SK_OK) != (sk_diag_error_count(diag) == errors)) abort();
    }
    sk_project_free(project);
    sk_diag_free(diag);
}

#endif
