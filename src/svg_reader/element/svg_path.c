#include "svg_reader/element/svg_path.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/angle.h"
#include "svg_reader/element/svg_transform.h"

typedef struct {
    const char *at;
    sk_arena *arena;
    sk_svg_path *path;
    sk_page_point pen, begin;
    sk_page_point control; /* of the last curve, which a shorthand mirrors */
    char last;             /* the last command, as it was spelt, in upper case */
    bool relative;
} reader;

void sk_svg_path_add(sk_svg_path *path, sk_arena *arena, char command, const sk_page_point *points,
                     size_t count) {
    if (path->commands == NULL) path->commands = SK_NEW_ARRAY(arena, char, 1);
    path->commands = sk_arena_grow(arena, path->commands, path->command_count + 1,
                                   &path->command_capacity, sizeof *path->commands);
    path->commands[path->command_count++] = command;
    path->commands[path->command_count] = '\0';
    for (size_t i = 0; i < count; i++) {
        path->points = sk_arena_grow(arena, path->points, path->point_count, &path->point_capacity,
                                     sizeof *path->points);
        path->points[path->point_count++] = points[i];
    }
}

static void add(reader *r, char command, const sk_page_point *points, size_t count) {
    sk_svg_path_add(r->path, r->arena, command, points, count);
    if (count > 0) r->pen = points[count - 1];
    if (command == 'M') r->begin = r->pen;
    if (command == 'Z') r->pen = r->begin;
}

static bool read_point(reader *r, sk_page_point *out) {
    if (!sk_svg_number_scan(&r->at, &out->x_mm) || !sk_svg_number_scan(&r->at, &out->y_mm))
        return false;
    if (!r->relative) return true;
    out->x_mm += r->pen.x_mm;
    out->y_mm += r->pen.y_mm;
    return true;
}

/* A line along one of the axes. */
static bool read_along_axis(reader *r, char command) {
    double number;
    sk_page_point to = r->pen;
    if (!sk_svg_number_scan(&r->at, &number)) return false;
    if (command == 'H')
        to.x_mm = number + (r->relative ? r->pen.x_mm : 0);
    else
        to.y_mm = number + (r->relative ? r->pen.y_mm : 0);
    add(r, 'L', &to, 1);
    return true;
}

static sk_page_point between(sk_page_point a, sk_page_point b, double share) {
    return (sk_page_point){a.x_mm + (b.x_mm - a.x_mm) * share, a.y_mm + (b.y_mm - a.y_mm) * share};
}

/* Where a shorthand's first control lies: the last one on the other side of the pen. */
static sk_page_point mirrored(const reader *r, const char *after) {
    return strchr(after, r->last) != NULL ? between(r->control, r->pen, 2) : r->pen;
}

static bool read_cubic(reader *r, bool shorthand) {
    sk_page_point points[3] = {mirrored(r, "CS")};
    for (size_t i = shorthand ? 1 : 0; i < 3; i++)
        if (!read_point(r, &points[i])) return false;
    r->control = points[1];
    add(r, 'C', points, 3);
    return true;
}

static bool read_quadratic(reader *r, bool shorthand) {
    sk_page_point control = mirrored(r, "QT"), end;
    if ((!shorthand && !read_point(r, &control)) || !read_point(r, &end)) return false;
    const double share = 2.0 / 3;
    sk_page_point points[3] = {between(r->pen, control, share), between(end, control, share), end};
    add(r, 'C', points, 3);
    r->control = control;
    return true;
}

/* An ellipse about a centre, its first axis turned. */
typedef struct {
    sk_page_point centre;
    double x_radius, y_radius, turn;
} ellipse;

/* A place on it, and behind that where the tangent leads. */
static sk_page_point on_ellipse(const ellipse *e, double angle, double tangent) {
    double u = e->x_radius * (cos(angle) - tangent * sin(angle));
    double v = e->y_radius * (sin(angle) + tangent * cos(angle));
    return (sk_page_point){e->centre.x_mm + u * cos(e->turn) - v * sin(e->turn),
                           e->centre.y_mm + u * sin(e->turn) + v * cos(e->turn)};
}

static void add_arc(reader *r, const ellipse *e, double from, double sweep, sk_page_point end) {
    if (!isfinite(sweep)) {
        add(r, 'L', &end, 1);
        return;
    }
    int parts = (int)fmax(1, ceil(fabs(sweep) / (SK_PI / 2) - 1e-9));
    double step = sweep / parts, reach = 4.0 / 3 * tan(step / 4);
    for (int i = 0; i < parts; i++) {
        double begin = from + i * step;
        sk_page_point points[3] = {on_ellipse(e, begin, reach), on_ellipse(e, begin + step, -reach),
                                   i + 1 == parts ? end : on_ellipse(e, begin + step, 0)};
        add(r, 'C', points, 3);
    }
}

