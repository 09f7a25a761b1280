#include "cli/drawing/annex.h"

#include <string.h>

#include "cli/arguments/project_folder.h"
#include "cli/arguments/report.h"
#include "cli/drawing/index_page.h"
#include "cli/drawing/kept_pages.h"
#include "cli/drawing/piece.h"
#include "streekkaart/typesetter.h"

const sk_renderer *sk_annex_renderer(unsigned formats) {
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++)
        if (r->holds_many_pages && (formats & (1u << (r - sk_renderers()))) != 0) return r;
    return NULL;
}

/* A book without one of its sheets would say that the figure does not exist. */
static bool lacks_a_sheet(const sk_annex *annex, const char *path, sk_diag *diag) {
    for (size_t i = 0; i < annex->job_count; i++) {
        if (annex->jobs[i].sheet_pages > 0) continue;
        sk_diag_error(diag, (sk_place){.file = path}, "mend what is said of that figure above",
                      "not written, since figure %d has no sheet", annex->jobs[i].figure->number);
        return true;
    }
    return false;
}

/* The sheets in their order, as pages of one document. */
static sk_status bind(const sk_annex *annex, const sk_composer *composer, sk_arena *arena,
                      sk_diag *diag, sk_document *out) {
    sk_bound_sheet *bound = SK_NEW_ARRAY(arena, sk_bound_sheet, annex->job_count);
    sk_sheet *sheets = SK_NEW_ARRAY(arena, sk_sheet, annex->job_count);
    for (size_t i = 0; i < annex->job_count; i++) {
        const sk_figure_job *job = &annex->jobs[i];
        bound[i] = (sk_bound_sheet){job->figure, &sheets[i]};
        if (sk_kept_pages_read(job, arena, &sheets[i])) continue;
        const char *name = sk_kept_pages_name(job, arena);
        sk_diag_error(
            diag,
            (sk_place){.file = sk_path_in(arena, sk_output_folder_path(job->kept_folder), name)},
            "run it again, and leave that folder alone meanwhile",
            "not to be read back: the annex is not bound");
        return SK_ERR_ENVIRONMENT;
    }
    sk_compose_book(composer, bound, annex->job_count, arena, out);
    return SK_OK;
}

static void draw_book(const sk_annex *annex, sk_arena *arena, sk_diag *diag) {
    sk_piece *book = annex->book;
    sk_composer composer = annex->setup->composer;
    book->status = sk_typesetter_create(composer.style->font_family, composer.style->font_package,
                                        composer.words->language, diag, &composer.typesetter);
    if (book->status != SK_OK) return;
    sk_document document;
    book->status = bind(annex, &composer, arena, diag, &document);
    const sk_job_part part = {.folder = annex->folder};
    const size_t stem = strlen(book->name) - strlen(book->renderer->name) - 1;
    if (book->status == SK_OK)
        sk_piece_draw(book, &part, sk_arena_string_n(arena, book->name, stem), &document,
                      annex->setup);
    sk_typesetter_free(composer.typesetter);
}

static sk_status write_book(const sk_annex *annex, sk_arena *arena, sk_diag *diag) {
    const char *folder = sk_output_folder_path(annex->folder);
    if (annex->book->was != NULL)
        sk_piece_keep(annex->book, folder);
    else if (lacks_a_sheet(annex, sk_path_in(arena, folder, annex->book->name), diag))
        return SK_ERR_DATA;
    else
        draw_book(annex, arena, diag);
    sk_piece_tell(annex->book, diag);
    return annex->book->status;
}

sk_status sk_annex_write(const sk_annex *annex, sk_arena *arena, sk_diag *diag, const char **files,
                         size_t *file_count) {
    sk_status status = SK_OK;
    const char *folder = sk_output_folder_path(annex->folder), *book = NULL;
    if (annex->book != NULL) {
        status = write_book(annex, arena, diag);
        if (status == SK_OK)
            book = files[(*file_count)++] = sk_path_in(arena, folder, annex->book->name);
    }
    const char *index = sk_arena_printf(arena, "index%s.html", annex->suffix);
    sk_status written = sk_index_page_write(annex, book, index, arena, diag);
    if (written == SK_OK) files[(*file_count)++] = sk_path_in(arena, folder, index);
    return sk_worse(status, written);
}
