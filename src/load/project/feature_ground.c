#include "load/project/feature_ground.h"

#include <math.h>
#include <ogr_api.h>
#include <string.h>

#include "load/features/losses.h"
#include "load/files/gdal_listener.h"
#include "load/tables/ground.h"
#include "load/tables/ground_box.h"

/* How far a feature may reach beyond the boundary set: there the map is white. */
static const double reach_m = 5000;

typedef struct {
    const sk_load *load;
    sk_ground_box reach; /* of the boundary set */
} ground_checker;

static sk_ground_box reach_of(const sk_project *project) {
    sk_ground_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++)
        for (size_t i = 0; i < project->regions[level].count; i++)
            box =
                sk_ground_box_union(box, sk_shape_bounds(&project->regions[level].items[i].shape));
    return box;
}

/* A link may lead off the map: it ends in an arrow there. */
static bool is_in_reach(const ground_checker *checker, const sk_feature *feature) {
    if (feature->kind == SK_FEATURE_LINK || feature->geometry.kind == SK_SHAPE_EMPTY) return true;
    double beyond = sk_ground_box_beyond(sk_shape_bounds(&feature->geometry), checker->reach);
    if (beyond <= reach_m) return true;
    sk_diag_error(checker->load->diag, feature->origin, "mend its coordinates",
                  "the %s reaches %.0f km beyond the boundaries, where there is no map",
                  feature->kind == SK_FEATURE_POINT ? "point" : "zone", beyond / 1000);
    return false;
}

static bool is_sound_outline(const ground_checker *checker, const sk_feature *zone) {
    if (zone->geometry.kind != SK_SHAPE_POLYGONS) return true;
    sk_diag *reasons = sk_diag_create();
    sk_gdal_listener listener = {reasons, {0}};
    sk_gdal_listen(&listener);
    OGRGeometryH geometry = sk_ground_geometry(&zone->geometry);
    bool valid = OGR_G_IsValid(geometry);
    OGR_G_DestroyGeometry(geometry);
    sk_gdal_listen_end();
    if (!valid)
        sk_diag_error(checker->load->diag, zone->origin,
                      "draw it anew there, or use Fix geometries in QGIS",
                      "the outline crosses itself (in %s: %s)", checker->load->settings->crs,
                      sk_diag_count(reasons) > 0 ? sk_diag_get(reasons, 0)->what : "unknown where");
    sk_diag_free(reasons);
    return valid;
}

static bool has_length(const sk_shape_part *line) {
    for (size_t i = 1; i < line->count; i++)
        if (line->points[i].east_m != line->points[0].east_m ||
            line->points[i].north_m != line->points[0].north_m)
            return true;
    return false;
}

static bool is_sound_course(const ground_checker *checker, const sk_feature *link) {
    if (link->geometry.kind != SK_SHAPE_LINES) return true;
    for (size_t i = 0; i < link->geometry.part_count; i++)
        if (has_length(&link->geometry.parts[i])) return true;
    sk_diag_error(checker->load->diag, link->origin, "draw it anew, or leave the geometry null",
                  "the line has no length");
    return false;
}

static bool is_sound(const ground_checker *checker, const sk_feature *feature) {
    return is_in_reach(checker, feature) && is_sound_outline(checker, feature) &&
           is_sound_course(checker, feature);
}

void sk_feature_ground_check(const sk_load *load, sk_project *project) {
    const ground_checker checker = {load, reach_of(project)};
    sk_feature *kept = SK_NEW_ARRAY(load->arena, sk_feature, project->feature_count);
    size_t count = 0;
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        if (is_sound(&checker, feature))
            kept[count++] = *feature;
        else
            sk_losses_add_feature(load, project, feature);
    }
    project->features = kept;
    project->feature_count = count;
}

/* Where a place or a point is; false for what has an extent. */
static bool spot_of(const sk_target *target, sk_ground_point *out) {
    if (target->kind == SK_TARGET_PLACE) {
        *out = target->place->point;
        return true;
    }
    if (target->kind != SK_TARGET_FEATURE || target->feature->kind != SK_FEATURE_POINT)
        return false;
    *out = target->feature->geometry.parts[0].points[0];
    return true;
}

static bool are_one(const sk_project *project, const char *from, const char *to) {
    if (strcmp(from, to) == 0) return true;
    const double least_m = 1; /* on no page two places */
    sk_target a = sk_project_find(project, from), b = sk_project_find(project, to);
    if (a.kind == SK_TARGET_REGION && b.kind == SK_TARGET_REGION) return a.region == b.region;
    sk_ground_point at, other;
    return spot_of(&a, &at) && spot_of(&b, &other) &&
           hypot(at.east_m - other.east_m, at.north_m - other.north_m) < least_m;
}

bool sk_link_leads_on(const sk_load *load, const sk_project *project, const sk_feature *link) {
    if (link->geometry.kind == SK_SHAPE_LINES) return true;
    for (size_t i = 0; i < link->from.count; i++)
        for (size_t j = 0; j < link->to.count; j++) {
            if (!are_one(project, link->from.items[i], link->to.items[j])) continue;
            sk_diag_error(load->diag, link->origin, "mend `from` or `to`",
                          "the link leads from %s to %s, which is the same place",
                          link->from.items[i], link->to.items[j]);
            return false;
        }
    return true;
}
