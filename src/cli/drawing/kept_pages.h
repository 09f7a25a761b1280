/** Pages of sheets that earlier runs have composed, for an annex of which others have changed. */
#ifndef STREEKKAART_CLI_DRAWING_KEPT_PAGES_H
#define STREEKKAART_CLI_DRAWING_KEPT_PAGES_H

#include "cli/drawing/figure_job.h"

/** The name of the file that keeps them; in `arena`. */
const char *sk_kept_pages_name(const sk_figure_job *job, sk_arena *arena);

/** The job's sheet as it was kept, in `arena`. False: nothing is, or of another sheet. */
bool sk_kept_pages_read(const sk_figure_job *job, sk_arena *arena, sk_sheet *out);

/** Keeps the job's sheet. A failure is reported, and is one of the environment. */
SK_CHECKED sk_status sk_kept_pages_write(const sk_figure_job *job, const sk_sheet *sheet,
                                         sk_diag *diag);

/** The figure's map as a sheet of it has shown it, in `arena`; nothing where none was kept, or it
 *  shows something else by now. What only a table says does not count. */
sk_sheet_map sk_kept_map_read(const sk_figure_job *job, sk_arena *arena);

/** Keeps the map of the job's sheet, where that is the figure's. A failure is as above. */
SK_CHECKED sk_status sk_kept_map_write(const sk_figure_job *job, const sk_sheet *sheet,
                                       sk_diag *diag);

#endif
