/** Pages of sheets that earlier runs have composed, for an annex of which others have changed. */
#ifndef STREEKKAART_CLI_DRAWING_KEPT_PAGES_H
#define STREEKKAART_CLI_DRAWING_KEPT_PAGES_H

#include "cli/drawing/figure_job.h"

/** The name of the file that keeps them; in `arena`. */
const char *sk_kept_pages_name(const sk_figure_job *job, sk_arena *arena);

/** Takes the job's sheet from what is kept. False: nothing is, or of another sheet. */
bool sk_kept_pages_read(sk_figure_job *job);

/** Keeps the job's sheet. A failure is reported, and is one of the environment. */
SK_CHECKED sk_status sk_kept_pages_write(const sk_figure_job *job, sk_diag *diag);

#endif
