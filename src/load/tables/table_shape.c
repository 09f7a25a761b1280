#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "base/suggestion.h"
#include "load/files/gdal_listener.h"
#include "load/tables/ground.h"
#include "load/tables/table_formats.h"

static const char *const wkt_names[] = {"wkt", "geometry", "geom", NULL};
static const char *const longitude_names[] = {"lon", "lng", "long", "longitude", "x", NULL};
static const char *const latitude_names[] = {"lat", "latitude", "y", NULL};

struct sk_shape_cells {
    const sk_load *load;
    const sk_table *table;
    sk_ground *ground; /* NULL where no column has shapes */
};

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

static bool has_one_of(const sk_table *table, const char *const *names) {
    for (size_t i = 0; i < table->column_count; i++)
        if (is_listed(names, table->columns[i])) return true;
    return false;
}

/* A table with one of the two columns has the other under a name that is not known. */
static void report_unpaired(const sk_load *load, const sk_table *table, const char *missing,
                            const char *in_full) {
    sk_suggestion nearest = sk_suggestion_for(in_full);
    for (size_t i = 0; i < table->column_count; i++)
        sk_suggestion_consider(&nearest, table->columns[i]);
    const char *remedy = sk_arena_printf(load->arena, "call it \"%s\", in degrees", missing);
    if (nearest.best != NULL) remedy = sk_arena_printf(load->arena, "rename \"%s\"", nearest.best);
    sk_diag_error(load->diag, (sk_place){.file = table->file}, remedy,
                  "the column \"%s\" is missing", missing);
}

sk_shape_cells *sk_shape_cells_create(const sk_load *load, const sk_table *table) {
    sk_shape_cells *cells = sk_heap_array(1, sizeof(sk_shape_cells));
    *cells = (sk_shape_cells){.load = load, .table = table};
    bool longitude = has_one_of(table, longitude_names),
         latitude = has_one_of(table, latitude_names);
    bool wkt = has_one_of(table, wkt_names);
    if (longitude != latitude && !wkt) {
        if (longitude)
            report_unpaired(load, table, "lat", "latitude");
        else
            report_unpaired(load, table, "lon", "longitude");
    } else if (longitude || latitude || wkt) {
        cells->ground = sk_ground_create(load, (sk_place){.file = table->file}, NULL);
    }
    return cells;
}

void sk_shape_cells_free(sk_shape_cells *cells) {
    sk_ground_free(cells->ground);
    free(cells);
}

/* "4,41" where the comma can be nothing else. */
static const char *with_point(const sk_shape_cells *cells, const char *text) {
    const char *comma = strchr(text, ',');
    if (!cells->table->decimal_commas || comma == NULL) return text;
    char *copy = sk_arena_string(cells->load->arena, text);
    copy[comma - text] = '.';
    return copy;
}

static bool read_degrees(const sk_shape_cells *cells, const sk_table_row *row, const char *text,
                         double *degrees) {
    if (text != NULL && sk_number_parse(with_point(cells, text), degrees)) return true;
    sk_diag_error(
        cells->load->diag, row->origin, "write lon and lat in degrees, with a decimal point",
        text == NULL ? "one of lon and lat is empty" : "a coordinate is not a number: %s", text);
    return false;
}

static OGRGeometryH point_from(const sk_shape_cells *cells, const sk_table_row *row,
                               const char *longitude, const char *latitude) {
    double x, y;
    if (!read_degrees(cells, row, longitude, &x) || !read_degrees(cells, row, latitude, &y))
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

bool sk_shape_cells_read(const sk_shape_cells *cells, sk_table_row *row) {
    const sk_load *load = cells->load;
    const char *wkt = first_cell(cells->table, row, wkt_names);
    const char *longitude = first_cell(cells->table, row, longitude_names);
    const char *latitude = first_cell(cells->table, row, latitude_names);
    if (wkt == NULL && longitude == NULL && latitude == NULL) return true;
    if (cells->ground == NULL) return false; /* that was reported */

    OGRGeometryH geometry =
        wkt != NULL ? geometry_from(load, row, wkt) : point_from(cells, row, longitude, latitude);
    if (geometry == NULL) return false;
    if (load->keeps_wkt) row->wkt = sk_ground_wkt(load, cells->ground, geometry);
    bool sound = sk_ground_shape(load, cells->ground, row->origin, geometry, &row->shape);
    OGR_G_DestroyGeometry(geometry);
    return sound;
}
