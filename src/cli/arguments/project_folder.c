#include "cli/arguments/project_folder.h"

#include <string.h>
#include <sys/stat.h>

#include "cli/arguments/option.h"

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* One that lacks a part is a project with a fault; of one that lacks all, another was meant. To
 * build its boundaries is how one begins. */
static bool is_project(const sk_arguments *arguments, const char *folder) {
    sk_arena *scratch = sk_arena_create();
    bool begun = is_folder(sk_path_in(scratch, folder, "layers")) ||
                 is_folder(sk_path_in(scratch, folder, "boundaries"));
    sk_arena_free(scratch);
    return begun || arguments->command->family == SK_FAMILY_BOUNDARIES;
}

sk_status sk_project_folder(const sk_arguments *arguments, sk_diag *diag, const char **folder) {
    *folder = arguments->project;
    if (*folder == NULL)
        *folder = is_folder("layers") && is_folder("boundaries") ? "." : arguments->installed;
    if (is_folder(*folder) && is_project(arguments, *folder)) return SK_OK;
    SK_USAGE_ERROR(diag, "--project", "name the folder that holds layers/, boundaries/ and styles/",
                   is_folder(*folder) ? "there is no project in the folder \"%s\""
                                      : "there is no folder \"%s\"",
                   *folder);
    return SK_ERR_USAGE;
}

const char *sk_path_in(sk_arena *arena, const char *folder, const char *name) {
    if (strcmp(folder, ".") == 0) return sk_arena_string(arena, name);
    const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
    return sk_arena_printf(arena, "%s%s%s", folder, slash, name);
}
