#include "resolve/shape_ops.h"
#include "load/tables/ground_box.h"

#include <geos_c.h>
#include <math.h>
#include <stdlib.h>

struct sk_shape_ops {
    GEOSContextHandle_t geos;
    sk_arena *arena;
    sk_shape_store *store; /* lent; NULL: nothing is kept */
};

typedef enum { UNION, DIFFERENCE, CLIP, BUFFER, SIMPLIFY, POLE } operation;

/* GEOS says NULL when it has no memory, and takes no NULL in its turn. */
static void *needed(void *made) {
    if (made == NULL) sk_memory_exhaust();
    return made;
}

sk_shape_ops *sk_shape_ops_create(sk_arena *arena) {
    sk_shape_ops *ops = sk_heap_array(1, sizeof *ops);
    ops->geos = needed(GEOS_init_r());
    ops->arena = arena;
    return ops;
}

void sk_shape_ops_share(sk_shape_ops *ops, sk_shape_store *store) {
    ops->store = store;
}

void sk_shape_ops_free(sk_shape_ops *ops) {
    if (ops == NULL) return;
    GEOS_finish_r(ops->geos);
    free(ops);
}

sk_arena *sk_shape_ops_arena(const sk_shape_ops *ops) {
    return ops->arena;
}

static GEOSCoordSequence *coords_of(sk_shape_ops *ops, const sk_shape_part *part) {
    GEOSCoordSequence *coords = needed(GEOSCoordSeq_create_r(ops->geos, (unsigned)part->count, 2));
    for (size_t i = 0; i < part->count; i++)
        GEOSCoordSeq_setXY_r(ops->geos, coords, (unsigned)i, part->points[i].east_m,
                             part->points[i].north_m);
    return coords;
}

static size_t polygon_part_count(const sk_shape *shape, size_t first) {
    size_t end = first + 1;
    while (end < shape->part_count && shape->parts[end].hole) end++;
    return end - first;
}

/* A ring of fewer than four points is none: NULL. */
static GEOSGeometry *ring_of(sk_shape_ops *ops, const sk_shape_part *ring) {
    const size_t fewest = 4;
    return ring->count < fewest ? NULL
                                : GEOSGeom_createLinearRing_r(ops->geos, coords_of(ops, ring));
}

static GEOSGeometry *polygon_of(sk_shape_ops *ops, const sk_shape_part *rings, size_t count) {
    GEOSGeometry *shell = ring_of(ops, &rings[0]);
    if (shell == NULL) return NULL;
    GEOSGeometry **holes = sk_heap_array(count, sizeof *holes);
    unsigned hole_count = 0;
    for (size_t i = 1; i < count; i++) {
        holes[hole_count] = ring_of(ops, &rings[i]);
        if (holes[hole_count] != NULL) hole_count++;
    }
    GEOSGeometry *polygon = needed(GEOSGeom_createPolygon_r(ops->geos, shell, holes, hole_count));
    free(holes);
    return polygon;
}

static int collection_type(sk_shape_kind kind) {
    switch (kind) {
        case SK_SHAPE_POINTS:
            return GEOS_MULTIPOINT;
        case SK_SHAPE_LINES:
            return GEOS_MULTILINESTRING;
        default:
            return GEOS_MULTIPOLYGON;
    }
}

static GEOSGeometry *to_geos(sk_shape_ops *ops, const sk_shape *shape) {
    GEOSGeometry **members = sk_heap_array(shape->part_count, sizeof *members);
    size_t count = 0;
    for (size_t i = 0; i < shape->part_count;) {
        size_t parts = 1;
        if (shape->kind == SK_SHAPE_POLYGONS) {
            parts = polygon_part_count(shape, i);
            members[count] = polygon_of(ops, &shape->parts[i], parts);
        } else if (shape->kind == SK_SHAPE_LINES) {
            members[count] =
                GEOSGeom_createLineString_r(ops->geos, coords_of(ops, &shape->parts[i]));
        } else {
            members[count] = GEOSGeom_createPoint_r(ops->geos, coords_of(ops, &shape->parts[i]));
        }
        if (members[count] != NULL) count++;
        i += parts;
    }
    GEOSGeometry *whole = needed(GEOSGeom_createCollection_r(
        ops->geos, collection_type(shape->kind), members, (unsigned)count));
    free(members);
    return whole;
}

