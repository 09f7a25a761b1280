#include <math.h>

#include "placer/shapes.h"

/* Shapes that come nearer than this are touching: room for the rounding of coordinates, far below
 * what any unit of a page can show. */
static const double touching = 1e-9;

/* As fmax(), without its care for what is no number: this is asked a million times. */
static double greater(double a, double b) {
    return a > b ? a : b;
}

/* How far the rectangle reaches from its centre along the direction (x, y). */
static double reach(const sk_placer_shape *s, double x, double y) {
    return s->half_width * fabs(s->cosine * x + s->sine * y) +
           s->half_height * fabs(s->cosine * y - s->sine * x);
}

/* The gap between the two along the direction (x, y): negative where they overlap. */
static double gap(const sk_placer_shape *a, const sk_placer_shape *b, double x, double y) {
    double apart = fabs((b->x - a->x) * x + (b->y - a->y) * y);
    return apart - reach(a, x, y) - reach(b, x, y);
}

static bool is_upright(const sk_placer_shape *s) {
    return s->cosine == 1 && s->sine == 0;
}

/* The widest gap along the four directions of the sides: the test by separating axes. Two convex
 * shapes are apart exactly when it is positive; it is then no more than the distance between them.
 */
static double widest_gap(const sk_placer_shape *a, const sk_placer_shape *b) {
    if (is_upright(a) && is_upright(b))
        return greater(fabs(b->x - a->x) - a->half_width - b->half_width,
                       fabs(b->y - a->y) - a->half_height - b->half_height);
    double along_a = greater(gap(a, b, a->cosine, a->sine), gap(a, b, -a->sine, a->cosine));
    double along_b = greater(gap(a, b, b->cosine, b->sine), gap(a, b, -b->sine, b->cosine));
    return greater(along_a, along_b);
}

static double squared_distance_to_point(const sk_placer_shape *s, double x, double y) {
    double dx = x - s->x, dy = y - s->y;
    double along = greater(fabs(dx * s->cosine + dy * s->sine) - s->half_width, 0);
    double across = greater(fabs(dy * s->cosine - dx * s->sine) - s->half_height, 0);
    return along * along + across * across;
}

/* The squared distance from the nearest of `corners`' four corners to the rectangle `s`. */
static double squared_distance_to_corners(const sk_placer_shape *s,
                                          const sk_placer_shape *corners) {
    double nearest = INFINITY;
    for (int corner = 0; corner < 4; corner++) {
        double u = corner & 1 ? corners->half_width : -corners->half_width;
        double v = corner & 2 ? corners->half_height : -corners->half_height;
        double x = corners->x + u * corners->cosine - v * corners->sine;
        double y = corners->y + u * corners->sine + v * corners->cosine;
        nearest = fmin(nearest, squared_distance_to_point(s, x, y));
    }
    return nearest;
}

static bool is_point(const sk_placer_shape *s) {
    return s->half_width == 0 && s->half_height == 0;
}

/* Two rectangles that are apart are nearest to each other at a corner of one of them. */
static double squared_distance(const sk_placer_shape *a, const sk_placer_shape *b) {
    if (is_point(a)) return squared_distance_to_point(b, a->x, a->y);
    if (is_point(b)) return squared_distance_to_point(a, b->x, b->y);
    return fmin(squared_distance_to_corners(a, b), squared_distance_to_corners(b, a));
}

bool sk_placer_shapes_overlap(const sk_placer_shape *a, const sk_placer_shape *b) {
    double radii = a->radius + b->radius;
    double apart = widest_gap(a, b);
    if (apart < -touching) return true;
    double limit = radii - touching;
    if (limit <= 0 || apart >= limit) return false;
    if (apart <= 0) return true;
    return squared_distance(a, b) < limit * limit;
}

double sk_placer_shapes_distance(const sk_placer_shape *a, const sk_placer_shape *b) {
    double apart = widest_gap(a, b);
    return apart <= 0 ? 0 : fmax(0, sqrt(squared_distance(a, b)) - a->radius - b->radius);
}

sk_placer_bounds sk_placer_shape_bounds(const sk_placer_shape *s) {
    double x = reach(s, 1, 0) + s->radius, y = reach(s, 0, 1) + s->radius;
    return (sk_placer_bounds){s->x - x, s->y - y, s->x + x, s->y + y};
}

bool sk_placer_shape_is_sound(const sk_placer_shape *s) {
    sk_placer_bounds b = sk_placer_shape_bounds(s);
    return isfinite(b.left) && isfinite(b.top) && isfinite(b.right) && isfinite(b.bottom);
}
