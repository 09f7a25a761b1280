/** From the coordinates of a file to shapes on the ground: metres in the project's CRS. */
#ifndef STREEKKAART_LOAD_TABLES_GROUND_H
#define STREEKKAART_LOAD_TABLES_GROUND_H

#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <stdbool.h>

#include "load/tables/load.h"
#include "streekkaart/geometry.h"

/** The way from one CRS to the ground. */
typedef struct sk_ground sk_ground;

/** From `source`, or from WGS 84 when it is NULL. NULL when the CRS is unknown or has no way to the
 *  ground, which is reported at `place`. The caller's, until sk_ground_free(). */
sk_ground *sk_ground_create(const sk_load *load, sk_place place, OGRSpatialReferenceH source);
void sk_ground_free(sk_ground *ground);

/** Are the coordinates that it begins with longitude and latitude? */
bool sk_ground_is_in_degrees(const sk_ground *ground);

/** Turns `geometry` into a shape whose points are the arena's; NULL or empty becomes an empty
 *  shape. `geometry` itself is changed. False when it can't be drawn, which is reported. */
bool sk_ground_shape(const sk_load *load, const sk_ground *ground, sk_place place,
                     OGRGeometryH geometry, sk_shape *out);

/** `geometry` as well-known text in WGS 84; the arena's, NULL when there is none or it is empty. */
const char *sk_ground_wkt(const sk_load *load, const sk_ground *ground, OGRGeometryH geometry);

/** The other way: a geometry in metres of what was read, for measuring. The caller's, until
 *  OGR_G_DestroyGeometry(). */
OGRGeometryH sk_ground_geometry(const sk_shape *shape);

#endif
