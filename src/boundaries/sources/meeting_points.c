#include "boundaries/sources/meeting_points.h"

#include <math.h>

#include "base/angle.h"
#include "boundaries/sources/neighbour_source.h"
#include "boundaries/sources/ogr_source.h"

/* The border must come this near to a meeting point for it to be on the map. */
static const double SNAP_M = 500;

/* Within some distance of a meeting point the countries' own polygons are not followed: that of the
 * first of these circles, from the smallest to the largest, on which both neighbours are seen side
 * by side. A precise file has them so at once, Natural Earth three kilometres away. */
static const double RADIUS_MIN_M = 187.5, RADIUS_MAX_M = 3000;

enum { CIRCLE_STEPS = 360 };

typedef struct {
    double east_m, north_m;
} place;

static bool nearest_on_border(const sk_cm_shape *outline, place wanted, place *found) {
    double best_m = SNAP_M;
    bool any = false;
    for (size_t r = 0; r < outline->count; r++)
        for (size_t i = 0; i < outline->rings[r].count; i++) {
            sk_cm_point point = outline->rings[r].points[i];
            place here = {point.x_cm / 100.0, point.y_cm / 100.0};
            double distance_m = hypot(here.east_m - wanted.east_m, here.north_m - wanted.north_m);
            if (distance_m >= best_m) continue;
            best_m = distance_m;
            *found = here;
            any = true;
        }
    return any;
}

static place at_angle(place centre, double angle, double distance_m) {
    return (place){centre.east_m + cos(angle) * distance_m,
                   centre.north_m + sin(angle) * distance_m};
}

static OGRGeometryH point_geometry(place at) {
    OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
    OGR_G_SetPoint_2D(point, 0, at.east_m, at.north_m);
    return point;
}

static bool contains(OGRGeometryH area, place at) {
    OGRGeometryH point = point_geometry(at);
    bool inside = OGR_G_Contains(area, point);
    OGR_G_DestroyGeometry(point);
    return inside;
}

/* Who has each step of a circle around the centre, counterclockwise. */
typedef enum { INSIDE, ONE, OTHER, OPEN } holder;

static double angle_of(int step) {
    return step * 2 * SK_PI / CIRCLE_STEPS;
}

static void look_around(place centre, double radius_m, const OGRGeometryH *near, holder *circle) {
    OGRGeometryH one = near[0], other = near[1], open = near[2];
    for (int i = 0; i < CIRCLE_STEPS; i++) {
        place at = at_angle(centre, angle_of(i), radius_m * 0.99);
        circle[i] = contains(one, at)     ? ONE
                    : contains(other, at) ? OTHER
                    : contains(open, at)  ? OPEN
                                          : INSIDE;
    }
}

/* The step where one neighbour gives way to the other, going round; -1 when they do not meet. */
static int divide_step(const holder *circle) {
    for (int i = 0; i < CIRCLE_STEPS; i++) {
        holder before = circle[i], after = circle[(i + 1) % CIRCLE_STEPS];
        if ((before == ONE && after == OTHER) || (before == OTHER && after == ONE)) return i;
    }
    return -1;
}

/* The middle of the longest stretch of the regions; -1 when the circle has none. */
static int border_step(const holder *circle) {
    int longest = 0, run = 0, middle = -1;
    for (int i = 0; i < 2 * CIRCLE_STEPS; i++) {
        run = circle[i % CIRCLE_STEPS] == INSIDE && run < CIRCLE_STEPS ? run + 1 : 0;
        if (run <= longest) continue;
        longest = run;
        middle = (i - run / 2) % CIRCLE_STEPS;
    }
    return middle;
}

/* What lies around the centre from one step to another, counterclockwise, out to beyond the
 * circle. */
static OGRGeometryH slice(place centre, double radius_m, int from, int to) {
    OGRGeometryH ring = OGR_G_CreateGeometry(wkbLinearRing);
    if (to < from) to += CIRCLE_STEPS;
    OGR_G_AddPoint_2D(ring, centre.east_m, centre.north_m);
    for (int i = from; i <= to; i++) {
        place at = at_angle(centre, angle_of(i), 2 * radius_m);
        OGR_G_AddPoint_2D(ring, at.east_m, at.north_m);
    }
    OGR_G_AddPoint_2D(ring, centre.east_m, centre.north_m);
    OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
    OGR_G_AddGeometryDirectly(polygon, ring);
    return polygon;
}

