#include "cli/arguments/project_folder.h"

#include <string.h>
#include <sys/stat.h>

#include "cli/arguments/installation.h"
#include "cli/arguments/option.h"

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool has_folder(const char *folder, const char *name, sk_arena *arena) {
    return is_folder(sk_path_in(arena, folder, name));
}

static bool has_project_file(const char *folder, sk_arena *arena) {
    struct stat status;
    return stat(sk_path_in(arena, folder, SK_PROJECT_FILE), &status) == 0 &&
           S_ISREG(status.st_mode);
}

/* What stops the way upwards: a project, or one that only lacks its file, which is to be told and
 * not passed over. */
static bool is_marked(const char *folder, sk_arena *arena) {
    return has_project_file(folder, arena) ||
           (has_folder(folder, "layers", arena) && has_folder(folder, "boundaries", arena));
}

/* Of one that is named less is asked: one that lacks a part is a project with a fault; of one that
 * lacks all, another was meant. To build its boundaries is how one begins. */
static bool can_be_meant(const sk_arguments *arguments, const char *folder) {
    return has_project_file(folder, arguments->arena) ||
           has_folder(folder, "layers", arguments->arena) ||
           has_folder(folder, "boundaries", arguments->arena) ||
           arguments->command->families == SK_FAMILY_BOUNDARIES;
}

/* Up to the root, whose parent it is itself. */
const char *sk_project_nearest(sk_arena *arena) {
    const char *folder = ".";
    struct stat here, below = {0};
    while (stat(folder, &here) == 0 &&
           (here.st_dev != below.st_dev || here.st_ino != below.st_ino)) {
        if (is_marked(folder, arena)) return folder;
        below = here;
        folder = strcmp(folder, ".") == 0 ? ".." : sk_arena_printf(arena, "../%s", folder);
    }
    return NULL;
}

static sk_status find_study(const sk_arguments *arguments, sk_diag *diag, const char **folder) {
    bool found = false;
    if (arguments->project != NULL) {
        SK_USAGE_ERROR(diag, "--demo", "keep the one that is meant",
                       "it stands for a project, and so does --project");
        return SK_ERR_USAGE;
    }
    *folder = sk_installed_study(arguments->arena, &found);
    if (found) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = *folder},
                  "install Streekkaart as a whole, or name a project by --project=DIR",
                  "the study that --demo draws is not there");
    return SK_ERR_ENVIRONMENT;
}

static bool can_make(const sk_arguments *arguments) {
    return sk_command_find(arguments->commands, "new") != NULL;
}

static sk_status check_named(const sk_arguments *arguments, sk_diag *diag, const char *folder) {
    if (is_folder(folder) && can_be_meant(arguments, folder)) return SK_OK;
    SK_USAGE_ERROR(
        diag, "--project",
        sk_arena_printf(arguments->arena, "name the folder that holds " SK_PROJECT_FILE "%s",
                        can_make(arguments) ? "; streekkaart new DIR makes one" : ""),
        is_folder(folder) ? "there is no project in the folder \"%s\""
                          : "there is no folder \"%s\"",
        folder);
    return SK_ERR_USAGE;
}

static sk_status refuse_nowhere(const sk_arguments *arguments, sk_diag *diag) {
    bool demo = (arguments->command->families & SK_FAMILIES_DEMO) != 0;
    SK_USAGE_ERROR(
        diag, arguments->command->name,
        sk_arena_printf(arguments->arena,
                        "go to the folder that holds " SK_PROJECT_FILE ", or name it "
                        "by --project=DIR%s%s",
                        can_make(arguments) ? "; streekkaart new DIR makes one" : "",
                        demo ? "; --demo takes the study that comes with the program" : ""),
        "there is no project in this folder or above it");
    return SK_ERR_USAGE;
}

sk_status sk_project_folder(const sk_arguments *arguments, sk_diag *diag, const char **folder) {
    if (arguments->demo) return find_study(arguments, diag, folder);
    *folder = arguments->project;
    if (*folder != NULL) return check_named(arguments, diag, *folder);
    *folder = sk_project_nearest(arguments->arena);
    return *folder != NULL ? SK_OK : refuse_nowhere(arguments, diag);
}

const char *sk_path_in(sk_arena *arena, const char *folder, const char *name) {
    if (strcmp(folder, ".") == 0) return sk_arena_string(arena, name);
    const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
    return sk_arena_printf(arena, "%s%s%s", folder, slash, name);
}