/* The last digit behind the point that any number of this text has. */
static double last_digit_of(const char *begin, const char *end) {
    int most = 0;
    for (const char *at = begin; at < end; at++) {
        if (*at != '.') continue;
        const char *digits = at + 1;
        while (digits < end && isdigit((unsigned char)*digits)) digits++;
        most = (int)fmax(most, (double)(digits - at - 1));
    }
    return pow(10, -most);
}

/* From the ends of an arc to its centre: SVG 1.1, appendix F.6.5. An arc that is half of its
 * ellipse but for the `rounding` of both radii and of both ends is half of it: a hair less, and its
 * centre would lie far away. */
static void add_arc_between(reader *r, ellipse e, bool large, bool positive, double rounding,
                            sk_page_point end) {
    double half_x = (r->pen.x_mm - end.x_mm) / 2, half_y = (r->pen.y_mm - end.y_mm) / 2;
    double x = cos(e.turn) * half_x + sin(e.turn) * half_y;
    double y = -sin(e.turn) * half_x + cos(e.turn) * half_y;
    double most = hypot(x / e.x_radius, y / e.y_radius);
    double missing = (1 - most) * 2 * fmin(e.x_radius, e.y_radius);
    if (missing < 2.01 * rounding) e.x_radius *= most, e.y_radius *= most;
    double u = x / e.x_radius, v = y / e.y_radius, square = u * u + v * v;
    double away = sqrt(fmax(0, 1 / square - 1)) * (large == positive ? -1 : 1);
    double centre_x = away * e.x_radius * v, centre_y = -away * e.y_radius * u;
    sk_page_point middle = between(r->pen, end, 0.5);
    e.centre.x_mm = middle.x_mm + cos(e.turn) * centre_x - sin(e.turn) * centre_y;
    e.centre.y_mm = middle.y_mm + sin(e.turn) * centre_x + cos(e.turn) * centre_y;
    double from = atan2(v - centre_y / e.y_radius, u - centre_x / e.x_radius);
    double to = atan2(-v - centre_y / e.y_radius, -u - centre_x / e.x_radius);
    double sweep = to - from;
    if (positive && sweep < 0) sweep += 2 * SK_PI;
    if (!positive && sweep > 0) sweep -= 2 * SK_PI;
    add_arc(r, &e, from, sweep, end);
}

/* A flag may stand right before what follows it: "a1 1 0 012 2". */
static bool read_flag(reader *r, bool *flag) {
    r->at += strspn(r->at, " \t\r\n,");
    if (*r->at != '0' && *r->at != '1') return false;
    *flag = *r->at++ == '1';
    return true;
}

static bool read_arc(reader *r) {
    double x_radius, y_radius, turn;
    bool large, positive;
    sk_page_point end;
    const char *begin = r->at;
    if (!sk_svg_number_scan(&r->at, &x_radius) || !sk_svg_number_scan(&r->at, &y_radius) ||
        !sk_svg_number_scan(&r->at, &turn) || !read_flag(r, &large) || !read_flag(r, &positive) ||
        !read_point(r, &end))
        return false;
    bool moves = end.x_mm != r->pen.x_mm || end.y_mm != r->pen.y_mm;
    if (moves && x_radius != 0 && y_radius != 0)
        add_arc_between(r, (ellipse){{0, 0}, fabs(x_radius), fabs(y_radius), sk_radians(turn)},
                        large, positive, last_digit_of(begin, r->at), end);
    else
        add(r, 'L', &end, 1);
    return true;
}

/* The operands of one command; false where there are none (any more). */
static bool read_operands(reader *r, char command) {
    sk_page_point point;
    switch (command) {
        case 'H':
        case 'V':
            return read_along_axis(r, command);
        case 'C':
        case 'S':
            return read_cubic(r, command == 'S');
        case 'Q':
        case 'T':
            return read_quadratic(r, command == 'T');
        case 'A':
            return read_arc(r);
        default:
            if (!read_point(r, &point)) return false;
            add(r, command, &point, 1);
            return true;
    }
}

static bool read_command(reader *r) {
    char letter = *r->at++, command = (char)toupper((unsigned char)letter);
    if (letter == '\0' || strchr("MLHVCSQTAZ", command) == NULL) return false;
    r->relative = letter != command;
    if (command == 'Z') {
        add(r, 'Z', NULL, 0);
        r->last = 'Z';
        return true;
    }
    if (!read_operands(r, command)) return false;
    r->last = command;
    if (command == 'M') command = 'L'; /* further points after M are lines */
    while (read_operands(r, command)) continue;
    return true;
}

bool sk_svg_path_parse(const char *data, sk_arena *arena, sk_svg_path *out) {
    *out = (sk_svg_path){.commands = SK_NEW_ARRAY(arena, char, 1)};
    reader r = {.at = data, .arena = arena, .path = out, .last = 'M'};
    for (;;) {
        r.at += strspn(r.at, " \t\r\n,");
        if (*r.at == '\0') return out->command_count > 0;
        if (!read_command(&r)) return false;
    }
}
