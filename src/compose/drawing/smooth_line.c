#include "compose/drawing/smooth_line.h"

#include <math.h>

#include "base/angle.h"

static const double thinning_mm = 0.05;
static const double bulge_mm = 0.15; /* from a piece's chord, at most */
static const double corner_deg = 60;
static const double corner_leg_mm = 0.8; /* a sharp turn between shorter chords is a meander */
static const double flatness_mm = 0.01;
static const double least_chord_mm = 1e-6; /* a shorter one has no direction */

typedef struct {
    double x, y;
} vector;

static vector between(sk_page_point a, sk_page_point b) {
    return (vector){b.x_mm - a.x_mm, b.y_mm - a.y_mm};
}

static vector unit(vector v) {
    double length = hypot(v.x, v.y);
    return length < least_chord_mm ? (vector){0, 0} : (vector){v.x / length, v.y / length};
}

static double cross(vector a, vector b) {
    return a.x * b.y - a.y * b.x;
}

static double dot(vector a, vector b) {
    return a.x * b.x + a.y * b.y;
}

static sk_page_point moved(sk_page_point p, vector direction, double by_mm) {
    return sk_page_point_moved(p, by_mm * direction.x, by_mm * direction.y);
}

sk_shape sk_smooth_line_thin(const sk_map_view *view, sk_shape_ops *ops, const sk_shape *lines) {
    return sk_shape_simplify(ops, lines, thinning_mm * view->metres_per_mm);
}

static bool is_corner(vector before, vector after) {
    double shorter = fmin(hypot(before.x, before.y), hypot(after.x, after.y));
    return shorter > corner_leg_mm && dot(unit(before), unit(after)) < cos(sk_radians(corner_deg));
}

/* The direction in which the curve passes a vertex between two chords; none at a corner. */
static vector passing(sk_page_point before, sk_page_point at, sk_page_point after) {
    vector in = between(before, at), out = between(at, after);
    if (is_corner(in, out)) return (vector){0, 0};
    vector u = unit(in), v = unit(out);
    return unit((vector){u.x + v.x, u.y + v.y});
}

static bool is_closed(const sk_polyline *line) {
    return line->count > 3 &&
           sk_page_distance(line->points[0], line->points[line->count - 1]) < least_chord_mm;
}

static vector direction_at(const sk_polyline *line, size_t i) {
    const sk_page_point *p = line->points;
    size_t last = line->count - 1;
    if (i > 0 && i < last) return passing(p[i - 1], p[i], p[i + 1]);
    return is_closed(line) ? passing(p[last - 1], p[0], p[1]) : (vector){0, 0};
}

/* How long the handle is with which a piece leaves an end of its chord. A cubic reaches at most
 * three quarters of the height of its handles above the chord. */
static double handle(vector chord, vector direction) {
    double height = fabs(cross(unit(chord), direction)), most_mm = bulge_mm / 0.75;
    double third = hypot(chord.x, chord.y) / 3;
    return third * height > most_mm ? most_mm / height : third;
}

static bool is_none(vector direction) {
    return direction.x == 0 && direction.y == 0;
}

typedef struct {
    sk_page_point from, control[2], to;
} piece;

/* The control of an end with no direction of its own, that makes the piece a parabola. */
static sk_page_point control_of_parabola(sk_page_point end, sk_page_point other,
                                         sk_page_point its_control) {
    sk_page_point apex = moved(other, between(other, its_control), 1.5);
    return moved(end, between(end, apex), 2.0 / 3);
}

/* The piece of the curve from vertex `i` to the next; where it is straight the controls lie on it.
 */
static piece piece_from(const sk_polyline *line, size_t i) {
    piece made = {.from = line->points[i], .to = line->points[i + 1]};
    vector chord = between(made.from, made.to);
    vector leaving = direction_at(line, i), arriving = direction_at(line, i + 1);
    made.control[0] =
        is_none(leaving) ? made.from : moved(made.from, leaving, handle(chord, leaving));
    made.control[1] =
        is_none(arriving) ? made.to : moved(made.to, arriving, -handle(chord, arriving));
    if (is_none(leaving) && !is_none(arriving))
        made.control[0] = control_of_parabola(made.from, made.to, made.control[1]);
    if (is_none(arriving) && !is_none(leaving))
        made.control[1] = control_of_parabola(made.to, made.from, made.control[0]);
    return made;
}

/* How many chords come within the flatness of the piece: by its second differences, after Wang
 * (1984). */
static size_t chords_of(const piece *p) {
    vector a = between(p->from, p->control[0]), b = between(p->control[0], p->control[1]);
    vector c = between(p->control[1], p->to);
    double bend = fmax(hypot(b.x - a.x, b.y - a.y), hypot(c.x - b.x, c.y - b.y));
    return (size_t)fmax(1, ceil(sqrt(0.75 * bend / flatness_mm)));
}

static sk_page_point point_on(const piece *p, double t) {
    double s = 1 - t;
    double weight[4] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
    const sk_page_point at[4] = {p->from, p->control[0], p->control[1], p->to};
    sk_page_point sum = {0, 0};
    for (int i = 0; i < 4; i++)
        sum = sk_page_point_moved(sum, weight[i] * at[i].x_mm, weight[i] * at[i].y_mm);
    return sum;
}

static bool is_straight(const piece *p) {
    vector chord = unit(between(p->from, p->to));
    return fabs(cross(chord, between(p->from, p->control[0]))) < flatness_mm &&
           fabs(cross(chord, between(p->from, p->control[1]))) < flatness_mm;
}

void sk_smooth_line_trace(sk_arena *arena, const sk_polyline *line, sk_path *path) {
    if (line->count < 2) return;
    sk_path_move(arena, path, line->points[0]);
    for (size_t i = 0; i + 1 < line->count; i++) {
        piece p = piece_from(line, i);
        if (is_straight(&p))
            sk_path_line(arena, path, p.to);
        else
            sk_path_curve(arena, path, p.control[0], p.control[1], p.to);
    }
}

sk_polyline sk_smooth_line(sk_arena *arena, const sk_polyline *line) {
    if (line->count < 2) return *line;
    size_t count = 1;
    for (size_t i = 0; i + 1 < line->count; i++) {
        piece p = piece_from(line, i);
        count += chords_of(&p);
    }
    sk_polyline curve = {SK_NEW_ARRAY(arena, sk_page_point, count), 0};
    curve.points[curve.count++] = line->points[0];
    for (size_t i = 0; i + 1 < line->count; i++) {
        piece p = piece_from(line, i);
        size_t chords = chords_of(&p);
        for (size_t k = 1; k < chords; k++)
            curve.points[curve.count++] = point_on(&p, (double)k / (double)chords);
        curve.points[curve.count++] = p.to;
    }
    return curve;
}
