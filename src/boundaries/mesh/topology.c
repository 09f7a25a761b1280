#include "boundaries/mesh/topology.h"

#include <stdlib.h>

typedef struct {
    const sk_mesh *mesh;
    sk_arena *arena;
    bool *is_node;
    sk_pair_table starts; /* an arc's first edge, in either direction -> its index times two, plus
                             one when the direction is the other way */
    sk_arc *arcs;
    size_t arc_count, arc_capacity;
} builder;

/* A point is a node unless the same two edges run through it in every ring that has it. */
static void find_nodes(builder *b) {
    size_t count = b->mesh->point_count;
    uint32_t(*around)[2] = sk_heap_array(count, sizeof *around);
    for (size_t p = 0; p < count; p++) around[p][0] = around[p][1] = SK_PAIR_NONE;
    for (size_t r = 0; r < b->mesh->ring_count; r++) {
        const sk_mesh_ring *ring = &b->mesh->rings[r];
        for (size_t i = 0; i < ring->count; i++) {
            uint32_t point = ring->vertices[i];
            const uint32_t beside[2] = {ring->vertices[(i + ring->count - 1) % ring->count],
                                        ring->vertices[(i + 1) % ring->count]};
            for (int side = 0; side < 2; side++) {
                uint32_t *known = around[point];
                if (known[0] == SK_PAIR_NONE || known[0] == beside[side])
                    known[0] = beside[side];
                else if (known[1] == SK_PAIR_NONE || known[1] == beside[side])
                    known[1] = beside[side];
                else
                    b->is_node[point] = true;
            }
        }
    }
    free(around);
}

static uint32_t new_arc(builder *b, const uint32_t *vertices, size_t count) {
    uint32_t index = (uint32_t)b->arc_count;
    b->arcs = sk_heap_grow(b->arcs, b->arc_count, &b->arc_capacity, sizeof *b->arcs);
    sk_arc *arc = &b->arcs[b->arc_count++];
    *arc = (sk_arc){.count = count, .left = SK_NO_FACE, .right = SK_NO_FACE};
    arc->points = SK_NEW_ARRAY(b->arena, sk_cm_point, count);
    for (size_t i = 0; i < count; i++) arc->points[i] = b->mesh->points[vertices[i]];
    sk_pair_table_add(&b->starts, sk_pair_key(vertices[0], vertices[1]), index * 2);
    sk_pair_table_add(&b->starts, sk_pair_key(vertices[count - 1], vertices[count - 2]),
                      index * 2 + 1);
    return index * 2;
}

static void claim(builder *b, uint32_t face, const uint32_t *vertices, size_t count) {
    uint32_t start = sk_pair_table_get(&b->starts, sk_pair_key(vertices[0], vertices[1]));
    if (start == SK_PAIR_NONE) start = new_arc(b, vertices, count);
    sk_arc *arc = &b->arcs[start / 2];
    *(start % 2 == 0 ? &arc->left : &arc->right) = face;
}

/* Where to start cutting a ring: at a node, or at the lowest point of a ring that has none, which
 * is the same for the face on its other side. */
static size_t first_vertex(const builder *b, const sk_mesh_ring *ring) {
    size_t lowest = 0;
    for (size_t i = 0; i < ring->count; i++) {
        if (b->is_node[ring->vertices[i]]) return i;
        if (ring->vertices[i] < ring->vertices[lowest]) lowest = i;
    }
    return lowest;
}

static void cut_ring(builder *b, const sk_mesh_ring *ring) {
    if (ring->count == 0) return;
    size_t first = first_vertex(b, ring), length = ring->count + 1;
    uint32_t *closed = sk_heap_array(length, sizeof *closed);
    for (size_t i = 0; i < length; i++) closed[i] = ring->vertices[(first + i) % ring->count];
    size_t start = 0;
    for (size_t i = 1; i < length; i++) {
        if (i + 1 < length && !b->is_node[closed[i]]) continue;
        claim(b, ring->face, closed + start, i - start + 1);
        start = i;
    }
    free(closed);
}

sk_topology *sk_topology_build(const sk_mesh *mesh, sk_arena *arena) {
    builder b = {.mesh = mesh, .arena = arena};
    b.is_node = sk_heap_array(mesh->point_count, sizeof *b.is_node);
    find_nodes(&b);
    for (size_t r = 0; r < mesh->ring_count; r++) cut_ring(&b, &mesh->rings[r]);

    sk_topology *topology = SK_NEW(arena, sk_topology);
    topology->face_count = mesh->face_count;
    topology->count = b.arc_count;
    topology->arcs = SK_NEW_ARRAY(arena, sk_arc, b.arc_count);
    for (size_t i = 0; i < b.arc_count; i++) topology->arcs[i] = b.arcs[i];
    free(b.arcs);
    free(b.is_node);
    sk_pair_table_free(&b.starts);
    return topology;
}
