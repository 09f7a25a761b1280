/** Which municipality belongs to which RESOC, and what the RESOCs are called. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_REGION_TABLE_H
#define STREEKKAART_BOUNDARIES_SOURCES_REGION_TABLE_H

#include "boundaries/sources/municipality_source.h"

typedef struct {
    const char *slug, *name;
    const char *province; /* slug; where its municipalities lie */
} sk_resoc;

typedef struct {
    const sk_resoc *resocs; /* by slug */
    size_t resoc_count;
    const uint32_t *resoc_of; /* for each municipality: an index, or SK_NO_FACE outside Flanders */
} sk_region_table;

/** Reads `build->resoc` and the names beside it, and holds them against the municipalities: every
 *  one of Flanders belongs to one RESOC, each of which has a name and lies in one province. The
 *  table lives in `arena`. */
SK_CHECKED sk_status sk_region_table_read(const sk_boundary_build *build,
                                          const sk_municipality_list *municipalities,
                                          sk_arena *arena, sk_diag *diag, sk_region_table *out);

#endif
