/** Places and shapes, on the ground and on the page. */
#ifndef STREEKKAART_GEOMETRY_H
#define STREEKKAART_GEOMETRY_H

#include <stdbool.h>
#include <stddef.h>

/** A place on the sheet: millimetres from its top left corner, y downwards. */
typedef struct {
    double x_mm, y_mm;
} sk_page_point;

/** The least and the greatest side of a page, in millimetres: what printers have paper for. No pin
 *  moves anything further than the greatest. */
enum { SK_PAGE_LEAST_MM = 10, SK_PAGE_MOST_MM = 2000 };

/** An upright box on the sheet: its top left corner and its size, in millimetres. */
typedef struct {
    double x_mm, y_mm, width_mm, height_mm;
} sk_page_box;

/** A place on the ground: metres in a projected CRS (the project's, as loaded), y northwards. */
typedef struct {
    double east_m, north_m;
} sk_ground_point;

/** An upright box on the ground, in metres. */
typedef struct {
    double west_m, south_m, east_m, north_m;
} sk_ground_box;

/** Where a box of the page lies on the ground, for programs that know places. */
typedef struct {
    sk_page_box frame;
    sk_ground_box ground; /* just what the frame shows */
    const char *crs;      /* the CRS in which it is upright, by its code: "EPSG:3035" */
    const char *wkt;      /* the same, as WKT 1 */
    int epsg;             /* its number at the EPSG; 0: none */
    /* The corners from the lower left one clockwise, in degrees of the CRS's own geographic one. */
    double latitudes[4], longitudes[4];
} sk_georeference;

/** What a geometry consists of. */
typedef enum { SK_SHAPE_EMPTY, SK_SHAPE_POINTS, SK_SHAPE_LINES, SK_SHAPE_POLYGONS } sk_shape_kind;

/** A run of points: one point, a line, or a ring (whose last point repeats its first). */
typedef struct {
    sk_ground_point *points;
    size_t count;
    bool hole; /* a ring that is a hole in the last ring before it that is none */
} sk_shape_part;

/** The edges of polygons by their height; see resolve/shape_index.h. */
typedef struct sk_shape_index sk_shape_index;

/** A geometry of one kind, possibly in several parts. */
typedef struct {
    sk_shape_kind kind;
    sk_shape_part *parts;
    size_t part_count;
    const sk_shape_index *index; /* or NULL */
} sk_shape;

#endif
