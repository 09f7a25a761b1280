#include "cli/parts/gather.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text_file.h"
#include "cli/arguments/project_folder.h"
#include "cli/drawing/kept_pages.h"
#include "cli/drawing/piece.h"
#include "streekkaart/gallery.h"
#include "streekkaart/output.h"

enum { BYTES_MOST = 1 << 30 };

/** Files of a piece that are on their way. */
typedef struct {
    const sk_gathering *to;
    const sk_annex_part *from;
    const sk_output_folder *folder; /* of the piece's files */
    const char *within;             /* that, from the folder of the figures on: "annex/" */
    sk_edit_check edit_check;
    sk_diag *diag;
} gathering;

static bool is_same_folder(const char *a, const char *b) {
    struct stat one, two;
    return stat(a, &one) == 0 && stat(b, &two) == 0 && one.st_dev == two.st_dev &&
           one.st_ino == two.st_ino;
}

static bool is_there_already(const sk_gathering *to, const sk_annex_part *part) {
    return is_same_folder(part->folder, to->plan->folder);
}

static const char *plain_name(const char *name) {
    const char *slash = strrchr(name, '/');
    return slash == NULL ? name : slash + 1;
}

static sk_status copy(const char *path, const sk_output_folder *folder, const char *name,
                      const sk_edit_check *check, sk_diag *diag) {
    size_t length = 0;
    char *bytes = sk_text_file_read(path, path, BYTES_MOST, diag, &length);
    sk_output *file = bytes == NULL ? NULL : sk_output_begin_in(folder, name, diag);
    sk_status status = SK_ERR_ENVIRONMENT;
    if (file != NULL) {
        sk_output_leave_same(file);
        sk_output_keep_edited(file, *check);
        sk_output_write(file, bytes, length);
        status = sk_output_commit(file);
    }
    sk_output_free(file);
    free(bytes);
    return status;
}

/* A sheet that was longer once has left pages that nobody should take for its own. */
static void remove_former(const gathering *g, const sk_drawn *former, const sk_drawn *now) {
    for (size_t i = 0; former != NULL && i < former->file_count; i++) {
        bool stays = false;
        for (size_t k = 0; k < now->file_count; k++)
            stays = stays || strcmp(former->files[i].name, now->files[k].name) == 0;
        if (!stays)
            (void)sk_output_folder_remove(g->folder, plain_name(former->files[i].name),
                                          &g->edit_check, g->diag);
    }
}

static sk_status take_file(const gathering *g, const sk_drawn_file *file, sk_drawn_file *out) {
    const sk_plan *plan = g->to->plan;
    const char *plain = plain_name(file->name);
    const char *name = sk_arena_printf(plan->arena, "%s%s", g->within, plain);
    sk_status status = SK_OK;
    if (!is_there_already(g->to, g->from))
        status = copy(sk_path_in(plan->arena, g->from->folder, name), g->folder, plain,
                      &g->edit_check, g->diag);
    *out = (sk_drawn_file){.name = name,
                           .state = sk_drawn_file_state(plan->folder, name, plan->arena)};
    return status;
}

/* What is here as it would be drawn has been gathered, or drawn, before. */
static sk_status take_piece(const gathering *g, sk_piece *piece) {
    const sk_plan *plan = g->to->plan;
    const sk_drawn *former = sk_record_find(plan->record, piece->name);
    sk_drawn *now = SK_NEW(plan->arena, sk_drawn);
    if (sk_drawn_change(former, &piece->aspects, plan->folder, plan->arena) == NULL) {
        *now = *former;
        piece->was = now;
        return SK_OK;
    }
    *now = *piece->was;
    sk_drawn_file *files = SK_NEW_ARRAY(plan->arena, sk_drawn_file, now->file_count);
    sk_status status = SK_OK;
    for (size_t i = 0; status == SK_OK && i < now->file_count; i++)
        status = take_file(g, &now->files[i], &files[i]);
    if (status != SK_OK) return status;
    now->files = files;
    remove_former(g, former, now);
    sk_record_put(plan->record, now);
    piece->was = now;
    return SK_OK;
}

/* Those that are not to be had are composed again. */
static sk_status take_pages(const sk_gathering *to, const sk_annex_part *from,
                            const sk_figure_job *job, sk_diag *diag) {
    sk_arena *arena = to->plan->arena;
    const char *name = sk_kept_pages_name(job, arena);
    const char *path = sk_path_in(arena, sk_path_in(arena, from->folder, SK_RECORD_FOLDER), name);
    struct stat status;
    if (!to->pages || is_there_already(to, from) || stat(path, &status) != 0) return SK_OK;
    return copy(path, to->folders->pages, name, &(sk_edit_check){0}, diag);
}

static sk_status take_job(const sk_gathering *to, const sk_annex_part *part, sk_figure_job *job,
                          sk_diag *diag) {
    const struct {
        const sk_output_folder *folder;
        const char *within;
    } rows[SK_PART_COUNT] = {
        [SK_PART_FIGURE] = {to->folders->figures, ""},
        [SK_PART_SHEET] = {to->folders->sheets, "annex/"},
        [SK_PART_PICTURES] = {to->folders->pictures, SK_GALLERY_PICTURES "/"},
    };
    sk_status status = take_pages(to, part, job, diag);
    for (int kind = 0; kind < SK_PART_COUNT; kind++)
        for (size_t i = 0; status == SK_OK && i < job->parts[kind].piece_count; i++) {
            sk_piece *piece = &job->parts[kind].pieces[i];
            const gathering g = {to,
                                 part,
                                 rows[kind].folder,
                                 rows[kind].within,
                                 sk_piece_edit_check(piece->renderer, to->plan->force),
                                 diag};
            status = take_piece(&g, piece);
        }
    return status;
}

sk_status sk_parts_gather(const sk_annex_parts *parts, const sk_gathering *to, sk_figure_job *jobs,
                          size_t count, sk_diag *diag) {
    sk_status status = SK_OK;
    for (size_t i = 0; status == SK_OK && i < count; i++)
        status = take_job(to, sk_parts_drawer(parts, to->plan, jobs[i].figure), &jobs[i], diag);
    return status;
}
