/** What tells other programs in which CRS a map is, and where its corners lie, by PROJ. */
#ifndef STREEKKAART_RESOLVE_GEOREFERENCE_H
#define STREEKKAART_RESOLVE_GEOREFERENCE_H

#include <stdbool.h>

#include "streekkaart/geometry.h"
#include "streekkaart/memory.h"

/** Fills in all but the frame, for these corners in `crs`; texts are the arena's. False where PROJ
 *  cannot: then the map is one without a georeference. */
bool sk_georeference_find(const char *crs, const sk_ground_point corners[4], sk_arena *arena,
                          sk_georeference *out);

#endif
