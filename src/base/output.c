#include "streekkaart/output.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "streekkaart/memory.h"

struct sk_output {
    char *path, *part;
    FILE *stream;
    int failure; /* errno of the first write that failed; 0: none did */
    sk_diag *diag;
};

static const char *remedy_for(int failure) {
    switch (failure) {
        case ENOSPC:
        case EDQUOT:
            return "free some space there, or write to another disk";
        case EFBIG:
            return "write to a disk that takes larger files";
        case EACCES:
        case EPERM:
        case EROFS:
            return "allow writing there, or choose another folder";
        default:
            return "choose another folder";
    }
}

static void report(sk_diag *diag, const char *path, int failure) {
    char reason[128] = "";
    if (strerror_r(failure, reason, sizeof reason) != 0)
        snprintf(reason, sizeof reason, "error %d", failure);
    sk_diag_error(diag, (sk_place){.file = path}, remedy_for(failure), "cannot write: %s", reason);
}

/* A folder that can't be made shows when the file in it is opened. */
static void make_folders(char *path) {
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0777);
        *slash = '/';
    }
}

static char *joined(const char *a, const char *b) {
    size_t room = strlen(a) + strlen(b) + 1;
    char *text = sk_heap_array(room, 1);
    snprintf(text, room, "%s%s", a, b);
    return text;
}

sk_output *sk_output_begin(const char *path, sk_diag *diag) {
    sk_output *output = sk_heap_array(1, sizeof *output);
    output->path = joined(path, "");
    output->part = joined(path, ".part");
    output->diag = diag;
    if (path[0] != '\0') make_folders(output->part);
    output->stream = fopen(output->part, "wb");
    if (output->stream != NULL) return output;
    report(diag, path, errno);
    sk_output_free(output);
    return NULL;
}

void sk_output_write(sk_output *output, const void *bytes, size_t length) {
    if (output->failure != 0 || length == 0) return;
    errno = 0;
    if (fwrite(bytes, 1, length, output->stream) != length)
        output->failure = errno != 0 ? errno : EIO;
}

static void write_to_output(void *target, const void *bytes, size_t length) {
    sk_output_write(target, bytes, length);
}

sk_stream sk_output_stream(sk_output *output) {
    return (sk_stream){.name = output->path, .write = write_to_output, .target = output};
}

/* Each of the last steps can be the one that meets the full disk. */
static int finish(sk_output *output) {
    int failure = output->failure;
    errno = 0;
    if (fflush(output->stream) != 0 && failure == 0) failure = errno;
    if (ferror(output->stream) != 0 && failure == 0) failure = EIO;
    if (fclose(output->stream) != 0 && failure == 0) failure = errno;
    output->stream = NULL;
    if (failure == 0 && rename(output->part, output->path) != 0) failure = errno;
    return failure;
}

sk_status sk_output_commit(sk_output *output) {
    int failure = finish(output);
    if (failure != 0) {
        report(output->diag, output->path, failure);
        (void)remove(output->part);
    }
    free(output->part);
    output->part = NULL;
    return failure == 0 ? SK_OK : SK_ERR_ENVIRONMENT;
}

void sk_output_free(sk_output *output) {
    if (output == NULL) return;
    if (output->stream != NULL) {
        (void)fclose(output->stream); /* nobody will read it */
        (void)remove(output->part);
    }
    free(output->part);
    free(output->path);
    free(output);
}
