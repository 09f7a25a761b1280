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

/* The pages in the file of that name, if they were made of what the key says. */
static bool read_pages(const sk_figure_job *job, const char *name, uint64_t key, sk_arena *arena,
                       sk_scene ***pages, size_t *count) {
    if (job->kept_folder == NULL) return false;
    const char *path = sk_path_in(arena, sk_output_folder_path(job->kept_folder), name);
    sk_diag *unheard = sk_diag_create(); /* what can't be read is composed anew */
    size_t length = 0;
    char *bytes = sk_text_file_read(path, path, BYTES_MOST, unheard, &length);
    bool whole = bytes != NULL && sk_scene_file_unpack(bytes, length, key, arena, pages, count);
    free(bytes);
    sk_diag_free(unheard);
    return whole;
}

static sk_status write_pages(const sk_figure_job *job, const char *name, uint64_t key,
                             sk_scene *const *pages, size_t count, sk_diag *diag) {
    sk_output *file = sk_output_begin_in(job->kept_folder, name, diag);
    if (file == NULL) return SK_ERR_ENVIRONMENT;
    size_t length = 0;
    char *bytes = sk_scene_file_pack(pages, count, key, &length);
    sk_output_write(file, bytes, length);
    free(bytes);
    sk_status status = sk_output_commit(file);
    sk_output_free(file);
    return status;
}

bool sk_kept_pages_read(const sk_figure_job *job, sk_arena *arena, sk_sheet *out) {
    size_t count = 0;
    sk_scene **pages = NULL;
    if (!read_pages(job, sk_kept_pages_name(job, arena), key_of(job), arena, &pages, &count))
        return false;
    *out = (sk_sheet){
        .pages = pages, .page_count = count, .anchor = sk_sheet_anchor(job->figure, arena)};
    return true;
}

sk_status sk_kept_pages_write(const sk_figure_job *job, const sk_sheet *sheet, sk_diag *diag) {
    if (job->kept_folder == NULL) return SK_OK;
    return write_pages(job, sk_kept_pages_name(job, job->arena), key_of(job), sheet->pages,
                       sheet->page_count, diag);
}

static const char *map_name(const sk_figure_job *job, sk_arena *arena) {
    return sk_arena_printf(arena, "%s.map", job->stem);
}

/* Of what the figure shows, with the pins of the sheet, which would move things on it. */
static uint64_t key_of_map(const sk_figure_job *job, bool keyed) {
    sk_aspects aspects = job->parts[SK_PART_FIGURE].aspects;
    aspects.of[SK_ASPECT_PINS] = job->parts[SK_PART_SHEET].aspects.of[SK_ASPECT_PINS];
    return sk_aspects_key(&aspects) + keyed;
}

sk_sheet_map sk_kept_map_read(const sk_figure_job *job, sk_arena *arena) {
    for (int keyed = 0; keyed < 2; keyed++) {
        size_t count = 0;
        sk_scene **pages = NULL;
        uint64_t key = key_of_map(job, keyed);
        if (read_pages(job, map_name(job, arena), key, arena, &pages, &count) && count == 1)
            return (sk_sheet_map){.kept = pages[0], .keyed = keyed};
    }
    return (sk_sheet_map){0};
}

sk_status sk_kept_map_write(const sk_figure_job *job, const sk_sheet *sheet, sk_diag *diag) {
    if (job->kept_folder == NULL || sheet->map == NULL) return SK_OK;
    return write_pages(job, map_name(job, job->arena), key_of_map(job, sheet->keyed), &sheet->map,
                       1, diag);
}
