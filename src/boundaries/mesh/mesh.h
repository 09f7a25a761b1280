/** The rings of all faces of a map, over one list of points.
 *
 *  A face is what is tiled with: a municipality, a country, the sea. A point that occurs in several
 *  rings stands in the list once, so that "the same border" means "the same indices". */
#ifndef STREEKKAART_BOUNDARIES_MESH_MESH_H
#define STREEKKAART_BOUNDARIES_MESH_MESH_H

#include "boundaries/mesh/pair_table.h"
#include "boundaries/mesh/planar.h"

#define SK_NO_FACE UINT32_MAX

typedef struct {
    uint32_t face;
    uint32_t *vertices; /* indices of points; the first is not repeated at the end */
    size_t count;
} sk_mesh_ring;

typedef struct {
    sk_cm_point *points;
    size_t point_count, point_capacity;
    sk_pair_table point_index;
    sk_mesh_ring *rings;
    size_t ring_count, ring_capacity;
    uint32_t face_count;
} sk_mesh;

/** A mesh starts as {0} and is the caller's, until sk_mesh_free(). */
void sk_mesh_free(sk_mesh *mesh);

/** Adds a face and returns its number: 0, 1, 2 and so on. */
uint32_t sk_mesh_add_face(sk_mesh *mesh, const sk_cm_shape *shape);

/** Drops repeated points and spikes (out to a point and straight back). What is left of a ring
 *  without area is empty. */
void sk_mesh_ring_tidy(sk_mesh_ring *ring);

/** Makes neighbours meet where their borders run within `tolerance_cm` of each other: there, points
 *  become one, and a point beside another's edge becomes part of that edge. Edges that two faces
 *  share already stay as they are. */
void sk_mesh_weld(sk_mesh *mesh, int32_t tolerance_cm);

#endif
