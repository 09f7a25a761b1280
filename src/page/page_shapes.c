#include "page/page_shapes.h"

#include <math.h>

#include "placer/shapes.h"

void sk_shape_list_add(sk_arena *arena, sk_shape_list *list, sk_placer_shape shape) {
    list->items =
        sk_arena_grow(arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = shape;
}

sk_placer_shape sk_disc_shape(sk_page_point centre, double radius_mm) {
    return (sk_placer_shape){.x = centre.x_mm, .y = centre.y_mm, .cosine = 1, .radius = radius_mm};
}

sk_placer_shape sk_segment_shape(sk_page_point a, sk_page_point b, double width_mm) {
    double length = sk_page_distance(a, b);
    return (sk_placer_shape){
        .x = (a.x_mm + b.x_mm) / 2,
        .y = (a.y_mm + b.y_mm) / 2,
        .half_width = length / 2,
        .cosine = length > 0 ? (b.x_mm - a.x_mm) / length : 1,
        .sine = length > 0 ? (b.y_mm - a.y_mm) / length : 0,
        .radius = width_mm / 2,
    };
}

sk_placer_shape sk_box_shape(sk_page_box box) {
    return (sk_placer_shape){
        .x = box.x_mm + box.width_mm / 2,
        .y = box.y_mm + box.height_mm / 2,
        .half_width = box.width_mm / 2,
        .half_height = box.height_mm / 2,
        .cosine = 1,
    };
}

sk_page_box sk_shapes_box(const sk_placer_shape *shapes, size_t count) {
    if (count == 0) return (sk_page_box){0};
    sk_placer_bounds all = sk_placer_shape_bounds(&shapes[0]);
    for (size_t i = 1; i < count; i++) {
        sk_placer_bounds b = sk_placer_shape_bounds(&shapes[i]);
        all = (sk_placer_bounds){fmin(all.left, b.left), fmin(all.top, b.top),
                                 fmax(all.right, b.right), fmax(all.bottom, b.bottom)};
    }
    return (sk_page_box){all.left, all.top, all.right - all.left, all.bottom - all.top};
}

double sk_shapes_gap(const sk_shape_list *a, const sk_shape_list *b) {
    double least = INFINITY;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            least = fmin(least, sk_placer_shapes_distance(&a->items[i], &b->items[k]));
    return least;
}

void sk_polyline_shapes(sk_arena *arena, sk_shape_list *list, const sk_polyline *line,
                        double width_mm) {
    for (size_t i = 1; i < line->count; i++)
        sk_shape_list_add(arena, list,
                          sk_segment_shape(line->points[i - 1], line->points[i], width_mm));
}
