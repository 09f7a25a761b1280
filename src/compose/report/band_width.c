#include "compose/report/band_width.h"

#include <math.h>
#include <string.h>

#include "base/angle.h"
#include "page/page_box.h"
#include "page/polyline.h"

/* How finely an outline is looked at; its way is that of a stretch of it, not of a kink. */
static const double step_mm = 0.5, stretch_mm = 1.5, parallel_deg = 15;
/* From the outline to a place that is surely inside it. */
static const double inside_mm = 0.03;

typedef struct {
    sk_polyline *rings;
    size_t count;
} outline;

/* The first item of that class in the group, as rings. */
static outline outline_of(const sk_group *group, sk_arena *arena) {
    outline out = {0};
    if (group->count == 0 || group->items[0].kind != SK_ITEM_PATH) return out;
    const sk_path *path = &group->items[0].as.path.path;
    out.rings = SK_NEW_ARRAY(arena, sk_polyline, path->count);
    sk_page_point *points = SK_NEW_ARRAY(arena, sk_page_point, path->count); /* of all rings */
    sk_polyline *ring = NULL;
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *segment = &path->segments[i];
        if (segment->kind == SK_SEGMENT_MOVE) {
            ring = &out.rings[out.count++];
            ring->points = &points[i];
        }
        if (ring == NULL) continue;
        bool closes = segment->kind == SK_SEGMENT_CLOSE;
        ring->points[ring->count++] = closes ? ring->points[0] : segment->points[0];
    }
    return out;
}

/* Where a ray meets the outline first. */
typedef struct {
    double distance_mm;      /* infinite: nowhere */
    const sk_polyline *ring; /* that it meets there, */
    size_t segment;          /* between this point of it and the next */
} meeting;

static meeting meet(const outline *o, sk_page_point from, sk_page_point way, double reach_mm) {
    meeting first = {INFINITY, NULL, 0};
    for (size_t r = 0; r < o->count; r++)
        for (size_t i = 0; i + 1 < o->rings[r].count; i++) {
            sk_page_point a = o->rings[r].points[i], b = o->rings[r].points[i + 1];
            double ax = a.x_mm - from.x_mm, ay = a.y_mm - from.y_mm;
            if (fabs(ax) + fabs(ay) > 3 * reach_mm + sk_page_distance(a, b)) continue;
            double bx = b.x_mm - from.x_mm, by = b.y_mm - from.y_mm;
            double across_a = way.x_mm * ay - way.y_mm * ax;
            double across_b = way.x_mm * by - way.y_mm * bx;
            if ((across_a < 0) == (across_b < 0)) continue;
            double t = across_a / (across_a - across_b);
            double along = way.x_mm * (ax + t * (bx - ax)) + way.y_mm * (ay + t * (by - ay));
            if (along > 0 && along < first.distance_mm) first = (meeting){along, &o->rings[r], i};
        }
    return first;
}

/* By even and odd, upwards. */
static bool contains(const outline *o, sk_page_point p) {
    bool inside = false;
    for (size_t r = 0; r < o->count; r++)
        for (size_t i = 0; i + 1 < o->rings[r].count; i++) {
            sk_page_point a = o->rings[r].points[i], b = o->rings[r].points[i + 1];
            if ((a.y_mm > p.y_mm) == (b.y_mm > p.y_mm)) continue;
            double x = a.x_mm + (p.y_mm - a.y_mm) / (b.y_mm - a.y_mm) * (b.x_mm - a.x_mm);
            if (x > p.x_mm) inside = !inside;
        }
    return inside;
}

/* Along the ring to where the ray meets it. */
static double length_up_to(const meeting *m, sk_page_point from, sk_page_point way) {
    const sk_page_point *points = m->ring->points;
    sk_page_point at = {from.x_mm + way.x_mm * m->distance_mm,
                        from.y_mm + way.y_mm * m->distance_mm};
    double length = sk_page_distance(points[m->segment], at);
    for (size_t i = 0; i < m->segment; i++) length += sk_page_distance(points[i], points[i + 1]);
    return length;
}

/* The way that the ring goes around a place, whatever its kinks. */
static double way_at(const sk_polyline *ring, double along_mm) {
    sk_page_point a = sk_polyline_at(ring, along_mm - stretch_mm / 2).at;
    sk_page_point b = sk_polyline_at(ring, along_mm + stretch_mm / 2).at;
    return atan2(b.y_mm - a.y_mm, b.x_mm - a.x_mm);
}

typedef struct {
    outline region, band;
    double reach_mm; /* in wider necks there is room enough */
} subject;

/* The part of the neck that the band takes from this place of the outline on; 0: there is no band,
 * or no neck. */
static double part_at(const subject *s, const sk_polyline *ring, double along_mm) {
    sk_page_point at = sk_polyline_at(ring, along_mm).at;
    double way = way_at(ring, along_mm);
    for (int side = -1; side <= 1; side += 2) {
        sk_page_point in = {-sin(way) * side, cos(way) * side};
        sk_page_point from = {at.x_mm + in.x_mm * inside_mm, at.y_mm + in.y_mm * inside_mm};
        if (!contains(&s->region, from) || !contains(&s->band, from)) continue;
        meeting other = meet(&s->region, from, in, s->reach_mm);
        if (other.ring == NULL || other.distance_mm > s->reach_mm) continue;
        double its = way_at(other.ring, length_up_to(&other, from, in));
        if (sk_degrees(fabs(remainder(its - way, SK_PI))) > parallel_deg) continue;
        double band = meet(&s->band, from, in, s->reach_mm).distance_mm;
        return (band + inside_mm) / (other.distance_mm + inside_mm);
    }
    return 0;
}

/* The most that holds for so long a stretch that it is seen. */
static double most_along(const subject *s, const sk_polyline *ring, sk_page_box frame) {
    enum { SEEN = 6 };
    double length = sk_polyline_length(ring), last[SEEN] = {0}, most = 0;
    size_t count = 0;
    for (double along = stretch_mm; along < length - stretch_mm; along += step_mm) {
        bool shown = sk_page_box_contains(frame, sk_polyline_at(ring, along).at);
        last[count++ % SEEN] = shown ? part_at(s, ring, along) : 0;
        double least = INFINITY;
        for (size_t i = 0; i < SEEN; i++) least = fmin(least, last[i]);
        most = fmax(most, least);
    }
    return most;
}

/* The home region that a band is in has its name. */
static const sk_group *region_of(const sk_scene *scene, const sk_group *band) {
    static const char *const layers[] = {"layer-home", "layer-elsewhere"};
    for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++) {
        const sk_layer *layer = sk_scene_find_layer(scene, layers[i]);
        for (size_t k = 0; layer != NULL && k < layer->count; k++)
            if (strcmp(layer->groups[k]->title, band->title) == 0) return layer->groups[k];
    }
    return NULL;
}

double sk_band_width_most(const sk_scene *scene, sk_page_box frame, double band_mm,
                          sk_arena *arena) {
    const double reach = 6; /* widths of a band */
    const sk_layer *layer = sk_scene_find_layer(scene, "layer-chosen-homes");
    double most = 0;
    for (size_t i = 0; layer != NULL && i < layer->count; i++) {
        const sk_group *region = region_of(scene, layer->groups[i]);
        if (region == NULL) continue;
        const subject s = {outline_of(region, arena), outline_of(layer->groups[i], arena),
                           reach * band_mm};
        for (size_t r = 0; r < s.region.count; r++)
            most = fmax(most, most_along(&s, &s.region.rings[r], frame));
    }
    return most;
}
