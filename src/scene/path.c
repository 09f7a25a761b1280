
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
