/** Strips that two sources leave open between them, given to the nearest neighbour. */
#ifndef STREEKKAART_BOUNDARIES_MESH_OPEN_STRIPS_H
#define STREEKKAART_BOUNDARIES_MESH_OPEN_STRIPS_H

#include <ogr_api.h>
#include <stdbool.h>
#include <stddef.h>

/** Cuts `open` up and gives each part to the nearest of the `count` geometries in `neighbours`
 *  (NULL or empty ones get nothing; of two equally near the first). On success gains[i], NULL when
 *  nothing, is what neighbour i gets: the caller's to destroy. False when GEOS fails; then
 *  CPLGetLastErrorMsg() says why. */
bool sk_open_strips_share(OGRGeometryH open, const OGRGeometryH *neighbours, size_t count,
                          OGRGeometryH *gains);

#endif