typedef struct {
    sk_shape_part *parts;
    size_t count, capacity;
} part_list;

static void append_part(sk_shape_ops *ops, part_list *list, const GEOSGeometry *run, bool hole) {
    const GEOSCoordSequence *coords = GEOSGeom_getCoordSeq_r(ops->geos, run);
    unsigned count = 0;
    if (coords == NULL || !GEOSCoordSeq_getSize_r(ops->geos, coords, &count) || count == 0) return;
    sk_shape_part part = {SK_NEW_ARRAY(ops->arena, sk_ground_point, count), count, hole};
    for (unsigned i = 0; i < count; i++)
        GEOSCoordSeq_getXY_r(ops->geos, coords, i, &part.points[i].east_m, &part.points[i].north_m);
    list->parts = sk_heap_grow(list->parts, list->count, &list->capacity, sizeof *list->parts);
    list->parts[list->count++] = part;
}

/* Appends what is of the wanted kind: an intersection may also yield stray points and lines. */
static void append_geometry(sk_shape_ops *ops, part_list *list, const GEOSGeometry *geometry,
                            sk_shape_kind kind) {
    if (geometry == NULL || GEOSisEmpty_r(ops->geos, geometry)) return;
    switch (GEOSGeomTypeId_r(ops->geos, geometry)) {
        case GEOS_POLYGON:
            if (kind != SK_SHAPE_POLYGONS) return;
            append_part(ops, list, GEOSGetExteriorRing_r(ops->geos, geometry), false);
            for (int i = 0; i < GEOSGetNumInteriorRings_r(ops->geos, geometry); i++)
                append_part(ops, list, GEOSGetInteriorRingN_r(ops->geos, geometry, i), true);
            return;
        case GEOS_LINESTRING:
        case GEOS_LINEARRING:
            if (kind == SK_SHAPE_LINES) append_part(ops, list, geometry, false);
            return;
        case GEOS_POINT:
            if (kind == SK_SHAPE_POINTS) append_part(ops, list, geometry, false);
            return;
        default:
            for (int i = 0; i < GEOSGetNumGeometries_r(ops->geos, geometry); i++)
                append_geometry(ops, list, GEOSGetGeometryN_r(ops->geos, geometry, i), kind);
    }
}

/* Takes over `geometry`. */
static sk_shape from_geos(sk_shape_ops *ops, GEOSGeometry *geometry, sk_shape_kind kind) {
    part_list list = {0};
    append_geometry(ops, &list, geometry, kind);
    if (geometry != NULL) GEOSGeom_destroy_r(ops->geos, geometry);
    sk_shape shape = {.kind = SK_SHAPE_EMPTY};
    if (list.count > 0) {
        shape.kind = kind;
        shape.part_count = list.count;
        shape.parts = SK_NEW_ARRAY(ops->arena, sk_shape_part, list.count);
        for (size_t i = 0; i < list.count; i++) shape.parts[i] = list.parts[i];
    }
    free(list.parts);
    return shape;
}

static bool is_known(sk_shape_ops *ops, sk_shape_key key, sk_shape *out) {
    return ops->store != NULL && sk_shape_store_find(ops->store, key, ops->arena, out);
}

static sk_shape kept(sk_shape_ops *ops, sk_shape_key key, sk_shape shape) {
    if (ops->store != NULL) sk_shape_store_keep(ops->store, key, &shape);
    return shape;
}

/* An operation on one shape, with a measure. */
static sk_shape_key key_of(operation what, const sk_shape *shape, double measure) {
    sk_shape_key key = sk_shape_key_begin(what);
    sk_shape_key_add_number(&key, measure);
    sk_shape_key_add_shape(&key, shape);
    return key;
}

static sk_shape_key key_of_two(operation what, const sk_shape *a, const sk_shape *b) {
    sk_shape_key key = key_of(what, a, 0);
    sk_shape_key_add_shape(&key, b);
    return key;
}

