#include "svg_reader/object_shape.h"

#include <math.h>
#include <string.h>

#include "svg_reader/shape_turn.h"
#include "svg_reader/style_diff.h"

/* How far programs move a curve that they write in another way, and the parts of an object to each
 * other when they round (scour: five digits). */
static const double reach_mm = 0.06, apart_mm = 0.05;

typedef struct {
    sk_page_point *points;
    size_t count, capacity;
    bool *begins; /* which of them is no line's end */
    size_t begin_capacity;
} outline;

static sk_page_point difference(sk_page_point a, sk_page_point b) {
    return (sk_page_point){a.x_mm - b.x_mm, a.y_mm - b.y_mm};
}

static double length_of(sk_page_point by) {
    return hypot(by.x_mm, by.y_mm);
}

static void add_point(outline *o, sk_arena *arena, sk_page_point point, bool begins) {
    o->points = sk_arena_grow(arena, o->points, o->count, &o->capacity, sizeof *o->points);
    o->begins = sk_arena_grow(arena, o->begins, o->count, &o->begin_capacity, sizeof *o->begins);
    o->points[o->count] = point;
    o->begins[o->count++] = begins;
}

static sk_page_point on_curve(const sk_page_point p[4], double t) {
    double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (sk_page_point){a * p[0].x_mm + b * p[1].x_mm + c * p[2].x_mm + d * p[3].x_mm,
                           a * p[0].y_mm + b * p[1].y_mm + c * p[2].y_mm + d * p[3].y_mm};
}

static void add_path(outline *o, sk_arena *arena, const sk_svg_piece *piece) {
    enum { STEPS = 8 };
    size_t next = 0;
    sk_page_point pen = {0, 0}, begin = {0, 0};
    for (const char *c = piece->form; *c != '\0' && next < piece->point_count; c++) {
        const sk_page_point *points = &piece->points[next];
        if (*c == 'C' && next + 3 <= piece->point_count) {
            const sk_page_point curve[4] = {pen, points[0], points[1], points[2]};
            for (int i = 1; i <= STEPS; i++)
                add_point(o, arena, on_curve(curve, (double)i / STEPS), false);
            pen = points[2];
            next += 3;
        } else if (*c == 'Z') {
            add_point(o, arena, begin, false);
            pen = begin;
        } else {
            pen = points[0];
            if (*c == 'M') begin = pen;
            add_point(o, arena, pen, *c == 'M');
            next++;
        }
    }
    if (piece->point_count > 0 && piece->form[strlen(piece->form) - 1] == 'Z')
        add_point(o, arena, begin, false);
}

static bool is_shape(const sk_svg_piece *piece) {
    return piece->element == SK_SVG_PATH && piece->text == NULL;
}

static outline outline_of(const sk_svg_object *object, sk_arena *arena) {
    outline o = {0};
    for (size_t i = 0; i < object->piece_count; i++)
        if (is_shape(&object->pieces[i])) add_path(&o, arena, &object->pieces[i]);
    return o;
}

static double distance_to_line(sk_page_point p, sk_page_point a, sk_page_point b) {
    sk_page_point along = difference(b, a), to = difference(p, a);
    double square = along.x_mm * along.x_mm + along.y_mm * along.y_mm;
    double t = square > 0 ? (to.x_mm * along.x_mm + to.y_mm * along.y_mm) / square : 0;
    t = fmin(fmax(t, 0), 1);
    return hypot(to.x_mm - t * along.x_mm, to.y_mm - t * along.y_mm);
}

static bool lies_on(sk_page_point p, const outline *o, double reach) {
    for (size_t i = 0; i < o->count; i++) {
        bool line = i > 0 && !o->begins[i];
        sk_page_point from = line ? o->points[i - 1] : o->points[i];
        if (distance_to_line(p, from, o->points[i]) < reach) return true;
    }
    return false;
}

/* Does each corner of `a`, moved, lie on `b`? */
static bool covers(const outline *a, const outline *b, sk_page_point by, double reach) {
    for (size_t i = 0; i < a->count; i++) {
        sk_page_point p = {a->points[i].x_mm + by.x_mm, a->points[i].y_mm + by.y_mm};
        if (!lies_on(p, b, reach)) return false;
    }
    return true;
}

static sk_page_point least_corner(const outline *o) {
    sk_page_point least = o->points[0];
    for (size_t i = 1; i < o->count; i++) {
        least.x_mm = fmin(least.x_mm, o->points[i].x_mm);
        least.y_mm = fmin(least.y_mm, o->points[i].y_mm);
    }
    return least;
}

