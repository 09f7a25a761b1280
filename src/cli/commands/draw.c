#include "cli/commands/commands.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/arguments/inputs.h"
#include "cli/arguments/project_folder.h"
#include "cli/arguments/say.h"
#include "cli/choice/figure_choice.h"
#include "cli/choice/held_back.h"
#include "cli/drawing/annex.h"
#include "cli/drawing/job_setup.h"
#include "cli/drawing/jobs.h"
#include "cli/drawing/layout_report.h"
#include "cli/drawing/out_folder.h"
#include "cli/editions/editions.h"
#include "streekkaart/output.h"
#include "streekkaart/project_check.h"

/** One run of a drawing command. */
typedef struct {
    const sk_arguments *arguments;
    sk_report *report;
    sk_arena *arena;
    sk_project *project;
    sk_print_edition *print; /* NULL: for screens */
    sk_job_setup setup;
    sk_figure_job *jobs;
    size_t job_count, jobs_done;
    const char *annex_files[SK_ANNEX_FILES_MAX]; /* those that were written */
    size_t annex_file_count;
    sk_status status;
} drawing;

static void work(void *context, size_t index) {
    const drawing *d = context;
    sk_figure_job_run(&d->jobs[index], &d->setup);
}

static bool is_talkative(const drawing *d) {
    return !d->arguments->quiet && !d->arguments->json;
}

static void print_files(const sk_file_list *files) {
    for (size_t i = 0; i < files->count; i++)
        if (files->items[i].written) sk_say(stdout, "%s", files->items[i].path);
}

static void done(void *context, size_t index) {
    drawing *d = context;
    sk_figure_job *job = &d->jobs[index];
    sk_diag_merge(d->report->diag, job->diag);
    sk_report_print(d->report);
    d->status = sk_worse(d->status, job->status);
    d->jobs_done = index + 1;
    if (!is_talkative(d)) return;
    print_files(&job->files);
    print_files(&job->sheet_files);
    (void)sk_report_flush(); /* a reader sees each figure as it comes, also when it is broken off */
}

static void write_json_files(const sk_file_list *files, const char *name, sk_json_writer *json) {
    sk_json_begin_array(json, name);
    for (size_t k = 0; k < files->count; k++)
        if (files->items[k].written) sk_json_text(json, NULL, files->items[k].path);
    sk_json_end_array(json);
}

static void write_json(const drawing *d) {
    sk_json_writer json = {.stream = stdout};
    sk_json_begin_object(&json, NULL);
    sk_json_begin_array(&json, "figures");
    for (size_t i = 0; i < d->jobs_done; i++) {
        const sk_figure_job *job = &d->jobs[i];
        sk_json_begin_object(&json, NULL);
        sk_json_integer(&json, "figure", job->figure->number);
        write_json_files(&job->files, "files", &json);
        if (job->sheet_folder != NULL) write_json_files(&job->sheet_files, "sheet", &json);
        sk_json_end_object(&json);
    }
    sk_json_end_array(&json);
    if (d->arguments->command->scope == SK_SCOPE_ALL) {
        sk_json_begin_array(&json, "annex");
        for (size_t i = 0; i < d->annex_file_count; i++)
            sk_json_text(&json, NULL, d->annex_files[i]);
        sk_json_end_array(&json);
    }
    sk_report_write_json(d->report, &json);
    sk_json_end_object(&json);
}

static sk_figure_job job_for(const drawing *d, const sk_out_folders *folders,
                             const sk_figure *figure) {
    return (sk_figure_job){.figure = figure,
                           .formats = d->arguments->formats,
                           .folder = folders->figures,
                           .sheet_folder = folders->sheets,
                           .picture_folder = folders->pictures,
                           .stem = sk_figure_stem(d->project, figure, d->arena),
                           .wants_layout = d->arguments->layout_report != NULL};
}

static size_t thread_count(const sk_arguments *arguments) {
    if (arguments->jobs > 0) return (size_t)arguments->jobs;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores > 0 ? (size_t)cores : 1;
}

