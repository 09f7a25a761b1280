#include <ogr_api.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "load/files/gdal_listener.h"
#include "load/tables/ground.h"
#include "load/tables/table_formats.h"

static const char *const wkt_names[] = {"wkt", "geometry", "geom", NULL};
static const char *const longitude_names[] = {"lon", "longitude", "x", NULL};
static const char *const latitude_names[] = {"lat", "latitude", "y", NULL};

static bool is_listed(const char *const *names, const char *name) {
    for (; *names != NULL; names++)
        if (strcasecmp(*names, name) == 0) return true;
    return false;
}

bool sk_table_is_shape_column(const char *name) {
    return is_listed(wkt_names, name) || is_listed(longitude_names, name) ||
           is_listed(latitude_names, name);
}

static const char *first_cell(const sk_table *table, const sk_table_row *row,
                              const char *const *names) {
    for (; *names != NULL; names++) {
        const char *cell = sk_table_cell(table, row, *names);
        if (cell != NULL) return cell;
    }
    return NULL;
}

static bool read_degrees(const sk_load *load, const sk_table_row *row, const char *text,
                         double *degrees) {
    if (text != NULL && sk_number_parse(text, degrees)) return true;
    sk_diag_error(load->diag, row->origin, "write lon and lat in degrees, with a decimal point",
                  text == NULL ? "one of lon and lat is empty" : "a coordinate is not a number: %s",
                  text);
    return false;
}

static OGRGeometryH point_from(const sk_load *load, const sk_table_row *row, const char *longitude,
                               const char *latitude) {
    double x, y;
    if (!read_degrees(load, row, longitude, &x) || !read_degrees(load, row, latitude, &y))
        return NULL;
    OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
    OGR_G_SetPoint_2D(point, 0, x, y);
    return point;
}

static OGRGeometryH geometry_from(const sk_load *load, const sk_table_row *row, const char *wkt) {
    sk_gdal_listener silent = {NULL, {0}};
    char *text = sk_arena_string(load->arena, wkt); /* OGR wants it writable */
    OGRGeometryH geometry = NULL;
    sk_gdal_listen(&silent);
    OGRErr failure = OGR_G_CreateFromWkt(&text, NULL, &geometry);
    sk_gdal_listen_end();
    if (failure == OGRERR_NONE) return geometry;
    OGR_G_DestroyGeometry(geometry);
    sk_diag_error(load->diag, row->origin,
                  "write it as POINT (4.4 51.2), POLYGON ((...)) and so on",
                  "the geometry is not well-known text");
    return NULL;
}

bool sk_table_shape_from_cells(const sk_load *load, const sk_table *table, sk_table_row *row) {
    const char *wkt = first_cell(table, row, wkt_names);
    const char *longitude = first_cell(table, row, longitude_names);
    const char *latitude = first_cell(table, row, latitude_names);
    if (wkt == NULL && longitude == NULL && latitude == NULL) return true;

    OGRGeometryH geometry =
        wkt != NULL ? geometry_from(load, row, wkt) : point_from(load, row, longitude, latitude);
    if (geometry == NULL) return false;
    sk_ground *ground = sk_ground_create(load, row->origin, NULL);
    if (ground != NULL && load->keeps_wkt) row->wkt = sk_ground_wkt(load, ground, geometry);
    bool sound =
        ground != NULL && sk_ground_shape(load, ground, row->origin, geometry, &row->shape);
    sk_ground_free(ground);
    OGR_G_DestroyGeometry(geometry);
    return sound;
}
