/** Regions that were joined since a file or a table was made: codes that are another one by now. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_MERGERS_H
#define STREEKKAART_BOUNDARIES_SOURCES_MERGERS_H

#include "streekkaart/boundary_builder.h"
#include "streekkaart/memory.h"

/** A line each; of texts that the table does not give "". */
typedef struct {
    const char *const *olds, *const *news;
    const char *const *names, *const *old_names; /* of the new ones, and of the old ones */
    size_t count;
} sk_merger_list;

/** The mergers of the CSV at `build->mergers`; none where that is NULL. A code that becomes two is
 *  a fault: to split a region takes more than a table. */
SK_CHECKED sk_status sk_mergers_read(const sk_boundary_build *build, sk_arena *arena, sk_diag *diag,
                                     sk_merger_list *out);

/** What the code is by now, through one merger after another. */
const char *sk_merged_code(const sk_merger_list *mergers, const char *code);

/** What the polygon of an old code is called by now; NULL: as before. */
const char *sk_merged_name(const sk_merger_list *mergers, const char *code);

#endif
