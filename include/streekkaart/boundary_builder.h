/** Makes a project's boundary set from any polygons with codes and names.
 *
 *  What is written tiles: neighbours share the points of their border, the regions of larger levels
 *  run along those of the smallest, and the sea and the neighbours meet them. */
#ifndef STREEKKAART_BOUNDARY_BUILDER_H
#define STREEKKAART_BOUNDARY_BUILDER_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/project_settings.h"
#include "streekkaart/status.h"

/** Print at 1:400 000 shows 40 m as a tenth of a millimetre. */
#define SK_BOUNDARY_TOLERANCE_M 40.0

/** Where it stands which region of a level a polygon lies in: a column of the source, or a CSV
 *  whose first column has codes, with a column that is named after the level. The names of its
 *  regions: level-names.csv beside it, with the columns level, slug and name. */
typedef struct {
    const char *column, *table; /* one of them, or neither */
} sk_boundary_level;

/** What to build: `settings`, `source` and `out` are needed; what else is NULL or 0 has the default
 *  that is named here. */
typedef struct {
    const sk_project_settings *settings; /* levels, CRS, and what lies around */
    const char *source;      /* polygons of the smallest level, in any format that OGR reads */
    const char *layer;       /* in `source`; the first one that has the columns */
    const char *crs;         /* of the source, where it names none itself: "EPSG:4326" */
    const char *code_column; /* in `source`; the first known one (see boundaries/README.md) */
    const char *name_column; /* likewise */
    /** Of each level above the smallest; of SK_REGION_NEIGHBOUR, which of the polygons are
     *  neighbours. */
    sk_boundary_level levels[SK_REGION_LEVEL_COUNT];
    sk_string_list homes;   /* "province:limburg": what else the source has is a neighbour; none:
                               all that lies in a region of each level */
    const char *mergers;    /* CSV old,new: codes that are another one by now */
    const char *neighbours; /* polygons of countries, up to their coasts; none are drawn */
    const char *neighbour_layer; /* in `neighbours`; the first one that has the columns */
    const char *out;             /* the GeoPackage to write */
    double tolerance_m;          /* how far a border may move; SK_BOUNDARY_TOLERANCE_M */
    /** Is told each stage as it begins, such as "reading source.gpkg"; NULL: nobody is. */
    void (*progress)(void *context, const char *stage);
    void *progress_context;
} sk_boundary_build;

/** What was built. */
typedef struct {
    size_t polygons;                       /* with a code, in the source */
    size_t regions[SK_REGION_LEVEL_COUNT]; /* features of each layer */
    size_t points_read, points_written;    /* of all borders, each held once */
    size_t bytes;                          /* of the file */
    double worst_change; /* of the area of a region above the smallest; 0.001 is 0.1 % */
} sk_boundary_report;

/** A CRS that the polygons of `build->source` can be drawn in: `wanted`, where it is not NULL; that
 *  of the source, where it is projected in metres and has a code; else the zone of UTM (WGS 84)
 * that their middle lies in. The code is the arena's, or `wanted`; `build->settings` is not needed.
 *  SK_ERR_USAGE: no map can be drawn in the one that is wanted, which `diag` explains. */
SK_CHECKED sk_status sk_boundary_map_crs(const sk_boundary_build *build, const char *wanted,
                                         sk_arena *arena, sk_diag *diag, const char **code);

/** There is a boundary set at `path`, or no file that it would be a pity to lose. */
bool sk_boundary_set_may_be_at(const char *path);

/** Builds the set. The same input gives the same bytes.
 *  SK_OK: `out` is written and *report filled. Otherwise `out` is as it was, and `diag` says what
 *  is wrong with the input (SK_ERR_DATA) or why nothing can be written (SK_ERR_ENVIRONMENT). */
SK_CHECKED sk_status sk_boundary_build_run(const sk_boundary_build *build, sk_diag *diag,
                                           sk_boundary_report *report);

#endif
