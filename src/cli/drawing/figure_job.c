#include "cli/drawing/figure_job.h"

#include <stdlib.h>

#include "cli/arguments/report.h"
#include "cli/drawing/jobs.h"
#include "cli/drawing/kept_pages.h"
#include "cli/drawing/layout_report.h"
#include "cli/drawing/letters.h"
#include "cli/drawing/piece.h"
#include "streekkaart/typesetter.h"

/** The pieces of a part, while they are drawn. */
typedef struct {
    const sk_figure_job *job;
    sk_job_part *part;
    const sk_document *pages;
    const sk_job_setup *setup;
} drawing;

static void draw_piece(void *context, size_t index) {
    const drawing *d = context;
    sk_piece *piece = &d->part->pieces[index];
    if (piece->why != NULL) sk_piece_draw(piece, d->part, d->job->stem, d->pages, d->setup);
}

static void nothing_to_tell(void *context, size_t index) {
    (void)context;
    (void)index;
}

/* The formats side by side, where there are threads for it. */
static void draw_pieces(const sk_figure_job *job, sk_job_part *part, const sk_document *pages,
                        const sk_job_setup *setup) {
    drawing d = {job, part, pages, setup};
    if (job->threads > 1)
        sk_jobs_run(part->piece_count, job->threads, draw_piece, nothing_to_tell, &d);
    else
        for (size_t i = 0; i < part->piece_count; i++) draw_piece(&d, i);
}

static void report_layout(const sk_figure_job *job, sk_job_part *part, const sk_document *pages,
                          const sk_layout *layout, const sk_composer *composer) {
    if (!job->wants_layout || layout == NULL || pages->page_count == 0) return;
    part->layout =
        sk_layout_report_pages(job->figure, pages, layout, composer->style, &part->layout_length);
}

static void check_letters(sk_job_part *part, const sk_document *pages,
                          const sk_composer *composer) {
    for (size_t i = 0; i < pages->page_count; i++)
        part->status =
            sk_worse(part->status, sk_letters_check(composer, pages->pages[i], part->findings));
}

static void draw_pictures(sk_figure_job *job, const sk_composed_figure *composed) {
    sk_job_part *part = &job->parts[SK_PART_PICTURES];
    for (size_t i = 0; i < part->piece_count; i++)
        if (part->pieces[i].why != NULL)
            sk_piece_draw_pictures(&part->pieces[i], part, job->stem, composed);
}

/* A figure with faults in its data is drawn with what is sound. Returns its map, for its sheet. */
static const sk_decided_map *compose_figure(sk_figure_job *job, const sk_job_setup *setup,
                                            const sk_composer *composer, sk_arena *arena,
                                            const sk_scene **page) {
    sk_job_part *part = &job->parts[SK_PART_FIGURE];
    sk_composed_figure composed = {0};
    part->findings = sk_diag_create();
    part->status =
        sk_compose_figure(composer, job->figure, &setup->page, arena, part->findings, &composed);
    const sk_document document = {.pages = &composed.scene, .page_count = composed.scene != NULL};
    check_letters(part, &document, composer);
    report_layout(job, part, &document, composed.layout, composer);
    if (composed.scene == NULL) return NULL;
    job->shows =
        (sk_shown){sk_arena_string(job->arena, composed.scene->description), composed.keyed};
    draw_pictures(job, &composed);
    *page = composed.scene;
    bool of_styles_size = setup->page.size.width_mm <= 0 && setup->page.size.height_mm <= 0;
    return of_styles_size ? composed.map : NULL;
}

static void compose_sheet(sk_figure_job *job, const sk_job_setup *setup,
                          const sk_composer *composer, const sk_decided_map *decided,
                          sk_arena *arena, sk_sheet *sheet) {
    sk_job_part *part = &job->parts[SK_PART_SHEET];
    sk_sheet_map map = {.decided = decided};
    if (decided == NULL && !job->wants_layout) map = sk_kept_map_read(job, arena);
    part->findings = sk_diag_create();
    part->status = SK_ERR_ENVIRONMENT; /* which was told where there is no hyphenator */
    if (setup->hyphenator != NULL)
        part->status = sk_compose_sheet(composer, setup->hyphenator, job->figure, map, arena,
                                        part->findings, sheet);
    job->sheet_pages = sheet->page_count;
    const sk_document pages = {.pages = (const sk_scene *const *)sheet->pages,
                               .page_count = sheet->page_count};
    check_letters(part, &pages, composer);
    report_layout(job, part, &pages, sheet->layout, composer);
}

static void draw_figure(sk_figure_job *job, const sk_job_setup *setup, const sk_scene *page) {
    const sk_document document = {.pages = &page, .page_count = 1};
    if (page != NULL) draw_pieces(job, &job->parts[SK_PART_FIGURE], &document, setup);
}

/* A sheet's pages stay on the disk, whence the annex takes them: of thousands of figures they would
 * not find room together. */
