#include "cli/commands/caption_list.h"

#include <string.h>

#include "streekkaart/output.h"

/* The file of that format, without its folder: the list lies beside it. */
static const char *file_of(const sk_figure_job *job, const char *format) {
    const sk_file_list *files = &job->files[SK_PART_FIGURE];
    for (size_t i = 0; i < files->count; i++) {
        const sk_figure_file *file = &files->items[i];
        if (!file->written || file->renderer == NULL || strcmp(file->renderer->name, format) != 0)
            continue;
        const char *slash = strrchr(file->path, '/');
        return slash == NULL ? file->path : slash + 1;
    }
    return NULL;
}

/* A list without a figure would take it out of the report. */
static bool is_whole(const sk_caption_list *list, sk_diag *diag) {
    for (size_t i = 0; i < list->job_count; i++) {
        const sk_figure_job *job = &list->jobs[i];
        if (file_of(job, "pdf") != NULL || file_of(job, "png") != NULL ||
            file_of(job, "svg") != NULL)
            continue;
        sk_diag_error(diag, (sk_place){.file = list->name},
                      "mend what is said above, and draw again",
                      "the list is not written: figure %d was not drawn", job->figure->number);
        return false;
    }
    return true;
}

sk_status sk_caption_list_write(const sk_caption_list *list, const sk_output_folder *folder,
                                sk_arena *arena, sk_diag *diag) {
    if (!is_whole(list, diag)) return SK_ERR_DATA;
    sk_captioned_figure *figures = SK_NEW_ARRAY(arena, sk_captioned_figure, list->job_count + 1);
    for (size_t i = 0; i < list->job_count; i++) {
        const sk_figure_job *job = &list->jobs[i];
        figures[i] = (sk_captioned_figure){.label = job->stem,
                                           .caption = job->figure->caption,
                                           .alternative = job->shows.description,
                                           .pdf = file_of(job, "pdf"),
                                           .bitmap = file_of(job, "png"),
                                           .svg = file_of(job, "svg")};
    }
    sk_output *file = sk_output_begin_in(folder, list->name, diag);
    if (file == NULL) return SK_ERR_ENVIRONMENT;
    sk_output_leave_same(file);
    sk_stream stream = sk_output_stream(file);
    sk_captions_write(list->form, figures, list->job_count, &stream);
    sk_status status = sk_output_commit(file);
    sk_output_free(file);
    return status;
}
