#include "cli/drawing/index_page.h"

#include <string.h>

#include "streekkaart/gallery.h"

/* The file's name as seen from the folder of the page, which the files are in. */
static const char *relative(const sk_annex *annex, const char *path) {
    const char *folder = sk_output_folder_path(annex->folder);
    size_t length = strlen(folder);
    if (strncmp(path, folder, length) != 0) return path;
    return path + length + strspn(path + length, "/");
}

static sk_gallery_file_list written_files(const sk_annex *annex, const sk_file_list *files,
                                          sk_arena *arena) {
    sk_gallery_file_list list = {SK_NEW_ARRAY(arena, sk_gallery_file, files->count), 0};
    for (size_t i = 0; i < files->count; i++) {
        const sk_figure_file *file = &files->items[i];
        if (!file->written || file->renderer == NULL) continue;
        list.items[list.count++] =
            (sk_gallery_file){file->renderer->name, relative(annex, file->path)};
    }
    return list;
}

sk_status sk_index_page_write(const sk_annex *annex, const char *book, const char *name,
                              sk_arena *arena, sk_diag *diag) {
    sk_gallery_figure *figures = SK_NEW_ARRAY(arena, sk_gallery_figure, annex->job_count);
    for (size_t i = 0; i < annex->job_count; i++) {
        const sk_figure_job *job = &annex->jobs[i];
        figures[i] =
            (sk_gallery_figure){.figure = job->figure,
                                .stem = job->stem,
                                .keyed = job->shows.keyed,
                                .map = written_files(annex, &job->files[SK_PART_FIGURE], arena),
                                .sheet = written_files(annex, &job->files[SK_PART_SHEET], arena)};
    }
    const sk_gallery gallery = {.composer = &annex->setup->composer,
                                .book = book == NULL ? NULL : relative(annex, book),
                                .figures = figures,
                                .figure_count = annex->job_count};
    return sk_gallery_write(&gallery, annex->folder, name, arena, diag);
}
