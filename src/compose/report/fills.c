#include "compose/report/fills.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A cell is covered by what its middle lies in. */
static const double cell_mm = 0.25;

enum { NOTHING = 0, FILLS_MAX = 16 };

typedef struct {
    sk_arena *arena;
    sk_page_box frame;
    size_t columns, rows;
    unsigned char *cells; /* the fill that is seen there, from 1 */
    unsigned *under;      /* a bit for each fill that was painted there */
    sk_layout_fill *fills;
    size_t count;
} raster;

/* What the map lies in, and the regions of an overview, which their names tell. */
static bool is_ground(const char *class_name) {
    static const char *const ground[] = {"sea", "neighbour", "home", "elsewhere", "region-tint"};
    for (size_t i = 0; i < sizeof ground / sizeof ground[0]; i++)
        if (strncmp(ground[i], class_name, strlen(ground[i])) == 0) return true;
    return false;
}

static bool is_area(const sk_group *group) {
    return group->role == SK_ROLE_REGION || group->role == SK_ROLE_ZONE;
}

static unsigned char number_of(raster *r, const char *class_name) {
    if (class_name == NULL || is_ground(class_name)) return NOTHING;
    for (size_t i = 0; i < r->count; i++)
        if (strcmp(r->fills[i].class_name, class_name) == 0) return (unsigned char)(i + 1);
    if (r->count == FILLS_MAX) return NOTHING;
    r->fills[r->count++].class_name = sk_arena_string(r->arena, class_name);
    return (unsigned char)r->count;
}

static int by_size(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

/* Where the outline crosses that height, from the left. */
static size_t crossings_at(const sk_path *path, double y, double *x) {
    sk_page_point at = {0, 0}, begin = {0, 0};
    size_t count = 0;
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *segment = &path->segments[i];
        sk_page_point to = segment->points[segment->kind == SK_SEGMENT_CURVE ? 2 : 0];
        if (segment->kind == SK_SEGMENT_CLOSE) to = begin;
        if (segment->kind == SK_SEGMENT_MOVE)
            begin = to;
        else if ((at.y_mm > y) != (to.y_mm > y))
            x[count++] = at.x_mm + (y - at.y_mm) / (to.y_mm - at.y_mm) * (to.x_mm - at.x_mm);
        at = to;
    }
    qsort(x, count, sizeof *x, by_size);
    return count;
}

static size_t column_from(const raster *r, double x) {
    double column = ceil((x - r->frame.x_mm) / cell_mm - 0.5);
    return column < 0 ? 0 : (size_t)fmin(column, (double)r->columns);
}

static void paint_row(raster *r, size_t row, double from_x, double to_x, unsigned char fill) {
    size_t from = column_from(r, from_x), to = column_from(r, to_x);
    for (size_t column = from; column < to; column++) {
        r->cells[row * r->columns + column] = fill;
        if (fill != NOTHING) r->under[row * r->columns + column] |= 1U << fill;
    }
}

static double middle_of_row(const raster *r, size_t row) {
    return r->frame.y_mm + ((double)row + 0.5) * cell_mm;
}

static void paint_path(raster *r, const sk_path *path, unsigned char fill) {
    double *x = SK_NEW_ARRAY(r->arena, double, path->count + 1);
    for (size_t row = 0; row < r->rows; row++) {
        size_t count = crossings_at(path, middle_of_row(r, row), x);
        for (size_t i = 0; i + 1 < count; i += 2) paint_row(r, row, x[i], x[i + 1], fill);
    }
}

static void paint_circle(raster *r, sk_page_point centre, double radius_mm) {
    for (size_t row = 0; row < r->rows; row++) {
        double off = middle_of_row(r, row) - centre.y_mm;
        if (fabs(off) >= radius_mm) continue;
        double half = sqrt(radius_mm * radius_mm - off * off);
        paint_row(r, row, centre.x_mm - half, centre.x_mm + half, NOTHING);
    }
}

static void paint_item(raster *r, const sk_group *group, const sk_item *item) {
    if (item->kind == SK_ITEM_CIRCLE && item->as.circle.paint.fill.alpha > 0)
        paint_circle(r, item->as.circle.centre, item->as.circle.radius_mm);
    if (item->kind != SK_ITEM_PATH || item->as.path.paint.fill.alpha <= 0) return;
    const char *class_name = item->as.path.paint.class_name;
    paint_path(r, &item->as.path.path, is_area(group) ? number_of(r, class_name) : NOTHING);
}

typedef void item_visit(raster *r, const sk_group *group, const sk_item *item);

/* Of the map, or of what stands beside it. */
static void look_through(raster *r, const sk_scene *scene, bool furniture, item_visit *visit) {
    for (size_t i = 0; i < scene->count; i++)
        for (size_t k = 0; k < scene->layers[i]->count; k++) {
            const sk_group *group = scene->layers[i]->groups[k];
            if ((group->role == SK_ROLE_FURNITURE) != furniture) continue;
            for (size_t j = 0; j < group->count; j++) visit(r, group, &group->items[j]);
        }
}

static void note_swatch(raster *r, const sk_group *group, const sk_item *item) {
    (void)group;
    if (item->kind != SK_ITEM_PATH || item->as.path.paint.fill.alpha <= 0) return;
    const char *class_name = item->as.path.paint.class_name;
    for (size_t i = 0; class_name != NULL && i < r->count; i++)
        if (strcmp(r->fills[i].class_name, class_name) == 0) r->fills[i].listed = true;
}

/* What each fill covers and what of it is seen. */
static void count_cells(raster *r) {
    size_t all = r->columns * r->rows, seen[FILLS_MAX + 1] = {0}, whole[FILLS_MAX + 1] = {0};
    for (size_t i = 0; i < all; i++) {
        seen[r->cells[i]]++;
        for (size_t fill = 1; fill <= r->count; fill++) whole[fill] += r->under[i] >> fill & 1;
    }
    const double small = 0.01; /* of the map */
    for (size_t fill = 1; fill <= r->count; fill++) {
        sk_layout_fill *f = &r->fills[fill - 1];
        f->share = (double)seen[fill] / (double)all;
        f->seen = whole[fill] > 0 ? (double)seen[fill] / (double)whole[fill] : 0;
        f->small = (double)whole[fill] < small * (double)all;
    }
}

sk_layout_fill *sk_fills_measure(const sk_scene *const *pages, size_t page_count, sk_page_box frame,
                                 sk_arena *arena, size_t *count) {
    raster r = {.arena = arena, .frame = frame};
    r.columns = (size_t)(frame.width_mm / cell_mm);
    r.rows = (size_t)(frame.height_mm / cell_mm);
    r.cells = SK_NEW_ARRAY(arena, unsigned char, r.columns *r.rows);
    r.under = SK_NEW_ARRAY(arena, unsigned, r.columns *r.rows);
    r.fills = SK_NEW_ARRAY(arena, sk_layout_fill, FILLS_MAX);
    look_through(&r, pages[0], false, paint_item);
    for (size_t i = 0; i < page_count; i++) look_through(&r, pages[i], true, note_swatch);
    count_cells(&r);
    *count = r.count;
    return r.fills;
}
