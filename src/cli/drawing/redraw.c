#include "cli/drawing/redraw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text_file.h"
#include "cli/arguments/project_folder.h"

static const sk_figure *find_figure(const sk_project *project, int number) {
    for (size_t i = 0; i < project->figure_count; i++)
        if (project->figures[i].number == number) return &project->figures[i];
    return NULL;
}

static unsigned svg_alone(void) {
    return 1u << (sk_renderer_find("svg") - sk_renderers());
}

static void remove_files(const sk_file_list *files) {
    for (size_t i = 0; i < files->count; i++)
        if (files->items[i].written) unlink(files->items[i].path);
}

/* The file of the page that is wanted; NULL when it was not drawn. */
static const char *page_of(const sk_figure_job *job, int sheet_page) {
    const sk_file_list *files = sheet_page > 0 ? &job->sheet_files : &job->files;
    size_t index = sheet_page > 0 ? (size_t)sheet_page - 1 : 0;
    return index < files->count && files->items[index].written ? files->items[index].path : NULL;
}

static sk_status read_drawn(const char *path, sk_arena *arena, sk_diag *diag, sk_svg_figure *out) {
    size_t length = 0;
    char *bytes = sk_text_file_read(path, path, SK_SVG_BYTES_MAX, diag, &length);
    if (bytes == NULL) return SK_ERR_ENVIRONMENT;
    sk_status status = sk_svg_figure_read(bytes, length, path, arena, diag, out);
    free(bytes);
    return status;
}

static sk_status draw_in(const char *folder, const sk_svg_figure *like, const char *file,
                         const sk_job_setup *setup, sk_arena *arena, sk_diag *diag,
                         sk_svg_figure *out) {
    sk_figure_job job = {
        .figure = find_figure(setup->project, like->figure),
        .formats = svg_alone(),
        .path = sk_path_in(arena, folder, "figure"),
        .sheet_path = like->sheet_page > 0 ? sk_path_in(arena, folder, "sheet") : NULL};
    sk_figure_job_run(&job, setup);
    const char *path = page_of(&job, like->sheet_page);
    sk_status status = SK_ERR_DATA;
    if (path != NULL) {
        status = read_drawn(path, arena, diag, out);
    } else {
        sk_diag_merge(diag, job.diag);
        sk_diag_error(diag, (sk_place){.file = file}, "mend the project first, or draw it anew",
                      "figure %d has no such page any more", like->figure);
    }
    remove_files(&job.files);
    remove_files(&job.sheet_files);
    sk_figure_job_free(&job);
    return status;
}

static sk_status draw_aside(const sk_svg_figure *like, const char *file, const sk_job_setup *setup,
                            sk_arena *arena, sk_diag *diag, sk_svg_figure *out) {
    const char *temporary = getenv("TMPDIR");
    if (temporary == NULL || temporary[0] == '\0') temporary = "/tmp";
    char *folder = sk_arena_printf(arena, "%s/streekkaart-XXXXXX", temporary);
    if (mkdtemp(folder) == NULL) {
        sk_diag_error(diag, (sk_place){.file = temporary}, "set TMPDIR to another folder",
                      "cannot make a folder there");
        return SK_ERR_ENVIRONMENT;
    }
    sk_status status = draw_in(folder, like, file, setup, arena, diag, out);
    rmdir(folder);
    return status;
}

static bool same_size(const sk_svg_figure *a, const sk_svg_figure *b) {
    const double rounding_mm = 0.01;
    return fabs(a->width_mm - b->width_mm) < rounding_mm &&
           fabs(a->height_mm - b->height_mm) < rounding_mm;
}

sk_status sk_redraw(const sk_svg_figure *like, const char *file, const sk_job_setup *setup,
                    sk_arena *arena, sk_diag *diag, sk_svg_figure *out) {
    sk_job_setup same = *setup;
    same.render.svg_target = sk_svg_target_find(like->target);
    if (find_figure(setup->project, like->figure) == NULL || same.render.svg_target == NULL) {
        sk_diag_error(diag, (sk_place){.file = file},
                      "give an SVG that this version drew of a figure of the project",
                      "the project has no such figure");
        return SK_ERR_DATA;
    }
    sk_status status = draw_aside(like, file, &same, arena, diag, out);
    if (status != SK_OK || like->sheet_page > 0 || same_size(like, out)) return status;
    same.compose.page = (sk_page_size){.width_mm = like->width_mm, .height_mm = like->height_mm};
    return draw_aside(like, file, &same, arena, diag, out);
}
