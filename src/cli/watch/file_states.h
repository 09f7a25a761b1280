/** The files that a project is drawn from as they are on the disk at one moment. */
#ifndef STREEKKAART_CLI_WATCH_FILE_STATES_H
#define STREEKKAART_CLI_WATCH_FILE_STATES_H

#include <stddef.h>

#include "streekkaart/memory.h"

typedef struct sk_file_state sk_file_state;

/** By their paths. */
typedef struct {
    const sk_file_state *items;
    size_t count;
} sk_file_states;

/** The states of those paths that are files, or are missing; the paths are sorted. All is in the
 *  arena. */
sk_file_states sk_file_states_look(sk_string_list paths, sk_arena *arena);

/** How many files were saved, made or removed from one moment to the other; *first is the path of
 *  the first of them, lent by that moment. */
size_t sk_file_states_differ(sk_file_states before, sk_file_states now, const char **first);

#endif
