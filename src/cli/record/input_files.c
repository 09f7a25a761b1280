#include "cli/record/input_files.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "cli/arguments/project_folder.h"
#include "streekkaart/output.h"

typedef struct {
    sk_arena *arena;
    const char **paths;
    size_t count, capacity;
} path_list;

static void add(path_list *list, const char *path) {
    list->paths =
        sk_arena_grow(list->arena, list->paths, list->count, &list->capacity, sizeof *list->paths);
    list->paths[list->count++] = path;
}

enum { DEEPEST = 3 }; /* styles/languages, and a folder of somebody's own */

/* The folder too: another file in it changes its time. What is hidden is an editor's. */
static void add_folder(path_list *list, const char *folder, int depth) {
    DIR *directory = opendir(folder);
    if (directory == NULL) return;
    add(list, folder);
    for (const struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        struct stat status;
        const char *path = sk_path_in(list->arena, folder, entry->d_name);
        if (entry->d_name[0] == '.' || stat(path, &status) != 0) continue;
        if (S_ISREG(status.st_mode)) add(list, path);
        if (S_ISDIR(status.st_mode) && depth < DEEPEST) add_folder(list, path, depth + 1);
    }
    closedir(directory);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_named(path_list *list, const sk_arguments *arguments) {
    const char *const named[] = {arguments->catalogue, arguments->style, arguments->print};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i] != NULL && strchr(named[i], '.') != NULL) add(list, named[i]);
}

/* As both read it: a blank and a number sign behind a backslash, a dollar twice. */
static void write_path(sk_output *file, const char *path) {
    for (const char *c = path; *c != '\0'; c++) {
        if (*c == ' ' || *c == '#') sk_output_write(file, "\\", 1);
        if (*c == '$') sk_output_write(file, "$", 1);
        sk_output_write(file, c, 1);
    }
}

sk_string_list sk_input_files(const sk_arguments *arguments, const char *project, sk_arena *arena) {
    static const char *const folders[] = {"boundaries", "layers", "styles", "symbols"};
    path_list list = {.arena = arena};
    add(&list, sk_path_in(arena, project, SK_PROJECT_FILE));
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        add_folder(&list, sk_path_in(arena, project, folders[i]), 1);
    add_named(&list, arguments);
    qsort(list.paths, list.count, sizeof *list.paths, by_name);
    return (sk_string_list){list.paths, list.count};
}

sk_status sk_input_files_write(const sk_arguments *arguments, const char *project, sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    const sk_string_list list = sk_input_files(arguments, project, arena);
    sk_output *file = sk_output_begin(arguments->depfile, diag);
    sk_status status = SK_ERR_ENVIRONMENT;
    if (file != NULL) {
        size_t target = strlen(arguments->depfile) - strlen(".d");
        write_path(file, sk_arena_string_n(arena, arguments->depfile, target));
        sk_output_write(file, ":", 1);
        for (size_t i = 0; i < list.count; i++) {
            sk_output_write(file, " \\\n  ", 5);
            write_path(file, list.items[i]);
        }
        sk_output_write(file, "\n", 1);
        status = sk_output_commit(file);
    }
    sk_output_free(file);
    sk_arena_free(arena);
    return status;
}
