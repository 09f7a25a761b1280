/** Where generalised arcs would spoil the map. */
#ifndef STREEKKAART_BOUNDARIES_MESH_ARC_CONFLICTS_H
#define STREEKKAART_BOUNDARIES_MESH_ARC_CONFLICTS_H

#include "boundaries/mesh/topology.h"

/** Of each arc only the points with keep[arc][point] are left. Sets conflict[arc] for each arc that
 *  then crosses or touches another or itself other than at a common end, or that has jumped over
 *  the end of another. */
void sk_arc_conflicts_find(const sk_topology *topology, bool *const *keep, bool *conflict);

#endif
