/** One figure, from the project to its files: all that one thread does on its own. */
#ifndef STREEKKAART_CLI_DRAWING_FIGURE_JOB_H
#define STREEKKAART_CLI_DRAWING_FIGURE_JOB_H

#include <stdbool.h>

#include "cli/drawing/job_setup.h"
#include "streekkaart/annex.h"

/** A file that was to be written. */
typedef struct {
    const sk_renderer *renderer; /* NULL for what goes with another file */
    const char *path;
    bool written;
} sk_figure_file;

typedef struct {
    sk_figure_file *items;
    size_t count, capacity;
} sk_file_list;

typedef struct {
    const sk_figure *figure;
    unsigned formats;                       /* a bit for each row of sk_renderers() */
    const sk_output_folder *folder;         /* of the figure's files */
    const sk_output_folder *sheet_folder;   /* of the sheet's; NULL: no sheet */
    const sk_output_folder *picture_folder; /* of the gallery's; NULL: none */
    const char *stem; /* of their names, which a number and an ending follow */
    bool wants_layout;

    sk_arena *arena; /* of what follows */
    sk_file_list files, sheet_files;
    const char *description; /* what the figure shows; NULL when nothing was drawn */
    sk_sheet sheet;          /* without pages when there is none */
    /* What stands where, as JSON; NULL when nothing was drawn, or it is not wanted. */
    char *layout, *sheet_layout;
    size_t layout_length, sheet_layout_length;
    sk_diag *diag; /* of this job alone */
    sk_status status;
} sk_figure_job;

/** Composes the figure and its sheet and writes their files; sets what follows on `arena`. The
 *  setup is shared with other threads. */
void sk_figure_job_run(sk_figure_job *job, const sk_job_setup *setup);

/** Frees what the run has made. */
void sk_figure_job_free(sk_figure_job *job);

#endif
