/* What a test asks of the curves of a scene. */
#ifndef TESTS_COMPOSE_CURVES_H
#define TESTS_COMPOSE_CURVES_H

#include <math.h>

#include "base/angle.h"
#include "page/polyline.h"
#include "streekkaart/scene.h"

enum { CURVE_STEPS = 24, CURVE_POINTS_MAX = 60000 };

/* The path as points: all places where it is, closely; the stretches of a path one after another.
 */
typedef struct {
    sk_page_point points[CURVE_POINTS_MAX];
    size_t count;
} curve_points;

static inline sk_page_point curve_end(const sk_segment *segment) {
    return segment->points[segment->kind == SK_SEGMENT_CURVE ? 2 : 0];
}

static inline sk_page_point curve_at(sk_page_point from, const sk_segment *segment, double t) {
    double s = 1 - t;
    const sk_page_point *p = segment->points;
    if (segment->kind != SK_SEGMENT_CURVE)
        return (sk_page_point){s * from.x_mm + t * p[0].x_mm, s * from.y_mm + t * p[0].y_mm};
    double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (sk_page_point){a * from.x_mm + b * p[0].x_mm + c * p[1].x_mm + d * p[2].x_mm,
                           a * from.y_mm + b * p[0].y_mm + c * p[1].y_mm + d * p[2].y_mm};
}

static inline void curve_flatten(const sk_path *path, curve_points *out) {
    out->count = 0;
    sk_page_point from = {0, 0};
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *segment = &path->segments[i];
        int steps = segment->kind == SK_SEGMENT_MOVE ? 1 : CURVE_STEPS;
        for (int k = 1; k <= steps && out->count < CURVE_POINTS_MAX; k++)
            out->points[out->count++] = curve_at(from, segment, (double)k / steps);
        from = curve_end(segment);
    }
}

static inline double curve_turn_deg(sk_page_point a, sk_page_point b, sk_page_point c) {
    double x = b.x_mm - a.x_mm, y = b.y_mm - a.y_mm, u = c.x_mm - b.x_mm, v = c.y_mm - b.y_mm;
    return fabs(sk_degrees(atan2(x * v - y * u, x * u + y * v)));
}

/* The turn at the end of segment `i`, in degrees; 0 where the path ends. */
static inline double curve_kink_deg(const sk_path *path, size_t i) {
    if (i == 0 || i + 1 >= path->count || path->segments[i].kind == SK_SEGMENT_MOVE ||
        path->segments[i + 1].kind == SK_SEGMENT_MOVE)
        return 0;
    const double near = 1e-3;
    sk_page_point from = curve_end(&path->segments[i - 1]), at = curve_end(&path->segments[i]);
    return curve_turn_deg(curve_at(from, &path->segments[i], 1 - near), at,
                          curve_at(at, &path->segments[i + 1], near));
}

#endif
