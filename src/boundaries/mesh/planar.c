#include "boundaries/mesh/planar.h"

static int32_t smaller(int32_t a, int32_t b) {
    return a < b ? a : b;
}

static int32_t larger(int32_t a, int32_t b) {
    return a > b ? a : b;
}

double sk_cm_ring_area(const sk_cm_point *points, size_t count) {
    double twice_cm2 = 0;
    for (size_t i = 2; i < count; i++)
        twice_cm2 += (double)sk_cm_side(points[0], points[i - 1], points[i]);
    return twice_cm2 / 2 / 1e4;
}

double sk_cm_shape_area(const sk_cm_shape *shape) {
    double area = 0;
    for (size_t i = 0; i < shape->count; i++)
        area += sk_cm_ring_area(shape->rings[i].points, shape->rings[i].count);
    return area;
}

double sk_cm_segment_distance2(sk_cm_point p, sk_cm_point a, sk_cm_point b) {
    double along_x = (double)b.x_cm - a.x_cm, along_y = (double)b.y_cm - a.y_cm;
    double to_x = (double)p.x_cm - a.x_cm, to_y = (double)p.y_cm - a.y_cm;
    double length2 = along_x * along_x + along_y * along_y;
    double part = length2 > 0 ? (to_x * along_x + to_y * along_y) / length2 : 0;
    if (part < 0) part = 0;
    if (part > 1) part = 1;
    double off_x = to_x - part * along_x, off_y = to_y - part * along_y;
    return off_x * off_x + off_y * off_y;
}

bool sk_cm_ring_contains(const sk_cm_point *points, size_t count, sk_cm_point p) {
    bool inside = false;
    for (size_t i = 0, j = count - 1; i < count; j = i++) {
        sk_cm_point a = points[j], b = points[i];
        if ((a.y_cm > p.y_cm) == (b.y_cm > p.y_cm)) continue;
        int64_t side = sk_cm_side(a, b, p);
        if (b.y_cm > a.y_cm ? side > 0 : side < 0) inside = !inside;
    }
    return inside;
}

static bool has_point(const sk_cm_ring *ring, sk_cm_point point) {
    for (size_t i = 0; i < ring->count; i++)
        if (sk_cm_same(ring->points[i], point)) return true;
    return false;
}

bool sk_cm_ring_lies_in(const sk_cm_ring *inner, const sk_cm_ring *outer) {
    for (size_t i = 0; i < inner->count; i++)
        if (!has_point(outer, inner->points[i]))
            return sk_cm_ring_contains(outer->points, outer->count, inner->points[i]);
    return false;
}

static bool on_segment(sk_cm_point p, sk_cm_point a, sk_cm_point b) {
    return sk_cm_side(a, b, p) == 0 && p.x_cm >= smaller(a.x_cm, b.x_cm) &&
           p.x_cm <= larger(a.x_cm, b.x_cm) && p.y_cm >= smaller(a.y_cm, b.y_cm) &&
           p.y_cm <= larger(a.y_cm, b.y_cm);
}

static bool apart(int32_t a, int32_t b, int32_t c, int32_t d) {
    return larger(a, b) < smaller(c, d) || larger(c, d) < smaller(a, b);
}

bool sk_cm_segments_conflict(sk_cm_point a, sk_cm_point b, sk_cm_point c, sk_cm_point d) {
    if (apart(a.x_cm, b.x_cm, c.x_cm, d.x_cm) || apart(a.y_cm, b.y_cm, c.y_cm, d.y_cm))
        return false;
    bool a_shared = sk_cm_same(a, c) || sk_cm_same(a, d);
    bool b_shared = sk_cm_same(b, c) || sk_cm_same(b, d);
    if (a_shared && b_shared) return true;
    if (!a_shared && on_segment(a, c, d)) return true;
    if (!b_shared && on_segment(b, c, d)) return true;
    if (!sk_cm_same(c, a) && !sk_cm_same(c, b) && on_segment(c, a, b)) return true;
    if (!sk_cm_same(d, a) && !sk_cm_same(d, b) && on_segment(d, a, b)) return true;
    if (a_shared || b_shared) return false;
    return (sk_cm_side(a, b, c) > 0) != (sk_cm_side(a, b, d) > 0) &&
           (sk_cm_side(c, d, a) > 0) != (sk_cm_side(c, d, b) > 0);
}

sk_cm_box sk_cm_box_of(const sk_cm_point *points, size_t count) {
    sk_cm_box box = {points[0], points[0]};
    for (size_t i = 1; i < count; i++) {
        box.low.x_cm = smaller(box.low.x_cm, points[i].x_cm);
        box.low.y_cm = smaller(box.low.y_cm, points[i].y_cm);
        box.high.x_cm = larger(box.high.x_cm, points[i].x_cm);
        box.high.y_cm = larger(box.high.y_cm, points[i].y_cm);
    }
    return box;
}

bool sk_cm_box_contains(sk_cm_box box, sk_cm_point p) {
    return p.x_cm >= box.low.x_cm && p.x_cm <= box.high.x_cm && p.y_cm >= box.low.y_cm &&
           p.y_cm <= box.high.y_cm;
}
