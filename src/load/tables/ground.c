#include "load/tables/ground.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "load/files/ogr_file.h"
#include "load/files/wkt.h"

static const char wgs84[] = "EPSG:4326";

struct sk_ground {
    OGRCoordinateTransformationH transformation;
    OGRCoordinateTransformationH to_wgs84; /* NULL when the file's coordinates are in it */
    bool degrees;                          /* the file's coordinates are longitude and latitude */
    double west, south, east, north; /* in degrees: what lies beyond is far from the project */
};

static OGRSpatialReferenceH reference_of(const char *code) {
    OGRSpatialReferenceH reference = OSRNewSpatialReference(NULL);
    if (OSRSetFromUserInput(reference, code) != OGRERR_NONE) {
        OSRDestroySpatialReference(reference);
        return NULL;
    }
    OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

/* GeoPackage's stand-ins for "nobody knows" have such names. */
static bool is_unknown(OGRSpatialReferenceH source) {
    const char *name = OSRGetName(source);
    if (name != NULL && strncmp(name, "Undefined", strlen("Undefined")) == 0) return true;
    return !OSRIsGeographic(source) && !OSRIsProjected(source);
}

static OGRSpatialReferenceH copy_of_source(OGRSpatialReferenceH source) {
    if (source == NULL) return reference_of(wgs84);
    if (is_unknown(source) || !sk_ogr_crs_is_plain(source)) return NULL;
    OGRSpatialReferenceH copy = OSRClone(source);
    OSRSetAxisMappingStrategy(copy, OAMS_TRADITIONAL_GIS_ORDER);
    return copy;
}

/* NULL where there is nothing to do, so that what is written again is not changed by a hair. */
static OGRCoordinateTransformationH way_to_wgs84(OGRSpatialReferenceH from) {
    OGRSpatialReferenceH to = reference_of(wgs84);
    OGRCoordinateTransformationH way =
        OSRIsSame(from, to) ? NULL : OCTNewCoordinateTransformation(from, to);
    OSRRelease(to);
    return way;
}

/* A wide box around where the project's CRS is used; all of the earth where nobody says where. */
static void find_reach(sk_ground *ground, OGRSpatialReferenceH crs) {
    const double beyond = 20;
    double west, south, east, north;
    bool known = OSRGetAreaOfUse(crs, &west, &south, &east, &north, NULL) && west < east;
    ground->west = known ? west - beyond : -180;
    ground->east = known ? east + beyond : 180;
    ground->south = known ? south - beyond : -90;
    ground->north = known ? north + beyond : 90;
}

sk_ground *sk_ground_create(const sk_load *load, sk_place place, OGRSpatialReferenceH source) {
    OGRSpatialReferenceH from = copy_of_source(source), to = reference_of(load->settings->crs);
    sk_ground *ground = sk_heap_array(1, sizeof(sk_ground));
    if (from != NULL && to != NULL) {
        ground->transformation = OCTNewCoordinateTransformation(from, to);
        ground->degrees = OSRIsGeographic(from);
        find_reach(ground, to);
        if (load->keeps_wkt) ground->to_wgs84 = way_to_wgs84(from);
    }
    if (from != NULL) OSRRelease(from);
    if (to != NULL) OSRRelease(to);
    if (ground->transformation != NULL) return ground;
    sk_diag_error(load->diag, place,
                  sk_arena_printf(load->arena, "save the file in WGS 84 (%s) or in %s", wgs84,
                                  load->settings->crs),
                  "the coordinate system of the file is not known");
    sk_ground_free(ground);
    return NULL;
}

void sk_ground_free(sk_ground *ground) {
    if (ground == NULL) return;
    OCTDestroyCoordinateTransformation(ground->transformation);
    OCTDestroyCoordinateTransformation(ground->to_wgs84);
    free(ground);
}

bool sk_ground_is_in_degrees(const sk_ground *ground) {
    return ground->degrees;
}

static bool is_near(const sk_ground *ground, double longitude, double latitude) {
    return longitude >= ground->west && longitude <= ground->east && latitude >= ground->south &&
           latitude <= ground->north;
}

static bool check_degrees(const sk_load *load, const sk_ground *ground, sk_place place,
                          double longitude, double latitude) {
    if (is_near(ground, longitude, latitude)) return true;
    const char *remedy = "mend the coordinates: longitude first, both in degrees";
    if (is_near(ground, latitude, longitude))
        remedy = "longitude and latitude are swapped: write the longitude first";
    const char *what = "longitude %.9g, latitude %.9g is no place on earth";
    if (fabs(longitude) <= 180 && fabs(latitude) <= 90)
        what = "longitude %.9g, latitude %.9g lies far outside the map";
    sk_diag_error(load->diag, place, remedy, what, longitude, latitude);
    return false;
}

static bool check_coordinates(const sk_load *load, const sk_ground *ground, sk_place place,
                              OGRGeometryH run) {
    int count = OGR_G_GetPointCount(run);
    for (int i = 0; i < count; i++) {
        double x = OGR_G_GetX(run, i), y = OGR_G_GetY(run, i);
        if (!isfinite(x) || !isfinite(y)) {
            sk_diag_error(load->diag, place, "mend the coordinates",
                          "a coordinate is not a number");
            return false;
        }
        if (ground->degrees && !check_degrees(load, ground, place, x, y)) return false;
    }
    return true;
}

/* Copies a point, line or ring that has been transformed, and closes a ring that is open. */
static sk_shape_part copy_run(sk_arena *arena, OGRGeometryH run, bool ring) {
    size_t count = (size_t)OGR_G_GetPointCount(run);
    sk_shape_part part = {SK_NEW_ARRAY(arena, sk_ground_point, count + 1), count, false};
    for (size_t i = 0; i < count; i++)
        part.points[i] = (sk_ground_point){OGR_G_GetX(run, (int)i), OGR_G_GetY(run, (int)i)};
    if (!ring || count == 0) return part;
    sk_ground_point first = part.points[0], last = part.points[count - 1];
    if (first.east_m != last.east_m || first.north_m != last.north_m)
        part.points[part.count++] = first;
    return part;
}

static size_t least_points(sk_shape_kind kind) {
    switch (kind) {
        case SK_SHAPE_LINES:
            return 2;
        case SK_SHAPE_POLYGONS:
            return 4;
        default:
            return 1;
    }
}

/* What a shape is gathered in: the parts found so far. */
typedef struct {
    const sk_load *load;
    const sk_ground *ground;
    sk_place place;
    sk_shape shape;
} gathering;

static bool gather_run(gathering *g, OGRGeometryH run, bool hole) {
    if (!check_coordinates(g->load, g->ground, g->place, run)) return false;
    if (OGR_G_Transform(run, g->ground->transformation) != OGRERR_NONE) {
        sk_diag_error(g->load->diag, g->place, "mend the coordinates",
                      "its coordinates can't be brought to %s", g->load->settings->crs);
        return false;
    }
    sk_shape_part part = copy_run(g->load->arena, run, g->shape.kind == SK_SHAPE_POLYGONS);
    part.hole = hole;
    if (part.count < least_points(g->shape.kind)) {
        sk_diag_error(g->load->diag, g->place, "draw it anew, or take it out",
                      "a line or a ring has only %zu points", part.count);
        return false;
    }
    g->shape.parts[g->shape.part_count++] = part;
    return true;
}

static bool gather_simple(gathering *g, OGRGeometryH geometry) {
    if (OGR_G_IsEmpty(geometry)) return true;
    if (g->shape.kind != SK_SHAPE_POLYGONS) return gather_run(g, geometry, false);
    int rings = OGR_G_GetGeometryCount(geometry);
    for (int i = 0; i < rings; i++)
        if (!gather_run(g, OGR_G_GetGeometryRef(geometry, i), i > 0)) return false;
    return true;
}

static sk_shape_kind kind_of(OGRwkbGeometryType type) {
    switch (type) {
        case wkbPoint:
        case wkbMultiPoint:
            return SK_SHAPE_POINTS;
        case wkbLineString:
        case wkbMultiLineString:
            return SK_SHAPE_LINES;
        case wkbPolygon:
        case wkbMultiPolygon:
            return SK_SHAPE_POLYGONS;
        default:
            return SK_SHAPE_EMPTY;
    }
}

static bool is_multiple(OGRwkbGeometryType type) {
    return type == wkbMultiPoint || type == wkbMultiLineString || type == wkbMultiPolygon;
}

static size_t run_count(OGRGeometryH geometry, bool multiple, sk_shape_kind kind) {
    if (kind != SK_SHAPE_POLYGONS) return multiple ? (size_t)OGR_G_GetGeometryCount(geometry) : 1;
    if (!multiple) return (size_t)OGR_G_GetGeometryCount(geometry);
    size_t count = 0;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); i++)
        count += (size_t)OGR_G_GetGeometryCount(OGR_G_GetGeometryRef(geometry, i));
    return count;
}

