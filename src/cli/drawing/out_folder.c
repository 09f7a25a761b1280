#include "cli/drawing/out_folder.h"

#include <stddef.h>
#include <stdio.h>
#include <time.h>

#include "cli/arguments/project_folder.h"
#include "cli/arguments/report.h"
#include "cli/arguments/say.h"
#include "cli/record/record.h"
#include "streekkaart/gallery.h"

/* How long another run is waited for in silence. */
enum { SILENT_TRIES = 20, TRY_MS = 50 };

typedef bool take_lock(const sk_output_folder *folder, bool wait);

/* A stop by a signal ends the waiting, as it ends everything. */
static void wait_for(take_lock *take, const sk_output_folder *folder, bool quiet) {
    const struct timespec pause = {.tv_nsec = TRY_MS * 1000000L};
    for (int i = 0; i < SILENT_TRIES; i++) {
        if (take(folder, false)) return;
        nanosleep(&pause, NULL);
    }
    if (!quiet)
        sk_say(stderr, "%s: another run writes there: waiting until it has finished",
               sk_output_folder_path(folder));
    take(folder, true);
}

/* Parts are drawn side by side: each writes files that no other one does. */
static void wait_for_turn(const sk_arguments *arguments, const sk_output_folder *folder) {
    bool together = arguments->shard.count > 0;
    wait_for(together ? sk_output_folder_share : sk_output_folder_lock, folder, arguments->quiet);
}

static const char out_name[] = "out";

const char *sk_out_folder_path(const sk_arguments *arguments, const char *project,
                               sk_arena *arena) {
    if (arguments->out != NULL) return arguments->out;
    /* the installed study is everybody's */
    return arguments->demo ? out_name : sk_path_in(arena, project, out_name);
}

static sk_output_folder *open_figures(const sk_arguments *arguments, const char *project,
                                      sk_diag *diag) {
    if (arguments->out != NULL) return sk_output_folder_open(arguments->out, diag);
    return sk_output_folder_open_in(arguments->demo ? "." : project, out_name, diag);
}

/* A folder of the figures' own, for this run; NULL: `diag` says why. */
static sk_output_folder *open_within(const sk_out_folders *folders, const char *name,
                                     const sk_arguments *arguments, sk_diag *diag) {
    sk_output_folder *folder =
        sk_output_folder_open_in(sk_output_folder_path(folders->figures), name, diag);
    if (folder != NULL) wait_for_turn(arguments, folder);
    return folder;
}

/* Of the record, or that of a part, which one run draws at a time. */
static sk_output_folder *open_record(const sk_out_folders *folders, const sk_arguments *arguments,
                                     sk_diag *diag) {
    if (folders->pages == NULL) return NULL;
    const char *pages = sk_output_folder_path(folders->pages);
    const char *part = sk_record_part_name(arguments->shard, arguments->arena);
    if (part == NULL) return sk_output_folder_open(pages, diag);
    sk_output_folder *folder = sk_output_folder_open_in(pages, part, diag);
    if (folder != NULL) wait_for(sk_output_folder_lock, folder, arguments->quiet);
    return folder;
}

static void free_folders(sk_out_folders *folders) {
    sk_output_folder_free(folders->pages);
    sk_output_folder_free(folders->record);
    sk_output_folder_free(folders->pictures);
    sk_output_folder_free(folders->sheets);
    sk_output_folder_free(folders->figures);
}

sk_status sk_out_folders_open(const sk_arguments *arguments, const char *project, sk_diag *diag,
                              sk_out_folders *out) {
    *out = (sk_out_folders){.figures = open_figures(arguments, project, diag)};
    if (out->figures == NULL) return SK_ERR_ENVIRONMENT;
    wait_for_turn(arguments, out->figures);
    out->pages =
        sk_output_folder_open_in(sk_output_folder_path(out->figures), SK_RECORD_FOLDER, diag);
    out->record = open_record(out, arguments, diag);
    bool all = arguments->command->scope == SK_SCOPE_ALL;
    if (all) {
        out->sheets = open_within(out, "annex", arguments, diag);
        out->pictures = open_within(out, SK_GALLERY_PICTURES, arguments, diag);
    }
    if (out->record != NULL && (!all || (out->sheets != NULL && out->pictures != NULL)))
        return SK_OK;
    free_folders(out);
    return SK_ERR_ENVIRONMENT;
}

sk_status sk_out_folders_close(sk_out_folders *folders, sk_diag *diag) {
    sk_status status = SK_OK;
    if (folders->sheets != NULL)
        status = sk_worse(status, sk_output_folder_sync(folders->sheets, diag));
    if (folders->pictures != NULL)
        status = sk_worse(status, sk_output_folder_sync(folders->pictures, diag));
    status = sk_worse(status, sk_output_folder_sync(folders->figures, diag));
    status = sk_worse(status, sk_output_folder_sync(folders->record, diag));
    free_folders(folders);
    return status;
}
