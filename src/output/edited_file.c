#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/folder.h"
#include "output/unfinished.h"
#include "output/write_fault.h"
#include "streekkaart/memory.h"
#include "streekkaart/output_folder.h"

/* What is no file was not edited: a pipe is not even opened, which could take forever. */
static bool was_edited(const sk_output_folder *folder, const char *name,
                       const sk_edit_check *check) {
    if (check->is_as_written == NULL) return false;
    struct stat status;
    int file = openat(folder->descriptor, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) return errno != ENOENT;
    bool edited =
        fstat(file, &status) == 0 && S_ISREG(status.st_mode) && !check->is_as_written(file);
    close(file);
    return edited;
}

/* "fig.svg" as "fig.edited.svg", or "fig.edited-2.svg" when that is taken; heap text. */
static char *kept_name(const char *name, int count) {
    const char *dot = strrchr(name, '.');
    int stem = dot == NULL ? (int)strlen(name) : (int)(dot - name);
    char number[16] = "";
    if (count > 1) snprintf(number, sizeof number, "-%d", count);
    size_t room = strlen(name) + sizeof ".edited" + sizeof number;
    char *kept = sk_heap_array(room, 1);
    snprintf(kept, room, "%.*s.edited%s%s", stem, name, number, name + stem);
    return kept;
}

static void tell_kept(const sk_output_folder *folder, const char *name, const char *kept,
                      const sk_edit_check *check, sk_diag *diag) {
    char *path = sk_path_joined(folder->path, name),
         *kept_path = sk_path_joined(folder->path, kept);
    sk_diag_warning(diag, (sk_place){.file = path}, check->remedy,
                    "was edited since it was drawn, and is kept as %s", kept_path);
    free(kept_path);
    free(path);
}

static int keep(const sk_output_folder *folder, const char *name, const sk_edit_check *check,
                sk_diag *diag) {
    for (int count = 1;; count++) {
        char *kept = kept_name(name, count);
        int failure = sk_rename_to_new(folder->descriptor, name, kept);
        if (failure == 0) tell_kept(folder, name, kept, check, diag);
        free(kept);
        if (failure != EEXIST) return failure;
    }
}

sk_status sk_output_folder_keep(const sk_output_folder *folder, const char *name,
                                const sk_edit_check *check, sk_diag *diag) {
    if (!was_edited(folder, name, check)) return SK_OK;
    int failure = keep(folder, name, check, diag);
    if (failure == 0) return SK_OK;
    char *path = sk_path_joined(folder->path, name);
    sk_write_fault_file(diag, path, failure);
    free(path);
    return SK_ERR_ENVIRONMENT;
}

bool sk_output_folder_remove(const sk_output_folder *folder, const char *name,
                             const sk_edit_check *check, sk_diag *diag) {
    if (was_edited(folder, name, check)) return keep(folder, name, check, diag) == 0;
    return unlinkat(folder->descriptor, name, 0) == 0;
}
