#include "cli/drawing/figure_job.h"

#include <stdlib.h>
#include <string.h>

#include "cli/arguments/project_folder.h"
#include "cli/arguments/report.h"
#include "cli/drawing/layout_report.h"
#include "cli/drawing/letters.h"
#include "cli/editions/editions.h"
#include "streekkaart/gallery.h"
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
static sk_edit_check edit_check(const sk_job_setup *setup, const sk_renderer *renderer) {
    return (sk_edit_check){.is_as_written = setup->force ? NULL : renderer->is_as_drawn,
                           .remedy = "bring its touch-ups in with `streekkaart pins import`"};
}

/* "STEM.pgw" beside "STEM.png". */
static void write_world_file(sk_figure_job *job, const sk_job_setup *setup, const sk_scene *page,
                             const sk_output_folder *folder, const char *name) {
    const char *text = sk_world_file_text(page, setup->render.dpi, job->arena);
    if (text == NULL) return;
    const char *own = sk_arena_printf(job->arena, "%.*spgw", (int)strlen(name) - 3, name);
    sk_output *file = sk_output_begin_in(folder, own, job->diag);
    sk_status status = SK_ERR_ENVIRONMENT;
    if (file != NULL) {
        sk_output_write(file, text, strlen(text));
        status = sk_output_commit(file);
    }
    sk_output_free(file);
    bool of_sheet = folder == job->sheet_folder;
    note_file(job, of_sheet ? &job->sheet_files : &job->files, NULL,
              sk_path_in(job->arena, sk_output_folder_path(folder), own), status);
}

static void write_file(sk_figure_job *job, const sk_job_setup *setup, const sk_renderer *renderer,
                       const sk_document *document, const sk_output_folder *folder,
                       const char *name) {
    bool of_sheet = folder == job->sheet_folder;
    sk_output *file = sk_output_begin_in(folder, name, job->diag);
    if (file != NULL) sk_output_keep_edited(file, edit_check(setup, renderer));
    sk_status status = sk_render_file(renderer, document, file, &setup->render, job->diag);
    const char *path = sk_path_in(job->arena, sk_output_folder_path(folder), name);
    note_file(job, of_sheet ? &job->sheet_files : &job->files, renderer, path, status);
    if (status == SK_OK && setup->world_files && strcmp(renderer->name, "png") == 0)
        write_world_file(job, setup, document->pages[0], folder, name);
    if (status == SK_OK && (setup->render.print != NULL || setup->render.archive) &&
        renderer->holds_many_pages)
        job->status = sk_worse(job->status, sk_editions_check(path, job->diag));
}

static void write_figure(sk_figure_job *job, const sk_scene *scene, const sk_job_setup *setup) {
    const sk_document document = {.pages = &scene, .page_count = 1};
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++) {
        if (!is_wanted(job, r)) continue;
        const char *name = sk_arena_printf(job->arena, "%s.%s", job->stem, r->name);
        write_file(job, setup, r, &document, job->folder, name);
    }
}

/* The file of a page of the sheet: "STEM.png", then "STEM-2.png". */
static const char *page_name(const sk_figure_job *job, const sk_renderer *renderer, size_t page) {
    if (page == 0) return sk_arena_printf(job->arena, "%s.%s", job->stem, renderer->name);
    return sk_arena_printf(job->arena, "%s-%zu.%s", job->stem, page + 1, renderer->name);
}

/* A sheet that was longer once has left pages that nobody should take for its own. */
static void remove_further_pages(const sk_figure_job *job, const sk_job_setup *setup,
                                 const sk_renderer *renderer, size_t page) {
    const sk_edit_check check = edit_check(setup, renderer);
    while (sk_output_folder_remove(job->sheet_folder, page_name(job, renderer, page), &check,
                                   job->diag))
        page++;
}

