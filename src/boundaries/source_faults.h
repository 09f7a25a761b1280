/** What keeps the polygons of a source from tiling. */
#ifndef STREEKKAART_BOUNDARIES_SOURCE_FAULTS_H
#define STREEKKAART_BOUNDARIES_SOURCE_FAULTS_H

#include "boundaries/mesh/topology.h"
#include "boundaries/sources/polygon_source.h"

/** Reports gaps and overlaps between polygons: rings of their common `outline` that are no
 *  outline. Face i of `topology` is polygon i. */
SK_CHECKED sk_status sk_source_faults_tiling(const char *file, const sk_polygon_list *list,
                                             const sk_topology *topology,
                                             const sk_cm_shape *outline, sk_diag *diag);

/** Reports borders that cross each other, also as they were before they were generalised. */
SK_CHECKED sk_status sk_source_faults_crossings(const char *file, const sk_polygon_list *list,
                                                const sk_topology *topology, sk_diag *diag);

#endif
