
#include "streekkaart/scene.h"

static void append(sk_arena *arena, sk_path *path, sk_segment segment) {
    path->segments =
        sk_arena_grow(arena, path->segments, path->count, &path->capacity, sizeof segment);
    path->segments[path->count++] = segment;
}

void sk_path_move(sk_arena *arena, sk_path *path, sk_page_point to) {
    append(arena, path, (sk_segment){.kind = SK_SEGMENT_MOVE, .points = {to}});
}

void sk_path_line(sk_arena *arena, sk_path *path, sk_page_point to) {
    append(arena, path, (sk_segment){.kind = SK_SEGMENT_LINE, .points = {to}});
}

void sk_path_curve(sk_arena *arena, sk_path *path, sk_page_point control1, sk_page_point control2,
                   sk_page_point to) {
    append(arena, path, (sk_segment){.kind = SK_SEGMENT_CURVE, .points = {control1, control2, to}});
}

void sk_path_close(sk_arena *arena, sk_path *path) {
    append(arena, path, (sk_segment){.kind = SK_SEGMENT_CLOSE});
}

void sk_path_box(sk_arena *arena, sk_path *path, sk_page_box box) {
    double right = box.x_mm + box.width_mm, bottom = box.y_mm + box.height_mm;
    sk_path_move(arena, path, (sk_page_point){box.x_mm, box.y_mm});
    sk_path_line(arena, path, (sk_page_point){right, box.y_mm});
    sk_path_line(arena, path, (sk_page_point){right, bottom});
    sk_path_line(arena, path, (sk_page_point){box.x_mm, bottom});
    sk_path_close(arena, path);
}

void sk_path_stadium(sk_arena *arena, sk_path *path, sk_page_point centre, double half_middle_mm,
                     double radius_mm) {
    /* the handles of a curve that is a quarter of a circle to within 0.03 % of the radius (Riskus,
     * Approximation of a cubic Bezier curve by circular arcs and vice versa, 2006) */
    double handle = 0.5522847498 * radius_mm;
    double left = centre.x_mm - half_middle_mm, right = centre.x_mm + half_middle_mm;
    double y = centre.y_mm, top = y - radius_mm, bottom = y + radius_mm;
    const double ends[2][2] = {{right, radius_mm}, {left, -radius_mm}};
    sk_path_move(arena, path, (sk_page_point){left, top});
    for (size_t i = 0; i < 2; i++) {
        double x = ends[i][0], r = ends[i][1], h = i == 0 ? handle : -handle;
        double from = i == 0 ? top : bottom, to = i == 0 ? bottom : top;
        sk_path_line(arena, path, (sk_page_point){x, from});
        sk_path_curve(arena, path, (sk_page_point){x + h, from}, (sk_page_point){x + r, y - h},
                      (sk_page_point){x + r, y});
        sk_path_curve(arena, path, (sk_page_point){x + r, y + h}, (sk_page_point){x + h, to},
                      (sk_page_point){x, to});
    }
    sk_path_close(arena, path);
}
