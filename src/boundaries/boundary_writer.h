/** Writes the layers of a boundary set as one GeoPackage. */
#ifndef STREEKKAART_BOUNDARIES_BOUNDARY_WRITER_H
#define STREEKKAART_BOUNDARIES_BOUNDARY_WRITER_H

#include "boundaries/mesh/planar.h"
#include "streekkaart/diag.h"
#include "streekkaart/project_settings.h"
#include "streekkaart/status.h"
#include "streekkaart/translation.h"

/* slug, name, a region of each larger level, and what it was before it was merged */
enum { SK_BOUNDARY_COLUMNS_MAX = 3 + SK_REGION_LEVELS_MAX };

typedef struct {
    const char *values[SK_BOUNDARY_COLUMNS_MAX]; /* in the order of the layer's columns */
    const sk_translation *names;                 /* in other languages */
    double source_area_m2;
    const sk_cm_shape *shape;
} sk_boundary_row;

typedef struct {
    const char *name;
    const char *columns[SK_BOUNDARY_COLUMNS_MAX]; /* NULL after the last */
    bool has_source_area;                         /* then also a column source_area_m2 */
    sk_string_list languages;                     /* before that a column name_fr for each */
    const sk_boundary_row *rows;
    size_t row_count;
} sk_boundary_layer;

typedef struct {
    const sk_boundary_layer *layers;
    size_t count;
    const char *crs; /* "EPSG:3035" */
} sk_boundary_layers;

/** Replaces the file at `path` once the new one is whole, and says how many bytes it has; else it
 *  stays, and `diag` says why. */
SK_CHECKED sk_status sk_boundary_writer_run(const sk_boundary_layers *set, const char *path,
                                            sk_diag *diag, size_t *size);

#endif
