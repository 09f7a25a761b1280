#include "boundaries/mesh/open_strips.h"

#include <cpl_error.h>
#include <geos_c.h>
#include <stdlib.h>

#include "streekkaart/memory.h"

/* OGR knows no triangulation that keeps borders and no index for distances; GEOS, which it is built
 * on, knows both. */

typedef struct {
    GEOSContextHandle_t geos;
    GEOSGeometry **shapes;
    const GEOSPreparedGeometry **prepared;
    size_t count;
} nearest_index;

static void keep_message(const char *message, void *unused) {
    (void)unused;
    CPLError(CE_Failure, CPLE_AppDefined, "%s", message);
}

static GEOSGeometry *geos_from_ogr(GEOSContextHandle_t geos, OGRGeometryH geometry) {
    int size = OGR_G_WkbSize(geometry);
    unsigned char *wkb = sk_heap_array((size_t)size, 1);
    OGR_G_ExportToWkb(geometry, wkbNDR, wkb);
    GEOSGeometry *result = GEOSGeomFromWKB_buf_r(geos, wkb, (size_t)size);
    free(wkb);
    return result;
}

static OGRGeometryH ogr_from_geos(GEOSContextHandle_t geos, const GEOSGeometry *geometry) {
    size_t size = 0;
    unsigned char *wkb = GEOSGeomToWKB_buf_r(geos, geometry, &size);
    OGRGeometryH result = NULL;
    if (wkb != NULL) OGR_G_CreateFromWkb(wkb, NULL, &result, (int)size);
    GEOSFree_r(geos, wkb);
    return result;
}

static bool index_neighbours(nearest_index *index, const OGRGeometryH *neighbours) {
    for (size_t i = 0; i < index->count; i++) {
        if (neighbours[i] == NULL || OGR_G_IsEmpty(neighbours[i])) continue;
        index->shapes[i] = geos_from_ogr(index->geos, neighbours[i]);
        if (index->shapes[i]) index->prepared[i] = GEOSPrepare_r(index->geos, index->shapes[i]);
        if (index->prepared[i] == NULL) return false;
    }
    return true;
}

/* The neighbour nearest to the middle of a triangle; `count` when there is none. */
static size_t nearest(const nearest_index *index, const GEOSGeometry *triangle) {
    size_t best = index->count;
    double best_distance = 0;
    GEOSGeometry *middle = GEOSGetCentroid_r(index->geos, triangle);
    for (size_t i = 0; middle != NULL && i < index->count; i++) {
        double distance = 0;
        if (index->prepared[i] == NULL ||
            !GEOSPreparedDistance_r(index->geos, index->prepared[i], middle, &distance))
            continue;
        if (best < index->count && distance >= best_distance) continue;
        best = i;
        best_distance = distance;
    }
    GEOSGeom_destroy_r(index->geos, middle);
    return best;
}

/* Unites the triangles that go to each neighbour; they share whole edges, so this is exact. */
static bool unite(const nearest_index *index, const GEOSGeometry *triangles, OGRGeometryH *gains) {
    GEOSContextHandle_t geos = index->geos;
    size_t triangle_count = (size_t)GEOSGetNumGeometries_r(geos, triangles);
    size_t *owner = sk_heap_array(triangle_count, sizeof *owner);
    GEOSGeometry **own = sk_heap_array(triangle_count, sizeof(GEOSGeometry *));
    for (size_t t = 0; t < triangle_count; t++)
        owner[t] = nearest(index, GEOSGetGeometryN_r(geos, triangles, (int)t));
    bool good = true;
    for (size_t i = 0; i < index->count && good; i++) {
        unsigned own_count = 0;
        for (size_t t = 0; t < triangle_count; t++)
            if (owner[t] == i)
                own[own_count++] =
                    GEOSGeom_clone_r(geos, GEOSGetGeometryN_r(geos, triangles, (int)t));
        if (own_count == 0) continue;
        GEOSGeometry *parts =
            GEOSGeom_createCollection_r(geos, GEOS_GEOMETRYCOLLECTION, own, own_count);
        GEOSGeometry *whole = parts ? GEOSCoverageUnion_r(geos, parts) : NULL;
        gains[i] = whole ? ogr_from_geos(geos, whole) : NULL;
        good = gains[i] != NULL;
        GEOSGeom_destroy_r(geos, parts);
        GEOSGeom_destroy_r(geos, whole);
    }
    free(own);
    free(owner);
    return good;
}

bool sk_open_strips_share(OGRGeometryH open, const OGRGeometryH *neighbours, size_t count,
                          OGRGeometryH *gains) {
    for (size_t i = 0; i < count; i++) gains[i] = NULL;
    if (OGR_G_IsEmpty(open)) return true;
    GEOSContextHandle_t geos = GEOS_init_r();
    GEOSContext_setErrorMessageHandler_r(geos, keep_message, NULL);
    nearest_index index = {geos, sk_heap_array(count, sizeof(GEOSGeometry *)),
                           sk_heap_array(count, sizeof(GEOSPreparedGeometry *)), count};
    GEOSGeometry *strips = geos_from_ogr(geos, open);
    GEOSGeometry *triangles = strips ? GEOSConstrainedDelaunayTriangulation_r(geos, strips) : NULL;
    bool good =
        triangles && index_neighbours(&index, neighbours) && unite(&index, triangles, gains);
    GEOSGeom_destroy_r(geos, strips);
    GEOSGeom_destroy_r(geos, triangles);
    for (size_t i = 0; i < count; i++) {
        GEOSPreparedGeom_destroy_r(geos, index.prepared[i]);
        GEOSGeom_destroy_r(geos, index.shapes[i]);
        if (good) continue;
        OGR_G_DestroyGeometry(gains[i]);
        gains[i] = NULL;
    }
    free(index.shapes);
    free(index.prepared);
    GEOS_finish_r(geos);
    return good;
}
