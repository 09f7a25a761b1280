#include "output/target.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>

#include "output/write_fault.h"

/* What a file must not be put in the place of; NULL: it may. */
static const char *kind_that_stays(mode_t mode) {
    if (S_ISREG(mode)) return NULL;
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

sk_status sk_target_check(int folder, const char *name, bool replaces_links, const char *path,
                          sk_diag *diag) {
    struct stat status;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT) return SK_OK;
        sk_write_fault_file(diag, path, errno);
        return SK_ERR_ENVIRONMENT;
    }
    bool link = S_ISLNK(status.st_mode);
    bool leads_nowhere = link && fstatat(folder, name, &status, 0) != 0;
    const char *kind = leads_nowhere ? NULL : kind_that_stays(status.st_mode);
    if (kind == NULL && link && !replaces_links) kind = "a symbolic link";
    if (kind == NULL) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = path}, "give the name of a file",
                  "cannot write: it is %s", kind);
    return SK_ERR_ENVIRONMENT;
}