/* Puts the polygons of `without`, and those of `gain`, in the place of *area. */
static bool replace(OGRGeometryH *area, OGRGeometryH without, OGRGeometryH gain) {
    if (without == NULL || gain == NULL) return false;
    OGR_G_DestroyGeometry(*area);
    *area = OGR_G_CreateGeometry(wkbMultiPolygon);
    sk_ogr_add_polygons(*area, without);
    sk_ogr_add_polygons(*area, gain);
    return true;
}

/* Shares what lies in the disc anew: what the slice has of it is for `first`, the rest for
 * `second`. */
static bool divide(OGRGeometryH *first, OGRGeometryH *second, OGRGeometryH *open, OGRGeometryH disc,
                   OGRGeometryH part) {
    OGRGeometryH *areas[] = {first, second, open};
    OGRGeometryH without[3], all = OGR_G_CreateGeometry(wkbMultiPolygon);
    for (int i = 0; i < 3; i++) {
        OGRGeometryH inside = OGR_G_Intersection(*areas[i], disc);
        without[i] = OGR_G_Difference(*areas[i], disc);
        if (inside != NULL) sk_ogr_add_polygons(all, inside);
        OGR_G_DestroyGeometry(inside);
    }
    OGRGeometryH whole = OGR_G_UnionCascaded(all);
    OGRGeometryH to_first = whole ? OGR_G_Intersection(whole, part) : NULL;
    OGRGeometryH to_second = whole ? OGR_G_Difference(whole, part) : NULL;
    OGRGeometryH nothing = OGR_G_CreateGeometry(wkbMultiPolygon);
    bool good = replace(first, without[0], to_first) && replace(second, without[1], to_second) &&
                replace(open, without[2], nothing);
    OGRGeometryH used[] = {without[0], without[1], without[2], all,
                           whole,      to_first,   to_second,  nothing};
    for (size_t i = 0; i < sizeof used / sizeof used[0]; i++) OGR_G_DestroyGeometry(used[i]);
    return good;
}

/* The two neighbours, what is open between them, and where they ought to meet. */
typedef struct {
    OGRGeometryH *one, *other, *open;
    place centre;
} meeting;

/* The line between the two leads from the centre to where they meet on the circle; behind the
 * centre it goes through the regions, which has no part in this. */
static bool lead_line(const meeting *m, double radius_m, OGRGeometryH disc, const holder *circle) {
    int meet = divide_step(circle), behind = border_step(circle);
    bool one_first = circle[(meet + 1) % CIRCLE_STEPS] == ONE;
    OGRGeometryH part = slice(m->centre, radius_m, meet, behind);
    bool good =
        divide(one_first ? m->one : m->other, one_first ? m->other : m->one, m->open, disc, part);
    OGR_G_DestroyGeometry(part);
    return good;
}

/* Fits the two within one circle; *done when they are side by side on it. */
static bool fit_within(const meeting *m, double radius_m, bool *done) {
    OGRGeometryH point = point_geometry(m->centre);
    OGRGeometryH disc = OGR_G_Buffer(point, radius_m, CIRCLE_STEPS / 4);
    OGRGeometryH areas[] = {*m->one, *m->other, *m->open}, near[3] = {0};
    bool good = disc != NULL;
    for (int i = 0; good && i < 3; i++) good = (near[i] = OGR_G_Intersection(areas[i], disc));
    if (good) {
        holder circle[CIRCLE_STEPS];
        look_around(m->centre, radius_m, near, circle);
        *done = divide_step(circle) >= 0 && border_step(circle) >= 0;
        if (*done) good = lead_line(m, radius_m, disc, circle);
    }
    for (int i = 0; i < 3; i++) OGR_G_DestroyGeometry(near[i]);
    OGR_G_DestroyGeometry(point);
    OGR_G_DestroyGeometry(disc);
    return good;
}

static bool fit(const meeting *m) {
    bool good = true, done = false;
    for (double radius_m = RADIUS_MIN_M; good && !done && radius_m <= RADIUS_MAX_M; radius_m *= 2)
        good = fit_within(m, radius_m, &done);
    return good;
}

bool sk_meeting_points_fit(const sk_project_settings *settings, const sk_around_list *around,
                           OGRGeometryH *taken, OGRGeometryH *open, const sk_cm_shape *outline) {
    for (size_t i = 0; i < settings->meeting_count; i++) {
        const sk_meeting *at = &settings->meetings[i];
        uint32_t one = sk_around_find(around, at->one), other = sk_around_find(around, at->other);
        place centre = {0, 0}, wanted = {at->east_m, at->north_m};
        if (one == around->count || other == around->count) continue;
        if (!nearest_on_border(outline, wanted, &centre)) continue;
        meeting m = {&taken[one], &taken[other], open, centre};
        if (!fit(&m)) return false;
    }
    return true;
}
