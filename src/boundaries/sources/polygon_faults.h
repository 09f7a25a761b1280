/** What is wrong with the features of a source of polygons: one message for each cause. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_POLYGON_FAULTS_H
#define STREEKKAART_BOUNDARIES_SOURCES_POLYGON_FAULTS_H

#include "boundaries/sources/fault_tally.h"
#include "streekkaart/diag.h"

typedef enum {
    SK_FEATURE_SOUND,
    SK_FEATURE_WITHOUT_CODE,
    SK_FEATURE_WITHOUT_NAME,
    SK_FEATURE_WITHOUT_GEOMETRY,
    SK_FEATURE_NO_POLYGON,  /* a point, a line */
    SK_FEATURE_FLAT,        /* a polygon without an area */
    SK_FEATURE_MENDED,      /* it was invalid */
    SK_FEATURE_UNREACHABLE, /* its coordinates can't be brought to the project's CRS */
    SK_FEATURE_FAR,         /* beyond what the maps' coordinates count to */
    SK_FEATURE_PARTLY_FAR,
    SK_FEATURE_OF_TWO_NAMES, /* one code, two names */
    SK_FEATURE_FAULT_COUNT,
} sk_feature_fault;

/** Begins as {0}. */
typedef struct {
    size_t features; /* that were looked at */
    sk_fault_tally tallies[SK_FEATURE_FAULT_COUNT];
    const char *details[SK_FEATURE_FAULT_COUNT]; /* of the first with the fault; or NULL */
} sk_polygon_faults;

/** Counts a fault, of which `detail` (or NULL) says more; nothing for SK_FEATURE_SOUND. */
void sk_polygon_faults_add(sk_polygon_faults *faults, sk_feature_fault fault, const char *feature,
                           const char *detail, sk_arena *arena);

/** Tells them, as faults of the file. */
void sk_polygon_faults_report(const sk_polygon_faults *faults, const char *file, sk_arena *arena,
                              sk_diag *diag);

#endif
