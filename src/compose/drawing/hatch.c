#include "compose/drawing/hatch.h"

#include <math.h>
#include <stdlib.h>

#include "base/angle.h"

/* An area as seen along the hatch: `u` runs along its lines, `v` across them. */
typedef struct {
    double u, v;
} turned_point;

typedef struct {
    turned_point from, to;
} edge;

typedef struct {
    edge *edges;
    size_t count;
    double least_v, most_v;
} turned_area;

typedef struct {
    double cosine, sine;
} turn;

static turned_point turned(turn t, sk_page_point p) {
    return (turned_point){p.x_mm * t.cosine - p.y_mm * t.sine, p.x_mm * t.sine + p.y_mm * t.cosine};
}

static sk_page_point turned_back(turn t, double u, double v) {
    return (sk_page_point){u * t.cosine + v * t.sine, v * t.cosine - u * t.sine};
}

static void add_edge(turned_area *area, turned_point from, turned_point to) {
    area->edges[area->count++] = (edge){from, to};
    area->least_v = fmin(area->least_v, fmin(from.v, to.v));
    area->most_v = fmax(area->most_v, fmax(from.v, to.v));
}

/* Every ring is closed, whether its path says so or not. */
static turned_area turn_area(sk_arena *arena, const sk_path *path, turn t) {
    turned_area area = {SK_NEW_ARRAY(arena, edge, 2 * path->count + 1), 0, INFINITY, -INFINITY};
    turned_point first = {0, 0}, last = {0, 0};
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *segment = &path->segments[i];
        bool ends = segment->kind == SK_SEGMENT_MOVE || segment->kind == SK_SEGMENT_CLOSE;
        if (ends && i > 0) add_edge(&area, last, first);
        turned_point at = segment->kind == SK_SEGMENT_CLOSE ? first : turned(t, segment->points[0]);
        if (segment->kind == SK_SEGMENT_MOVE) first = at;
        if (segment->kind == SK_SEGMENT_LINE) add_edge(&area, last, at);
        last = at;
    }
    if (path->count > 0) add_edge(&area, last, first);
    return area;
}

static int by_value(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

/* Where the line at `v` meets the edges, from left to right. */
static size_t crossings(const turned_area *area, double v, double *at) {
    size_t count = 0;
    for (size_t i = 0; i < area->count; i++) {
        turned_point from = area->edges[i].from, to = area->edges[i].to;
        if ((from.v <= v) == (to.v <= v)) continue;
        at[count++] = from.u + (to.u - from.u) * (v - from.v) / (to.v - from.v);
    }
    qsort(at, count, sizeof *at, by_value);
    return count;
}

sk_path sk_hatch_lines(sk_arena *arena, const sk_path *path, sk_hatch hatch) {
    const double least = hatch.gap_mm / 4;
    double angle = sk_radians(hatch.angle_deg);
    turn t = {cos(angle), sin(angle)};
    turned_area area = turn_area(arena, path, t);
    double *at = SK_NEW_ARRAY(arena, double, area.count + 1);
    sk_path lines = {0};
    for (double v = ceil(area.least_v / hatch.gap_mm) * hatch.gap_mm; v < area.most_v;
         v += hatch.gap_mm) {
        size_t count = crossings(&area, v, at);
        for (size_t i = 0; i + 1 < count; i += 2) {
            if (at[i + 1] - at[i] < least) continue;
            sk_path_move(arena, &lines, turned_back(t, at[i], v));
            sk_path_line(arena, &lines, turned_back(t, at[i + 1], v));
        }
    }
    return lines;
}
