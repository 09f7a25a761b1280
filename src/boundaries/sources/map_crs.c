/* The CRS that the maps of a new project can be in. */
#include <string.h>

#include "boundaries/sources/polygon_source.h"
#include "load/files/ogr_file.h"
#include "load/settings/crs_code.h"

static const char degrees[] = "EPSG:4326";

/* The code that the layer's own CRS has, as in "EPSG:3035"; NULL: none that maps can be drawn in.
 */
static const char *code_of(OGRLayerH layer, sk_arena *arena) {
    OGRSpatialReferenceH crs = OGR_L_GetSpatialRef(layer);
    const char *authority = crs == NULL ? NULL : OSRGetAuthorityName(crs, NULL);
    const char *number = crs == NULL ? NULL : OSRGetAuthorityCode(crs, NULL);
    if (authority == NULL || number == NULL) return NULL;
    const char *code = sk_arena_printf(arena, "%s:%s", authority, number);
    return sk_crs_code_check(code) == SK_CRS_GOOD ? code : NULL;
}

/* The zones are six degrees wide, from 180 degrees west; EPSG 326xx in the north, 327xx in the
 * south: Snyder, Map Projections (USGS Professional Paper 1395), p. 57. */
static const char *zone_at(double longitude, double latitude, sk_arena *arena) {
    int zone = (int)((longitude + 180) / 6) + 1;
    if (zone < 1) zone = 1;
    if (zone > 60) zone = 60;
    return sk_arena_printf(arena, "EPSG:%d%02d", latitude < 0 ? 327 : 326, zone);
}

/* Degrees from one side of the antimeridian to the other, whose middle is on the far side of Earth.
 */
static bool is_around(OGRLayerH layer, const OGREnvelope *box) {
    OGRSpatialReferenceH crs = OGR_L_GetSpatialRef(layer);
    return crs != NULL && OSRIsGeographic(crs) && box->MaxX - box->MinX > 180;
}

/* NULL where the layer has no extent, or one that is in no one place on Earth. */
static const char *zone_of(const sk_ogr_source *source, sk_arena *arena) {
    OGREnvelope box = {0};
    if (OGR_L_GetExtent(source->layer, &box, TRUE) != OGRERR_NONE) return NULL;
    if (is_around(source->layer, &box)) return NULL;
    double x = (box.MinX + box.MaxX) / 2, y = (box.MinY + box.MaxY) / 2;
    if (source->to_map != NULL && !OCTTransform(source->to_map, 1, &x, &y, NULL)) return NULL;
    return x >= -180 && x <= 180 && y >= -80 && y <= 84 ? zone_at(x, y, arena) : NULL;
}

static sk_status check(const char *wanted, sk_diag *diag) {
    sk_ogr_prepare();
    sk_status status = sk_ogr_check_crs_data(diag);
    if (status != SK_OK) return status;
    sk_crs_fault fault = sk_crs_code_check(wanted);
    if (fault == SK_CRS_GOOD) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = "--crs", .feature = wanted},
                  "give the code of a projected one in metres, such as EPSG:3035, or leave it out",
                  "this is %s", sk_crs_fault_text(fault));
    return SK_ERR_USAGE;
}

sk_status sk_boundary_map_crs(const sk_boundary_build *build, const char *wanted, sk_arena *arena,
                              sk_diag *diag, const char **code) {
    sk_ogr_source source;
    *code = wanted;
    if (wanted != NULL) return check(wanted, diag);
    sk_status status = sk_polygon_source_open(build, degrees, diag, &source);
    if (status == SK_ERR_ENVIRONMENT) return status;
    *code = status == SK_OK ? code_of(source.layer, arena) : NULL;
    if (status == SK_OK && *code == NULL) *code = zone_of(&source, arena);
    if (status == SK_OK && *code == NULL) {
        sk_diag_error(diag, (sk_place){.file = build->source},
                      "name the coordinate system of the maps with --crs",
                      "its polygons lie in no zone of UTM");
        status = SK_ERR_DATA;
    }
    sk_ogr_source_close(&source);
    return status;
}
