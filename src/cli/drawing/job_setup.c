#include "cli/drawing/job_setup.h"

#include <string.h>

#include "cli/arguments/option.h"
#include "cli/arguments/report.h"
#include "resolve/projection.h"
#include "resolve/shape_store.h"

/* A language that the command line names and the project lacks is the command line's fault. */
static sk_status check_language(const char *language, const sk_project *project, sk_arena *arena,
                                sk_diag *diag) {
    const char *all = "";
    sk_string_list known = sk_wording_languages(project->directory, arena);
    for (size_t i = 0; i < known.count; i++) {
        if (strcmp(known.items[i], language) == 0) return SK_OK;
        all = sk_arena_printf(arena, "%s%s%s", all, i == 0 ? "" : ", ", known.items[i]);
    }
    SK_USAGE_ERROR(diag, "--lang", sk_arena_printf(arena, "the project has these: %s", all),
                   "the project has no language \"%s\"", language);
    return SK_ERR_USAGE;
}

/* Without all of its words nothing can be drawn. */
static sk_status open_words(const sk_arguments *arguments, const sk_style_sheet *style,
                            const sk_project *project, sk_arena *arena, sk_diag *diag,
                            sk_wording *words) {
    const char *language = arguments->language;
    sk_status status = language == NULL ? SK_OK : check_language(language, project, arena, diag);
    if (status != SK_OK) return status;
    if (language == NULL) language = sk_settings_language(&project->settings, style->language);
    return sk_wording_open(project->directory, &project->settings, language, arena, diag, words);
}

/* Once, and not by each figure. */
static sk_status check_crs(const sk_style_sheet *style, const sk_project *project, sk_diag *diag) {
    if (strcmp(style->crs, SK_CRS_OF_PROJECT) == 0) return SK_OK;
    sk_projection *projection = NULL;
    sk_status status = sk_projection_create(project->settings.crs, style->crs, diag, &projection);
    sk_projection_free(projection);
    return status;
}

/* What figures, sectors and regions are called in all languages: they can be asked for in any.
 * Which faults the others have is no matter of this run. */
static void learn_names(sk_project *project, sk_arena *arena) {
    sk_diag *silent = sk_diag_create();
    sk_string_list languages = sk_wording_languages(project->directory, arena);
    for (size_t i = 0; i < languages.count; i++) {
        sk_wording words;
        sk_status read = sk_wording_open(project->directory, &project->settings, languages.items[i],
                                         arena, silent, &words);
        if (read == SK_OK) sk_project_learn(project, &words);
    }
    sk_diag_free(silent);
}

const char *sk_style_wanted(const sk_arguments *arguments, const sk_project *project) {
    return arguments->style != NULL ? arguments->style : project->settings.style;
}

sk_status sk_job_setup_open(const sk_arguments *arguments, sk_project *project, sk_arena *arena,
                            sk_diag *diag, sk_job_setup *out) {
    sk_style_sheet *style = SK_NEW(arena, sk_style_sheet);
    sk_wording *words = SK_NEW(arena, sk_wording);
    *out = (sk_job_setup){0};
    sk_status status = sk_style_sheet_open(project->directory, &project->settings,
                                           sk_style_wanted(arguments, project), diag, style);
    if (status == SK_OK) status = check_crs(style, project, diag);
    if (status == SK_OK) status = open_words(arguments, style, project, arena, diag, words);
    if (status != SK_OK) return status;
    /* a name that the language lacks stays as it is in the catalogue */
    status = sk_wording_check(words, project, diag);
    learn_names(project, arena);
    sk_project_translate(project, words);
    sk_shape_store *shapes = arguments->shapes;
    if (shapes == NULL) shapes = sk_shape_store_create(arena, SK_MOST_KNOWN_BYTES);
    *out = (sk_job_setup){
        .composer = {.project = project, .style = style, .words = words, .shapes = shapes},
        .page = {.size = arguments->page},
        .render = {.dpi = arguments->dpi,
                   .palette = arguments->palette,
                   .svg_target = arguments->svg_target},
        .world_files = arguments->world_file,
        .force = arguments->force};
    return status;
}
