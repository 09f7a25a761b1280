/** Reading polygons from any file that OGR opens, in the coordinates of the map. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_OGR_SOURCE_H
#define STREEKKAART_BOUNDARIES_SOURCES_OGR_SOURCE_H

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "boundaries/mesh/planar.h"
#include "boundaries/sources/polygon_faults.h"
#include "streekkaart/diag.h"
#include "streekkaart/memory.h"

/** One open layer with the two columns that identify and name its features. */
typedef struct {
    const char *path, *crs, *map_crs;
    GDALDatasetH dataset;
    OGRLayerH layer;
    int id_column, name_column; /* name_column may be the same as id_column */
    OGRCoordinateTransformationH to_map;
} sk_ogr_source;

/** How to find the layer and its columns. The lists end with NULL; columns are compared without
 *  regard to case, and one that ends with an underscore stands for all that begin with it. */
typedef struct {
    const char *path;
    const char *layer;                   /* NULL: the first that has the columns */
    const char *crs;                     /* that it is in where it names none; or NULL */
    const char *map_crs;                 /* that shapes are brought to: "EPSG:3035" */
    const char *id_column, *name_column; /* NULL: looked for among the known ones */
    const char *const *known_ids, *const *known_names;
    const char *remedy; /* what to do when a column is not found */
} sk_ogr_request;

/** By its authority's code; the caller's to destroy; NULL when nobody knows it. */
OGRSpatialReferenceH sk_crs_of_code(const char *code);

/** Opens the layer; what cannot be used is explained in `diag`. Close it in either case. */
SK_CHECKED sk_status sk_ogr_source_open(const sk_ogr_request *request, sk_diag *diag,
                                        sk_ogr_source *source);
void sk_ogr_source_close(sk_ogr_source *source);

/** Is the column at `index` one of `known`, as in a request? */
bool sk_ogr_is_column(OGRFeatureDefnH columns, int index, const char *const *known);

/** "CODE, NAME, STATE"; the arena's. */
const char *sk_ogr_column_names(OGRFeatureDefnH columns, sk_arena *arena);

/** The geometry of a feature on the map's grid, mended when it was invalid. *fault says what is
 * wrong with it, and *detail more of that, where GDAL does (lent until the next call of GDAL); the
 * shape is empty when there is nothing to be had. */
sk_cm_shape sk_ogr_source_shape(const sk_ogr_source *source, OGRFeatureH feature, sk_arena *arena,
                                sk_feature_fault *fault, const char **detail);

/** Polygons of OGR, in metres, on the grid; parts of other kinds are left out. */
sk_cm_shape sk_ogr_shape_from(OGRGeometryH geometry, sk_arena *arena);

/** Is there a polygon in it, or in what it is a collection of? */
bool sk_ogr_has_polygon(OGRGeometryH geometry);

/** Does all of it lie where the grid is? */
bool sk_ogr_is_on_grid(OGRGeometryH geometry);

/** Adds the polygons in `geometry` to the multipolygon `into`, and leaves out the points and lines
 *  that an overlay gives where things only touch. */
void sk_ogr_add_polygons(OGRGeometryH into, OGRGeometryH geometry);

/** The shape as an OGR multipolygon in metres, the caller's to destroy: holes in the polygon that
 *  they lie in. */
OGRGeometryH sk_ogr_shape_to(const sk_cm_shape *shape);

#endif
