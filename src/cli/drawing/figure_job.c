#include "cli/drawing/figure_job.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/arguments/report.h"
#include "cli/drawing/layout_report.h"
#include "streekkaart/typesetter.h"

static void note_file(sk_figure_job *job, sk_file_list *list, const sk_renderer *renderer,
                      const char *path, sk_status status) {
    list->items =
        sk_arena_grow(job->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = (sk_figure_file){renderer, path, status == SK_OK};
    job->status = sk_worse(job->status, status);
}

static bool is_wanted(const sk_figure_job *job, const sk_renderer *renderer) {
    return (job->formats & (1u << (renderer - sk_renderers()))) != 0;
}

/* A designer's work is not lost: what was edited since it was drawn gets another name. */
static void keep_edited(sk_figure_job *job, const sk_job_setup *setup, const sk_renderer *renderer,
                        const char *path) {
    if (setup->force || renderer->is_as_drawn == NULL || renderer->is_as_drawn(path)) return;
    int stem = (int)(strlen(path) - strlen(renderer->name) - 1);
    const char *kept = sk_arena_printf(job->arena, "%.*s.edited.%s", stem, path, renderer->name);
    for (int i = 2; access(kept, F_OK) == 0; i++)
        kept = sk_arena_printf(job->arena, "%.*s.edited-%d.%s", stem, path, i, renderer->name);
    if (rename(path, kept) != 0) return; /* the renderer will say what is wrong there */
    sk_diag_warning(job->diag, (sk_place){.file = path},
                    "bring its touch-ups in with `streekkaart pins import`",
                    "was edited since it was drawn, and is kept as %s", kept);
}

static void write_file(sk_figure_job *job, const sk_job_setup *setup, const sk_renderer *renderer,
                       const sk_document *document, const char *path, sk_file_list *list) {
    keep_edited(job, setup, renderer, path);
    note_file(job, list, renderer, path,
              sk_render_file(renderer, document, path, &setup->render, job->diag));
}

static void write_figure(sk_figure_job *job, const sk_scene *scene, const sk_job_setup *setup) {
    const sk_document document = {.pages = &scene, .page_count = 1};
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++) {
        if (!is_wanted(job, r)) continue;
        const char *path = sk_arena_printf(job->arena, "%s.%s", job->path, r->name);
        write_file(job, setup, r, &document, path, &job->files);
    }
}

/* The file of a page of the sheet: "STEM.png", then "STEM-2.png". */
static const char *page_path(const sk_figure_job *job, const sk_renderer *renderer, size_t page) {
    if (page == 0) return sk_arena_printf(job->arena, "%s.%s", job->sheet_path, renderer->name);
    return sk_arena_printf(job->arena, "%s-%zu.%s", job->sheet_path, page + 1, renderer->name);
}

/* A sheet that was longer once has left pages that nobody should take for its own. */
static void remove_further_pages(const sk_figure_job *job, const sk_renderer *renderer,
                                 size_t page) {
    while (unlink(page_path(job, renderer, page)) == 0) page++;
}

/* As many files as the format needs for the sheet's pages. */
static void write_sheet_as(sk_figure_job *job, const sk_job_setup *setup,
                           const sk_renderer *renderer) {
    const sk_scene *const *pages = (const sk_scene *const *)job->sheet.pages;
    size_t count = job->sheet.page_count, in_a_file = renderer->holds_many_pages ? count : 1;
    for (size_t page = 0; page < count; page += in_a_file) {
        const sk_document document = {.pages = &pages[page], .page_count = in_a_file};
        write_file(job, setup, renderer, &document, page_path(job, renderer, page),
                   &job->sheet_files);
    }
    if (!renderer->holds_many_pages) remove_further_pages(job, renderer, count);
}

static void write_sheet(sk_figure_job *job, const sk_job_setup *setup) {
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++)
        if (is_wanted(job, r)) write_sheet_as(job, setup, r);
}

/* A figure with faults in its data is drawn with what is sound. */
static void make_figure(sk_figure_job *job, const sk_job_setup *setup,
                        const sk_composer *composer) {
    sk_arena *arena = sk_arena_create();
    sk_composed_figure composed = {0};
    job->status =
        sk_compose_figure(composer, job->figure, &setup->page, arena, job->diag, &composed);
    if (composed.scene != NULL) write_figure(job, composed.scene, setup);
    if (composed.layout != NULL && job->wants_layout)
        job->layout = sk_layout_report_figure(job->figure, composed.layout, &job->layout_length);
    sk_arena_free(arena);
}

static void make_sheet(sk_figure_job *job, const sk_job_setup *setup, const sk_composer *composer) {
    sk_hyphenator *hyphenator = NULL;
    sk_status status = sk_hyphenator_create(job->diag, &hyphenator);
    if (status == SK_OK)
        status =
            sk_compose_sheet(composer, hyphenator, job->figure, job->arena, job->diag, &job->sheet);
    job->status = sk_worse(job->status, status);
    if (job->sheet.page_count > 0) write_sheet(job, setup);
    sk_hyphenator_free(hyphenator);
}

void sk_figure_job_run(sk_figure_job *job, const sk_job_setup *setup) {
    sk_composer composer = setup->composer;
    const sk_style_sheet *style = composer.style;
    job->arena = sk_arena_create();
    job->diag = sk_diag_create();
    job->status = sk_typesetter_create(style->font_family, style->font_package,
                                       composer.words->language, job->diag, &composer.typesetter);
    if (job->status == SK_OK) {
        make_figure(job, setup, &composer);
        if (job->sheet_path != NULL) make_sheet(job, setup, &composer);
    }
    sk_typesetter_free(composer.typesetter);
}

void sk_figure_job_free(sk_figure_job *job) {
    free(job->layout);
    sk_diag_free(job->diag);
    sk_arena_free(job->arena);
}
