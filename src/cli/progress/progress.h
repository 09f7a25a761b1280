/** What a drawing command says while it works, and at its end: to a person at a terminal, to a log,
 *  or, with --json, to a program, one event a line (docs/events.md). */
#ifndef STREEKKAART_CLI_PROGRESS_PROGRESS_H
#define STREEKKAART_CLI_PROGRESS_PROGRESS_H

#include "cli/arguments/arguments.h"
#include "cli/drawing/figure_job.h"

/** What was said of a run so far. */
typedef struct sk_progress sk_progress;

/** The caller's, until sk_progress_end(). The arguments and the report are lent until then. */
sk_progress *sk_progress_begin(const sk_arguments *arguments, sk_report *report);

/** Tells the findings so far; the run is about these figures, and its files go into the folder. */
void sk_progress_start(sk_progress *progress, const sk_figure_job *jobs, size_t count,
                       const char *folder);

/** Figures that were asked for and can't be drawn. */
void sk_progress_hold_back(sk_progress *progress, size_t count);

/** That is being done now. Any thread may say so; the text must last. */
void sk_progress_now(sk_progress *progress, const char *what);

/** A job is through, in whatever order. Any thread may say so. */
void sk_progress_step(sk_progress *progress, const sk_figure_job *job);

/** Tells a figure's findings, which the report holds already, and what became of its files; in the
 *  order of the figures. */
void sk_progress_figure(sk_progress *progress, const sk_figure_job *job);

/** Tells of a file that is no figure's own. The path must last. */
void sk_progress_file(sk_progress *progress, const char *path);

/** With --dry-run: tells that the file would be drawn, and why. */
void sk_progress_plan(sk_progress *progress, const char *path, const char *why);

/** With --dry-run: tells how many of all files would be drawn. */
void sk_progress_plan_sum(sk_progress *progress, size_t drawn, size_t all);

/** Tells what the report holds and nobody was told yet. */
void sk_progress_findings(sk_progress *progress);

/** Tells what is left to tell, and the summary; frees the progress. */
void sk_progress_end(sk_progress *progress, sk_status status);

#endif
