#include "compose/drawing/map_view.h"

#include <math.h>

enum { BLEED_MM = 3 };

/* A quarter of a pixel at 600 dpi: closer vertices cannot be told apart. */
static const double least_step_mm = 0.01;

sk_page_point sk_map_view_page(const sk_map_view *view, sk_ground_point point) {
    return (sk_page_point){
        view->frame.x_mm + (point.east_m - view->ground.west_m) / view->metres_per_mm,
        view->frame.y_mm + (view->ground.north_m - point.north_m) / view->metres_per_mm,
    };
}

sk_page_box sk_map_view_box(const sk_map_view *view, sk_ground_box box) {
    sk_page_point a = sk_map_view_page(view, (sk_ground_point){box.west_m, box.north_m});
    sk_page_point b = sk_map_view_page(view, (sk_ground_point){box.east_m, box.south_m});
    return (sk_page_box){a.x_mm, a.y_mm, b.x_mm - a.x_mm, b.y_mm - a.y_mm};
}

sk_ground_point sk_map_view_ground(const sk_map_view *view, sk_page_point point) {
    return (sk_ground_point){
        view->ground.west_m + (point.x_mm - view->frame.x_mm) * view->metres_per_mm,
        view->ground.north_m - (point.y_mm - view->frame.y_mm) * view->metres_per_mm,
    };
}

sk_ground_box sk_map_view_ground_box(const sk_map_view *view, sk_page_box box) {
    sk_ground_point a = sk_map_view_ground(view, (sk_page_point){box.x_mm, box.y_mm});
    sk_ground_point b = sk_map_view_ground(
        view, (sk_page_point){box.x_mm + box.width_mm, box.y_mm + box.height_mm});
    return (sk_ground_box){a.east_m, b.north_m, b.east_m, a.north_m};
}

sk_polyline sk_map_view_line(const sk_map_view *view, const sk_shape_part *part, sk_arena *arena) {
    sk_polyline line = {SK_NEW_ARRAY(arena, sk_page_point, part->count), part->count};
    for (size_t i = 0; i < part->count; i++)
        line.points[i] = sk_map_view_page(view, part->points[i]);
    return line;
}

static void trace_part(const sk_map_view *view, const sk_shape_part *part, bool closed,
                       sk_arena *arena, sk_path *path) {
    if (part->count < 2) return;
    size_t last = part->count - (closed ? 2 : 1);
    sk_page_point previous = sk_map_view_page(view, part->points[0]);
    sk_path_move(arena, path, previous);
    for (size_t i = 1; i <= last; i++) {
        sk_page_point p = sk_map_view_page(view, part->points[i]);
        bool tiny = hypot(p.x_mm - previous.x_mm, p.y_mm - previous.y_mm) < least_step_mm;
        if (tiny && i < last) continue;
        sk_path_line(arena, path, p);
        previous = p;
    }
    if (closed) sk_path_close(arena, path);
}

sk_shape sk_map_view_visible(const sk_map_view *view, sk_shape_ops *ops, const sk_shape *shape) {
    double bleed_m = BLEED_MM * view->metres_per_mm;
    sk_ground_box box = {view->ground.west_m - bleed_m, view->ground.south_m - bleed_m,
                         view->ground.east_m + bleed_m, view->ground.north_m + bleed_m};
    return sk_shape_clip(ops, shape, box);
}

sk_path sk_map_view_trace(const sk_map_view *view, sk_shape_ops *ops, const sk_shape *shape,
                          sk_arena *arena) {
    sk_shape inside = sk_map_view_visible(view, ops, shape);
    sk_path path = {0};
    for (size_t i = 0; i < inside.part_count; i++)
        trace_part(view, &inside.parts[i], inside.kind == SK_SHAPE_POLYGONS, arena, &path);
    return path;
}
