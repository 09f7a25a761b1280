#include "compose/report/border_strokes.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/angle.h"
#include "page/page_box.h"

/* What makes two lines run together to the eye, and how finely they are looked at. */
static const double near_mm = 0.5, parallel_deg = 20, seen_mm = 3, step_mm = 0.25;
/* A line on the very border is hidden by it. */
static const double same_mm = 0.1;

typedef enum { LINE_BORDER, LINE_BAND, LINE_ZONE, LINE_ROAD, LINE_KINDS } line_kind;

static const struct {
    const char *class_name;
    line_kind kind;
} classes[] = {
    {"border-part", LINE_BORDER},  {"border-home", LINE_BORDER}, {"border-country", LINE_BORDER},
    {"border-coast", LINE_BORDER}, {"chosen-home", LINE_BAND},   {"zone", LINE_ZONE},
    {"zone-outline", LINE_ZONE},   {"motorway", LINE_ROAD},
};

/* A place that a line passes, and its direction there. */
typedef struct {
    sk_page_point at;
    double direction_rad;
    line_kind kind;
    size_t next; /* of the same cell, from 1; 0: none */
} sample;

typedef struct {
    sk_arena *arena;
    sk_page_box frame;
    size_t columns, rows;
    size_t *cells; /* the first sample of each, from 1; 0: none */
    sample *samples;
    size_t count, capacity;
    size_t along[LINE_KINDS + 1]; /* for so many lines at once: the steps that they went so far */
    size_t most;
} strokes;

static size_t column_of(const strokes *s, sk_page_point p) {
    return 1 + (size_t)((p.x_mm - s->frame.x_mm) / near_mm);
}

static size_t row_of(const strokes *s, sk_page_point p) {
    return 1 + (size_t)((p.y_mm - s->frame.y_mm) / near_mm);
}

static void keep(strokes *s, line_kind kind, sk_page_point at, double direction_rad) {
    if (kind == LINE_BORDER || !sk_page_box_contains(s->frame, at)) return;
    size_t *cell = &s->cells[row_of(s, at) * s->columns + column_of(s, at)];
    s->samples = sk_arena_grow(s->arena, s->samples, s->count, &s->capacity, sizeof *s->samples);
    s->samples[s->count++] = (sample){at, direction_rad, kind, *cell};
    *cell = s->count;
}

static bool runs_along(const sample *line, sk_page_point at, double direction_rad) {
    double turn = sk_degrees(fabs(remainder(line->direction_rad - direction_rad, SK_PI)));
    double x = line->at.x_mm - at.x_mm, y = line->at.y_mm - at.y_mm;
    double beside = fabs(x * sin(direction_rad) - y * cos(direction_rad));
    bool hidden = line->kind != LINE_BAND && beside <= same_mm;
    return turn <= parallel_deg && hypot(x, y) <= near_mm && !hidden;
}

/* The kinds of lines along the border here, its own among them. */
static size_t lines_here(const strokes *s, sk_page_point at, double direction_rad) {
    bool found[LINE_KINDS] = {[LINE_BORDER] = true};
    size_t column = column_of(s, at), row = row_of(s, at), count = 0;
    for (size_t r = row - 1; r <= row + 1; r++)
        for (size_t c = column - 1; c <= column + 1; c++)
            for (size_t i = s->cells[r * s->columns + c]; i > 0; i = s->samples[i - 1].next)
                if (runs_along(&s->samples[i - 1], at, direction_rad))
                    found[s->samples[i - 1].kind] = true;
    if (found[LINE_BAND]) found[LINE_ZONE] = false; /* it lies under the band */
    for (size_t k = 0; k < LINE_KINDS; k++) count += found[k];
    return count;
}

static void look(strokes *s, line_kind kind, sk_page_point at, double direction_rad) {
    if (kind != LINE_BORDER) return;
    size_t here = sk_page_box_contains(s->frame, at) ? lines_here(s, at, direction_rad) : 0;
    for (size_t n = 1; n <= LINE_KINDS; n++) {
        s->along[n] = n <= here ? s->along[n] + 1 : 0;
        if ((double)s->along[n] * step_mm >= seen_mm && n > s->most) s->most = n;
    }
}

typedef void line_visit(strokes *s, line_kind kind, sk_page_point at, double direction_rad);

/* Goes on from `from` in steps that go on over the corners; returns what is left to the next. */
static double walk_straight(strokes *s, line_kind kind, sk_page_point from, sk_page_point to,
                            double left_mm, line_visit *visit) {
    double length = sk_page_distance(from, to);
    double direction = atan2(to.y_mm - from.y_mm, to.x_mm - from.x_mm);
    for (; left_mm < length; left_mm += step_mm) {
        double t = left_mm / length;
        visit(s, kind,
              (sk_page_point){from.x_mm + t * (to.x_mm - from.x_mm),
                              from.y_mm + t * (to.y_mm - from.y_mm)},
              direction);
    }
    return left_mm - length;
}

static void walk(strokes *s, line_kind kind, const sk_path *path, line_visit *visit) {
    sk_page_point at = {0, 0}, begin = {0, 0};
    double left_mm = 0;
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *segment = &path->segments[i];
        sk_page_point to = segment->points[segment->kind == SK_SEGMENT_CURVE ? 2 : 0];
        if (segment->kind == SK_SEGMENT_CLOSE) to = begin;
        if (segment->kind == SK_SEGMENT_MOVE) {
            memset(s->along, 0, sizeof s->along);
            begin = to;
            left_mm = 0;
        } else {
            left_mm = walk_straight(s, kind, at, to, left_mm, visit);
        }
        at = to;
    }
}

static void walk_item(strokes *s, const sk_item *item, line_visit *visit) {
    if (item->kind != SK_ITEM_PATH || item->as.path.paint.class_name == NULL) return;
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
        if (strcmp(item->as.path.paint.class_name, classes[i].class_name) == 0)
            walk(s, classes[i].kind, &item->as.path.path, visit);
}

static void walk_scene(strokes *s, const sk_scene *scene, line_visit *visit) {
    for (size_t i = 0; i < scene->count; i++)
        for (size_t k = 0; k < scene->layers[i]->count; k++) {
            const sk_group *group = scene->layers[i]->groups[k];
            if (group->role == SK_ROLE_FURNITURE) continue;
            for (size_t j = 0; j < group->count; j++) walk_item(s, &group->items[j], visit);
        }
}

size_t sk_border_strokes_most(const sk_scene *scene, sk_page_box frame, sk_arena *arena) {
    strokes s = {.arena = arena, .frame = frame};
    s.columns = (size_t)(frame.width_mm / near_mm) + 3;
    s.rows = (size_t)(frame.height_mm / near_mm) + 3;
    s.cells = SK_NEW_ARRAY(arena, size_t, s.columns * s.rows);
    walk_scene(&s, scene, keep);
    walk_scene(&s, scene, look);
    return s.most;
}