static sk_shape unite(sk_shape_ops *ops, const sk_shape *shapes, size_t count) {
    GEOSGeometry **members = sk_heap_array(count, sizeof *members);
    for (size_t i = 0; i < count; i++) members[i] = to_geos(ops, &shapes[i]);
    GEOSGeometry *all = needed(
        GEOSGeom_createCollection_r(ops->geos, GEOS_GEOMETRYCOLLECTION, members, (unsigned)count));
    free(members);
    GEOSGeometry *whole = GEOSUnaryUnion_r(ops->geos, all);
    GEOSGeom_destroy_r(ops->geos, all);
    return from_geos(ops, whole, SK_SHAPE_POLYGONS);
}

sk_shape sk_shape_union(sk_shape_ops *ops, const sk_shape *shapes, size_t count) {
    sk_shape_key key = sk_shape_key_begin(UNION);
    for (size_t i = 0; i < count; i++) sk_shape_key_add_shape(&key, &shapes[i]);
    sk_shape whole;
    return is_known(ops, key, &whole) ? whole : kept(ops, key, unite(ops, shapes, count));
}

static bool box_holds(sk_ground_box outer, sk_ground_box inner) {
    return inner.west_m >= outer.west_m && inner.east_m <= outer.east_m &&
           inner.south_m >= outer.south_m && inner.north_m <= outer.north_m;
}

static bool boxes_meet(sk_ground_box a, sk_ground_box b) {
    return a.west_m <= b.east_m && b.west_m <= a.east_m && a.south_m <= b.north_m &&
           b.south_m <= a.north_m;
}

sk_shape sk_shape_difference(sk_shape_ops *ops, const sk_shape *a, const sk_shape *b) {
    if (!boxes_meet(sk_shape_bounds(a), sk_shape_bounds(b))) return *a;
    sk_shape_key key = key_of_two(DIFFERENCE, a, b);
    sk_shape rest;
    if (is_known(ops, key, &rest)) return rest;
    GEOSGeometry *left = to_geos(ops, a), *right = to_geos(ops, b);
    GEOSGeometry *result = GEOSDifference_r(ops->geos, left, right);
    GEOSGeom_destroy_r(ops->geos, left);
    GEOSGeom_destroy_r(ops->geos, right);
    return kept(ops, key, from_geos(ops, result, a->kind));
}

sk_shape sk_shape_clip(sk_shape_ops *ops, const sk_shape *shape, sk_ground_box box) {
    sk_ground_box bounds = sk_shape_bounds(shape);
    if (shape->kind == SK_SHAPE_EMPTY || !boxes_meet(bounds, box)) return (sk_shape){0};
    if (box_holds(box, bounds)) return *shape;
    sk_shape_key key = key_of(CLIP, shape, box.west_m);
    sk_shape_key_add_number(&key, box.south_m);
    sk_shape_key_add_number(&key, box.east_m);
    sk_shape_key_add_number(&key, box.north_m);
    sk_shape known;
    if (is_known(ops, key, &known)) return known;
    GEOSGeometry *whole = to_geos(ops, shape);
    GEOSGeometry *inside =
        GEOSClipByRect_r(ops->geos, whole, box.west_m, box.south_m, box.east_m, box.north_m);
    GEOSGeom_destroy_r(ops->geos, whole);
    return kept(ops, key, from_geos(ops, inside, shape->kind));
}

sk_shape sk_shape_buffer(sk_shape_ops *ops, const sk_shape *shape, double distance_m) {
    const int quadrant_segments = 6;
    sk_shape_key key = key_of(BUFFER, shape, distance_m);
    sk_shape known;
    if (is_known(ops, key, &known)) return known;
    GEOSGeometry *whole = to_geos(ops, shape);
    GEOSGeometry *grown = GEOSBuffer_r(ops->geos, whole, distance_m, quadrant_segments);
    GEOSGeom_destroy_r(ops->geos, whole);
    return kept(ops, key, from_geos(ops, grown, SK_SHAPE_POLYGONS));
}

