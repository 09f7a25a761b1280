#include "cli/watch/file_states.h"

#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

struct sk_file_state {
    const char *path;
    bool there;
    struct stat status;
};

/* Beside a database that is being read, SQLite keeps files of its own. */
static bool is_of_sqlite(const char *path) {
    static const char *const endings[] = {"-shm", "-wal", "-journal"};
    size_t length = strlen(path);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t ending = strlen(endings[i]);
        if (length > ending && strcmp(path + length - ending, endings[i]) == 0) return true;
    }
    return false;
}

sk_file_states sk_file_states_look(sk_string_list paths, sk_arena *arena) {
    sk_file_state *items = SK_NEW_ARRAY(arena, sk_file_state, paths.count);
    size_t count = 0;
    for (size_t i = 0; i < paths.count; i++) {
        sk_file_state *state = &items[count];
        state->path = sk_arena_string(arena, paths.items[i]);
        state->there = stat(state->path, &state->status) == 0;
        bool counts = !state->there || S_ISREG(state->status.st_mode);
        if (counts && !is_of_sqlite(state->path)) count++;
    }
    return (sk_file_states){items, count};
}

/* Each write and each new name changes st_ctim, also where a program keeps the time of the file. */
static bool is_same(const sk_file_state *a, const sk_file_state *b) {
    if (!a->there || !b->there) return a->there == b->there;
    return a->status.st_dev == b->status.st_dev && a->status.st_ino == b->status.st_ino &&
           a->status.st_size == b->status.st_size &&
           a->status.st_ctim.tv_sec == b->status.st_ctim.tv_sec &&
           a->status.st_ctim.tv_nsec == b->status.st_ctim.tv_nsec;
}

size_t sk_file_states_differ(sk_file_states before, sk_file_states now, const char **first) {
    size_t count = 0, i = 0, k = 0;
    while (i < before.count || k < now.count) {
        int order = i == before.count ? 1
                    : k == now.count  ? -1
                                      : strcmp(before.items[i].path, now.items[k].path);
        const sk_file_state *state = order <= 0 ? &before.items[i] : &now.items[k];
        if (order != 0 || !is_same(&before.items[i], &now.items[k]))
            if (count++ == 0) *first = state->path;
        i += order <= 0;
        k += order >= 0;
    }
    return count;
}
