#include "cli/drawing/annex.h"

#include "cli/arguments/project_folder.h"
#include "cli/arguments/report.h"
#include "cli/drawing/index_page.h"
#include "cli/editions/editions.h"

static const sk_renderer *document_renderer(unsigned formats) {
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++)
        if (r->holds_many_pages && (formats & (1u << (r - sk_renderers()))) != 0) return r;
    return NULL;
}

/* A book without one of its sheets would say that the figure does not exist. */
static bool lacks_a_sheet(const sk_annex *annex, const char *path, sk_diag *diag) {
    for (size_t i = 0; i < annex->job_count; i++) {
        if (annex->jobs[i].sheet.page_count > 0) continue;
        sk_diag_error(diag, (sk_place){.file = path}, "mend what is said of that figure above",
                      "not written, since figure %d has no sheet", annex->jobs[i].figure->number);
        return true;
    }
    return false;
}

static sk_status write_book(const sk_annex *annex, const sk_renderer *renderer, const char *name,
                            sk_arena *arena, sk_diag *diag) {
    const char *path = sk_path_in(arena, sk_output_folder_path(annex->folder), name);
    if (lacks_a_sheet(annex, path, diag)) return SK_ERR_DATA;
    sk_composer composer = annex->setup->composer;
    sk_status status =
        sk_typesetter_create(composer.style->font_family, composer.style->font_package,
                             composer.words->language, diag, &composer.typesetter);
    if (status != SK_OK) return status;
    sk_bound_sheet *sheets = SK_NEW_ARRAY(arena, sk_bound_sheet, annex->job_count);
    for (size_t i = 0; i < annex->job_count; i++)
        sheets[i] = (sk_bound_sheet){annex->jobs[i].figure, &annex->jobs[i].sheet};
    sk_document document;
    sk_compose_book(&composer, sheets, annex->job_count, arena, &document);
    sk_output *file = sk_output_begin_in(annex->folder, name, diag);
    status = sk_render_file(renderer, &document, file, &annex->setup->render, diag);
    sk_typesetter_free(composer.typesetter);
    if (status == SK_OK && (annex->setup->render.print != NULL || annex->setup->render.archive))
        status = sk_editions_check(path, diag);
    return status;
}

sk_status sk_annex_write(const sk_annex *annex, sk_arena *arena, sk_diag *diag, const char **files,
                         size_t *file_count) {
    sk_status status = SK_OK;
    const char *folder = sk_output_folder_path(annex->folder), *book = NULL;
    const sk_renderer *renderer = document_renderer(annex->formats);
    if (renderer != NULL) {
        const char *name = sk_arena_printf(arena, "annex%s.%s", annex->suffix, renderer->name);
        status = write_book(annex, renderer, name, arena, diag);
        if (status == SK_OK) book = files[(*file_count)++] = sk_path_in(arena, folder, name);
    }
    const char *index = sk_arena_printf(arena, "index%s.html", annex->suffix);
    sk_status written = sk_index_page_write(annex, book, index, arena, diag);
    if (written == SK_OK) files[(*file_count)++] = sk_path_in(arena, folder, index);
    return sk_worse(status, written);
}
