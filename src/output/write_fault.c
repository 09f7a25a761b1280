#include "output/write_fault.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { REASON_ROOM = 128 };

static const char *remedy_for(int failure) {
    switch (failure) {
        case ENOSPC:
        case EDQUOT:
            return "free some space there, or write to another disk";
        case EFBIG:
            return "write to a disk that takes larger files, or raise the limit (ulimit -f)";
        case EACCES:
        case EPERM:
        case EROFS:
            return "allow writing there, or choose another folder";
        case ENAMETOOLONG:
            return "take a shorter name";
        case EMFILE:
        case ENFILE:
            return "draw fewer figures at once (--jobs 1)";
        default:
            return "choose another folder";
    }
}

static void reason_for(int failure, char *reason) {
    if (strerror_r(failure, reason, REASON_ROOM) != 0)
        snprintf(reason, REASON_ROOM, "error %d", failure);
}

void sk_write_fault_file(sk_diag *diag, const char *path, int failure) {
    char reason[REASON_ROOM] = "";
    reason_for(failure, reason);
    sk_diag_error(diag, (sk_place){.file = path}, remedy_for(failure), "cannot write: %s", reason);
}

void sk_write_fault_folder(sk_diag *diag, const char *path, int failure) {
    char reason[REASON_ROOM] = "";
    reason_for(failure, reason);
    sk_diag_error(diag, (sk_place){.file = path},
                  "allow writing there, or choose another folder with --out",
                  "cannot write in this folder: %s", reason);
}
