/** The parts of an annex, as runs with --shard have drawn them: each in a folder of its own, or all
 *  in one. A part is its record, and the files that the record tells of. */
#ifndef STREEKKAART_CLI_PARTS_PARTS_H
#define STREEKKAART_CLI_PARTS_PARTS_H

#include "cli/drawing/plan.h"

/** A part that was drawn to its end. */
typedef struct {
    sk_shard shard;
    const char *folder; /* of its figures */
    sk_record *record;
} sk_annex_part;

/** All parts of one annex, by their numbers from 1 on. */
typedef struct {
    sk_annex_part *items;
    size_t count;
} sk_annex_parts;

/** Finds the parts in the folders. SK_ERR_DATA: `diag` says which is missing, was not drawn to its
 *  end, or is there twice. All in `arena`. */
SK_CHECKED sk_status sk_parts_find(sk_string_list folders, sk_arena *arena, sk_diag *diag,
                                   sk_annex_parts *out);

/** The part that draws the figure, of the plan's project. */
const sk_annex_part *sk_parts_drawer(const sk_annex_parts *parts, const sk_plan *plan,
                                     const sk_figure *figure);

/** Sets the pieces of the job as sk_plan_job() does, held against what the part has drawn. Of the
 *  plan counts what drawings are made of. */
void sk_parts_plan(const sk_annex_parts *parts, const sk_plan *plan, sk_figure_job *job);

/** Is all that the parts have to draw as it would be drawn here? SK_ERR_DATA: `diag` says of each
 *  part of which it is not why. */
SK_CHECKED sk_status sk_parts_check(const sk_annex_parts *parts, const sk_plan *plan,
                                    const sk_figure_job *jobs, size_t count, sk_diag *diag);

#endif
