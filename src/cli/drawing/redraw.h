/** A figure as an SVG in memory, to hold another against it. */
#ifndef STREEKKAART_CLI_DRAWING_REDRAW_H
#define STREEKKAART_CLI_DRAWING_REDRAW_H

#include "cli/drawing/figure_job.h"
#include "svg_reader/file/svg_figure.h"

/** Draws the page that `like` is an edition of, as the project has it today, for the same target
 * and on a page of the same size. SK_OK: *out is in `arena`. Otherwise `diag` says why there is
 * none; `file` is the one that `like` was read from. */
SK_CHECKED sk_status sk_redraw(const sk_svg_figure *like, const char *file,
                               const sk_job_setup *setup, sk_arena *arena, sk_diag *diag,
                               sk_svg_figure *out);

/** What overlaps on a page. */
typedef struct {
    const sk_layout_overlap *items;
    size_t count;
} sk_overlap_list;

/** Composes that page for what `diag` then says of it, and for what overlaps on it, which is in
 * `arena`; nothing is drawn. SK_OK: there is such a page, whatever is wrong with it. */
SK_CHECKED sk_status sk_recompose(const sk_svg_figure *like, const sk_job_setup *setup,
                                  sk_arena *arena, sk_diag *diag, sk_overlap_list *out);

#endif
