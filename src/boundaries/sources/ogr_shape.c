#include <math.h>
#include <stdlib.h>

#include "boundaries/sources/ogr_source.h"

static size_t ring_total(OGRGeometryH geometry) {
    OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbPolygon) return (size_t)OGR_G_GetGeometryCount(geometry);
    if (type != wkbMultiPolygon && type != wkbGeometryCollection) return 0;
    size_t total = 0;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); i++)
        total += ring_total(OGR_G_GetGeometryRef(geometry, i));
    return total;
}

bool sk_ogr_has_polygon(OGRGeometryH geometry) {
    return ring_total(geometry) > 0;
}

bool sk_ogr_is_on_grid(OGRGeometryH geometry) {
    static const double most_m = SK_CM_MAX / 100.0;
    OGREnvelope box = {0};
    OGR_G_GetEnvelope(geometry, &box);
    return box.MinX > -most_m && box.MinY > -most_m && box.MaxX < most_m && box.MaxY < most_m;
}

static void reverse(sk_cm_ring *ring) {
    for (size_t i = 0, j = ring->count; i + 1 < j--; i++) {
        sk_cm_point point = ring->points[i];
        ring->points[i] = ring->points[j];
        ring->points[j] = point;
    }
}

/* Outer rings counterclockwise, holes clockwise, whichever way they came. */
static void add_ring(sk_cm_shape *shape, OGRGeometryH line, bool hole, sk_arena *arena) {
    int count = OGR_G_GetPointCount(line);
    sk_cm_ring ring = {.points = SK_NEW_ARRAY(arena, sk_cm_point, (size_t)count)};
    for (int i = 0; i + 1 < count; i++) {
        double x_cm = OGR_G_GetX(line, i) * 100, y_cm = OGR_G_GetY(line, i) * 100;
        if (!(fabs(x_cm) < SK_CM_MAX && fabs(y_cm) < SK_CM_MAX)) return;
        sk_cm_point point = {(int32_t)lround(x_cm), (int32_t)lround(y_cm)};
        if (ring.count == 0 || !sk_cm_same(point, ring.points[ring.count - 1]))
            ring.points[ring.count++] = point;
    }
    if (ring.count < 3) return;
    if ((sk_cm_ring_area(ring.points, ring.count) < 0) != hole) reverse(&ring);
    shape->rings[shape->count++] = ring;
}

static void add_polygons(sk_cm_shape *shape, OGRGeometryH geometry, sk_arena *arena) {
    bool polygon = wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbPolygon;
    if (ring_total(geometry) == 0) return;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
        if (polygon)
            add_ring(shape, part, i > 0, arena);
        else
            add_polygons(shape, part, arena);
    }
}

sk_cm_shape sk_ogr_shape_from(OGRGeometryH geometry, sk_arena *arena) {
    sk_cm_shape shape = {.rings = SK_NEW_ARRAY(arena, sk_cm_ring, ring_total(geometry))};
    add_polygons(&shape, geometry, arena);
    return shape;
}

void sk_ogr_add_polygons(OGRGeometryH into, OGRGeometryH geometry) {
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbPolygon) {
        if (!OGR_G_IsEmpty(geometry)) OGR_G_AddGeometry(into, geometry);
        return;
    }
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); i++)
        sk_ogr_add_polygons(into, OGR_G_GetGeometryRef(geometry, i));
}

static OGRGeometryH line_of(const sk_cm_ring *ring) {
    OGRGeometryH line = OGR_G_CreateGeometry(wkbLinearRing);
    OGR_G_SetPointCount(line, (int)ring->count + 1);
    for (size_t i = 0; i <= ring->count; i++) {
        sk_cm_point point = ring->points[i % ring->count];
        OGR_G_SetPoint_2D(line, (int)i, point.x_cm / 100.0, point.y_cm / 100.0);
    }
    return line;
}

/* The smallest outer ring around a hole; -1 when there is none. */
static ptrdiff_t owner_of(const sk_cm_shape *shape, const double *area, size_t hole) {
    ptrdiff_t owner = -1;
    for (size_t i = 0; i < shape->count; i++)
        if (area[i] > -area[hole] && (owner < 0 || area[i] < area[owner]) &&
            sk_cm_ring_lies_in(&shape->rings[hole], &shape->rings[i]))
            owner = (ptrdiff_t)i;
    return owner;
}

OGRGeometryH sk_ogr_shape_to(const sk_cm_shape *shape) {
    OGRGeometryH result = OGR_G_CreateGeometry(wkbMultiPolygon);
    OGRGeometryH *polygon_of = sk_heap_array(shape->count, sizeof(OGRGeometryH));
    double *area = sk_heap_array(shape->count, sizeof *area);
    for (size_t i = 0; i < shape->count; i++) {
        area[i] = sk_cm_ring_area(shape->rings[i].points, shape->rings[i].count);
        if (area[i] < 0) continue;
        polygon_of[i] = OGR_G_CreateGeometry(wkbPolygon);
        OGR_G_AddGeometryDirectly(polygon_of[i], line_of(&shape->rings[i]));
        OGR_G_AddGeometryDirectly(result, polygon_of[i]);
    }
    for (size_t h = 0; h < shape->count; h++) {
        if (area[h] >= 0) continue;
        ptrdiff_t owner = owner_of(shape, area, h);
        if (owner >= 0) OGR_G_AddGeometryDirectly(polygon_of[owner], line_of(&shape->rings[h]));
    }
    free(polygon_of);
    free(area);
    return result;
}