/* What binds the figures, once they are all there. */
static void write_annex(drawing *d, const sk_output_folder *folder) {
    const sk_annex annex = {&d->setup, folder, d->arguments->formats, d->jobs, d->job_count};
    sk_status status =
        sk_annex_write(&annex, d->arena, d->report->diag, d->annex_files, &d->annex_file_count);
    d->status = sk_worse(d->status, status);
    sk_report_print(d->report);
    for (size_t i = 0; is_talkative(d) && i < d->annex_file_count; i++)
        sk_say(stdout, "%s", d->annex_files[i]);
}

static sk_status write_layout_report(const drawing *d) {
    const char *path = d->arguments->layout_report;
    sk_status status = sk_layout_report_check(path, d->arguments->force, d->report->diag);
    if (status == SK_OK)
        status = sk_layout_report_write(path, d->jobs, d->job_count, d->report->diag);
    sk_report_print(d->report);
    if (status == SK_OK && is_talkative(d)) sk_say(stdout, "%s", path);
    return status;
}

/* The file of that format, without its folder: the list lies beside it. */
static const char *file_of(const sk_figure_job *job, const char *format) {
    for (size_t i = 0; i < job->files.count; i++) {
        const sk_figure_file *file = &job->files.items[i];
        if (!file->written || file->renderer == NULL || strcmp(file->renderer->name, format) != 0)
            continue;
        const char *slash = strrchr(file->path, '/');
        return slash == NULL ? file->path : slash + 1;
    }
    return NULL;
}

/* A list without a figure would take it out of the report: the list of before is better. */
static bool captions_are_whole(const drawing *d) {
    const char *name = d->arguments->captions->file;
    for (size_t i = 0; i < d->job_count; i++) {
        const sk_figure_job *job = &d->jobs[i];
        if (file_of(job, "pdf") != NULL || file_of(job, "png") != NULL ||
            file_of(job, "svg") != NULL)
            continue;
        sk_diag_error(d->report->diag, (sk_place){.file = name},
                      "mend what is said above, and draw again",
                      "the list is not written: figure %d was not drawn", job->figure->number);
        sk_report_print(d->report);
        return false;
    }
    return true;
}

/* What a report takes the figures of this run from. */
static sk_status write_captions(const drawing *d, const sk_output_folder *folder) {
    const sk_caption_form *form = d->arguments->captions;
    if (!captions_are_whole(d)) return SK_ERR_DATA;
    sk_captioned_figure *figures = SK_NEW_ARRAY(d->arena, sk_captioned_figure, d->job_count + 1);
    for (size_t i = 0; i < d->job_count; i++) {
        const sk_figure_job *job = &d->jobs[i];
        figures[i] = (sk_captioned_figure){.label = job->stem,
                                           .caption = job->figure->caption,
                                           .alternative = job->description,
                                           .pdf = file_of(job, "pdf"),
                                           .bitmap = file_of(job, "png"),
                                           .svg = file_of(job, "svg")};
    }
    sk_output *file = sk_output_begin_in(folder, form->file, d->report->diag);
    sk_status status = SK_ERR_ENVIRONMENT;
    if (file != NULL) {
        sk_stream stream = sk_output_stream(file);
        sk_captions_write(form, figures, d->job_count, &stream);
        status = sk_output_commit(file);
    }
    sk_output_free(file);
    sk_report_print(d->report);
    if (status == SK_OK && is_talkative(d))
        sk_say(stdout, "%s", sk_path_in(d->arena, sk_output_folder_path(folder), form->file));
    return status;
}

/* An annex without all of its figures would say that there are no others. */
static bool annex_is_whole(const drawing *d, const sk_figure_choice *choice) {
    bool lost = choice->held_back_count > 0;
    for (size_t i = 0; i < d->project->loss_count; i++)
        lost = lost || d->project->losses[i].kind == SK_LOSS_FIGURES;
    if (lost)
        sk_diag_error(d->report->diag, (sk_place){.file = "annex"}, "mend what is said above",
                      "the bound annex and index.html are not written without all figures");
    return !lost;
}

