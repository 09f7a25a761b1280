#include "flat_shapes.h"

#include <math.h>

flat_box flat_bounds(const flat_shape *shape) {
    flat_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < shape->count; i++) {
        double x = shape->x[i], y = shape->y[i], r = shape->radius;
        box = flat_union(box, (flat_box){x - r, y - r, x + r, y + r});
    }
    return box;
}

flat_box flat_union(flat_box a, flat_box b) {
    return (flat_box){fmin(a.left, b.left), fmin(a.top, b.top), fmax(a.right, b.right),
                      fmax(a.bottom, b.bottom)};
}

flat_shape flat_from_box(flat_box b) {
    return (flat_shape){
        {b.left, b.right, b.right, b.left}, {b.top, b.top, b.bottom, b.bottom}, 4, 0};
}

static void project(const flat_shape *s, double nx, double ny, double *low, double *high) {
    *low = INFINITY;
    *high = -INFINITY;
    for (size_t i = 0; i < s->count; i++) {
        double at = s->x[i] * nx + s->y[i] * ny;
        *low = fmin(*low, at - s->radius);
        *high = fmax(*high, at + s->radius);
    }
}

static double overlap_along(const flat_shape *a, const flat_shape *b, double nx, double ny) {
    double length = hypot(nx, ny), a_low, a_high, b_low, b_high;
    if (length == 0) return INFINITY;
    project(a, nx / length, ny / length, &a_low, &a_high);
    project(b, nx / length, ny / length, &b_low, &b_high);
    return fmin(a_high - b_low, b_high - a_low);
}

/* Along the sides of `sides` and across them. */
static double least_along_sides(const flat_shape *sides, const flat_shape *a, const flat_shape *b) {
    double least = INFINITY;
    for (size_t i = 0; i < sides->count && sides->count > 1; i++) {
        size_t k = (i + 1) % sides->count;
        double dx = sides->x[k] - sides->x[i], dy = sides->y[k] - sides->y[i];
        least = fmin(least, overlap_along(a, b, dx, dy));
        least = fmin(least, overlap_along(a, b, -dy, dx));
    }
    return least;
}

/* Between the corners, where a disc is apart from a polygon or another disc. */
static double least_between_corners(const flat_shape *a, const flat_shape *b) {
    double least = INFINITY;
    if (a->radius == 0 && b->radius == 0) return least;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            least = fmin(least, overlap_along(a, b, b->x[k] - a->x[i], b->y[k] - a->y[i]));
    return least;
}

double flat_overlap(const flat_shape *a, const flat_shape *b) {
    double least = fmin(least_along_sides(a, a, b), least_along_sides(b, a, b));
    least = fmin(least, least_between_corners(a, b));
    return least == INFINITY ? a->radius + b->radius : least;
}
