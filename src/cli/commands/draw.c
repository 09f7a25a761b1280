#include "cli/commands/commands.h"

#include <string.h>
#include <unistd.h>

#include "cli/arguments/inputs.h"
#include "cli/arguments/project_folder.h"
#include "cli/choice/figure_choice.h"
#include "cli/choice/held_back.h"
#include "cli/commands/caption_list.h"
#include "cli/drawing/annex.h"
#include "cli/drawing/job_setup.h"
#include "cli/drawing/jobs.h"
#include "cli/drawing/layout_report.h"
#include "cli/drawing/out_folder.h"
#include "cli/drawing/piece.h"
#include "cli/drawing/plan.h"
#include "cli/editions/editions.h"
#include "cli/parts/gather.h"
#include "cli/progress/progress.h"
#include "cli/record/input_files.h"
#include "compose/overview/sector_marks.h"
#include "streekkaart/output.h"
#include "streekkaart/project_check.h"

/** One run of a drawing command. */
typedef struct {
    const sk_arguments *arguments;
    sk_report *report;
    sk_progress *progress;
    sk_arena *arena;
    sk_project *project;
    sk_print_edition *print; /* NULL: for screens */
    sk_job_setup setup;
    sk_hyphenator *hyphenator; /* NULL: no sheet is set */
    sk_figure_job *jobs;
    size_t job_count, jobs_done;
    sk_plan plan;
    sk_annex_parts parts;                        /* that are bound; none: the jobs are drawn */
    sk_piece book;                               /* without a renderer when none is bound */
    const char *annex_files[SK_ANNEX_FILES_MAX]; /* those that were written */
    size_t annex_file_count;
    sk_status status;
} drawing;

static void work(void *context, size_t index) {
    const drawing *d = context;
    sk_progress_now(d->progress, d->jobs[index].stem);
    sk_figure_job_run(&d->jobs[index], &d->setup);
    sk_progress_step(d->progress, &d->jobs[index]);
}

static void done(void *context, size_t index) {
    drawing *d = context;
    sk_figure_job *job = &d->jobs[index];
    sk_diag_merge(d->report->diag, job->diag);
    d->status = sk_worse(d->status, job->status);
    d->jobs_done = index + 1;
    sk_plan_note_job(&d->plan, job);
    sk_progress_figure(d->progress, job);
}

static const char *language_of(const drawing *d) {
    return d->setup.composer.words->language;
}

static size_t thread_count(const sk_arguments *arguments) {
    if (arguments->jobs > 0) return (size_t)arguments->jobs;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores > 0 ? (size_t)cores : 1;
}

/* What binds the figures, once they are all there. */
static void write_annex(drawing *d, const sk_output_folder *folder) {
    sk_piece *book = d->book.renderer == NULL ? NULL : &d->book;
    sk_progress_now(d->progress, book == NULL ? "the gallery" : book->name);
    const sk_annex annex = {.setup = &d->setup,
                            .folder = folder,
                            .suffix = sk_language_suffix(d->project, language_of(d), d->arena),
                            .jobs = d->jobs,
                            .job_count = d->job_count,
                            .book = book};
    sk_memory_give_back(); /* what the figures' threads have freed */
    sk_status status =
        sk_annex_write(&annex, d->arena, d->report->diag, d->annex_files, &d->annex_file_count);
    if (book != NULL) sk_plan_note(&d->plan, book, NULL, SK_OK, (sk_shown){0});
    d->status = sk_worse(d->status, status);
    sk_progress_findings(d->progress);
    for (size_t i = 0; i < d->annex_file_count; i++)
        sk_progress_file(d->progress, d->annex_files[i]);
}

static sk_status write_layout_report(const drawing *d) {
    const char *path = d->arguments->layout_report;
    sk_status status = sk_layout_report_check(path, d->arguments->force, d->report->diag);
    if (status == SK_OK)
        status = sk_layout_report_write(path, d->jobs, d->job_count, d->report->diag);
    sk_progress_findings(d->progress);
    if (status == SK_OK) sk_progress_file(d->progress, path);
    return status;
}

