/** The folders that figures and their sheets are written to, which one run has at a time. */
#ifndef STREEKKAART_CLI_DRAWING_OUT_FOLDER_H
#define STREEKKAART_CLI_DRAWING_OUT_FOLDER_H

#include "cli/arguments/arguments.h"
#include "streekkaart/output_folder.h"

typedef struct {
    sk_output_folder *figures;
    sk_output_folder *sheets;   /* annex/ in it; NULL when the command writes none */
    sk_output_folder *pictures; /* gallery/ in it; likewise */
    sk_output_folder *pages;    /* that are kept for later runs */
    sk_output_folder *record;   /* of what was drawn, see cli/record/record.h */
} sk_out_folders;

/** The path of the folder that figures are written to: that of --out, else out/ of the project, or
 *  with --demo of the current folder. */
const char *sk_out_folder_path(const sk_arguments *arguments, const char *project, sk_arena *arena);

/** Opens the folder of --out, or else out/, which may be no link: a project that
 *  somebody else has made does not say where else to write. Waits until no other run has it, and
 *  says so when that takes more than a second. SK_ERR_ENVIRONMENT: nothing can be written there,
 *  which is said once and before the work instead of for each figure after it. */
SK_CHECKED sk_status sk_out_folders_open(const sk_arguments *arguments, const char *project,
                                         sk_diag *diag, sk_out_folders *out);

/** Makes sure that what was written lasts, and lets others have the folders. */
SK_CHECKED sk_status sk_out_folders_close(sk_out_folders *folders, sk_diag *diag);

#endif
