#include "resolve/georeference.h"

#include <math.h>
#include <proj.h>
#include <stdlib.h>
#include <string.h>

#include "load/files/crs_text.h"

static void ignore_log(void *context, int level, const char *message) {
    (void)context, (void)level, (void)message; /* without a georeference a map is whole as well */
}

static bool find_corners(PJ_CONTEXT *context, PJ *crs, const sk_ground_point corners[4],
                         sk_georeference *out) {
    PJ *geographic = proj_crs_get_geodetic_crs(context, crs);
    PJ *raw = geographic == NULL
                  ? NULL
                  : proj_create_crs_to_crs_from_pj(context, crs, geographic, NULL, NULL);
    PJ *transformation = raw == NULL ? NULL : proj_normalize_for_visualization(context, raw);
    bool sound = transformation != NULL;
    for (size_t i = 0; sound && i < 4; i++) {
        PJ_COORD there = proj_trans(transformation, PJ_FWD,
                                    proj_coord(corners[i].east_m, corners[i].north_m, 0, 0));
        out->longitudes[i] = there.lp.lam;
        out->latitudes[i] = there.lp.phi;
        sound = isfinite(there.lp.lam) && isfinite(there.lp.phi);
    }
    proj_destroy(transformation);
    proj_destroy(raw);
    proj_destroy(geographic);
    return sound;
}

static void name_crs(PJ_CONTEXT *context, PJ *crs, sk_arena *arena, sk_georeference *out) {
    static const char *const on_one_line[] = {"MULTILINE=NO", NULL};
    out->wkt = sk_arena_string(arena, proj_as_wkt(context, crs, PJ_WKT1_GDAL, on_one_line));
    const char *authority = proj_get_id_auth_name(crs, 0), *code = proj_get_id_code(crs, 0);
    if (authority != NULL && code != NULL && strcmp(authority, "EPSG") == 0)
        out->epsg = (int)strtol(code, NULL, 10);
}

bool sk_georeference_find(const char *crs, const sk_ground_point corners[4], sk_arena *arena,
                          sk_georeference *out) {
    if (!sk_crs_text_is_plain(crs)) return false;
    PJ_CONTEXT *context = proj_context_create();
    proj_context_set_enable_network(context, 0);
    proj_log_func(context, NULL, ignore_log);
    PJ *known = proj_create(context, crs);
    bool sound = known != NULL && find_corners(context, known, corners, out);
    if (sound) name_crs(context, known, arena, out);
    proj_destroy(known);
    proj_context_destroy(context);
    return sound && out->wkt != NULL;
}
