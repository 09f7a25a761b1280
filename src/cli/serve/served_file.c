#include "cli/serve/served_file.h"

#include <fcntl.h>
#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/serve/content_type.h"

/* A name begins with a dot where it is hidden, or leads to the folder itself or out of it. */
static bool may_be_seen(const char *name) {
    return name != NULL && name[0] != '\0' && name[0] != '.';
}

/* Closes `folder`. A slash that is escaped is part of a name, which no file has. A pipe is not
 * waited for. */
static int step(int folder, const char *name, int flags) {
    int next = -1;
    if (may_be_seen(name))
        next = openat(folder, name, flags | O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    close(folder);
    return next;
}

sk_served_file sk_served_file_open(const char *folder, const char *path) {
    sk_served_file file = {.descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    const char *end = path;
    while (file.descriptor >= 0 && *end == '/') {
        const char *from = end + 1;
        end = from + strcspn(from, "/");
        char *name = g_uri_unescape_segment(from, end, "/");
        file.descriptor = step(file.descriptor, name, *end == '/' ? O_DIRECTORY : 0);
        file.type = name == NULL ? NULL : sk_content_type(name);
        g_free(name);
    }
    if (file.descriptor < 0) return file;
    struct stat status;
    bool found = fstat(file.descriptor, &status) == 0 && S_ISREG(status.st_mode);
    if (found && file.type != NULL) {
        file.bytes = status.st_size;
        return file;
    }
    close(file.descriptor);
    file.descriptor = -1;
    return file;
}
