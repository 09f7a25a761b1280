#include "cli/arguments/installation.h"

#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const places[] = {"../share/streekkaart/", "share/streekkaart/"};

/* proc(5): a link to the file, whatever it was called by. */
const char *sk_installed_program(sk_arena *arena) {
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    if (length <= 0 || (size_t)length == sizeof path) return NULL;
    return sk_arena_string_n(arena, path, (size_t)length);
}

/* `place` beside the program; its last folder goes with the "../" that leads out of it. */
static const char *beside(const char *program, const char *place, sk_arena *arena) {
    const char *slash = strrchr(program, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - program);
    if (strncmp(place, "../", 3) == 0) {
        while (length > 0 && program[length - 1] != '/') length--;
        if (length > 0) length--;
        place += 3;
    }
    return sk_arena_printf(arena, "%.*s/%s", (int)length, program, place);
}

const char *sk_installed_folder(const char *name, sk_arena *arena, bool *found) {
    const char *program = sk_installed_program(arena);
    *found = false;
    for (size_t i = 0; program != NULL && i < sizeof places / sizeof *places; i++) {
        const char *place = sk_arena_printf(arena, "%s%s", places[i], name);
        const char *path = beside(program, place, arena);
        struct stat status;
        *found = stat(path, &status) == 0 && S_ISDIR(status.st_mode);
        if (*found) return path;
    }
    const char *first = sk_arena_printf(arena, "%s%s", places[0], name);
    return program == NULL ? first : beside(program, first, arena);
}

const char *sk_installed_study(sk_arena *arena, bool *found) {
    return sk_installed_folder("study", arena, found);
}
