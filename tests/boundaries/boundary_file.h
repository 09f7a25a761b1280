/* Looks into a boundary set as a GIS would: features, areas, and which borders are shared. */
#ifndef TESTS_BOUNDARY_FILE_H
#define TESTS_BOUNDARY_FILE_H

#include <check.h>
#include <gdal.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

#include "streekkaart/memory.h"

/* A stretch of border between two points, in centimetres, the lower end first. */
typedef struct {
    long long x1, y1, x2, y2;
} border_edge;

typedef struct {
    border_edge *edges;
    size_t count, capacity;
} border_edges;

static inline GDALDatasetH open_set(const char *path) {
    GDALAllRegister();
    GDALDatasetH set = GDALOpenEx(path, GDAL_OF_VECTOR, NULL, NULL, NULL);
    ck_assert_msg(set != NULL, "%s cannot be opened", path);
    return set;
}

static inline OGRLayerH layer_of(GDALDatasetH set, const char *name) {
    OGRLayerH layer = GDALDatasetGetLayerByName(set, name);
    ck_assert_msg(layer != NULL, "no layer %s", name);
    OGR_L_ResetReading(layer);
    OGR_L_SetAttributeFilter(layer, NULL);
    return layer;
}

static inline const char *text_of(OGRFeatureH feature, const char *column) {
    int index = OGR_F_GetFieldIndex(feature, column);
    ck_assert_msg(index >= 0, "no column %s", column);
    return OGR_F_GetFieldAsString(feature, index);
}

static inline double number_of(OGRFeatureH feature, const char *column) {
    return OGR_F_GetFieldAsDouble(feature, OGR_F_GetFieldIndex(feature, column));
}

/* All polygons of the features with column = value (of all, when column is NULL) in one. */
static inline OGRGeometryH polygons_where(OGRLayerH layer, const char *column, const char *value) {
    OGRGeometryH all = OGR_G_CreateGeometry(wkbMultiPolygon);
    OGRFeatureH feature;
    OGR_L_ResetReading(layer);
    while ((feature = OGR_L_GetNextFeature(layer)) != NULL) {
        OGRGeometryH shape = OGR_F_GetGeometryRef(feature);
        if (column == NULL || strcmp(text_of(feature, column), value) == 0)
            for (int i = 0; i < OGR_G_GetGeometryCount(shape); i++)
                OGR_G_AddGeometry(all, OGR_G_GetGeometryRef(shape, i));
        OGR_F_Destroy(feature);
    }
    return all;
}

static inline double area_where(OGRLayerH layer, const char *column, const char *value) {
    OGRGeometryH all = polygons_where(layer, column, value);
    double area = OGR_G_Area(all);
    OGR_G_DestroyGeometry(all);
    return area;
}

static inline void add_edges(border_edges *list, OGRGeometryH geometry) {
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); i++)
        add_edges(list, OGR_G_GetGeometryRef(geometry, i));
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) != wkbLineString) return;
    for (int i = 1; i < OGR_G_GetPointCount(geometry); i++) {
        long long x1 = llround(OGR_G_GetX(geometry, i - 1) * 100);
        long long y1 = llround(OGR_G_GetY(geometry, i - 1) * 100);
        long long x2 = llround(OGR_G_GetX(geometry, i) * 100);
        long long y2 = llround(OGR_G_GetY(geometry, i) * 100);
        bool swap = x1 > x2 || (x1 == x2 && y1 > y2);
        list->edges = sk_heap_grow(list->edges, list->count, &list->capacity, sizeof *list->edges);
        list->edges[list->count++] =
            swap ? (border_edge){x2, y2, x1, y1} : (border_edge){x1, y1, x2, y2};
    }
}

static inline void add_layer_edges(border_edges *list, OGRLayerH layer) {
    OGRGeometryH all = polygons_where(layer, NULL, NULL);
    add_edges(list, all);
    OGR_G_DestroyGeometry(all);
}

static inline int compare_edges(const void *a, const void *b) {
    return memcmp(a, b, sizeof(border_edge));
}

static inline void sort_edges(border_edges *list) {
    qsort(list->edges, list->count, sizeof *list->edges, compare_edges);
}

static inline bool has_edge(const border_edges *sorted, const border_edge *edge) {
    return bsearch(edge, sorted->edges, sorted->count, sizeof *edge, compare_edges) != NULL;
}

/* How many edges only one polygon has, of those that do not lie on the frame around all. */
static inline size_t loose_edges(const border_edges *sorted) {
    border_edge frame = sorted->edges[0];
    size_t loose = 0;
    for (size_t i = 0; i < sorted->count; i++) {
        const border_edge *e = &sorted->edges[i];
        if (e->x1 < frame.x1) frame.x1 = e->x1;
        if (e->x2 > frame.x2) frame.x2 = e->x2;
        frame.y1 = frame.y1 < e->y1 ? frame.y1 : e->y1;
        frame.y1 = frame.y1 < e->y2 ? frame.y1 : e->y2;
        frame.y2 = frame.y2 > e->y1 ? frame.y2 : e->y1;
        frame.y2 = frame.y2 > e->y2 ? frame.y2 : e->y2;
    }
    for (size_t i = 0; i < sorted->count;) {
        const border_edge *e = &sorted->edges[i];
        size_t same = 1;
        while (i + same < sorted->count && compare_edges(e, e + same) == 0) same++;
        bool upright = e->x1 == e->x2 && (e->x1 == frame.x1 || e->x1 == frame.x2);
        bool level = e->y1 == e->y2 && (e->y1 == frame.y1 || e->y1 == frame.y2);
        if (same != 2 && !upright && !level) loose++;
        i += same;
    }
    return loose;
}

#endif
