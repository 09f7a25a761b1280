#include "starter/spots.h"

#include <math.h>

/* How far from the border, in radii of the largest circle within the region: near enough to use its
 * width, and with room for a zone of that size. */
static const double MARGIN = 0.4;

enum { STEPS = 24 };

typedef struct {
    double west_m, south_m, step_x_m, step_y_m;
} grid;

static grid grid_over(const sk_shape *shape) {
    double west = INFINITY, south = INFINITY, east = -INFINITY, north = -INFINITY;
    for (size_t p = 0; p < shape->part_count; p++)
        for (size_t i = 0; i < shape->parts[p].count; i++) {
            sk_ground_point at = shape->parts[p].points[i];
            west = fmin(west, at.east_m), east = fmax(east, at.east_m);
            south = fmin(south, at.north_m), north = fmax(north, at.north_m);
        }
    return (grid){west, south, (east - west) / STEPS, (north - south) / STEPS};
}

static double distance_to_nearest(const sk_spots *spots, size_t count, sk_ground_point at) {
    double least = INFINITY;
    for (size_t i = 0; i < count; i++)
        least =
            fmin(least, hypot(spots->at[i].east_m - at.east_m, spots->at[i].north_m - at.north_m));
    return least;
}

/* The place of the grid, within `inner`, that is furthest from all before. */
static sk_ground_point furthest(const sk_spots *spots, size_t count, const sk_shape *inner,
                                const grid *over) {
    sk_ground_point best = spots->at[0];
    double most = -1;
    for (int x = 0; x <= STEPS; x++)
        for (int y = 0; y <= STEPS; y++) {
            sk_ground_point at = {over->west_m + x * over->step_x_m,
                                  over->south_m + y * over->step_y_m};
            if (!sk_shape_contains(inner, at)) continue;
            double distance = distance_to_nearest(spots, count, at);
            if (distance <= most) continue;
            most = distance;
            best = at;
        }
    return best;
}

sk_spots sk_spots_in(sk_shape_ops *ops, const sk_shape *region) {
    sk_spots spots = {.room_m = 0};
    double radius_m = 0;
    spots.at[0] = sk_shape_pole(ops, region, sqrt(sk_shape_area(region)) / 100, &radius_m);
    spots.room_m = MARGIN * radius_m;
    sk_shape inner = sk_shape_buffer(ops, region, -spots.room_m);
    const grid over = grid_over(region);
    for (size_t i = 1; i < SK_SPOT_COUNT; i++) spots.at[i] = furthest(&spots, i, &inner, &over);
    return spots;
}
