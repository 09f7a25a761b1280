#include "output/same_file.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many bytes from there on as there are, up to `room`; negative where they can't be read. */
static ssize_t read_at(int file, off_t at, char *bytes, size_t room) {
    size_t used = 0;
    for (ssize_t length; used < room; used += (size_t)length) {
        length = pread(file, bytes + used, room - used, at + (off_t)used);
        if (length < 0) return -1;
        if (length == 0) break;
    }
    return (ssize_t)used;
}

static bool holds_same(int a, int b) {
    char of_a[4096], of_b[4096];
    for (off_t at = 0;; at += sizeof of_a) {
        ssize_t length = read_at(a, at, of_a, sizeof of_a);
        if (length < 0 || read_at(b, at, of_b, sizeof of_b) != length) return false;
        if (length == 0) return true;
        if (memcmp(of_a, of_b, (size_t)length) != 0) return false;
    }
}

bool sk_is_same_file(int folder, const char *name, int file) {
    struct stat status;
    int other = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (other < 0) return false;
    bool same = fstat(other, &status) == 0 && S_ISREG(status.st_mode) && holds_same(file, other);
    close(other);
    return same;
}
