#include "load/tables/ground_box.h"

#include <math.h>

sk_ground_box sk_shape_bounds(const sk_shape *shape) {
    sk_ground_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < shape->part_count; i++)
        for (size_t j = 0; j < shape->parts[i].count; j++) {
            sk_ground_point p = shape->parts[i].points[j];
            if (p.east_m < box.west_m) box.west_m = p.east_m;
            if (p.east_m > box.east_m) box.east_m = p.east_m;
            if (p.north_m < box.south_m) box.south_m = p.north_m;
            if (p.north_m > box.north_m) box.north_m = p.north_m;
        }
    return box;
}

double sk_ground_box_beyond(sk_ground_box box, sk_ground_box other) {
    double east_west = fmax(other.west_m - box.west_m, box.east_m - other.east_m);
    double south_north = fmax(other.south_m - box.south_m, box.north_m - other.north_m);
    return fmax(fmax(east_west, south_north), 0);
}

sk_ground_box sk_ground_box_union(sk_ground_box a, sk_ground_box b) {
    return (sk_ground_box){fmin(a.west_m, b.west_m), fmin(a.south_m, b.south_m),
                           fmax(a.east_m, b.east_m), fmax(a.north_m, b.north_m)};
}
