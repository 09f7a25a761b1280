#include "compose/points/off_map.h"

#include <math.h>

/* The pointer, and the room between it and the disc, and between it and the neat line. */
static const double pointer_mm = 1.8, half_width_mm = 1.3, gap_mm = 0.5;

/* How far from `from` the box is left in that direction; `from` lies in it. */
static double way_out(sk_page_box box, sk_page_point from, double dx, double dy) {
    double right = box.x_mm + box.width_mm, bottom = box.y_mm + box.height_mm;
    double x = dx > 0 ? (right - from.x_mm) / dx : dx < 0 ? (box.x_mm - from.x_mm) / dx : INFINITY;
    double y = dy > 0 ? (bottom - from.y_mm) / dy : dy < 0 ? (box.y_mm - from.y_mm) / dy : INFINITY;
    return fmin(x, y);
}

/* From the outline of a region, on the page. */
static double distance_from(const sk_composition *c, const sk_region *region, sk_page_point point) {
    double nearest = INFINITY;
    for (size_t i = 0; i < region->shape.part_count; i++) {
        sk_polyline ring = sk_map_view_line(&c->view, &region->shape.parts[i], c->drawing->arena);
        nearest = fmin(nearest, sk_polyline_distance_within(&ring, point, nearest));
    }
    return nearest;
}

/* So that all maps of a home say the same, whatever their frame. */
static double mm_from_home(const sk_composition *c, sk_page_point point) {
    double nearest = INFINITY;
    sk_figure_regions homes = sk_figure_map_own_homes(c->map);
    for (size_t i = 0; i < homes.count; i++)
        nearest = fmin(nearest, distance_from(c, homes.items[i], point));
    return nearest < INFINITY ? nearest
                              : sk_page_distance(sk_page_box_nearest(c->view.frame, point), point);
}

double sk_distance_from_home_km(const sk_composition *c, sk_page_point place) {
    return mm_from_home(c, place) * c->view.metres_per_mm / 1000;
}

sk_point_bearing sk_point_bearing_of(const sk_composition *c, const sk_map_point *point) {
    sk_point_bearing bearing = {.place = sk_map_view_page(&c->view, point->at)};
    if (sk_page_box_contains(c->view.frame, bearing.place)) return bearing;
    double radius =
        (c->drawing->style->marker.diameter_mm + c->drawing->style->marker.line.width_mm) / 2;
    double beyond = radius + pointer_mm + 2 * gap_mm;
    sk_page_point middle = sk_page_box_centre(c->view.frame), at = bearing.place;
    double angle = atan2(at.y_mm - middle.y_mm, at.x_mm - middle.x_mm);
    double dx = cos(angle), dy = sin(angle);
    sk_page_box inside = sk_page_box_grown(c->view.frame, -beyond);
    if (!sk_page_box_contains(inside, middle)) return bearing; /* no map to speak of */
    double way = way_out(inside, middle, dx, dy);
    bearing.is_off = true;
    bearing.direction_rad = angle;
    bearing.place = sk_page_point_moved(middle, dx * way, dy * way);
    bearing.tip = sk_page_point_moved(bearing.place, dx * (radius + gap_mm + pointer_mm),
                                      dy * (radius + gap_mm + pointer_mm));
    bearing.distance_km = sk_distance_from_home_km(c, at);
    return bearing;
}

sk_path sk_point_pointer(const sk_drawing *d, const sk_point_bearing *bearing) {
    double x = cos(bearing->direction_rad), y = sin(bearing->direction_rad);
    sk_page_point back = sk_page_point_moved(bearing->tip, -x * pointer_mm, -y * pointer_mm);
    sk_path path = {0};
    sk_path_move(d->arena, &path, bearing->tip);
    sk_path_line(d->arena, &path, sk_page_point_moved(back, -y * half_width_mm, x * half_width_mm));
    sk_path_line(d->arena, &path, sk_page_point_moved(back, y * half_width_mm, -x * half_width_mm));
    sk_path_close(d->arena, &path);
    return path;
}
