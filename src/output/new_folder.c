#include "streekkaart/new_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/folder.h"
#include "output/write_fault.h"
#include "streekkaart/memory.h"

struct sk_new_folder {
    char *path;       /* without a slash at its end */
    char *unfinished; /* NULL when it has its name */
};

/* As in unfinished.c: a signal's thread is called by nobody who could tell of it. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const sk_new_folder *current;

/* Between two looks at a folder another thread may still write into it. */
enum { TRIES = 8 };

static void remove_tree(int above, const char *name) {
    int folder = openat(above, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *entries = folder < 0 ? NULL : fdopendir(folder);
    if (entries == NULL) {
        if (folder >= 0) close(folder);
        return;
    }
    for (const struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries)) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        if (unlinkat(folder, entry->d_name, 0) != 0) remove_tree(folder, entry->d_name);
    }
    closedir(entries);
    unlinkat(above, name, AT_REMOVEDIR);
}

static void remove_unfinished(const sk_new_folder *folder) {
    for (int i = 0; i < TRIES && access(folder->unfinished, F_OK) == 0; i++)
        remove_tree(AT_FDCWD, folder->unfinished);
}

static bool is_empty_folder(const char *path) {
    DIR *entries = opendir(path);
    size_t count = 0;
    if (entries == NULL) return false;
    while (readdir(entries) != NULL) count++;
    closedir(entries);
    return count == 2; /* itself and the one above */
}

static bool is_current(const struct stat *status) {
    struct stat here;
    return stat(".", &here) == 0 && here.st_dev == status->st_dev && here.st_ino == status->st_ino;
}

static sk_status check_free(const char *path, sk_diag *diag) {
    struct stat status;
    const char *why = NULL;
    if (lstat(path, &status) != 0) return SK_OK; /* what else is wrong shows when it is made */
    if (!S_ISDIR(status.st_mode))
        why = "there is a file of that name";
    else if (is_current(&status))
        why = "you stand in that folder";
    else if (!is_empty_folder(path))
        why = "the folder is there already, and is not empty";
    if (why == NULL) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = path}, "name a folder that is not there yet", "%s", why);
    return SK_ERR_USAGE;
}

static sk_status make(const sk_new_folder *folder, sk_diag *diag) {
    if (mkdir(folder->unfinished, 0777) == 0) return SK_OK;
    if (errno == EEXIST)
        sk_diag_error(diag, (sk_place){.file = folder->unfinished},
                      "remove it, unless another run is just making it",
                      "the folder is there already: it is what a run left that was killed");
    else
        sk_write_fault_folder(diag, folder->unfinished, errno);
    return SK_ERR_ENVIRONMENT;
}

static void enter(const sk_new_folder *folder) {
    pthread_mutex_lock(&lock);
    current = folder;
    pthread_mutex_unlock(&lock);
}

sk_status sk_new_folder_begin(const char *path, sk_diag *diag, sk_new_folder **out) {
    sk_status status = check_free(path, diag);
    *out = NULL;
    if (status != SK_OK) return status;
    sk_new_folder *folder = sk_heap_array(1, sizeof *folder);
    folder->path = sk_path_copy(path);
    for (size_t end = strlen(path); end > 1 && folder->path[end - 1] == '/'; end--)
        folder->path[end - 1] = '\0';
    size_t room = strlen(folder->path) + sizeof ".unfinished";
    folder->unfinished = sk_heap_array(room, 1);
    snprintf(folder->unfinished, room, "%s.unfinished", folder->path);
    status = make(folder, diag);
    if (status == SK_OK) {
        enter(folder);
        *out = folder;
        return SK_OK;
    }
    free(folder->unfinished);
    free(folder->path);
    free(folder);
    return status;
}

const char *sk_new_folder_path(const sk_new_folder *folder) {
    return folder->unfinished;
}

/* rename(2) takes the place of an empty folder, and of no other. */
sk_status sk_new_folder_commit(sk_new_folder *folder, sk_diag *diag) {
    pthread_mutex_lock(&lock);
    int failure = rename(folder->unfinished, folder->path) == 0 ? 0 : errno;
    if (failure == 0) {
        free(folder->unfinished);
        folder->unfinished = NULL;
        current = NULL;
    }
    pthread_mutex_unlock(&lock);
    if (failure == 0) return SK_OK;
    sk_write_fault_folder(diag, folder->path, failure);
    return SK_ERR_ENVIRONMENT;
}

void sk_new_folder_free(sk_new_folder *folder) {
    if (folder == NULL) return;
    enter(NULL);
    if (folder->unfinished != NULL) remove_unfinished(folder);
    free(folder->unfinished);
    free(folder->path);
    free(folder);
}

/* Who comes after waits forever: the caller ends the program. */
void sk_new_folder_remove_unfinished(void) {
    pthread_mutex_lock(&lock);
    if (current != NULL) remove_unfinished(current);
}
