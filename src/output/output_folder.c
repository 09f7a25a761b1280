#include "streekkaart/output_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/folder.h"
#include "output/unfinished.h"
#include "output/write_fault.h"
#include "streekkaart/memory.h"

enum { OPEN_FLAGS = O_RDONLY | O_DIRECTORY | O_CLOEXEC };

char *sk_path_copy(const char *path) {
    size_t room = strlen(path) + 1;
    return memcpy(sk_heap_array(room, 1), path, room);
}

char *sk_path_joined(const char *folder, const char *name) {
    if (strcmp(folder, ".") == 0) folder = "";
    size_t length = strlen(folder), room = length + strlen(name) + 2;
    const char *slash = length == 0 || folder[length - 1] == '/' ? "" : "/";
    char *path = sk_heap_array(room, 1);
    snprintf(path, room, "%s%s%s", folder, slash, name);
    return path;
}

/* One that can't be made shows when the folder is opened. */
static void make_folders(const char *path) {
    char *above = sk_path_joined(path, "");
    for (char *slash = strchr(above + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(above, 0777);
        *slash = '/';
    }
    free(above);
}

/* Takes the path and the descriptor, which is negative where `errno` says why. */
static sk_output_folder *folder_at(char *path, int descriptor, sk_diag *diag) {
    if (descriptor >= 0 && faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0) {
        sk_unfinished_remove_left(descriptor);
        sk_output_folder *folder = sk_heap_array(1, sizeof *folder);
        *folder = (sk_output_folder){path, descriptor};
        return folder;
    }
    sk_write_fault_folder(diag, path, errno);
    if (descriptor >= 0) close(descriptor);
    free(path);
    return NULL;
}

sk_output_folder *sk_output_folder_open(const char *path, sk_diag *diag) {
    make_folders(path);
    int descriptor = open(path, OPEN_FLAGS), failure = errno;
    char *copy = sk_path_copy(path);
    errno = failure;
    return folder_at(copy, descriptor, diag);
}

static void refuse_link(sk_diag *diag, const char *path) {
    sk_diag_error(diag, (sk_place){.file = path},
                  "give the folder that it leads to with --out, or remove the link",
                  "not written to: it is a symbolic link");
}

sk_output_folder *sk_output_folder_open_in(const char *above, const char *name, sk_diag *diag) {
    struct stat status;
    char *path = sk_path_joined(above, name);
    int outer = open(above, OPEN_FLAGS), inner = -1;
    bool link = outer >= 0 && fstatat(outer, name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
                S_ISLNK(status.st_mode);
    if (outer >= 0 && (mkdirat(outer, name, 0777) == 0 || errno == EEXIST))
        inner = openat(outer, name, OPEN_FLAGS | O_NOFOLLOW);
    int failure = errno;
    if (outer >= 0) close(outer);
    if (link) {
        refuse_link(diag, path);
        free(path);
        return NULL;
    }
    errno = failure;
    return folder_at(path, inner, diag);
}

void sk_output_folder_free(sk_output_folder *folder) {
    if (folder == NULL) return;
    close(folder->descriptor);
    free(folder->path);
    free(folder);
}

const char *sk_output_folder_path(const sk_output_folder *folder) {
    return folder->path;
}

static bool take_lock(const sk_output_folder *folder, int kind, bool wait) {
    while (flock(folder->descriptor, wait ? kind : kind | LOCK_NB) != 0)
        if (errno != EINTR) return errno != EWOULDBLOCK;
    return true;
}

bool sk_output_folder_lock(const sk_output_folder *folder, bool wait) {
    return take_lock(folder, LOCK_EX, wait);
}

bool sk_output_folder_share(const sk_output_folder *folder, bool wait) {
    return take_lock(folder, LOCK_SH, wait);
}

sk_status sk_output_folder_sync(const sk_output_folder *folder, sk_diag *diag) {
    if (fsync(folder->descriptor) == 0 || errno == EINVAL || errno == EBADF || errno == ENOSYS)
        return SK_OK; /* done, or the disk has nothing of the kind */
    sk_write_fault_folder(diag, folder->path, errno);
    return SK_ERR_ENVIRONMENT;
}
