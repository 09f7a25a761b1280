/** A figure that somebody has edited, beside the drawing that it was made from. */
#ifndef STREEKKAART_CLI_COMMANDS_TOUCHED_FIGURE_H
#define STREEKKAART_CLI_COMMANDS_TOUCHED_FIGURE_H

#include "cli/drawing/job_setup.h"
#include "svg_reader/touch_ups.h"

typedef struct {
    sk_svg_figure *drawn, *edited;
    sk_touch_ups touch_ups;
} sk_touched_figure;

/** Reads the SVG `file`. What it is compared with is the SVG `original` or, where that is NULL, the
 *  page as the project has it; without those of its pins that it has got since the file was drawn,
 *  where that explains the file better. All in `arena`. SK_ERR_DATA: `diag` says why there is
 *  nothing to compare. */
SK_CHECKED sk_status sk_touched_figure_read(const char *file, const char *original,
                                            const sk_job_setup *setup, sk_arena *arena,
                                            sk_diag *diag, sk_touched_figure *out);

#endif
