#include "cli/drawing/kept_pages.h"

#include <stdlib.h>

#include "base/text_file.h"
#include "cli/arguments/project_folder.h"
#include "scene/scene_file.h"
#include "streekkaart/output.h"

enum { BYTES_MOST = 1 << 28 };

const char *sk_kept_pages_name(const sk_figure_job *job, sk_arena *arena) {
    return sk_arena_printf(arena, "%s.pages", job->stem);
}

static uint64_t key_of(const sk_figure_job *job) {
    return sk_aspects_key(&job->parts[SK_PART_SHEET].aspects);
}

bool sk_kept_pages_read(const sk_figure_job *job, sk_arena *arena, sk_sheet *out) {
    if (job->kept_folder == NULL) return false;
    const char *path =
        sk_path_in(arena, sk_output_folder_path(job->kept_folder), sk_kept_pages_name(job, arena));
    sk_diag *unheard = sk_diag_create(); /* what can't be read is composed anew */
    size_t length = 0, count = 0;
    sk_scene **pages = NULL;
    char *bytes = sk_text_file_read(path, path, BYTES_MOST, unheard, &length);
    bool whole =
        bytes != NULL && sk_scene_file_unpack(bytes, length, key_of(job), arena, &pages, &count);
    if (whole)
        *out = (sk_sheet){
            .pages = pages, .page_count = count, .anchor = sk_sheet_anchor(job->figure, arena)};
    free(bytes);
    sk_diag_free(unheard);
    return whole;
}

sk_status sk_kept_pages_write(const sk_figure_job *job, const sk_sheet *sheet, sk_diag *diag) {
    if (job->kept_folder == NULL) return SK_OK;
    sk_output *file =
        sk_output_begin_in(job->kept_folder, sk_kept_pages_name(job, job->arena), diag);
    if (file == NULL) return SK_ERR_ENVIRONMENT;
    size_t length = 0;
    char *bytes = sk_scene_file_pack(sheet->pages, sheet->page_count, key_of(job), &length);
    sk_output_write(file, bytes, length);
    free(bytes);
    sk_status status = sk_output_commit(file);
    sk_output_free(file);
    return status;
}
