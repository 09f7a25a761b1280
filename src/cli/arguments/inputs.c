#include "cli/arguments/inputs.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/arguments/option.h"
#include "cli/arguments/project_folder.h"

static bool is_same(const struct stat *a, const struct stat *b) {
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool is_same_file(const char *a, const char *b) {
    struct stat of_a, of_b;
    return a != NULL && b != NULL && stat(a, &of_a) == 0 && stat(b, &of_b) == 0 &&
           is_same(&of_a, &of_b);
}

/* Does the open folder lie in the one that `outer` tells of, or is it that? */
static bool lies_in(int folder, const struct stat *outer) {
    struct stat here, above = {0};
    int at = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool found = false, root = false;
    while (at >= 0 && fstat(at, &here) == 0 && !found && !root) {
        found = is_same(&here, outer);
        root = is_same(&here, &above); /* whose parent it is itself */
        above = here;
        int next = openat(at, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        close(at);
        at = next;
    }
    if (at >= 0) close(at);
    return found;
}

/* Those above a folder that is still to be made; `path` is cut to the one that is there. */
static int open_nearest(char *path) {
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    while (folder < 0) {
        char *slash = strrchr(path, '/');
        if (slash == NULL) return open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (slash == path) return open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        *slash = '\0';
        folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    }
    return folder;
}

/* The folder of the project's files that the place lies in, which is open; NULL: in none. */
static const char *project_folder_around(const char *project, int place, sk_arena *arena) {
    static const char *const folders[] = {"layers", "boundaries", "styles", "symbols"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        struct stat outer;
        if (stat(sk_path_in(arena, project, folders[i]), &outer) == 0 && lies_in(place, &outer))
            return folders[i];
    }
    return NULL;
}

/* `folder` is where the place is; it is changed. */
static sk_status keep_out(const char *project, sk_result_place place, char *folder, sk_arena *arena,
                          sk_diag *diag) {
    int nearest = open_nearest(folder);
    if (nearest < 0) return SK_OK; /* who writes will say what is wrong there */
    const char *around = project_folder_around(project, nearest, arena);
    close(nearest);
    if (around == NULL) return SK_OK;
    if (place.may_lie_in != NULL && strcmp(around, place.may_lie_in) == 0) return SK_OK;
    SK_USAGE_ERROR(diag, place.option, "choose a place outside",
                   "%s lies in the project's folder %s/, whose files are read", place.path, around);
    return SK_ERR_USAGE;
}

sk_status sk_inputs_keep_folder(const char *project, sk_result_place folder, sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    sk_status status = keep_out(project, folder, sk_arena_string(arena, folder.path), arena, diag);
    sk_arena_free(arena);
    return status;
}

/* What the command names and reads; a number or a slug is no file, unless somebody calls one so. */
static bool is_read(const sk_arguments *arguments, const char *project, const char *path,
                    sk_arena *arena) {
    const char *const files[] = {
        arguments->catalogue,
        arguments->style,
        arguments->mergers,
        arguments->neighbours,
        sk_path_in(arena, project, SK_PROJECT_FILE),
        sk_path_in(arena, project, "boundaries/levels.csv"),
        sk_path_in(arena, project, "boundaries/level-names.csv"),
    };
    bool read = false;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        read = read || is_same_file(files[i], path);
    for (size_t i = 0; i < arguments->operand_count; i++)
        read = read || is_same_file(arguments->operands[i], path);
    return read;
}

sk_status sk_inputs_keep_file(const sk_arguments *arguments, const char *project,
                              sk_result_place file, sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    const char *slash = strrchr(file.path, '/');
    char *folder = slash == NULL
                       ? sk_arena_string(arena, ".")
                       : sk_arena_string_n(arena, file.path, (size_t)(slash - file.path) + 1);
    sk_status status = SK_ERR_USAGE;
    if (is_read(arguments, project, file.path, arena))
        SK_USAGE_ERROR(diag, file.option, "take another name", "%s is read, and not written over",
                       file.path);
    else
        status = keep_out(project, file, folder, arena, diag);
    sk_arena_free(arena);
    return status;
}
