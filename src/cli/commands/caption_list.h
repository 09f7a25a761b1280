/** The list of captions that a report takes the figures of a run from. */
#ifndef STREEKKAART_CLI_COMMANDS_CAPTION_LIST_H
#define STREEKKAART_CLI_COMMANDS_CAPTION_LIST_H

#include "cli/drawing/figure_job.h"

/** What it is made of. */
typedef struct {
    const sk_caption_form *form;
    const char *name;          /* of its file */
    const sk_figure_job *jobs; /* that were run */
    size_t job_count;
} sk_caption_list;

/** Writes it beside the jobs' figures. SK_ERR_DATA: one of them was not drawn, and the list of
 * before is better; `diag` says so. */
SK_CHECKED sk_status sk_caption_list_write(const sk_caption_list *list,
                                           const sk_output_folder *folder, sk_arena *arena,
                                           sk_diag *diag);

#endif
