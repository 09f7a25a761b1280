/** Geometries as text that people and programs read. */
#ifndef STREEKKAART_LOAD_FILES_WKT_H
#define STREEKKAART_LOAD_FILES_WKT_H

#include <ogr_api.h>

#include "streekkaart/memory.h"

/** A geometry without curves, in two dimensions, as well-known text: "POINT (4.36 51.2685)". Read
 *  again it is the same to the last bit; OGR's own writer rounds. The arena's. */
const char *sk_wkt_write(sk_arena *arena, OGRGeometryH geometry);

#endif