/* As many files as the format needs for the sheet's pages. */
static void write_sheet_as(sk_figure_job *job, const sk_job_setup *setup,
                           const sk_renderer *renderer) {
    const sk_scene *const *pages = (const sk_scene *const *)job->sheet.pages;
    size_t count = job->sheet.page_count, in_a_file = renderer->holds_many_pages ? count : 1;
    for (size_t page = 0; page < count; page += in_a_file) {
        const sk_document document = {.pages = &pages[page], .page_count = in_a_file};
        write_file(job, setup, renderer, &document, job->sheet_folder,
                   page_name(job, renderer, page));
    }
    if (!renderer->holds_many_pages) remove_further_pages(job, setup, renderer, count);
}

static void write_sheet(sk_figure_job *job, const sk_job_setup *setup) {
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++)
        if (is_wanted(job, r)) write_sheet_as(job, setup, r);
}

static void note_picture(sk_figure_job *job, const char *name, sk_status status) {
    note_file(job, &job->files, NULL,
              sk_path_in(job->arena, sk_output_folder_path(job->picture_folder), name), status);
}

static void write_pictures(sk_figure_job *job, const sk_composed_figure *composed,
                           sk_arena *arena) {
    const char *name = sk_arena_printf(job->arena, "%s.png", job->stem);
    note_picture(job, name,
                 sk_gallery_thumbnail_write(composed, job->picture_folder, name, arena, job->diag));
    name = sk_arena_printf(job->arena, "%s.js", job->stem);
    note_picture(
        job, name,
        sk_gallery_drawing_write(composed, job->stem, job->picture_folder, name, job->diag));
}

/* A figure with faults in its data is drawn with what is sound. */
static void make_figure(sk_figure_job *job, const sk_job_setup *setup,
                        const sk_composer *composer) {
    sk_arena *arena = sk_arena_create();
    sk_composed_figure composed = {0};
    job->status =
        sk_compose_figure(composer, job->figure, &setup->page, arena, job->diag, &composed);
    if (composed.scene != NULL) {
        job->status = sk_worse(job->status, sk_letters_check(composer, composed.scene, job->diag));
        job->description = sk_arena_string(job->arena, composed.scene->description);
        write_figure(job, composed.scene, setup);
        if (job->picture_folder != NULL) write_pictures(job, &composed, arena);
    }
    if (composed.layout != NULL && job->wants_layout) {
        const sk_document page = {.pages = &composed.scene, .page_count = 1};
        job->layout = sk_layout_report_pages(job->figure, &page, composed.layout, composer->style,
                                             &job->layout_length);
    }
    sk_arena_free(arena);
}

static void make_sheet(sk_figure_job *job, const sk_job_setup *setup, const sk_composer *composer) {
    sk_hyphenator *hyphenator = NULL;
    sk_status status = sk_hyphenator_create(job->diag, &hyphenator);
    if (status == SK_OK)
        status =
            sk_compose_sheet(composer, hyphenator, job->figure, job->arena, job->diag, &job->sheet);
    job->status = sk_worse(job->status, status);
    for (size_t i = 0; i < job->sheet.page_count; i++)
        job->status =
            sk_worse(job->status, sk_letters_check(composer, job->sheet.pages[i], job->diag));
    if (job->sheet.page_count > 0) write_sheet(job, setup);
    if (job->sheet.page_count > 0 && job->wants_layout) {
        const sk_document pages = {.pages = (const sk_scene *const *)job->sheet.pages,
                                   .page_count = job->sheet.page_count};
        job->sheet_layout = sk_layout_report_pages(job->figure, &pages, job->sheet.layout,
                                                   composer->style, &job->sheet_layout_length);
    }
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
        if (job->sheet_folder != NULL) make_sheet(job, setup, &composer);
    }
    sk_typesetter_free(composer.typesetter);
}

void sk_figure_job_free(sk_figure_job *job) {
    free(job->layout);
    free(job->sheet_layout);
    sk_diag_free(job->diag);
    sk_arena_free(job->arena);
}
