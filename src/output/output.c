#include "streekkaart/output.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output/folder.h"
#include "output/same_file.h"
#include "output/target.h"
#include "output/unfinished.h"
#include "output/write_fault.h"
#include "streekkaart/memory.h"

struct sk_output {
    const sk_output_folder *folder;
    sk_output_folder *own_folder; /* the same, where it was opened for this file; else NULL */
    char *name, *path;
    sk_unfinished file;
    FILE *stream; /* NULL: there is no unfinished file */
    int failure;  /* errno of the first write that failed; 0: none did */
    bool replaces, leaves_same;
    sk_edit_check edit_check;
    sk_diag *diag;
};

/* 0, or the errno that tells why there is no unfinished file. */
static int open_stream(sk_output *output) {
    int descriptor;
    int failure = sk_unfinished_create(output->folder->descriptor, &output->file, &descriptor);
    if (failure != 0) return failure;
    output->stream = fdopen(descriptor, "wb");
    if (output->stream != NULL) return 0;
    failure = errno;
    close(descriptor);
    sk_unfinished_remove(&output->file);
    return failure;
}

static bool replaces_links(const sk_output *output) {
    return output->own_folder == NULL;
}

/* Takes `path`, and the folder where it is the file's own. */
static sk_output *begin(sk_output *output) {
    if (sk_target_check(output->folder->descriptor, output->name, replaces_links(output),
                        output->path, output->diag) == SK_OK) {
        int failure = open_stream(output);
        if (failure == 0) return output;
        sk_write_fault_file(output->diag, output->path, failure);
    }
    sk_output_free(output);
    return NULL;
}

/* The folder that a path names: all before its last slash. Heap text. */
static char *folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    if (slash == NULL) return sk_path_copy(".");
    char *folder = sk_path_copy(path);
    folder[slash == path ? 1 : slash - path] = '\0';
    return folder;
}

sk_output *sk_output_begin(const char *path, sk_diag *diag) {
    char *folder_path = folder_of(path);
    sk_output_folder *folder = sk_output_folder_open(folder_path, diag);
    free(folder_path);
    if (folder == NULL) return NULL;
    const char *slash = strrchr(path, '/');
    sk_output *output = sk_heap_array(1, sizeof *output);
    *output = (sk_output){.folder = folder,
                          .own_folder = folder,
                          .name = sk_path_copy(slash == NULL ? path : slash + 1),
                          .path = sk_path_copy(path),
                          .replaces = true,
                          .diag = diag};
    return begin(output);
}

sk_output *sk_output_begin_in(const sk_output_folder *folder, const char *name, sk_diag *diag) {
    sk_output *output = sk_heap_array(1, sizeof *output);
    *output = (sk_output){.folder = folder,
                          .name = sk_path_copy(name),
                          .path = sk_path_joined(folder->path, name),
                          .replaces = true,
                          .diag = diag};
    return begin(output);
}

void sk_output_keep_edited(sk_output *output, sk_edit_check check) {
    output->edit_check = check;
}

void sk_output_keep_any(sk_output *output) {
    output->replaces = false;
}

void sk_output_leave_same(sk_output *output) {
    output->leaves_same = true;
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

/* Some disks have nothing of the kind. */
static bool is_on_disk(FILE *stream) {
    return fsync(fileno(stream)) == 0 || errno == EINVAL || errno == ENOSYS;
}

/* Each of the last steps can be the one that meets the full disk. 0, or an errno. */
static int finish(sk_output *output) {
    int failure = output->failure;
    errno = 0;
    if (fflush(output->stream) != 0 && failure == 0) failure = errno;
    if (ferror(output->stream) != 0 && failure == 0) failure = EIO;
    if (failure == 0 && !is_on_disk(output->stream)) failure = errno;
    return failure;
}

/* The file is closed, which gives up its lock, when it has its name or is removed. */
static void close_stream(sk_output *output, bool settled) {
    if (!settled) sk_unfinished_remove(&output->file);
    (void)fclose(output->stream); /* all that it held is on the disk, or nobody will read it */
    output->stream = NULL;
}

static sk_status settle(sk_output *output, bool *settled) {
    *settled = !(output->leaves_same &&
                 sk_is_same_file(output->folder->descriptor, output->name, fileno(output->stream)));
    if (!*settled) return SK_OK;
    sk_status status = sk_target_check(output->folder->descriptor, output->name,
                                       replaces_links(output), output->path, output->diag);
    if (status == SK_OK)
        status =
            sk_output_folder_keep(output->folder, output->name, &output->edit_check, output->diag);
    if (status != SK_OK) return status;
    int failure = sk_unfinished_settle(&output->file, output->name, output->replaces);
    if (failure == 0) return SK_OK;
    sk_write_fault_file(output->diag, output->path, failure);
    return SK_ERR_ENVIRONMENT;
}

sk_status sk_output_commit(sk_output *output) {
    int failure = finish(output);
    if (failure != 0) sk_write_fault_file(output->diag, output->path, failure);
    bool settled = false;
    sk_status status = failure == 0 ? settle(output, &settled) : SK_ERR_ENVIRONMENT;
    close_stream(output, settled && status == SK_OK);
    if (status == SK_OK && output->own_folder != NULL)
        status = sk_output_folder_sync(output->own_folder, output->diag);
    return status;
}

void sk_output_free(sk_output *output) {
    if (output == NULL) return;
    if (output->stream != NULL) close_stream(output, false);
    sk_output_folder_free(output->own_folder);
    free(output->name);
    free(output->path);
    free(output);
}
