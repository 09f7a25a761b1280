/** The events of --json, each a line on standard output; docs/events.md says what they hold. */
#ifndef STREEKKAART_CLI_PROGRESS_EVENTS_H
#define STREEKKAART_CLI_PROGRESS_EVENTS_H

#include "cli/drawing/figure_job.h"
#include "cli/progress/summary.h"
#include "streekkaart/diag.h"

/** The figures are shown at that address. */
void sk_event_serve(const char *address);
/** So many figures are meant, of which so many are to be drawn. */
void sk_event_start(size_t figures, size_t to_draw, const char *folder);
/** What became of a figure, with its files. */
void sk_event_figure(const sk_figure_job *job, sk_outcome outcome);
/** A file that is no figure's own. */
void sk_event_file(const char *path);
/** A file that would be drawn. */
void sk_event_plan(const char *path, const char *why);
/** How many would be. */
void sk_event_plan_sum(size_t drawn, size_t all);
/** What is wrong. */
void sk_event_finding(const sk_finding *finding);
/** What the run has come to. */
void sk_event_summary(const sk_summary *sum, sk_status status);

#endif
