/** Makes a project's boundary set from an official municipality file.
 *
 *  What is written tiles: neighbours share the points of their border, RESOCs and provinces run
 *  along municipal borders, and the sea and the countries around meet Belgium. */
#ifndef STREEKKAART_BOUNDARY_BUILDER_H
#define STREEKKAART_BOUNDARY_BUILDER_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/status.h"

/** Print at 1:400 000 shows 40 m as a tenth of a millimetre. */
#define SK_BOUNDARY_TOLERANCE_M 40.0

/** What to build: `source`, `resoc` and `out` are needed; what else is NULL or 0 has the default
 *  that is named here. */
typedef struct {
    const char *source;      /* polygons of municipalities, in any format and CRS that OGR reads */
    const char *layer;       /* in `source`; the first one that has the columns */
    const char *nis_column;  /* in `source`; the first known one (see boundaries/README.md) */
    const char *name_column; /* likewise */
    const char *resoc;       /* CSV nis,municipality,resoc: every municipality of Flanders */
    const char *resoc_names; /* CSV slug,name; resoc-names.csv beside `resoc` */
    const char *neighbours;  /* polygons of countries, up to their coasts; none are drawn */
    const char *neighbour_layer; /* in `neighbours`; the first one that has the columns */
    const char *out;             /* the GeoPackage to write */
    double tolerance_m;          /* how far a border may move; SK_BOUNDARY_TOLERANCE_M */
} sk_boundary_build;

/** What was built. */
typedef struct {
    size_t municipalities, resocs, provinces, neighbours; /* features of each layer */
    size_t points_read, points_written;                   /* of all borders, each held once */
    double worst_resoc_change; /* of a RESOC's area against the source's; 0.001 is 0.1 % */
} sk_boundary_report;

/** There is a boundary set at `path`, or no file that it would be a pity to lose. */
bool sk_boundary_set_may_be_at(const char *path);

/** Builds the set. The same input gives the same bytes.
 *  SK_OK: `out` is written and *report filled. Otherwise `out` is as it was, and `diag` says what
 *  is wrong with the input (SK_ERR_DATA) or why nothing can be written (SK_ERR_ENVIRONMENT). */
SK_CHECKED sk_status sk_boundary_build_run(const sk_boundary_build *build, sk_diag *diag,
                                           sk_boundary_report *report);

#endif
