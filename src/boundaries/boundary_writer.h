/** Writes the layers of a boundary set as one GeoPackage. */
#ifndef STREEKKAART_BOUNDARIES_BOUNDARY_WRITER_H
#define STREEKKAART_BOUNDARIES_BOUNDARY_WRITER_H

#include "boundaries/mesh/planar.h"
#include "streekkaart/diag.h"
#include "streekkaart/status.h"

enum { SK_BOUNDARY_COLUMNS_MAX = 5 };

typedef struct {
    const char *values[SK_BOUNDARY_COLUMNS_MAX]; /* in the order of the layer's columns */
    double source_area_m2;
    const sk_cm_shape *shape;
} sk_boundary_row;

typedef struct {
    const char *name;
    const char *columns[SK_BOUNDARY_COLUMNS_MAX]; /* NULL after the last */
    bool has_source_area;                         /* then also a column source_area_m2 */
    const sk_boundary_row *rows;
    size_t row_count;
} sk_boundary_layer;

/** Replaces the file at `path` once the new one is whole; else it stays, and `diag` says why. */
SK_CHECKED sk_status sk_boundary_writer_run(const sk_boundary_layer *layers, size_t count,
                                            const char *path, sk_diag *diag);

#endif
