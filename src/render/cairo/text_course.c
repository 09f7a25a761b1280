#include "render/cairo/text_course.h"

#include <math.h>

enum { STEPS_PER_CURVE = 64 };

static void append(sk_text_course *course, sk_page_point to, bool jump) {
    double distance = 0;
    if (course->count > 0) {
        sk_page_point from = course->points[course->count - 1];
        distance = course->distances_mm[course->count - 1];
        if (!jump) distance += hypot(to.x_mm - from.x_mm, to.y_mm - from.y_mm);
    }
    course->points[course->count] = to;
    course->distances_mm[course->count++] = distance;
}

static double bezier(double from, double control1, double control2, double to, double t) {
    double s = 1 - t;
    return s * s * s * from + 3 * s * s * t * control1 + 3 * s * t * t * control2 + t * t * t * to;
}

static void append_curve(sk_text_course *course, sk_page_point from, const sk_page_point p[3]) {
    for (int i = 1; i <= STEPS_PER_CURVE; i++) {
        double t = (double)i / STEPS_PER_CURVE;
        append(course,
               (sk_page_point){bezier(from.x_mm, p[0].x_mm, p[1].x_mm, p[2].x_mm, t),
                               bezier(from.y_mm, p[0].y_mm, p[1].y_mm, p[2].y_mm, t)},
               false);
    }
}

sk_text_course sk_text_course_create(const sk_path *path, sk_arena *arena) {
    size_t most = path->count * STEPS_PER_CURVE;
    sk_text_course course = {.points = SK_NEW_ARRAY(arena, sk_page_point, most),
                             .distances_mm = SK_NEW_ARRAY(arena, double, most)};
    sk_page_point at = {0, 0}, begin = {0, 0};
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *segment = &path->segments[i];
        switch (segment->kind) {
            case SK_SEGMENT_MOVE:
                at = begin = segment->points[0];
                append(&course, at, true);
                break;
            case SK_SEGMENT_LINE:
                at = segment->points[0];
                append(&course, at, false);
                break;
            case SK_SEGMENT_CURVE:
                append_curve(&course, at, segment->points);
                at = segment->points[2];
                break;
            case SK_SEGMENT_CLOSE:
                at = begin;
                append(&course, at, false);
                break;
        }
    }
    return course;
}

bool sk_text_course_at(const sk_text_course *course, double distance_mm, sk_page_point *point,
                       double *direction) {
    const double *distances = course->distances_mm;
    if (course->count < 2 || !(distance_mm >= 0) || distance_mm > distances[course->count - 1])
        return false;
    size_t low = 0, high = course->count - 1;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (distances[middle] <= distance_mm)
            low = middle;
        else
            high = middle;
    }
    double length = distances[high] - distances[low];
    if (!(length > 0)) return false;
    sk_page_point a = course->points[low], b = course->points[high];
    double t = (distance_mm - distances[low]) / length;
    *point = (sk_page_point){a.x_mm + t * (b.x_mm - a.x_mm), a.y_mm + t * (b.y_mm - a.y_mm)};
    *direction = atan2(b.y_mm - a.y_mm, b.x_mm - a.x_mm);
    return true;
}