static bool gather(gathering *g, OGRGeometryH geometry) {
    OGRwkbGeometryType type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry));
    bool multiple = is_multiple(type);
    g->shape.kind = kind_of(type);
    if (g->shape.kind == SK_SHAPE_EMPTY) {
        sk_diag_error(g->load->diag, g->place, "use points, lines or polygons",
                      "a geometry of type %s can't be drawn", OGRGeometryTypeToName(type));
        return false;
    }
    size_t room = run_count(geometry, multiple, g->shape.kind);
    g->shape.parts = SK_NEW_ARRAY(g->load->arena, sk_shape_part, room);
    if (!multiple) return gather_simple(g, geometry);
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); i++)
        if (!gather_simple(g, OGR_G_GetGeometryRef(geometry, i))) return false;
    return true;
}

bool sk_ground_shape(const sk_load *load, const sk_ground *ground, sk_place place,
                     OGRGeometryH geometry, sk_shape *out) {
    *out = (sk_shape){.kind = SK_SHAPE_EMPTY};
    if (geometry == NULL || OGR_G_IsEmpty(geometry)) return true;
    gathering g = {load, ground, place, {.kind = SK_SHAPE_EMPTY}};
    bool sound;
    if (OGR_G_HasCurveGeometry(geometry, false)) {
        OGRGeometryH straight = OGR_G_GetLinearGeometry(geometry, 0, NULL);
        sound = gather(&g, straight);
        OGR_G_DestroyGeometry(straight);
    } else {
        sound = gather(&g, geometry);
    }
    if (sound && g.shape.part_count > 0) *out = g.shape;
    return sound;
}