/* The same lines, though their points are others; `by` is how far they moved. */
static bool same_outlines(const outline *a, const outline *b, double reach, sk_page_point *by) {
    enum { POINTS_MAX = 20000 };
    if (a->count == 0 || b->count == 0) return a->count == b->count;
    if (a->count > POINTS_MAX || b->count > POINTS_MAX) return false;
    *by = difference(least_corner(b), least_corner(a));
    return covers(a, b, *by, reach) && covers(b, a, (sk_page_point){-by->x_mm, -by->y_mm}, reach);
}

static bool same_points(const sk_svg_piece *a, const sk_svg_piece *b, double rounding_mm) {
    if (a->point_count != b->point_count || strcmp(a->form, b->form) != 0) return false;
    for (size_t i = 0; i < a->point_count; i++) {
        sk_page_point moved = difference(b->points[i], a->points[i]);
        if (length_of(difference(moved, difference(b->at, a->at))) > rounding_mm) return false;
    }
    return true;
}

static bool same_turn(const sk_svg_transform *a, const sk_svg_transform *b) {
    const double rounding = 1e-3;
    double from = sqrt(fabs(a->a * a->d - a->b * a->c)), to = sqrt(fabs(b->a * b->d - b->b * b->c));
    if (!(from > 0) || !(to > 0)) return from == to;
    return fabs(a->a / from - b->a / to) < rounding && fabs(a->b / from - b->b / to) < rounding &&
           fabs(a->c / from - b->c / to) < rounding && fabs(a->d / from - b->d / to) < rounding;
}

/* The size of a text's letters, or of the units that it is set in. */
static double size_of(const sk_svg_piece *piece) {
    const char *at = strstr(piece->look, "font-size:");
    double size = 0;
    if (at != NULL) at += strlen("font-size:");
    if (at != NULL && sk_svg_number_scan(&at, &size)) return size;
    return hypot(piece->through.a, piece->through.b);
}

typedef struct {
    sk_page_point with, by;
    double most, rounding_mm;
    double slack; /* how far apart two movements may be that are one */
    bool first, in_parts;
} movement;

static void note(movement *m, sk_page_point by) {
    if (m->first) m->by = by;
    m->first = false;
    m->in_parts = m->in_parts || length_of(difference(by, m->by)) >= m->slack;
    m->most = fmax(m->most, length_of(difference(by, m->with)));
}

/* The next piece of that kind, from `*at` on. */
typedef bool piece_kind(const sk_svg_piece *piece);
static const sk_svg_piece *next_of(const sk_svg_object *object, piece_kind *kind, size_t *at) {
    while (*at < object->piece_count) {
        const sk_svg_piece *piece = &object->pieces[(*at)++];
        if (kind(piece)) return piece;
    }
    return NULL;
}

static bool is_circle(const sk_svg_piece *piece) {
    return piece->element == SK_SVG_CIRCLE;
}

static bool is_text(const sk_svg_piece *piece) {
    return piece->element == SK_SVG_TEXT;
}

static bool is_outlined(const sk_svg_piece *piece) {
    return piece->element == SK_SVG_PATH && piece->text != NULL;
}

static bool compare_circles(const sk_svg_object *old, const sk_svg_object *now, movement *m) {
    size_t i = 0, k = 0;
    for (;;) {
        const sk_svg_piece *a = next_of(old, is_circle, &i), *b = next_of(now, is_circle, &k);
        if (a == NULL || b == NULL) return a == b;
        const char *before = a->form, *after = b->form;
        double from = 0, to = 0;
        if (!sk_svg_number_scan(&before, &from) || !sk_svg_number_scan(&after, &to) ||
            fabs(from - to) > m->rounding_mm)
            return false;
        note(m, difference(b->at, a->at));
    }
}

/* Piece by piece, else all of them together. */
static bool compare_paths(const sk_svg_object *old, const sk_svg_object *now, sk_arena *arena,
                          movement *m) {
    size_t i = 0, k = 0;
    movement each = *m;
    for (;;) {
        const sk_svg_piece *a = next_of(old, is_shape, &i), *b = next_of(now, is_shape, &k);
        if (a == NULL && b == NULL) {
            *m = each;
            return true;
        }
        if (a == NULL || b == NULL || !same_points(a, b, m->rounding_mm)) break;
        note(&each, difference(b->at, a->at));
    }
    outline before = outline_of(old, arena), after = outline_of(now, arena);
    sk_page_point by;
    double reach = fmax(reach_mm, m->rounding_mm);
    if (before.count == 0 || !same_outlines(&before, &after, reach, &by)) return false;
    m->slack = fmax(m->slack, reach);
    note(m, by);
    return true;
}

static size_t line_count(const sk_svg_object *object) {
    size_t count = 0;
    for (size_t i = 0; i < object->piece_count; i++)
        if (is_text(&object->pieces[i])) count += object->pieces[i].point_count;
    return count;
}

/* Line by line, whatever texts they are in; just the first where there are more or fewer of them.
 */
