#include "load/check/ground_check.h"

#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

#include "load/tables/ground.h"

/* Boundaries are generalised by 40 m, and a building may stand at one. */
static const double place_tolerance_m = 60;
static const double zone_reach_m = 5000;

/** The project, and its home regions as geometries. */
typedef struct {
    const sk_project *project;
    sk_diag *diag;
    OGRGeometryH *homes; /* as in project->regions; made when first asked for */
} ground_checker;

static void check_point(const ground_checker *checker, const sk_feature *point) {
    const sk_region *place =
        point->place == NULL
            ? NULL
            : sk_project_region(checker->project, SK_REGION_SMALLEST, point->place);
    if (place == NULL) return;
    OGRGeometryH where = sk_ground_geometry(&point->geometry);
    OGRGeometryH smallest = sk_ground_geometry(&place->shape);
    double distance = OGR_G_Distance(where, smallest);
    OGR_G_DestroyGeometry(where);
    OGR_G_DestroyGeometry(smallest);
    if (distance <= place_tolerance_m) return;
    sk_diag_error(checker->diag, point->origin, "mend the coordinates or the place",
                  "the point lies %.0f m outside %s", distance, place->name);
}

static OGRGeometryH home_geometry(const ground_checker *checker, const char *slug) {
    const sk_region *home = sk_project_home(checker->project, slug);
    if (home == NULL) return NULL;
    size_t index =
        (size_t)(home - checker->project->regions[checker->project->settings.home].items);
    if (checker->homes[index] == NULL) checker->homes[index] = sk_ground_geometry(&home->shape);
    return checker->homes[index];
}

static double distance_to(OGRGeometryH home, const sk_shape *shape) {
    OGRGeometryH geometry = sk_ground_geometry(shape);
    double distance = OGR_G_Distance(geometry, home);
    OGR_G_DestroyGeometry(geometry);
    return distance;
}

/* To its polygon, or to the nearest of the regions that it is made of. */
static double zone_distance(const ground_checker *checker, OGRGeometryH home,
                            const sk_feature *zone) {
    if (zone->geometry.kind == SK_SHAPE_POLYGONS) return distance_to(home, &zone->geometry);
    double nearest = INFINITY;
    for (size_t i = 0; i < zone->area.count; i++) {
        sk_target target = sk_project_find(checker->project, zone->area.items[i]);
        if (target.kind == SK_TARGET_REGION)
            nearest = fmin(nearest, distance_to(home, &target.region->shape));
    }
    return nearest;
}

static void check_zone_reach(const ground_checker *checker, const sk_feature *zone) {
    OGRGeometryH home = home_geometry(checker, zone->home);
    if (home == NULL) return;
    double distance = zone_distance(checker, home, zone);
    if (distance <= zone_reach_m || isinf(distance)) return;
    sk_diag_error(checker->diag, zone->origin, "mend its coordinates or its region",
                  "the zone lies %.1f km outside the %s %s", distance / 1000,
                  checker->project->settings.levels[checker->project->settings.home].slug,
                  zone->home);
}

void sk_ground_check(const sk_project *project, const sk_feature *const *features, size_t count,
                     sk_diag *diag) {
    size_t home_count = project->regions[project->settings.home].count;
    ground_checker checker = {project, diag, sk_heap_array(home_count, sizeof(OGRGeometryH))};
    for (size_t i = 0; i < count; i++) {
        if (features[i]->kind == SK_FEATURE_POINT) check_point(&checker, features[i]);
        if (features[i]->kind == SK_FEATURE_ZONE) check_zone_reach(&checker, features[i]);
    }
    for (size_t i = 0; i < home_count; i++) OGR_G_DestroyGeometry(checker.homes[i]);
    free(checker.homes);
}
