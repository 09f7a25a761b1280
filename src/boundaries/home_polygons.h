/** Which polygons of a source are the project's own, and which lie around. */
#ifndef STREEKKAART_BOUNDARIES_HOME_POLYGONS_H
#define STREEKKAART_BOUNDARIES_HOME_POLYGONS_H

#include "boundaries/sources/level_table.h"

/** What a polygon is: one of the project's own, a neighbour, or nothing. */
typedef enum { SK_POLYGON_LEFT_OUT, SK_POLYGON_OWN, SK_POLYGON_NEIGHBOUR } sk_polygon_part;

/** Says it of each polygon in parts[]. Own is what lies in a region of every level, and in one of
 *  build->homes where there are some; what else has a region is then a neighbour, named after its
 *  largest, which tables[SK_REGION_NEIGHBOUR] gets. What is left out is told. */
SK_CHECKED sk_status sk_home_polygons_find(const sk_boundary_build *build,
                                           const sk_polygon_list *polygons, sk_arena *arena,
                                           sk_diag *diag,
                                           sk_level_table tables[SK_REGION_LEVEL_COUNT],
                                           sk_polygon_part *parts);

#endif
