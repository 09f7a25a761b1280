#include "compose/map/least_zones.h"

#include <math.h>

#include "load/tables/ground_box.h"

/* How much it takes on each side for the zone to be wide enough; 0 for one that is. */
static double rim_m(const sk_composition *c, const sk_map_zone *zone) {
    if (zone->ground != SK_ZONE_OF_ITS_OWN) return 0;
    double width_m = fmax(zone->bounds.east_m - zone->bounds.west_m,
                          zone->bounds.north_m - zone->bounds.south_m);
    double least_m = c->drawing->style->zone.least_mm * c->view.metres_per_mm;
    return fmax(0, (least_m - width_m) / 2);
}

static sk_map_zone enlarged(const sk_composition *c, const sk_map_zone *zone, double rim) {
    sk_map_zone large = *zone;
    large.shape = sk_shape_buffer(c->map->ops, &zone->shape, rim);
    if (large.shape.kind != SK_SHAPE_POLYGONS) return *zone;
    sk_shape_index_edges(&large.shape, c->drawing->arena);
    large.area_m2 = sk_shape_area(&large.shape);
    large.bounds = sk_shape_bounds(&large.shape);
    return large;
}

const sk_figure_map *sk_map_with_least_zones(const sk_composition *c) {
    sk_figure_map *map = NULL;
    if (sk_figure_map_is_overview(c->map)) return c->map;
    for (size_t i = 0; i < c->map->zone_count; i++) {
        double rim = rim_m(c, &c->map->zones[i]);
        if (rim <= 0) continue;
        if (map == NULL) {
            map = SK_NEW(c->drawing->arena, sk_figure_map);
            *map = *c->map;
            map->zones = SK_NEW_ARRAY(c->drawing->arena, sk_map_zone, map->zone_count);
            for (size_t k = 0; k < map->zone_count; k++) map->zones[k] = c->map->zones[k];
        }
        map->zones[i] = enlarged(c, &c->map->zones[i], rim);
    }
    return map != NULL ? map : c->map;
}
