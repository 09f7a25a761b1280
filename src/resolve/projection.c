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

/* Do the two have common ground? True where nobody says where one of them is used. */
static bool overlap(PJ_CONTEXT *context, const PJ *a, const PJ *b) {
    double box[2][4] = {{0}, {0}};
    const PJ *both[2] = {a, b};
    for (int i = 0; i < 2; i++)
        if (both[i] == NULL || !proj_get_area_of_use(context, both[i], &box[i][0], &box[i][1],
                                                     &box[i][2], &box[i][3], NULL))
            return true;
    return box[0][0] <= box[1][2] && box[1][0] <= box[0][2] && box[0][1] <= box[1][3] &&
           box[1][1] <= box[0][3];
}

static bool are_for_one_place(PJ_CONTEXT *context, const char *from, const PJ *target) {
    PJ *source = proj_create(context, from);
    bool common = overlap(context, source, target);
    proj_destroy(source);
    return common;
}

static const char remedy[] =
    "write \"project\", or one in metres that is used where the project lies";

static sk_status open_transformation(sk_projection *projection, const char *from, const char *crs,
                                     sk_diag *diag) {
    /* Grids and models are looked for in files, and what a style names need not be PROJ's. */
    PJ *target = sk_crs_text_is_plain(crs) ? proj_create(projection->context, crs) : NULL;
    const char *fault = NULL;
    if (target == NULL)
        fault = "PROJ knows no CRS \"%s\"";
    else if (!is_projected_in_metres(projection->context, target))
        fault = "the CRS \"%s\" is not a projected one in metres";
    else if (!are_for_one_place(projection->context, from, target))
        fault = "the CRS \"%s\" is for another part of the world";
    if (fault != NULL) {
        sk_diag_error(diag, (sk_place){.file = "style", .feature = "crs"}, remedy, fault, crs);
        proj_destroy(target);
        return SK_ERR_DATA;
    }
    proj_destroy(target);
    PJ *raw = proj_create_crs_to_crs(projection->context, from, crs, NULL);
    projection->transformation =
        raw == NULL ? NULL : proj_normalize_for_visualization(projection->context, raw);
    proj_destroy(raw);
    if (projection->transformation != NULL) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = "style", .feature = "crs"}, "choose another CRS",
                  "PROJ knows no way from %s to \"%s\"", from, crs);
    return SK_ERR_DATA;
}

sk_status sk_projection_create(const char *from, const char *crs, sk_diag *diag,
                               sk_projection **out) {
    sk_projection *projection = sk_heap_array(1, sizeof *projection);
    sk_status status = SK_OK;
    if (strcmp(crs, from) != 0) {
        projection->context = proj_context_create();
        proj_context_set_enable_network(projection->context, 0);
        proj_log_func(projection->context, NULL, ignore_log);
        status = open_transformation(projection, from, crs, diag);
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
