/* For realpath(). The name is POSIX's. */
/* NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
#define _XOPEN_SOURCE 700

#include "load/files/project_path.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "streekkaart/memory.h"

/* What a path is found to be. */
typedef enum { FINE, LEADS_OUT, NO_FILE } verdict;

static bool lies_in(const char *folder, const char *real) {
    size_t length = strlen(folder);
    if (strcmp(folder, "/") == 0) return true;
    return strncmp(real, folder, length) == 0 && (real[length] == '/' || real[length] == '\0');
}

static verdict judge(const char *folder, const char *path) {
    struct stat status;
    char *real = realpath(path, NULL);
    if (real == NULL) return FINE; /* who opens it will say what is wrong */
    verdict found = lies_in(folder, real) ? FINE : LEADS_OUT;
    if (found == FINE && stat(real, &status) == 0 && !S_ISREG(status.st_mode) &&
        !S_ISDIR(status.st_mode))
        found = NO_FILE;
    free(real);
    return found;
}

static bool report(verdict found, const char *shown, sk_diag *diag) {
    if (found == FINE) return true;
    if (found == LEADS_OUT)
        sk_diag_error(diag, (sk_place){.file = shown}, "put a copy of the file itself there",
                      "this is a link that leads out of the project's folder");
    else
        sk_diag_error(diag, (sk_place){.file = shown}, "put a file there",
                      "this is a pipe or a device, not a file");
    return false;
}

static const char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* The length of the name up to its ending, with the dot. */
static size_t stem_of(const char *name) {
    const char *dot = strrchr(name, '.');
    return dot == NULL ? strlen(name) : (size_t)(dot - name) + 1;
}

/* Looks at the files beside `path` that a library may open with it. */
static bool check_beside(const char *folder, const char *path, const char *shown, sk_diag *diag) {
    const char *name = name_of(path), *shown_name = name_of(shown);
    size_t stem = stem_of(name);
    sk_arena *scratch = sk_arena_create();
    const char *beside = sk_arena_string_n(scratch, path, (size_t)(name - path));
    DIR *entries = opendir(beside[0] == '\0' ? "." : beside);
    bool sound = true;
    for (const struct dirent *entry; entries != NULL && (entry = readdir(entries)) != NULL;) {
        if (strncmp(entry->d_name, name, stem) != 0 || strcmp(entry->d_name, name) == 0) continue;
        verdict found = judge(folder, sk_arena_printf(scratch, "%s%s", beside, entry->d_name));
        const char *told =
            sk_arena_printf(scratch, "%.*s%s", (int)(shown_name - shown), shown, entry->d_name);
        sound = report(found, told, diag) && sound;
    }
    if (entries != NULL) closedir(entries);
    sk_arena_free(scratch);
    return sound;
}

bool sk_project_path_check(const char *folder, const char *path, const char *shown, sk_diag *diag) {
    char *home = realpath(folder, NULL);
    if (home == NULL) return true;
    bool sound = report(judge(home, path), shown, diag) && check_beside(home, path, shown, diag);
    free(home);
    return sound;
}