static sk_status draw_choice(drawing *d, const sk_figure_choice *choice) {
    sk_out_folders folders;
    sk_status status =
        sk_out_folders_open(d->arguments, d->project->directory, d->report->diag, &folders);
    if (status != SK_OK) return status;
    d->jobs = SK_NEW_ARRAY(d->arena, sk_figure_job, choice->count);
    d->job_count = choice->count;
    for (size_t i = 0; i < choice->count; i++) d->jobs[i] = job_for(d, &folders, choice->items[i]);
    sk_jobs_run(d->job_count, thread_count(d->arguments), work, done, d);
    bool annex = d->arguments->command->scope == SK_SCOPE_ALL;
    if (annex && annex_is_whole(d, choice)) write_annex(d, folders.figures);
    if (d->arguments->captions != NULL)
        d->status = sk_worse(d->status, write_captions(d, folders.figures));
    if (d->arguments->layout_report != NULL)
        d->status = sk_worse(d->status, write_layout_report(d));
    return sk_worse(d->status, sk_out_folders_close(&folders, d->report->diag));
}

/* What `check` says of the figures that are drawn, with those that nobody lists by the annex. */
static sk_status check_choice(const drawing *d, const sk_figure_choice *choice) {
    bool annex = d->arguments->command->scope == SK_SCOPE_ALL;
    return sk_project_check_figures(d->project, annex ? NULL : choice->items,
                                    annex ? 0 : choice->count, d->report->diag);
}

/* Draws from a project that could be opened, `opened` telling whether it is faultless. */
static sk_status draw_from(drawing *d, sk_status opened) {
    sk_diag *diag = d->report->diag;
    sk_status status = sk_job_setup_open(d->arguments, d->project, d->arena, diag, &d->setup);
    d->setup.render.print = d->print;
    d->setup.render.archive = d->arguments->archive;
    if (d->setup.composer.style == NULL) return sk_worse(status, opened);
    d->status = sk_worse(status, opened);

    sk_figure_choice choice;
    status = sk_choose_figures(d->project, d->arguments, d->arena, diag, &choice);
    if (status == SK_ERR_USAGE && opened == SK_OK) return status;
    /* A figure that is not found may be one whose line is at fault: the others can be drawn. */
    if (status != SK_ERR_USAGE) d->status = sk_worse(d->status, status);
    d->status = sk_worse(d->status, check_choice(d, &choice));
    if (d->status != SK_OK && !d->arguments->keep_going) return d->status;

    const char *folder = sk_out_folder_path(d->arguments, d->project->directory, d->arena);
    status = sk_hold_back(d->project, d->arguments, folder, d->arena, diag, &choice);
    d->status = sk_worse(d->status, status);
    if (choice.count == 0) return d->status;
    return sk_worse(d->status, draw_choice(d, &choice));
}

/* Nothing is drawn for what cannot be written. */
static sk_status check_outputs(const sk_arguments *arguments, const char *project, sk_diag *diag) {
    sk_status status = SK_OK;
    if (arguments->out != NULL)
        status =
            sk_inputs_keep_folder(project, (sk_result_place){"--out", arguments->out, NULL}, diag);
    const char *path = arguments->layout_report;
    if (path == NULL) return status;
    const sk_result_place report = {"--report", path, NULL};
    status = sk_worse(status, sk_inputs_keep_file(arguments, project, report, diag));
    status = sk_worse(status, sk_layout_report_check(path, arguments->force, diag));
    if (status != SK_OK) return status;
    sk_output *trial = sk_output_begin(path, diag);
    sk_output_free(trial);
    return trial == NULL ? SK_ERR_ENVIRONMENT : SK_OK;
}

sk_status sk_draw_command(const sk_arguments *arguments, sk_report *report) {
    const char *folder = NULL;
    sk_status status = sk_project_folder(arguments, report->diag, &folder);
    if (status == SK_OK) status = check_outputs(arguments, folder, report->diag);
    sk_print_edition *print = NULL;
    if (status == SK_OK) status = sk_editions_open(arguments, report->diag, &print);
    if (status != SK_OK) return status;
    sk_project *project = NULL;
    status = sk_project_open_catalogue(folder, arguments->catalogue, report->diag, &project);
    sk_report_print(report);
    drawing d = {.arguments = arguments, .report = report, .project = project, .print = print};
    d.arena = sk_arena_create();
    if (project != NULL) status = draw_from(&d, status);
    if (arguments->json) write_json(&d);
    for (size_t i = 0; i < d.jobs_done; i++) sk_figure_job_free(&d.jobs[i]);
    sk_arena_free(d.arena);
    sk_print_edition_free(print);
    sk_project_free(project);
    return status;
}
