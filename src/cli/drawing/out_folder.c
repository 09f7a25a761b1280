#include "cli/drawing/out_folder.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder above that can't be made shows when the last one is. */
static void make_folders_above(char *path) {
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0777);
        *slash = '/';
    }
}

/* 0, or the errno that tells why nothing can be written in the folder. */
static int make_writable(char *path) {
    make_folders_above(path);
    struct stat status;
    if (mkdir(path, 0777) == 0) return 0;
    if (errno != EEXIST || stat(path, &status) != 0) return errno;
    if (!S_ISDIR(status.st_mode)) return ENOTDIR;
    return access(path, W_OK | X_OK) == 0 ? 0 : errno;
}

sk_status sk_out_folder_make(const char *folder, sk_arena *arena, sk_diag *diag) {
    int failure = make_writable(sk_arena_string(arena, folder));
    if (failure == 0) return SK_OK;
    char reason[128] = "";
    if (strerror_r(failure, reason, sizeof reason) != 0) reason[0] = '\0';
    sk_diag_error(diag, (sk_place){.file = folder},
                  "allow writing there, or choose another folder with --out",
                  "cannot write in this folder: %s", reason);
    return SK_ERR_ENVIRONMENT;
}
