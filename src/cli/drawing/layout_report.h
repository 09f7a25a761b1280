/** The layout report: where everything of the figures stands, as JSON for scripts. */
#ifndef STREEKKAART_CLI_DRAWING_LAYOUT_REPORT_H
#define STREEKKAART_CLI_DRAWING_LAYOUT_REPORT_H

#include "cli/drawing/figure_job.h"
#include "streekkaart/layout.h"

/** The part of the report about a figure, or about the pages of a sheet, the first of which has its
 *  map; heap memory, the caller's to free(). */
char *sk_layout_report_pages(const sk_figure *figure, const sk_document *pages,
                             const sk_layout *layout, const sk_style_sheet *style, size_t *length);

/** The report can be written at `path`. SK_ERR_USAGE, reported: there is a file that is none, and
 *  must not be replaced but with `force`. */
SK_CHECKED sk_status sk_layout_report_check(const char *path, bool force, sk_diag *diag);

/** Writes the parts of all jobs that have one to the file at `path`, whole or not at all. */
SK_CHECKED sk_status sk_layout_report_write(const char *path, const sk_figure_job *jobs,
                                            size_t count, sk_diag *diag);

#endif