static void draw_sheet(sk_figure_job *job, const sk_job_setup *setup, const sk_sheet *sheet) {
    sk_job_part *part = &job->parts[SK_PART_SHEET];
    const sk_document pages = {.pages = (const sk_scene *const *)sheet->pages,
                               .page_count = sheet->page_count};
    if (sheet->page_count == 0) return;
    draw_pieces(job, part, &pages, setup);
    part->status = sk_worse(part->status, sk_kept_pages_write(job, sheet, part->findings));
    part->status = sk_worse(part->status, sk_kept_map_write(job, sheet, part->findings));
}

/* Is anything of the part to be drawn, or measured? */
static bool is_to_compose(const sk_figure_job *job, const sk_job_part *part) {
    if (!part->wanted) return false;
    for (size_t i = 0; i < part->piece_count; i++)
        if (part->pieces[i].why != NULL) return true;
    return job->wants_layout;
}

bool sk_figure_job_may_set_sheet(const sk_figure_job *job) {
    return is_to_compose(job, &job->parts[SK_PART_SHEET]) || job->wants_pages;
}

/* Much that a page was composed with is given back before it is drawn: a bitmap takes as much. The
 * page lives on in `arena` then. */
static const sk_scene *give_back_much(sk_arena **scratch, const sk_scene *page, sk_arena *arena) {
    const size_t much = (size_t)16 << 20;
    if (sk_arena_bytes(*scratch) <= much) return page;
    const sk_scene *copy = page == NULL ? NULL : sk_scene_copy(page, arena);
    sk_arena_free(*scratch);
    *scratch = NULL;
    sk_memory_give_back();
    return copy;
}

static void make(sk_figure_job *job, const sk_job_setup *setup, bool figure, bool sheet) {
    sk_composer composer = setup->composer;
    const sk_style_sheet *style = composer.style;
    job->status = sk_typesetter_create(style->font_family, style->font_package,
                                       composer.words->language, job->diag, &composer.typesetter);
    sk_arena *arena = sk_arena_create(), *scratch = sk_arena_create();
    const sk_decided_map *map = NULL;
    const sk_scene *page = NULL;
    sk_sheet pages = {0};
    if (job->status == SK_OK && figure) map = compose_figure(job, setup, &composer, scratch, &page);
    if (job->status == SK_OK && sheet) compose_sheet(job, setup, &composer, map, arena, &pages);
    page = give_back_much(&scratch, page, arena);
    sk_typesetter_free(composer.typesetter);
    draw_figure(job, setup, page);
    draw_sheet(job, setup, &pages);
    sk_arena_free(scratch);
    sk_arena_free(arena);
}

/* All that was drawn of the part, and what is there already. */
static void gather(sk_figure_job *job, sk_part_kind kind) {
    sk_job_part *part = &job->parts[kind];
    sk_file_list *files = &job->files[kind];
    if (part->findings != NULL) sk_diag_merge(job->diag, part->findings);
    job->status = sk_worse(job->status, part->status);
    for (size_t i = 0; i < part->piece_count; i++) {
        sk_piece *piece = &part->pieces[i];
        if (piece->was != NULL)
            sk_piece_keep(piece, sk_output_folder_path(job->parts[SK_PART_FIGURE].folder));
        sk_piece_tell(piece, job->diag);
        job->status = sk_worse(job->status, piece->status);
        for (size_t k = 0; k < piece->files.count; k++) {
            files->items = sk_arena_grow(job->arena, files->items, files->count, &files->capacity,
                                         sizeof *files->items);
            files->items[files->count++] = piece->files.items[k];
        }
        if (kind == SK_PART_FIGURE && job->shows.description == NULL && piece->was != NULL)
            job->shows = piece->was->shows;
    }
}

static bool has_kept_pages(sk_figure_job *job) {
    sk_arena *arena = sk_arena_create();
    sk_sheet sheet = {0};
    bool kept = sk_kept_pages_read(job, arena, &sheet);
    job->sheet_pages = sheet.page_count;
    sk_arena_free(arena);
    return kept;
}

void sk_figure_job_run(sk_figure_job *job, const sk_job_setup *setup) {
    job->arena = sk_arena_create();
    job->diag = sk_diag_create();
    bool figure = is_to_compose(job, &job->parts[SK_PART_FIGURE]) ||
                  is_to_compose(job, &job->parts[SK_PART_PICTURES]);
    bool sheet = is_to_compose(job, &job->parts[SK_PART_SHEET]) ||
                 (job->wants_pages && !has_kept_pages(job));
    if (figure || sheet) make(job, setup, figure, sheet);
    for (int kind = 0; kind < SK_PART_COUNT; kind++) gather(job, kind);
}

void sk_figure_job_free(sk_figure_job *job) {
    for (int kind = 0; kind < SK_PART_COUNT; kind++) {
        sk_job_part *part = &job->parts[kind];
        for (size_t i = 0; i < part->piece_count; i++) sk_piece_free(&part->pieces[i]);
        sk_diag_free(part->findings);
        free(part->layout);
    }
    sk_diag_free(job->diag);
    sk_arena_free(job->arena);
}
