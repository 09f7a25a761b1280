#include "page/polyline.h"

#include <math.h>

#include "base/angle.h"

static const double flatness_mm = 0.01;

sk_polyline sk_polyline_arc(sk_arena *arena, sk_page_point a, sk_page_point b, double sagitta_mm) {
    double chord = sk_page_distance(a, b);
    double sagitta = fabs(sagitta_mm);
    if (sagitta < flatness_mm || chord < flatness_mm) {
        sk_polyline straight = {SK_NEW_ARRAY(arena, sk_page_point, 2), 2};
        straight.points[0] = a;
        straight.points[1] = b;
        return straight;
    }
    double radius = chord * chord / (8 * sagitta) + sagitta / 2;
    double half_angle = 2 * atan(2 * sagitta / chord); /* more than a half circle, if it must */
    double step = 2 * acos(fmax(-1, 1 - flatness_mm / radius));
    size_t steps = (size_t)ceil(2 * half_angle / step) + 1;
    double side = sagitta_mm > 0 ? 1 : -1;
    double ux = (b.x_mm - a.x_mm) / chord, uy = (b.y_mm - a.y_mm) / chord;
    double nx = uy * side, ny = -ux * side; /* towards the arc's middle */
    double mx = (a.x_mm + b.x_mm) / 2, my = (a.y_mm + b.y_mm) / 2;
    double cx = mx - nx * (radius - sagitta), cy = my - ny * (radius - sagitta);
    sk_polyline arc = {SK_NEW_ARRAY(arena, sk_page_point, steps + 1), steps + 1};
    for (size_t i = 0; i <= steps; i++) {
        double angle = -half_angle + 2 * half_angle * (double)i / (double)steps;
        double along = radius * sin(angle), across = radius * cos(angle);
        arc.points[i] =
            (sk_page_point){cx + ux * along + nx * across, cy + uy * along + ny * across};
    }
    arc.points[0] = a;
    arc.points[steps] = b;
    return arc;
}

double sk_polyline_length(const sk_polyline *line) {
    double length = 0;
    for (size_t i = 1; i < line->count; i++)
        length += sk_page_distance(line->points[i - 1], line->points[i]);
    return length;
}

sk_line_position sk_polyline_at(const sk_polyline *line, double distance_mm) {
    double left = fmax(0, distance_mm);
    for (size_t i = 1; i < line->count; i++) {
        sk_page_point a = line->points[i - 1], b = line->points[i];
        double length = sk_page_distance(a, b);
        if (left > length && i + 1 < line->count) {
            left -= length;
            continue;
        }
        double t = length > 0 ? fmin(1, left / length) : 0;
        return (sk_line_position){{a.x_mm + t * (b.x_mm - a.x_mm), a.y_mm + t * (b.y_mm - a.y_mm)},
                                  atan2(b.y_mm - a.y_mm, b.x_mm - a.x_mm)};
    }
    return (sk_line_position){line->points[0], 0};
}

sk_polyline sk_polyline_part(sk_arena *arena, const sk_polyline *line, double from_mm,
                             double to_mm) {
    sk_polyline part = {SK_NEW_ARRAY(arena, sk_page_point, line->count + 2), 0};
    part.points[part.count++] = sk_polyline_at(line, from_mm).at;
    double walked = 0;
    for (size_t i = 1; i < line->count; i++) {
        walked += sk_page_distance(line->points[i - 1], line->points[i]);
        if (walked > from_mm + flatness_mm && walked < to_mm - flatness_mm)
            part.points[part.count++] = line->points[i];
    }
    part.points[part.count++] = sk_polyline_at(line, to_mm).at;
    return part;
}

static double direction(sk_page_point a, sk_page_point b) {
    return atan2(b.y_mm - a.y_mm, b.x_mm - a.x_mm);
}

sk_polyline sk_polyline_offset(sk_arena *arena, const sk_polyline *line, double by_mm) {
    sk_polyline moved = {SK_NEW_ARRAY(arena, sk_page_point, line->count), line->count};
    for (size_t i = 0; i < line->count; i++) {
        size_t before = i > 0 ? i - 1 : 0;
        size_t after = i + 1 < line->count ? i + 1 : i;
        double angle = direction(line->points[before], line->points[after]);
        moved.points[i] = (sk_page_point){line->points[i].x_mm - by_mm * sin(angle),
                                          line->points[i].y_mm + by_mm * cos(angle)};
    }
    return moved;
}

sk_polyline sk_polyline_reversed(sk_arena *arena, const sk_polyline *line) {
    sk_polyline back = {SK_NEW_ARRAY(arena, sk_page_point, line->count), line->count};
    for (size_t i = 0; i < line->count; i++) back.points[i] = line->points[line->count - 1 - i];
    return back;
}

