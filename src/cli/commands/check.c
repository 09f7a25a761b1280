#include "cli/commands/commands.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/arguments/project_folder.h"
#include "cli/arguments/report.h"
#include "cli/arguments/say.h"
#include "compose/overview/sector_marks.h"
#include "streekkaart/project_check.h"
#include "streekkaart/style_sheet.h"
#include "streekkaart/wording.h"

/** What was looked at. */
typedef struct {
    size_t figures, features, styles, languages;
} tally;

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names of the styles in `folder`, by name. */
static size_t list_styles(const char *folder, sk_arena *arena, const char ***names) {
    const char **list = NULL;
    size_t count = 0, capacity = 0;
    DIR *entries = opendir(folder);
    for (struct dirent *entry; entries != NULL && (entry = readdir(entries)) != NULL;) {
        const char *end = strrchr(entry->d_name, '.');
        if (end == NULL || end == entry->d_name || strcmp(end, ".json") != 0) continue;
        list = sk_heap_grow(list, count, &capacity, sizeof *list);
        list[count++] = sk_arena_string_n(arena, entry->d_name, (size_t)(end - entry->d_name));
    }
    if (entries != NULL) closedir(entries);
    *names = SK_NEW_ARRAY(arena, const char *, count);
    if (count > 0) memcpy(*names, list, count * sizeof *list);
    free(list);
    qsort(*names, count, sizeof **names, by_name);
    return count;
}

static sk_status check_language_of(const char *name, const sk_style_sheet *style,
                                   const char *project, sk_arena *arena, sk_diag *diag) {
    if (strcmp(style->language, SK_LANGUAGE_OF_PROJECT) == 0) return SK_OK;
    sk_string_list languages = sk_wording_languages(project, arena);
    for (size_t i = 0; i < languages.count; i++)
        if (strcmp(languages.items[i], style->language) == 0) return SK_OK;
    sk_diag_error(diag, (sk_place){sk_arena_printf(arena, "styles/%s.json", name), 0, "language"},
                  "name one of styles/languages", "the project has no language \"%s\"",
                  style->language);
    return SK_ERR_DATA;
}

static bool shows_sectors_of_regions(const sk_project *project) {
    for (size_t i = 0; project != NULL && i < project->figure_count; i++)
        if (project->figures[i].kind == SK_FIGURE_REGION_OVERVIEW) return true;
    return false;
}

/* Of a project that could not be read too, so that its kinds are known: their faults have been
 * reported. */
static bool find_settings(const char *folder, const sk_project *project, sk_arena *arena,
                          sk_project_settings *out) {
    if (project != NULL) {
        *out = project->settings;
        return true;
    }
    sk_diag *silent = sk_diag_create();
    bool found = sk_project_settings_open(folder, arena, silent, out) == SK_OK;
    sk_diag_free(silent);
    return found;
}

/* `project`: NULL where it could not be read. */
static sk_status check_styles(const char *folder, const sk_project *project, sk_diag *diag,
                              size_t *count) {
    sk_arena *arena = sk_arena_create();
    const char **names = NULL;
    sk_project_settings settings;
    bool has_settings = find_settings(folder, project, arena, &settings);
    sk_status status = SK_OK;
    *count = list_styles(sk_path_in(arena, folder, "styles"), arena, &names);
    if (*count == 0) {
        sk_diag_error(diag, (sk_place){.file = "styles"}, "add study.json", "there is no style");
        status = SK_ERR_DATA;
    }
    for (size_t i = 0; i < *count; i++) {
        sk_style_sheet style;
        sk_status read = sk_style_sheet_check(folder, has_settings ? &settings : NULL, names,
                                              *count, i, diag, &style);
        if (read == SK_OK) read = check_language_of(names[i], &style, folder, arena, diag);
        if (read == SK_OK && shows_sectors_of_regions(project))
            read = sk_sector_marks_check(project, &style,
                                         sk_arena_printf(arena, "styles/%s.json", names[i]), diag);
        status = sk_worse(status, read);
    }
    sk_arena_free(arena);
    return status;
}

/* Each language, its names held against those of the project where that could be read. */
static sk_status check_languages(const char *folder, const sk_project *project, sk_diag *diag,
                                 size_t *count) {
    sk_arena *arena = sk_arena_create();
    sk_string_list languages = sk_wording_languages(folder, arena);
    sk_status status = SK_OK;
    *count = languages.count;
    if (*count == 0) {
        sk_diag_error(diag, (sk_place){.file = "styles/languages"}, "add nl.json",
                      "there is no language");
        status = SK_ERR_DATA;
    }
    for (size_t i = 0; i < *count; i++) {
        sk_wording words;
        sk_status read = sk_wording_open(folder, project == NULL ? NULL : &project->settings,
                                         languages.items[i], arena, diag, &words);
        if (project != NULL && words.language != NULL)
            read = sk_worse(read, sk_wording_check(&words, project, diag));
        status = sk_worse(status, read);
    }
    sk_arena_free(arena);
    return status;
}

static sk_status check_project(const char *folder, const char *catalogue, sk_diag *diag,
                               tally *seen) {
    sk_project *project = NULL;
    sk_status status = sk_project_open_catalogue(folder, catalogue, diag, &project);
    if (project != NULL) {
        status = sk_worse(status, sk_project_check(project, diag));
        seen->figures = project->figure_count;
        seen->features = project->feature_count;
    }
    if (status != SK_ERR_ENVIRONMENT) {
        status = sk_worse(status, check_languages(folder, project, diag, &seen->languages));
        status = sk_worse(status, check_styles(folder, project, diag, &seen->styles));
    }
    sk_project_free(project);
    return status;
}

static void print_result(const sk_arguments *arguments, sk_report *report, const tally *seen) {
    if (arguments->json) {
        sk_json_writer json = {.stream = stdout};
        sk_json_begin_object(&json, NULL);
        sk_json_integer(&json, "figures", (long)seen->figures);
        sk_json_integer(&json, "features", (long)seen->features);
        sk_json_integer(&json, "styles", (long)seen->styles);
        sk_json_integer(&json, "languages", (long)seen->languages);
        sk_report_write_json(report, &json);
        sk_json_end_object(&json);
    } else if (!arguments->quiet) {
        size_t errors = sk_diag_error_count(report->diag);
        size_t warnings = sk_diag_warning_count(report->diag);
        sk_say(stdout, "%zu figures, %zu features, %zu %s: %zu %s, %zu %s", seen->figures,
               seen->features, seen->styles, seen->styles == 1 ? "style" : "styles", errors,
               errors == 1 ? "error" : "errors", warnings, warnings == 1 ? "warning" : "warnings");
    }
}

sk_status sk_check_command(const sk_arguments *arguments, sk_report *report) {
    const char *folder = NULL;
    sk_status status = sk_project_folder(arguments, report->diag, &folder);
    if (status != SK_OK) return status;
    tally seen = {0};
    status = check_project(folder, arguments->catalogue, report->diag, &seen);
    if (status == SK_ERR_ENVIRONMENT) return status;
    sk_report_print(report);
    print_result(arguments, report, &seen);
    return status;
}
