/** One figure, from the project to its files: all that one thread does on its own. */
#ifndef STREEKKAART_CLI_DRAWING_FIGURE_JOB_H
#define STREEKKAART_CLI_DRAWING_FIGURE_JOB_H

#include <stdbool.h>

#include "cli/drawing/job_setup.h"
#include "cli/record/record.h"
#include "streekkaart/annex.h"

/** A file that was to be written, or is there already. */
typedef struct {
    const sk_renderer *renderer; /* NULL for what goes with another file */
    const char *path;
    sk_drawn_file drawn; /* as it was left */
    bool written;
} sk_figure_file;

typedef struct {
    sk_figure_file *items;
    size_t count, capacity;
} sk_file_list;

/** The figure, or its sheet, in one format; or the gallery's pictures of the figure. */
typedef struct {
    const sk_renderer *renderer; /* NULL: of pictures */
    const char *name;            /* of its first file, from the folder of the figures on */
    sk_aspects aspects;
    const char *why;     /* it is drawn; NULL: it is as it would be drawn, */
    const sk_drawn *was; /* which this tells of */

    sk_arena *arena; /* of what follows, which the run sets */
    sk_file_list files;
    sk_diag *findings; /* about what it shows */
    sk_diag *events;   /* about the writing of its files */
    sk_status status;
} sk_piece;

/** The figure, or its sheet, in all formats; or the gallery's pictures of it, one piece. */
typedef struct {
    bool wanted;
    const sk_output_folder *folder; /* of its files */
    sk_aspects aspects;
    sk_piece *pieces; /* in the order of formats */
    size_t piece_count;

    sk_diag *findings; /* about what was composed; NULL: nothing was */
    sk_status status;
    char *layout; /* what stands where, as JSON; NULL when it is not wanted, or there is nothing */
    size_t layout_length;
} sk_job_part;

typedef enum { SK_PART_FIGURE, SK_PART_SHEET, SK_PART_PICTURES, SK_PART_COUNT } sk_part_kind;

typedef struct {
    const sk_figure *figure;
    const char *stem; /* of the files' names, which a number and an ending follow */
    sk_job_part parts[SK_PART_COUNT];
    bool wants_layout;
    bool wants_pages;                    /* of the sheet, kept also when it is not drawn */
    const sk_output_folder *kept_folder; /* of pages, for who binds; NULL: none are kept */
    size_t threads;                      /* at most, 1 or more */

    sk_arena *arena; /* of what follows */
    sk_file_list files[SK_PART_COUNT];
    sk_shown shows;     /* the figure, drawn now or before */
    size_t sheet_pages; /* 0 when there is no sheet, or none is wanted */
    sk_diag *diag;      /* of this job alone */
    sk_status status;
} sk_figure_job;

/** May its sheet have to be composed, so that the setup needs a hyphenator? */
bool sk_figure_job_may_set_sheet(const sk_figure_job *job);

/** Composes the figure and its sheet and writes those of their files that are to be drawn; sets
 * what follows on `arena`. The setup is shared with other threads. */
void sk_figure_job_run(sk_figure_job *job, const sk_job_setup *setup);

/** Frees what the run has made. */
void sk_figure_job_free(sk_figure_job *job);

#endif
