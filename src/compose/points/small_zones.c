#include "compose/points/small_zones.h"

#include <math.h>

#include "base/angle.h"

bool sk_zone_is_hidden_by_disc(const sk_composition *c, const sk_map_zone *zone) {
    double radius_m = c->drawing->style->marker.diameter_mm / 2 * c->view.metres_per_mm;
    return zone->area_m2 < SK_PI * radius_m * radius_m;
}

enum { COLUMNS = 7 };

static void sample(const sk_composition *c, const sk_map_zone *zone, sk_small_zones *out) {
    sk_page_box box = sk_map_view_box(&c->view, zone->bounds);
    for (int i = 0; i < COLUMNS * COLUMNS; i++) {
        int column = i % COLUMNS, row = i / COLUMNS;
        double across = (column + 0.5) / COLUMNS, down = (row + 0.5) / COLUMNS;
        sk_page_point p = {box.x_mm + box.width_mm * across, box.y_mm + box.height_mm * down};
        if (sk_shape_contains(&zone->shape, sk_map_view_ground(&c->view, p)))
            out->points[out->count++] = p;
    }
}

sk_small_zones sk_small_zones_near(const sk_composition *c, sk_page_point at, double within_mm) {
    size_t most = c->map->zone_count * COLUMNS * COLUMNS;
    sk_small_zones zones = {SK_NEW_ARRAY(c->drawing->arena, sk_page_point, most), 0};
    for (size_t i = 0; i < c->map->zone_count; i++) {
        const sk_map_zone *zone = &c->map->zones[i];
        sk_page_box box = sk_map_view_box(&c->view, zone->bounds);
        if (sk_zone_is_hidden_by_disc(c, zone) &&
            sk_page_box_contains(sk_page_box_grown(box, within_mm), at))
            sample(c, zone, &zones);
    }
    return zones;
}

double sk_small_zones_hidden(const sk_small_zones *zones, sk_page_point centre, double radius_mm) {
    size_t hidden = 0;
    for (size_t i = 0; i < zones->count; i++)
        hidden += sk_page_distance(zones->points[i], centre) < radius_mm;
    return zones->count > 0 ? (double)hidden / (double)zones->count : 0;
}

double sk_small_zone_dot(const sk_composition *c, sk_page_point place) {
    const double least_mm = 0.5;
    double dot_mm = c->drawing->style->marker.leader_dot_mm;
    sk_ground_point at = sk_map_view_ground(&c->view, place);
    for (size_t i = 0; i < c->map->zone_count; i++)
        if (sk_zone_is_hidden_by_disc(c, &c->map->zones[i]) &&
            sk_shape_contains(&c->map->zones[i].shape, at))
            return fmin(dot_mm, least_mm);
    return dot_mm;
}