sk_shape sk_shape_simplify(sk_shape_ops *ops, const sk_shape *shape, double tolerance_m) {
    sk_shape_key key = key_of(SIMPLIFY, shape, tolerance_m);
    sk_shape known;
    if (is_known(ops, key, &known)) return known;
    GEOSGeometry *whole = to_geos(ops, shape);
    GEOSGeometry *simpler = GEOSTopologyPreserveSimplify_r(ops->geos, whole, tolerance_m);
    GEOSGeom_destroy_r(ops->geos, whole);
    return kept(ops, key, from_geos(ops, simpler, shape->kind));
}

sk_shape sk_shape_next_polygon(const sk_shape *shape, size_t *index) {
    const sk_shape part = {.kind = SK_SHAPE_POLYGONS,
                           .parts = &shape->parts[*index],
                           .part_count = polygon_part_count(shape, *index)};
    *index += part.part_count;
    return part;
}

double sk_ring_area(const sk_shape_part *ring) {
    double twice = 0;
    for (size_t i = 0; i + 1 < ring->count; i++) {
        /* relative to the first point, lest large coordinates eat the digits */
        double ax = ring->points[i].east_m - ring->points[0].east_m;
        double ay = ring->points[i].north_m - ring->points[0].north_m;
        double bx = ring->points[i + 1].east_m - ring->points[0].east_m;
        double by = ring->points[i + 1].north_m - ring->points[0].north_m;
        twice += ax * by - bx * ay;
    }
    return fabs(twice) / 2;
}

double sk_ring_width(const sk_shape_part *ring) {
    double length = 0;
    for (size_t i = 0; i + 1 < ring->count; i++)
        length += hypot(ring->points[i + 1].east_m - ring->points[i].east_m,
                        ring->points[i + 1].north_m - ring->points[i].north_m);
    return length > 0 ? 4 * sk_ring_area(ring) / length : 0;
}

double sk_shape_area(const sk_shape *shape) {
    if (shape->kind != SK_SHAPE_POLYGONS) return 0;
    double area = 0;
    for (size_t i = 0; i < shape->part_count; i++)
        area +=
            shape->parts[i].hole ? -sk_ring_area(&shape->parts[i]) : sk_ring_area(&shape->parts[i]);
    return area;
}

static sk_ground_point find_pole(sk_shape_ops *ops, const sk_shape *shape, double tolerance_m,
                                 double *radius_m) {
    sk_ground_point pole = {NAN, NAN};
    GEOSGeometry *whole = to_geos(ops, shape);
    GEOSGeometry *radius = GEOSMaximumInscribedCircle_r(ops->geos, whole, tolerance_m);
    *radius_m = 0;
    if (radius != NULL) {
        const GEOSCoordSequence *coords = GEOSGeom_getCoordSeq_r(ops->geos, radius);
        GEOSCoordSeq_getXY_r(ops->geos, coords, 0, &pole.east_m, &pole.north_m);
        GEOSLength_r(ops->geos, radius, radius_m);
    }
    if (radius != NULL) GEOSGeom_destroy_r(ops->geos, radius);
    GEOSGeom_destroy_r(ops->geos, whole);
    return pole;
}

/* Kept as two points, of which the second holds the radius. */
sk_ground_point sk_shape_pole(sk_shape_ops *ops, const sk_shape *shape, double tolerance_m,
                              double *radius_m) {
    sk_shape_key key = key_of(POLE, shape, tolerance_m);
    sk_shape known;
    if (!is_known(ops, key, &known)) {
        sk_ground_point points[2] = {0};
        points[0] = find_pole(ops, shape, tolerance_m, &points[1].east_m);
        sk_shape_part part = {points, 2, false};
        kept(ops, key, (sk_shape){.kind = SK_SHAPE_POINTS, .parts = &part, .part_count = 1});
        if (radius_m != NULL) *radius_m = points[1].east_m;
        return points[0];
    }
    if (radius_m != NULL) *radius_m = known.parts[0].points[1].east_m;
    return known.parts[0].points[0];
}
