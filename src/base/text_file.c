#include "base/text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "streekkaart/memory.h"

enum { FIRST_BYTES = 64 * 1024 };

/* Reads until the end instead of asking for the size first: a pipe or a device has none. */
static char *read_all(FILE *stream, size_t max, size_t *length) {
    size_t room = FIRST_BYTES, used = 0;
    char *bytes = sk_heap_array(room, 1);
    for (;;) {
        used += fread(bytes + used, 1, room - used, stream);
        if (used < room || used > max) break;
        room *= 2;
        bytes = sk_heap_resize(bytes, room, 1);
    }
    *length = used;
    return bytes;
}

/* A pipe in a folder into which nobody writes would keep the program waiting: it is empty. */
static FILE *open_at_once(const char *path) {
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) return NULL;
    int flags = fcntl(file, F_GETFL);
    if (flags >= 0) (void)fcntl(file, F_SETFL, flags & ~O_NONBLOCK);
    FILE *stream = fdopen(file, "rb");
    if (stream == NULL) (void)close(file);
    return stream;
}

char *sk_text_file_read(const char *path, const char *shown, size_t max, sk_diag *diag,
                        size_t *length) {
    sk_place place = {.file = shown};
    FILE *stream = open_at_once(path);
    if (stream == NULL) {
        bool missing = errno == ENOENT;
        sk_diag_error(diag, place,
                      missing ? "put it there, or mend its name" : "make the file readable", "%s",
                      missing ? "there is no such file" : strerror(errno));
        return NULL;
    }
    char *bytes = read_all(stream, max, length);
    int failure = ferror(stream) ? errno : 0;
    (void)fclose(stream); /* it was only read */
    if (failure == 0 && *length <= max) return bytes;
    if (failure != 0)
        sk_diag_error(diag, place, "look at the disk and the file's rights",
                      "reading it failed: %s", strerror(failure));
    else
        sk_diag_error(diag, place, "split it, or leave out what the maps do not need",
                      "the file is larger than %zu bytes", max);
    free(bytes);
    return NULL;
}