const char *sk_ground_wkt(const sk_load *load, const sk_ground *ground, OGRGeometryH geometry) {
    if (geometry == NULL || OGR_G_IsEmpty(geometry)) return NULL;
    OGRGeometryH straight = OGR_G_GetLinearGeometry(geometry, 0, NULL);
    if (ground->to_wgs84 != NULL) OGR_G_Transform(straight, ground->to_wgs84);
    const char *text = sk_wkt_write(load->arena, straight);
    OGR_G_DestroyGeometry(straight);
    return text;
}

static OGRGeometryH run_geometry(const sk_shape_part *part, OGRwkbGeometryType type) {
    OGRGeometryH run = OGR_G_CreateGeometry(type);
    OGR_G_SetPoints(run, (int)part->count, &part->points->east_m, sizeof(sk_ground_point),
                    &part->points->north_m, sizeof(sk_ground_point), NULL, 0);
    return run;
}

OGRGeometryH sk_ground_geometry(const sk_shape *shape) {
    static const OGRwkbGeometryType wholes[] = {wkbMultiPoint, wkbMultiPoint, wkbMultiLineString,
                                                wkbMultiPolygon};
    static const OGRwkbGeometryType runs[] = {wkbPoint, wkbPoint, wkbLineString, wkbLinearRing};
    OGRGeometryH whole = OGR_G_CreateGeometry(wholes[shape->kind]), polygon = NULL;
    for (size_t i = 0; i < shape->part_count; i++) {
        OGRGeometryH run = run_geometry(&shape->parts[i], runs[shape->kind]);
        if (shape->kind != SK_SHAPE_POLYGONS) {
            OGR_G_AddGeometryDirectly(whole, run);
            continue;
        }
        if (!shape->parts[i].hole) {
            polygon = OGR_G_CreateGeometry(wkbPolygon);
            OGR_G_AddGeometryDirectly(whole, polygon);
        }
        if (polygon == NULL)
            OGR_G_DestroyGeometry(run);
        else
            OGR_G_AddGeometryDirectly(polygon, run);
    }
    return whole;
}