static double squared_to_segment(sk_page_point p, sk_page_point a, sk_page_point b) {
    double dx = b.x_mm - a.x_mm, dy = b.y_mm - a.y_mm;
    double squared = dx * dx + dy * dy;
    double along = (p.x_mm - a.x_mm) * dx + (p.y_mm - a.y_mm) * dy;
    double t = along <= 0 || squared <= 0 ? 0 : along < squared ? along / squared : 1;
    double x = p.x_mm - a.x_mm - t * dx, y = p.y_mm - a.y_mm - t * dy;
    return x * x + y * y;
}

/* A lower bound, but for rounding: of the square of the distance to the segment's box. */
static double squared_to_box(sk_page_point p, sk_page_point a, sk_page_point b) {
    double left = a.x_mm < b.x_mm ? a.x_mm : b.x_mm, right = a.x_mm < b.x_mm ? b.x_mm : a.x_mm;
    double top = a.y_mm < b.y_mm ? a.y_mm : b.y_mm, bottom = a.y_mm < b.y_mm ? b.y_mm : a.y_mm;
    double x = p.x_mm < left ? left - p.x_mm : p.x_mm > right ? p.x_mm - right : 0;
    double y = p.y_mm < top ? top - p.y_mm : p.y_mm > bottom ? p.y_mm - bottom : 0;
    return x * x + y * y;
}

double sk_polyline_distance_within(const sk_polyline *line, sk_page_point point, double most_mm) {
    const double rounding = 1 + 1e-9;
    double bound = most_mm * most_mm * rounding;
    double least = squared_to_segment(point, line->points[0], line->points[0]);
    if (least < bound) bound = least;
    for (size_t i = 1; i < line->count; i++) {
        sk_page_point a = line->points[i - 1], b = line->points[i];
        if (squared_to_box(point, a, b) > bound * rounding) continue;
        double squared = squared_to_segment(point, a, b);
        if (squared < bound) bound = squared;
        if (squared < least) least = squared;
    }
    return least <= bound ? sqrt(least) : INFINITY;
}

double sk_polyline_distance(const sk_polyline *line, sk_page_point point) {
    return sk_polyline_distance_within(line, point, INFINITY);
}

bool sk_polyline_comes_near(const sk_polyline *line, sk_page_point point, double within_mm) {
    return sk_polyline_distance_within(line, point, within_mm) < within_mm;
}

static double turn(sk_page_point a, sk_page_point b, sk_page_point c) {
    return (b.x_mm - a.x_mm) * (c.y_mm - a.y_mm) - (b.y_mm - a.y_mm) * (c.x_mm - a.x_mm);
}

/* Does the stretch from `a` to `b` share a point with that from `c` to `d`? */
static bool ranges_meet(double a, double b, double c, double d) {
    double least = a < b ? a : b, most = a < b ? b : a;
    return least <= (c < d ? d : c) && (c < d ? c : d) <= most;
}

static bool segments_cross(sk_page_point a, sk_page_point b, sk_page_point c, sk_page_point d) {
    return ranges_meet(a.x_mm, b.x_mm, c.x_mm, d.x_mm) &&
           ranges_meet(a.y_mm, b.y_mm, c.y_mm, d.y_mm) && turn(a, b, c) * turn(a, b, d) <= 0 &&
           turn(c, d, a) * turn(c, d, b) <= 0;
}

/* Two corners of the box around the points. */
typedef struct {
    sk_page_point least, most;
} corners;

static corners corners_of(const sk_polyline *line) {
    corners c = {line->points[0], line->points[0]};
    for (size_t i = 1; i < line->count; i++) {
        sk_page_point p = line->points[i];
        if (p.x_mm < c.least.x_mm) c.least.x_mm = p.x_mm;
        if (p.y_mm < c.least.y_mm) c.least.y_mm = p.y_mm;
        if (p.x_mm > c.most.x_mm) c.most.x_mm = p.x_mm;
        if (p.y_mm > c.most.y_mm) c.most.y_mm = p.y_mm;
    }
    return c;
}

static bool comes_into(const corners *c, sk_page_point a, sk_page_point b) {
    return ranges_meet(a.x_mm, b.x_mm, c->least.x_mm, c->most.x_mm) &&
           ranges_meet(a.y_mm, b.y_mm, c->least.y_mm, c->most.y_mm);
}

bool sk_polylines_cross(const sk_polyline *a, const sk_polyline *b) {
    for (size_t i = 1; i < a->count; i++)
        for (size_t j = 1; j < b->count; j++)
            if (segments_cross(a->points[i - 1], a->points[i], b->points[j - 1], b->points[j]))
                return true;
    return false;
}

/* Where the line through `a` and `b` meets that through `c` and `d`, which cross. */
static sk_page_point crossing_of(sk_page_point a, sk_page_point b, sk_page_point c,
                                 sk_page_point d) {
    double before = turn(c, d, a), after = turn(c, d, b);
    double t = before != after ? before / (before - after) : 0;
    return sk_page_point_moved(a, t * (b.x_mm - a.x_mm), t * (b.y_mm - a.y_mm));
}

