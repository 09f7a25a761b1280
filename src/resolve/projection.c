#include "resolve/projection.h"

#include <proj.h>
#include <stdlib.h>
#include <string.h>

#include "load/files/crs_text.h"

struct sk_projection {
    PJ_CONTEXT *context;
    PJ *transformation; /* NULL: the figure keeps the project's CRS */
};

static bool is_projected_in_metres(PJ_CONTEXT *context, PJ *crs) {
    PJ_TYPE type = proj_get_type(crs);
    if (type != PJ_TYPE_PROJECTED_CRS) return false;
    PJ *system = proj_crs_get_coordinate_system(context, crs);
    double factor = 0;
    bool known =
        proj_cs_get_axis_info(context, system, 0, NULL, NULL, NULL, &factor, NULL, NULL, NULL) == 1;
    proj_destroy(system);
    return known && factor == 1.0;
}

static void ignore_log(void *context, int level, const char *message) {
    (void)context, (void)level, (void)message; /* what matters is reported as a finding */
}

static sk_status open_transformation(sk_projection *projection, const char *crs, sk_diag *diag) {
    /* Grids and models are looked for in files, and what a style names need not be PROJ's. */
    PJ *target = sk_crs_text_is_plain(crs) ? proj_create(projection->context, crs) : NULL;
    if (target == NULL || !is_projected_in_metres(projection->context, target)) {
        sk_diag_error(diag, (sk_place){.file = "style", .feature = "crs"},
                      "give a projected one in metres, such as \"EPSG:31370\" or \"EPSG:3812\"",
                      target == NULL ? "PROJ knows no CRS \"%s\""
                                     : "the CRS \"%s\" is not a projected one in metres",
                      crs);
        proj_destroy(target);
        return SK_ERR_DATA;
    }
    proj_destroy(target);
    PJ *raw = proj_create_crs_to_crs(projection->context, SK_PROJECT_CRS, crs, NULL);
    projection->transformation =
        raw == NULL ? NULL : proj_normalize_for_visualization(projection->context, raw);
    proj_destroy(raw);
    if (projection->transformation != NULL) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = "style", .feature = "crs"}, "choose another CRS",
                  "PROJ knows no way from " SK_PROJECT_CRS " to \"%s\"", crs);
    return SK_ERR_DATA;
}

sk_status sk_projection_create(const char *crs, sk_diag *diag, sk_projection **out) {
    sk_projection *projection = sk_heap_array(1, sizeof *projection);
    sk_status status = SK_OK;
    if (strcmp(crs, SK_PROJECT_CRS) != 0) {
        projection->context = proj_context_create();
        proj_context_set_enable_network(projection->context, 0);
        proj_log_func(projection->context, NULL, ignore_log);
        status = open_transformation(projection, crs, diag);
    }
    if (status != SK_OK) {
        sk_projection_free(projection);
        projection = NULL;
    }
    *out = projection;
    return status;
}

void sk_projection_free(sk_projection *projection) {
    if (projection == NULL) return;
    proj_destroy(projection->transformation);
    if (projection->context != NULL) proj_context_destroy(projection->context);
    free(projection);
}

sk_ground_point sk_projection_point(const sk_projection *projection, sk_ground_point point) {
    if (projection->transformation == NULL) return point;
    PJ_COORD there = proj_trans(projection->transformation, PJ_FWD,
                                proj_coord(point.east_m, point.north_m, 0, 0));
    return (sk_ground_point){there.xy.x, there.xy.y};
}

sk_shape sk_projection_shape(const sk_projection *projection, const sk_shape *shape,
                             sk_arena *arena) {
    if (projection->transformation == NULL) return *shape;
    sk_shape copy = *shape;
    copy.index = NULL; /* it is of where the points were */
    copy.parts = SK_NEW_ARRAY(arena, sk_shape_part, shape->part_count);
    for (size_t i = 0; i < shape->part_count; i++) {
        copy.parts[i] = shape->parts[i];
        copy.parts[i].points = SK_NEW_ARRAY(arena, sk_ground_point, shape->parts[i].count);
        for (size_t j = 0; j < shape->parts[i].count; j++)
            copy.parts[i].points[j] = sk_projection_point(projection, shape->parts[i].points[j]);
    }
    return copy;
}