/* "captions.tex", in another language than the catalogue's "captions-fr.tex". */
static const char *captions_file(const drawing *d) {
    const char *name = d->arguments->captions->file, *dot = strrchr(name, '.');
    return sk_arena_printf(d->arena, "%.*s%s%s", (int)(dot - name), name,
                           sk_language_suffix(d->project, language_of(d), d->arena), dot);
}

static sk_status write_captions(const drawing *d, const sk_output_folder *folder) {
    const char *name = captions_file(d);
    const sk_caption_list list = {d->arguments->captions, name, d->jobs, d->job_count};
    sk_status status = sk_caption_list_write(&list, folder, d->arena, d->report->diag);
    sk_progress_findings(d->progress);
    if (status == SK_OK)
        sk_progress_file(d->progress, sk_path_in(d->arena, sk_output_folder_path(folder), name));
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

static void plan_job(const drawing *d, sk_figure_job *job) {
    bool sheets = d->arguments->command->scope == SK_SCOPE_ALL;
    if (d->parts.count == 0)
        sk_plan_job(&d->plan, sheets, job);
    else
        sk_parts_plan(&d->parts, &d->plan, job);
}

/* The jobs of the figures, as they are to be drawn into the folder at that path. */
static void make_jobs(drawing *d, const sk_figure_choice *choice, const char *folder) {
    d->plan = (sk_plan){.inputs = {.arguments = d->arguments,
                                   .project = d->project,
                                   .style = d->setup.composer.style,
                                   .words = d->setup.composer.words,
                                   .render = &d->setup.render},
                        .record = sk_record_read(folder, d->arguments->shard, d->arena),
                        .folder = folder,
                        .force = d->arguments->force,
                        .sums = d->arguments->shard.count > 0,
                        .arena = d->arena};
    sk_plan_begin(&d->plan);
    d->jobs = SK_NEW_ARRAY(d->arena, sk_figure_job, choice->count);
    d->job_count = choice->count;
    for (size_t i = 0; i < choice->count; i++) {
        sk_figure_job *job = &d->jobs[i];
        job->figure = choice->items[i];
        job->stem = sk_figure_stem(d->project, job->figure, language_of(d), d->arena);
        job->wants_layout = d->arguments->layout_report != NULL;
        plan_job(d, job);
    }
}

static bool binds_pages(const drawing *d) {
    return sk_annex_renderer(d->arguments->formats) != NULL;
}

/* The parts that are to be bound, if the command is about them; `folder` is that of the figures. */
static sk_status find_parts(drawing *d, const char *folder) {
    const sk_arguments *a = d->arguments;
    if (!a->bind) return SK_OK;
    const sk_string_list here = {&folder, 1},
                         named = {(const char **)a->operands, a->operand_count};
    return sk_parts_find(named.count > 0 ? named : here, d->arena, d->report->diag, &d->parts);
}

static sk_status check_parts(const drawing *d) {
    if (d->parts.count == 0) return SK_OK;
    return sk_parts_check(&d->parts, &d->plan, d->jobs, d->job_count, d->report->diag);
}

/* What the parts have drawn, in the folders of this run. */
static sk_status gather_parts(const drawing *d, const sk_out_folders *folders) {
    const sk_gathering gathering = {&d->plan, folders, binds_pages(d)};
    if (d->parts.count == 0) return SK_OK;
    return sk_parts_gather(&d->parts, &gathering, d->jobs, d->job_count, d->report->diag);
}

/* Its sheets are needed as pages when any of them has changed. */
static void plan_book(drawing *d) {
    const sk_renderer *renderer = sk_annex_renderer(d->arguments->formats);
    if (renderer == NULL) return;
    const char *name =
        sk_arena_printf(d->arena, "annex%s.%s",
                        sk_language_suffix(d->project, language_of(d), d->arena), renderer->name);
    d->book = sk_plan_book(&d->plan, renderer, name, d->jobs, d->job_count);
    for (size_t i = 0; i < d->job_count; i++) d->jobs[i].wants_pages = d->book.why != NULL;
}

/* One for all threads: it is only read. */
static sk_status open_hyphenator(drawing *d) {
    bool sheets = false;
    for (size_t i = 0; i < d->job_count; i++)
        sheets = sheets || sk_figure_job_may_set_sheet(&d->jobs[i]);
    if (!sheets) return SK_OK;
    sk_status status = sk_hyphenator_create(d->report->diag, &d->hyphenator);
    d->setup.hyphenator = d->hyphenator;
    return status;
}

/* Threads that are not needed for figures draw the formats of one side by side. */
static void run_jobs(drawing *d, const sk_out_folders *folders) {
    size_t threads = thread_count(d->arguments);
    for (size_t i = 0; i < d->job_count; i++) {
        sk_figure_job *job = &d->jobs[i];
        job->parts[SK_PART_FIGURE].folder = folders->figures;
        job->parts[SK_PART_SHEET].folder = folders->sheets;
        job->parts[SK_PART_PICTURES].folder = folders->pictures;
        job->kept_folder = binds_pages(d) ? folders->pages : NULL;
        job->threads = threads / d->job_count > 0 ? threads / d->job_count : 1;
    }
    sk_jobs_run(d->job_count, threads, work, done, d);
}

static sk_status draw_jobs(drawing *d, const sk_out_folders *folders, bool annex) {
    d->status = sk_worse(d->status, open_hyphenator(d));
    run_jobs(d, folders);
    if (annex) write_annex(d, folders->figures);
    if (d->arguments->captions != NULL)
        d->status = sk_worse(d->status, write_captions(d, folders->figures));
    if (d->arguments->layout_report != NULL)
        d->status = sk_worse(d->status, write_layout_report(d));
    if (d->arguments->depfile != NULL)
        d->status = sk_worse(
            d->status, sk_input_files_write(d->arguments, d->project->directory, d->report->diag));
    return sk_worse(d->status, sk_record_write(d->plan.record, d->arguments->shard, folders->record,
                                               d->report->diag));
}

/* Would the piece be drawn? */
static bool tell_piece(const drawing *d, const char *folder, const sk_piece *piece) {
    if (piece->why != NULL)
        sk_progress_plan(d->progress, sk_path_in(d->arena, folder, piece->name), piece->why);
    return piece->why != NULL;
}

static void tell_plan(const drawing *d, const char *folder) {
    size_t count = 0, drawn = 0;
    for (size_t i = 0; i < d->job_count * SK_PART_COUNT; i++) {
        const sk_job_part *part = &d->jobs[i / SK_PART_COUNT].parts[i % SK_PART_COUNT];
        count += part->piece_count;
        for (size_t k = 0; k < part->piece_count; k++)
            drawn += tell_piece(d, folder, &part->pieces[k]);
    }
    if (d->book.renderer != NULL) drawn += tell_piece(d, folder, &d->book);
    count += d->book.renderer != NULL;
    sk_progress_plan_sum(d->progress, drawn, count);
}

static sk_status plan_choice(drawing *d, const sk_figure_choice *choice, const char *folder) {
    sk_status status = find_parts(d, folder);
    if (status != SK_OK) return status;
    make_jobs(d, choice, folder);
    return check_parts(d);
}

/* What was drawn before is looked up when no other run draws there. */
static sk_status draw_choice(drawing *d, const sk_figure_choice *choice, const char *folder) {
    bool annex = sk_arguments_mean_annex(d->arguments);
    if (annex) annex = annex_is_whole(d, choice);
    if (d->arguments->dry_run) {
        sk_status status = plan_choice(d, choice, folder);
        if (status != SK_OK) return status;
        if (annex) plan_book(d);
        tell_plan(d, folder);
        return d->status;
    }
    sk_out_folders folders;
    sk_status status =
        sk_out_folders_open(d->arguments, d->project->directory, d->report->diag, &folders);
    if (status != SK_OK) return status;
    status = plan_choice(d, choice, sk_output_folder_path(folders.figures));
    if (status == SK_OK) status = gather_parts(d, &folders);
    d->status = sk_worse(d->status, status);
    if (annex && status == SK_OK) plan_book(d);
    if (status == SK_OK) {
        sk_progress_start(d->progress, d->jobs, d->job_count, folder);
        d->status = draw_jobs(d, &folders, annex);
    }
    return sk_worse(d->status, sk_out_folders_close(&folders, d->report->diag));
}

/* What `check` says of the figures that are drawn, with those that nobody lists by the annex. */
static sk_status check_choice(const drawing *d, const sk_figure_choice *choice) {
    bool annex = sk_arguments_mean_annex(d->arguments);
    return sk_project_check_figures(d->project, annex ? NULL : choice->items,
                                    annex ? 0 : choice->count, d->report->diag);
}

/* Overviews on which sectors would look alike are not drawn. */
static sk_status check_marks(const drawing *d, sk_figure_choice *choice) {
    size_t kept = 0, overviews = 0;
    for (size_t i = 0; i < choice->count; i++)
        overviews += choice->items[i]->kind == SK_FIGURE_REGION_OVERVIEW;
    if (overviews == 0) return SK_OK;
    const char *name = sk_style_wanted(d->arguments, d->project), *end = strrchr(name, '.');
    bool is_path = end != NULL && strcmp(end, ".json") == 0;
    const char *file = is_path ? name : sk_arena_printf(d->arena, "styles/%s.json", name);
    sk_status status =
        sk_sector_marks_check(d->project, d->setup.composer.style, file, d->report->diag);
    for (size_t i = 0; status != SK_OK && i < choice->count; i++)
        if (choice->items[i]->kind != SK_FIGURE_REGION_OVERVIEW)
            choice->items[kept++] = choice->items[i];
    if (status == SK_OK) return SK_OK;
    choice->count = kept;
    choice->held_back_count += overviews;
    return status;
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
    d->status = sk_worse(d->status, check_marks(d, &choice));
    if (d->status != SK_OK && !d->arguments->keep_going) return d->status;

    choice.language = language_of(d);
    const char *folder = sk_out_folder_path(d->arguments, d->project->directory, d->arena);
    status = sk_hold_back(d->project, d->arguments, folder, d->arena, diag, &choice);
    d->status = sk_worse(d->status, status);
    sk_progress_hold_back(d->progress, choice.held_back_count);
    if (choice.count == 0) return d->status;
    return sk_worse(d->status, draw_choice(d, &choice, folder));
}

/* Nothing is drawn for what cannot be written. */
static sk_status check_outputs(const sk_arguments *arguments, const char *project, sk_diag *diag) {
    sk_status status = SK_OK;
    if (arguments->out != NULL)
        status =
            sk_inputs_keep_folder(project, (sk_result_place){"--out", arguments->out, NULL}, diag);
    if (arguments->depfile != NULL) {
        const sk_result_place depfile = {"--depfile", arguments->depfile, NULL};
        status = sk_worse(status, sk_inputs_keep_file(arguments, project, depfile, diag));
    }
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

/* What cannot be drawn at all is told like the rest. */
static sk_status draw(drawing *d) {
    sk_diag *diag = d->report->diag;
    const char *folder = NULL;
    sk_status status = sk_project_folder(d->arguments, diag, &folder);
    if (status == SK_OK) status = check_outputs(d->arguments, folder, diag);
    if (status == SK_OK) status = sk_editions_open(d->arguments, diag, &d->print);
    if (status != SK_OK) return status;
    status = sk_project_open_catalogue(folder, d->arguments->catalogue, diag, &d->project);
    sk_progress_findings(d->progress);
    return d->project == NULL ? status : draw_from(d, status);
}

sk_status sk_draw_command(const sk_arguments *arguments, sk_report *report) {
    drawing d = {.arguments = arguments,
                 .report = report,
                 .progress = sk_progress_begin(arguments, report),
                 .arena = sk_arena_create()};
    sk_status status = draw(&d);
    sk_progress_end(d.progress, status);
    for (size_t i = 0; i < d.jobs_done; i++) sk_figure_job_free(&d.jobs[i]);
    sk_piece_free(&d.book);
    sk_hyphenator_free(d.hyphenator);
    sk_arena_free(d.arena);
    sk_print_edition_free(d.print);
    sk_project_free(d.project);
    return status;
}
