/** What the parts of an annex have drawn, as if one run had drawn it here. */
#ifndef STREEKKAART_CLI_PARTS_GATHER_H
#define STREEKKAART_CLI_PARTS_GATHER_H

#include "cli/drawing/out_folder.h"
#include "cli/parts/parts.h"

/** Where parts are gathered. */
typedef struct {
    const sk_plan *plan; /* of that folder; its record takes the parts' drawings */
    const sk_out_folders *folders;
    bool pages; /* those of sheets, too, to bind them */
} sk_gathering;

/** Copies the files of the jobs, whose pieces sk_parts_plan() has found as they would be drawn,
 * from where the parts have drawn them. What is there already with the same bytes stays as it is;
 * an SVG there that was edited gets another name, as when it is drawn. SK_ERR_ENVIRONMENT or
 * SK_ERR_DATA: `diag` says which file could not be copied. */
SK_CHECKED sk_status sk_parts_gather(const sk_annex_parts *parts, const sk_gathering *to,
                                     sk_figure_job *jobs, size_t count, sk_diag *diag);

#endif
