/** One figure, from the project to its files: all that one thread does on its own. */
#ifndef STREEKKAART_CLI_DRAWING_FIGURE_JOB_H
#define STREEKKAART_CLI_DRAWING_FIGURE_JOB_H

#include <stdbool.h>

#include "streekkaart/annex.h"
#include "streekkaart/compose.h"
#include "streekkaart/project.h"
#include "streekkaart/render.h"
#include "streekkaart/style_sheet.h"

/** A file that was to be written. */
typedef struct {
    const sk_renderer *renderer;
    const char *path;
    bool written;
} sk_figure_file;

typedef struct {
    sk_figure_file *items;
    size_t count, capacity;
} sk_file_list;

typedef struct {
    const sk_figure *figure;
    unsigned formats;       /* a bit for each row of sk_renderers() */
    const char *path;       /* of the figure's files, without an extension */
    const char *sheet_path; /* of the sheet's likewise; NULL: no sheet */
    bool wants_layout;

    sk_arena *arena; /* of what follows */
    sk_file_list files, sheet_files;
    sk_sheet sheet; /* without pages when there is none */
    char *layout;   /* of the figure, as JSON; NULL when nothing was drawn, or it is not wanted */
    size_t layout_length;
    sk_diag *diag; /* of this job alone */
    sk_status status;
} sk_figure_job;

/** What all figures of a run have in common; only read. */
typedef struct {
    sk_composer composer; /* without a typesetter: each thread has its own */
    sk_page_request page;
    sk_render_options render;
    bool force; /* files that were edited since they were drawn are replaced for good */
} sk_job_setup;

/** Composes the figure and its sheet and writes their files; sets what follows on `arena`. The
 *  setup is shared with other threads. */
void sk_figure_job_run(sk_figure_job *job, const sk_job_setup *setup);

/** Frees what the run has made. */
void sk_figure_job_free(sk_figure_job *job);

#endif
