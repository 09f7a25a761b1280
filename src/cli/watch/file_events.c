#include "cli/watch/file_events.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

struct sk_file_events {
    int descriptor;
};

/* What is saved together follows within QUIET_MS; a stream without a pause is not waited out. */
enum { QUIET_MS = 30, MOST_PAUSES = 50 };

/* A database is kept open by who edits it: each write counts, not only the closing. */
enum {
    WRITES = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
             IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
};

static void report(sk_diag *diag, const char *where, int failure, const char *remedy) {
    char reason[128] = "";
    if (strerror_r(failure, reason, sizeof reason) != 0) reason[0] = '\0';
    sk_diag_error(diag, (sk_place){.file = where}, remedy, "cannot be watched: %s", reason);
}

sk_file_events *sk_file_events_open(sk_diag *diag) {
    int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0) {
        report(diag, "project", errno,
               "raise fs.inotify.max_user_instances, or end other watchers");
        return NULL;
    }
    sk_file_events *events = sk_heap_array(1, sizeof *events);
    events->descriptor = descriptor;
    return events;
}

void sk_file_events_close(sk_file_events *events) {
    if (events != NULL) close(events->descriptor);
    free(events);
}

static const char *folder_of(const char *path, sk_arena *arena) {
    struct stat status;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) return path;
    const char *slash = strrchr(path, '/');
    if (slash == NULL) return ".";
    return sk_arena_string_n(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

static int add(int descriptor, const char *folder) {
    if (inotify_add_watch(descriptor, folder, WRITES | IN_ONLYDIR) >= 0) return 0;
    return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
}

sk_status sk_file_events_add(sk_file_events *events, sk_string_list paths, sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    sk_status status = SK_OK;
    for (size_t i = 0; status == SK_OK && i < paths.count; i++) {
        const char *folder = folder_of(paths.items[i], arena);
        int failure = add(events->descriptor, folder);
        if (failure == 0) continue;
        report(diag, folder, failure,
               failure == ENOSPC ? "raise fs.inotify.max_user_watches" : "make it readable");
        status = SK_ERR_ENVIRONMENT;
    }
    sk_arena_free(arena);
    return status;
}

/* What is told is not looked at: who waits looks at the files. */
static void take_all(int descriptor) {
    char events[4096];
    while (read(descriptor, events, sizeof events) > 0) continue;
}

void sk_file_events_wait(sk_file_events *events) {
    struct pollfd written = {.fd = events->descriptor, .events = POLLIN};
    while (poll(&written, 1, -1) < 0 && errno == EINTR) continue;
    for (int i = 0; i < MOST_PAUSES; i++) {
        take_all(events->descriptor);
        if (poll(&written, 1, QUIET_MS) == 0) return;
    }
}
