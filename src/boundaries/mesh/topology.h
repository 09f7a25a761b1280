/** Borders as arcs: each border between two faces is one line, held once.
 *
 *  An arc runs from node to node, and a node is a point where three or more borders meet; a border
 *  without nodes (around an enclave) is an arc that ends where it starts. Whatever is done to an
 *  arc is done to both its faces, so they go on meeting without a gap or an overlap. */
#ifndef STREEKKAART_BOUNDARIES_MESH_TOPOLOGY_H
#define STREEKKAART_BOUNDARIES_MESH_TOPOLOGY_H

#include "boundaries/mesh/mesh.h"
#include "streekkaart/memory.h"

typedef struct {
    sk_cm_point *points; /* a closed arc repeats its first point at the end */
    size_t count;
    uint32_t left, right; /* faces; SK_NO_FACE outside the map */
} sk_arc;

typedef struct {
    sk_arc *arcs;
    size_t count;
    uint32_t face_count;
} sk_topology;

/** Cuts the rings of `mesh` into arcs; the result lives in `arena`. */
sk_topology *sk_topology_build(const sk_mesh *mesh, sk_arena *arena);

static inline bool sk_arc_is_closed(const sk_arc *arc) {
    return sk_cm_same(arc->points[0], arc->points[arc->count - 1]);
}

/** Generalises each arc: points that lie within `tolerance_cm` of the line without them go, unless
 *  an arc would then cross or touch another or itself, jump over a place where it must not, or a
 *  ring would lose its shape; such arcs get as much of the tolerance as they can bear. Nodes stay
 *  where they are. */
void sk_topology_simplify(sk_topology *topology, double tolerance_cm);

/** The unions of the faces of each group: `group_of[face]` is below `group_count`, or SK_NO_FACE
 *  for a face that belongs to none. Inner borders are left out. The shapes live in `arena`. */
sk_cm_shape *sk_topology_dissolve(const sk_topology *topology, const uint32_t *group_of,
                                  size_t group_count, sk_arena *arena);

#endif
