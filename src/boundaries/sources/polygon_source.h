/** The polygons of the smallest level, of any file. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_POLYGON_SOURCE_H
#define STREEKKAART_BOUNDARIES_SOURCES_POLYGON_SOURCE_H

#include "boundaries/mesh/planar.h"
#include "boundaries/sources/mergers.h"
#include "boundaries/sources/ogr_source.h"
#include "streekkaart/boundary_builder.h"
#include "streekkaart/memory.h"
#include "streekkaart/translation.h"

typedef struct {
    const char *code, *name; /* the name without the bracket that some sources add */
    const sk_translation *names;
    bool is_merged;      /* it had another code */
    const char *formers; /* codes and names that it or its parts had, with semicolons; or NULL */
    const char *cells[SK_REGION_LEVEL_COUNT]; /* of the columns of build->levels; else NULL */
    const sk_translation *cell_names[SK_REGION_LEVEL_COUNT];
    size_t order; /* in the source */
    double source_area_m2;
    sk_cm_shape shape; /* possibly of several features of the source */
} sk_polygon;

typedef struct {
    sk_polygon *items; /* by code */
    size_t count;
} sk_polygon_list;

/** Opens the layer of `build->source` that has a code and a name for each polygon, with the way
 * from its CRS to `map_crs`; see sk_ogr_source_open(). */
SK_CHECKED sk_status sk_polygon_source_open(const sk_boundary_build *build, const char *map_crs,
                                            sk_diag *diag, sk_ogr_source *out);

/** Reads all polygons, those with one code, by now, as one; what is wrong with any of them is in
 *  `diag`. The list lives in `arena`. */
SK_CHECKED sk_status sk_polygon_source_read(const sk_boundary_build *build,
                                            const sk_merger_list *mergers, sk_arena *arena,
                                            sk_diag *diag, sk_polygon_list *out);

/** The polygon with that code; its index, or SK_NO_FACE. */
uint32_t sk_polygon_find(const sk_polygon_list *list, const char *code);

#endif
