#include "cli/drawing/piece.h"

#include <string.h>

#include "cli/arguments/project_folder.h"
#include "cli/arguments/report.h"
#include "cli/editions/editions.h"
#include "streekkaart/gallery.h"
#include "streekkaart/output.h"

/** A piece that is being drawn. */
typedef struct {
    sk_piece *piece;
    const sk_output_folder *folder;
    const char *prefix; /* from the folder of the figures to that one: "annex/" */
    const char *stem;
    const sk_job_setup *setup;
} drawing;

static void note_file(const drawing *d, const sk_renderer *renderer, const char *name,
                      sk_status status) {
    sk_piece *piece = d->piece;
    sk_file_list *list = &piece->files;
    const char *folder = sk_output_folder_path(d->folder);
    sk_figure_file file = {.renderer = renderer,
                           .path = sk_path_in(piece->arena, folder, name),
                           .written = status == SK_OK};
    file.drawn.name = sk_arena_printf(piece->arena, "%s%s", d->prefix, name);
    if (file.written) file.drawn.state = sk_drawn_file_state(folder, name, piece->arena);
    list->items =
        sk_arena_grow(piece->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = file;
    piece->status = sk_worse(piece->status, status);
}

sk_edit_check sk_piece_edit_check(const sk_renderer *renderer, bool force) {
    sk_edit_check check = {.remedy = "bring its touch-ups in with `streekkaart pins import`"};
    if (renderer != NULL && !force) check.is_as_written = renderer->is_as_drawn;
    return check;
}

static sk_edit_check edit_check(const drawing *d) {
    return sk_piece_edit_check(d->piece->renderer, d->setup->force);
}

/* "STEM.pgw" beside "STEM.png". */
static void write_world_file(const drawing *d, const sk_scene *page, const char *name) {
    sk_arena *arena = d->piece->arena;
    const char *text = sk_world_file_text(page, d->setup->render.dpi, arena);
    if (text == NULL) return;
    const char *own = sk_arena_printf(arena, "%.*spgw", (int)strlen(name) - 3, name);
    sk_output *file = sk_output_begin_in(d->folder, own, d->piece->events);
    sk_status status = SK_ERR_ENVIRONMENT;
    if (file != NULL) {
        sk_output_write(file, text, strlen(text));
        status = sk_output_commit(file);
    }
    sk_output_free(file);
    note_file(d, NULL, own, status);
}

static void write_file(const drawing *d, const sk_document *document, const char *name) {
    sk_piece *piece = d->piece;
    const sk_renderer *renderer = piece->renderer;
    const sk_render_options *options = &d->setup->render;
    sk_output *file = sk_output_begin_in(d->folder, name, piece->events);
    if (file != NULL) sk_output_keep_edited(file, edit_check(d));
    sk_status status = sk_render_file(renderer, document, file, options, piece->findings);
    note_file(d, renderer, name, status);
    if (status == SK_OK && d->setup->world_files && strcmp(renderer->name, "png") == 0)
        write_world_file(d, document->pages[0], name);
    if (status == SK_OK && (options->print != NULL || options->archive) &&
        renderer->holds_many_pages) {
        const char *path = sk_path_in(piece->arena, sk_output_folder_path(d->folder), name);
        piece->status = sk_worse(piece->status, sk_editions_check(path, piece->findings));
    }
}

/* The file of a page of the sheet: "STEM.png", then "STEM-2.png". */
static const char *page_name(const drawing *d, size_t page) {
    const char *format = d->piece->renderer->name;
    if (page == 0) return sk_arena_printf(d->piece->arena, "%s.%s", d->stem, format);
    return sk_arena_printf(d->piece->arena, "%s-%zu.%s", d->stem, page + 1, format);
}

/* A sheet that was longer once has left pages that nobody should take for its own. */
static void remove_further_pages(const drawing *d, size_t page) {
    const sk_edit_check check = edit_check(d);
    while (sk_output_folder_remove(d->folder, page_name(d, page), &check, d->piece->events)) page++;
}

static drawing begin(sk_piece *piece, const sk_job_part *part, const char *stem,
                     const sk_job_setup *setup) {
    piece->arena = sk_arena_create();
    piece->findings = sk_diag_create();
    piece->events = sk_diag_create();
    const char *slash = strrchr(piece->name, '/');
    const int to_slash = slash == NULL ? 0 : (int)(slash - piece->name) + 1;
    return (drawing){.piece = piece,
                     .folder = part->folder,
                     .prefix = sk_arena_printf(piece->arena, "%.*s", to_slash, piece->name),
                     .stem = stem,
                     .setup = setup};
}

void sk_piece_draw(sk_piece *piece, const sk_job_part *part, const char *stem,
                   const sk_document *pages, const sk_job_setup *setup) {
    const drawing d = begin(piece, part, stem, setup);
    size_t count = pages->page_count, in_a_file = piece->renderer->holds_many_pages ? count : 1;
    for (size_t page = 0; page < count; page += in_a_file) {
        const sk_document one = {.pages = &pages->pages[page], .page_count = 1};
        write_file(&d, in_a_file == count ? pages : &one, page_name(&d, page));
    }
    bool of_sheet = *d.prefix != '\0';
    if (of_sheet && !piece->renderer->holds_many_pages) remove_further_pages(&d, count);
}

void sk_piece_draw_pictures(sk_piece *piece, const sk_job_part *part, const char *stem,
                            const sk_composed_figure *composed) {
    const drawing d = begin(piece, part, stem, NULL);
    const char *name = sk_arena_printf(piece->arena, "%s.png", stem);
    note_file(&d, NULL, name, sk_gallery_thumbnail_write(composed, d.folder, name, piece->events));
    name = sk_arena_printf(piece->arena, "%s.js", stem);
    note_file(&d, NULL, name,
              sk_gallery_drawing_write(composed, stem, d.folder, name, piece->events));
}

void sk_piece_keep(sk_piece *piece, const char *folder) {
    const sk_drawn *was = piece->was;
    piece->arena = sk_arena_create();
    piece->status = was->status;
    piece->files.items = SK_NEW_ARRAY(piece->arena, sk_figure_file, was->file_count);
    piece->files.count = piece->files.capacity = was->file_count;
    for (size_t i = 0; i < was->file_count; i++) {
        const char *dot = strrchr(was->files[i].name, '.');
        bool own =
            piece->renderer != NULL && dot != NULL && strcmp(dot + 1, piece->renderer->name) == 0;
        piece->files.items[i] =
            (sk_figure_file){.renderer = own ? piece->renderer : NULL,
                             .path = sk_path_in(piece->arena, folder, was->files[i].name),
                             .drawn = was->files[i],
                             .written = true};
    }
}

void sk_piece_tell(const sk_piece *piece, sk_diag *diag) {
    for (size_t i = 0; piece->was != NULL && i < piece->was->finding_count; i++)
        sk_diag_add(diag, &piece->was->findings[i]);
    if (piece->findings != NULL) sk_diag_merge(diag, piece->findings);
    if (piece->events != NULL) sk_diag_merge(diag, piece->events);
}

void sk_piece_free(sk_piece *piece) {
    sk_diag_free(piece->findings);
    sk_diag_free(piece->events);
    sk_arena_free(piece->arena);
}
