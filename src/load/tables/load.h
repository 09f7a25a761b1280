/** What every reader of a project's files works with. */
#ifndef STREEKKAART_LOAD_TABLES_LOAD_H
#define STREEKKAART_LOAD_TABLES_LOAD_H

#include <stdbool.h>

#include "load/files/project_path.h"
#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/project_settings.h"

typedef struct {
    const char *directory; /* of the project; files are named below it. NULL: they are paths */
    sk_arena *arena;       /* what is read lives here */
    sk_diag *diag;
    const sk_project_settings *settings;
    bool keeps_wkt; /* rows keep their shape as text, too, to be written again */
} sk_load;

/** Where the file stands; lent, or the arena's. */
static inline const char *sk_load_path(const sk_load *load, const char *file) {
    if (load->directory == NULL) return file;
    return sk_arena_printf(load->arena, "%s/%s", load->directory, file);
}

/** False where a file of the project is not to be read, which has been reported. */
static inline bool sk_load_may_read(const sk_load *load, const char *file) {
    return load->directory == NULL ||
           sk_project_path_check(load->directory, sk_load_path(load, file), file, load->diag);
}

#endif
