/** What stands above the single figures: the bound annex, and a page to leaf through them. */
#ifndef STREEKKAART_CLI_DRAWING_ANNEX_H
#define STREEKKAART_CLI_DRAWING_ANNEX_H

#include "cli/drawing/figure_job.h"

typedef struct {
    const sk_job_setup *setup;
    const sk_output_folder *folder; /* that the figures are in */
    const char *suffix;             /* of its files, "" or "-fr" */
    const sk_figure_job *jobs;      /* that were run */
    size_t job_count;
    sk_piece *book; /* the bound annex; NULL: none is wanted */
} sk_annex;

/** The format that the annex is bound in, if it is among `formats`; else NULL. */
const sk_renderer *sk_annex_renderer(unsigned formats);

/** Writes the book, unless it is as it would be made, and FOLDER/indexSUFFIX.html, which stays as
 * it is when nothing in it has changed; adds what is there to `files`. An annex that lacks a sheet
 * is not written, which `diag` explains. */
SK_CHECKED sk_status sk_annex_write(const sk_annex *annex, sk_arena *arena, sk_diag *diag,
                                    const char **files, size_t *file_count);

enum { SK_ANNEX_FILES_MAX = 2 };

#endif