static bool is_near_end(const sk_polyline *line, sk_page_point p, double near_mm) {
    return sk_page_distance(line->points[0], p) < near_mm ||
           sk_page_distance(line->points[line->count - 1], p) < near_mm;
}

static double segment_angle(sk_page_point from, sk_page_point to) {
    return atan2(to.y_mm - from.y_mm, to.x_mm - from.x_mm);
}

double sk_polylines_crossing_deg(const sk_polyline *a, const sk_polyline *b, double meeting_mm) {
    double least = INFINITY;
    const corners around = corners_of(b);
    for (size_t i = 1; i < a->count; i++) {
        sk_page_point p = a->points[i - 1], q = a->points[i];
        for (size_t j = 1; comes_into(&around, p, q) && j < b->count; j++) {
            sk_page_point r = b->points[j - 1], s = b->points[j];
            if (!segments_cross(p, q, r, s)) continue;
            sk_page_point at = crossing_of(p, q, r, s);
            if (is_near_end(a, at, meeting_mm) || is_near_end(b, at, meeting_mm)) continue;
            double between = fabs(remainder(segment_angle(p, q) - segment_angle(r, s), SK_PI));
            least = fmin(least, sk_degrees(between));
        }
    }
    return least;
}

/* An arc of a circle: angles grow clockwise on the page. */
typedef struct {
    sk_page_point centre;
    double radius, start_rad, sweep_rad;
} arc;

/* The arc from `a` over `m` to `b`; false when the three stand in a straight line. */
static bool arc_through(sk_page_point a, sk_page_point m, sk_page_point b, arc *out) {
    double bx = m.x_mm - a.x_mm, by = m.y_mm - a.y_mm;
    double cx = b.x_mm - a.x_mm, cy = b.y_mm - a.y_mm;
    double twice_area = bx * cy - by * cx, b2 = bx * bx + by * by, c2 = cx * cx + cy * cy;
    if (fabs(twice_area) < flatness_mm * sqrt(c2)) return false;
    double x = (cy * b2 - by * c2) / (2 * twice_area), y = (bx * c2 - cx * b2) / (2 * twice_area);
    out->centre = (sk_page_point){a.x_mm + x, a.y_mm + y};
    out->radius = hypot(x, y);
    out->start_rad = direction(out->centre, a);
    out->sweep_rad = direction(out->centre, b) - out->start_rad;
    const double turn_rad = 2 * SK_PI;
    if (twice_area > 0 && out->sweep_rad < 0) out->sweep_rad += turn_rad;
    if (twice_area < 0 && out->sweep_rad > 0) out->sweep_rad -= turn_rad;
    return true;
}

/* True when no place of the line is visibly off the arc: neither its points nor what lies between
 * two of them. */
static bool follows(const sk_polyline *line, const arc *a) {
    const double tolerance_mm = 1.5 * flatness_mm;
    for (size_t i = 0; i < line->count; i++) {
        if (fabs(sk_page_distance(line->points[i], a->centre) - a->radius) > tolerance_mm)
            return false;
        if (i == 0) continue;
        double half = sk_page_distance(line->points[i - 1], line->points[i]) / 2;
        if (half >= a->radius) return false;
        if (a->radius - sqrt(a->radius * a->radius - half * half) > tolerance_mm) return false;
    }
    return true;
}

static sk_page_point on_arc(const arc *a, double angle_rad, double reach) {
    /* `reach` times the radius further along the tangent. */
    double x = cos(angle_rad), y = sin(angle_rad);
    return (sk_page_point){a->centre.x_mm + a->radius * (x - reach * y),
                           a->centre.y_mm + a->radius * (y + reach * x)};
}

static sk_path arc_path(sk_arena *arena, const arc *a, sk_page_point from, sk_page_point to) {
    const double most_rad = SK_PI / 2; /* of one curve: 0.03 % of the radius off */
    size_t curves = (size_t)ceil(fabs(a->sweep_rad) / most_rad);
    double step = a->sweep_rad / (double)curves, reach = 4.0 / 3 * tan(step / 4);
    sk_path path = {0};
    sk_path_move(arena, &path, from);
    for (size_t i = 0; i < curves; i++) {
        double start = a->start_rad + step * (double)i, end = start + step;
        sk_path_curve(arena, &path, on_arc(a, start, reach), on_arc(a, end, -reach),
                      i + 1 == curves ? to : on_arc(a, end, 0));
    }
    return path;
}

sk_path sk_polyline_path(sk_arena *arena, const sk_polyline *line) {
    const size_t least_points = 5; /* fewer are not many nodes either */
    sk_path path = {0};
    if (line->count == 0) return path;
    arc circle;
    sk_page_point first = line->points[0], last = line->points[line->count - 1];
    if (line->count >= least_points &&
        arc_through(first, line->points[line->count / 2], last, &circle) && follows(line, &circle))
        return arc_path(arena, &circle, first, last);
    sk_path_move(arena, &path, first);
    for (size_t i = 1; i < line->count; i++) sk_path_line(arena, &path, line->points[i]);
    return path;
}
