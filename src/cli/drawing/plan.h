/** What of a run's drawings is to be made, and why: what is not as it would be made. */
#ifndef STREEKKAART_CLI_DRAWING_PLAN_H
#define STREEKKAART_CLI_DRAWING_PLAN_H

#include "cli/drawing/figure_job.h"

/** What a run's drawings are held against. */
typedef struct {
    sk_inputs inputs;
    sk_record *record; /* of `folder` */
    const char *folder;
    bool force; /* everything is made anew */
    bool sums;  /* of files are noted, for who gets copies of them */
    sk_arena *arena;
    sk_aspects common; /* sk_plan_begin() sets it */
} sk_plan;

/** Takes the digests that all drawings have in common. */
void sk_plan_begin(sk_plan *plan);

/** Sets the pieces of the job's figure, and for a `whole` annex those of its sheet and its pictures
 *  in the gallery. */
void sk_plan_job(const sk_plan *plan, bool whole, sk_figure_job *job);

/** The bound annex of the jobs' sheets, called `name`. */
sk_piece sk_plan_book(const sk_plan *plan, const sk_renderer *renderer, const char *name,
                      const sk_figure_job *jobs, size_t count);

/** Notes in the record what the run has made of a piece. What was told when it was composed is
 *  `composed`, or NULL. */
void sk_plan_note(const sk_plan *plan, const sk_piece *piece, const sk_diag *composed,
                  sk_status status, sk_shown shows);

/** The same for all pieces of the job. */
void sk_plan_note_job(const sk_plan *plan, const sk_figure_job *job);

#endif
