#include "boundaries/mesh/mesh.h"

#include <stdlib.h>

#include "streekkaart/memory.h"

void sk_mesh_free(sk_mesh *mesh) {
    for (size_t i = 0; i < mesh->ring_count; i++) free(mesh->rings[i].vertices);
    free(mesh->rings);
    free(mesh->points);
    sk_pair_table_free(&mesh->point_index);
    *mesh = (sk_mesh){0};
}

static uint32_t add_point(sk_mesh *mesh, sk_cm_point point) {
    uint64_t key = sk_pair_key((uint32_t)point.x_cm, (uint32_t)point.y_cm);
    uint32_t index = sk_pair_table_add(&mesh->point_index, key, (uint32_t)mesh->point_count);
    if (index < mesh->point_count) return index;
    mesh->points =
        sk_heap_grow(mesh->points, mesh->point_count, &mesh->point_capacity, sizeof *mesh->points);
    mesh->points[mesh->point_count++] = point;
    return index;
}

uint32_t sk_mesh_add_face(sk_mesh *mesh, const sk_cm_shape *shape) {
    uint32_t face = mesh->face_count++;
    for (size_t i = 0; i < shape->count; i++) {
        const sk_cm_ring *from = &shape->rings[i];
        sk_mesh_ring ring = {.face = face,
                             .vertices = sk_heap_array(from->count, sizeof(uint32_t))};
        for (size_t p = 0; p < from->count; p++)
            ring.vertices[ring.count++] = add_point(mesh, from->points[p]);
        sk_mesh_ring_tidy(&ring);
        mesh->rings =
            sk_heap_grow(mesh->rings, mesh->ring_count, &mesh->ring_capacity, sizeof *mesh->rings);
        mesh->rings[mesh->ring_count++] = ring;
    }
    return face;
}

void sk_mesh_ring_tidy(sk_mesh_ring *ring) {
    uint32_t *v = ring->vertices;
    size_t kept = 0;
    for (size_t i = 0; i < ring->count; i++) {
        if (kept > 0 && v[kept - 1] == v[i]) continue;
        if (kept > 1 && v[kept - 2] == v[i]) {
            kept--;
            continue;
        }
        v[kept++] = v[i];
    }
    size_t first = 0;
    while (kept - first > 2) {
        if (v[kept - 1] == v[first] || (v[kept - 2] == v[first] && v[kept - 1] != v[first + 1]))
            kept--;
        else if (v[kept - 1] == v[first + 1])
            first++;
        else
            break;
    }
    ring->count = kept - first > 2 ? kept - first : 0;
    for (size_t i = 0; i < ring->count && first > 0; i++) v[i] = v[first + i];
}
