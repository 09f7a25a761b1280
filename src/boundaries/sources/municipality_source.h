/** The municipalities of an official file. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_MUNICIPALITY_SOURCE_H
#define STREEKKAART_BOUNDARIES_SOURCES_MUNICIPALITY_SOURCE_H

#include "boundaries/mesh/planar.h"
#include "boundaries/sources/nis.h"
#include "streekkaart/boundary_builder.h"
#include "streekkaart/memory.h"

typedef struct {
    const char *nis, *name; /* the name without the bracket that some sources add */
    const sk_nis_district *district;
    size_t order; /* in the source */
    double source_area_m2;
    sk_cm_shape shape; /* possibly of several features of the source */
} sk_municipality;

typedef struct {
    sk_municipality *items; /* by NIS code */
    size_t count;
} sk_municipality_list;

/** Reads all municipalities; what is wrong with any of them is in `diag`. The list lives in
 *  `arena`. */
SK_CHECKED sk_status sk_municipality_source_read(const sk_boundary_build *build, sk_arena *arena,
                                                 sk_diag *diag, sk_municipality_list *out);

#endif