static sk_shape_difference compare_texts(const sk_svg_object *old, const sk_svg_object *now,
                                         movement *m) {
    size_t i = 0, k = 0, line_a = 0, line_b = 0;
    const sk_svg_piece *a = next_of(old, is_text, &i), *b = next_of(now, is_text, &k);
    sk_shape_difference found = SK_SHAPE_SAME;
    bool all = line_count(old) == line_count(now);
    for (bool more = true; more && a != NULL && b != NULL; more = all) {
        if (!same_turn(&a->through, &b->through) || fabs(size_of(b) / size_of(a) - 1) > 0.01)
            found = SK_SHAPE_TURNED;
        bool lines = a->point_count > 0 && b->point_count > 0;
        note(m,
             lines ? difference(b->points[line_b], a->points[line_a]) : difference(b->at, a->at));
        if (++line_a >= a->point_count) a = next_of(old, is_text, &i), line_a = 0;
        if (++line_b >= b->point_count) b = next_of(now, is_text, &k), line_b = 0;
    }
    return found;
}

static void compare_outlined(const sk_svg_object *old, const sk_svg_object *now, movement *m) {
    size_t i = 0, k = 0;
    for (;;) {
        const sk_svg_piece *a = next_of(old, is_outlined, &i), *b = next_of(now, is_outlined, &k);
        if (a == NULL || b == NULL) return;
        note(m, difference(b->at, a->at));
    }
}

static size_t count_of(const sk_svg_object *object, piece_kind *kind) {
    size_t count = 0;
    for (size_t i = 0; i < object->piece_count; i++) count += kind(&object->pieces[i]);
    return count;
}

/* Is the first outline that is another now just turned or scaled? */
static bool paths_are_turned(const sk_svg_object *old, const sk_svg_object *now,
                             double rounding_mm) {
    size_t i = 0, k = 0;
    for (;;) {
        const sk_svg_piece *a = next_of(old, is_shape, &i), *b = next_of(now, is_shape, &k);
        if (a == NULL || b == NULL) return false;
        if (!same_points(a, b, rounding_mm)) return sk_shape_is_turned(a, b);
    }
}

static bool looks_like_one_of(const sk_svg_piece *piece, const sk_svg_object *object,
                              sk_arena *arena) {
    size_t i = 0;
    for (;;) {
        const sk_svg_piece *other = next_of(object, is_shape, &i);
        if (other == NULL) return false;
        if (sk_style_diff(other->look, piece->look, arena) == NULL) return true;
    }
}

/* Fewer shapes alone are none: programs make one of those that look alike. */
static bool lacks_a_shape(const sk_svg_object *old, const sk_svg_object *now, sk_arena *arena) {
    if (count_of(now, is_shape) >= count_of(old, is_shape)) return false;
    size_t i = 0;
    for (;;) {
        const sk_svg_piece *piece = next_of(old, is_shape, &i);
        if (piece == NULL) return false;
        if (!piece->hidden && !looks_like_one_of(piece, now, arena)) return true;
    }
}

static sk_shape_difference compare_parts(const sk_svg_object *old, const sk_svg_object *now,
                                         sk_arena *arena, movement *m) {
    size_t texts = count_of(old, is_text), left = count_of(now, is_text);
    sk_shape_difference found = compare_circles(old, now, m) ? SK_SHAPE_SAME : SK_SHAPE_OTHER;
    if (texts > 0 && left == 0) return SK_SHAPE_LETTERS;
    if (!compare_paths(old, now, arena, m))
        found = paths_are_turned(old, now, m->rounding_mm) ? SK_SHAPE_TURNED : SK_SHAPE_OTHER;
    sk_shape_difference letters = compare_texts(old, now, m);
    if (letters == SK_SHAPE_TURNED) found = letters;
    if (letters == SK_SHAPE_SAME && lacks_a_shape(old, now, arena)) found = SK_SHAPE_LACKING;
    return (texts == 0) != (left == 0) ? SK_SHAPE_OTHER : found;
}

sk_shape_change sk_object_shape_compare(const sk_svg_object *old, const sk_svg_object *now,
                                        sk_page_point with, double rounding_mm, sk_arena *arena) {
    const double steps = 3; /* the points of a path count from each other, and add up */
    movement m = {.with = with,
                  .rounding_mm = rounding_mm > SK_UNMOVED_MM ? steps * rounding_mm : SK_UNMOVED_MM,
                  .slack = fmax(apart_mm, steps * rounding_mm),
                  .first = true};
    sk_shape_difference found = compare_parts(old, now, arena, &m);
    compare_outlined(old, now, &m);
    if (found == SK_SHAPE_SAME && m.in_parts) found = SK_SHAPE_IN_PARTS;
    return (sk_shape_change){found, m.most};
}
