/* Cairo looks at each edge 15 times a row of pixels. Here each edge adds to the pixels that it
 * crosses the very area on its right, with the sign of its direction, so that the sum along a row
 * is how much of each pixel is covered: the signed areas of FreeType's and libart's scan
 * conversion. The sum of outlines that overlap is more than one, and is taken for one. */
#include "render/cairo/letter_fill.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "streekkaart/memory.h"

/* A line of text across an A4 page at 300 dpi has half as many pixels. */
enum { PIXELS_MAX = 1 << 18 };

/* A part of the surface, in whole pixels. */
typedef struct {
    int x, y, width, height;
} part;

/* What is covered of each pixel of a part, less what is covered of the one before it. */
typedef struct {
    part of;
    float *steps; /* rows of width + 1 */
} coverage;

static double smaller(double a, double b) {
    return a < b ? a : b;
}

static double larger(double a, double b) {
    return a > b ? a : b;
}

/* How far `x` lies beyond an edge from `from` to `to`, on average where it lies beyond it. */
static double beyond(double x, double from, double to) {
    return x >= to ? x - (from + to) / 2 : (x - from) * (x - from) / (2 * (to - from));
}

/* An edge within a row of pixels, from `from` rightwards to `to`; `height` has its direction's
 * sign. */
static void add_slice(float *steps, double from, double to, double height) {
    double covered_before = 0, area_before = 0;
    int x = (int)from;
    for (; x < to; x++) {
        double area = beyond(x + 1, from, to), covered = area - area_before;
        steps[x] += (float)(height * (covered - covered_before));
        covered_before = covered;
        area_before = area;
    }
    steps[x] += (float)(height * (1 - covered_before));
}

/* The same, where a part of it may lie outside: on the left it covers all of the row, on the right
 * nothing. */
static void add_clipped_slice(float *steps, double width, double from, double to, double height) {
    double each = to > from ? height / (to - from) : 0;
    double outside = to <= 0 ? height : -smaller(from, 0) * each;
    steps[0] += (float)outside;
    if (to <= 0 || from >= width) return;
    height -= outside + larger(to - width, 0) * each;
    add_slice(steps, larger(from, 0), smaller(to, width), height);
}

/* An edge in pixels of the part. */
static void add_edge(coverage *c, double x0, double y0, double x1, double y1) {
    if (y0 == y1) return;
    double direction = y0 < y1 ? 1 : -1, slope = (x1 - x0) / (y1 - y0);
    double top = smaller(y0, y1), bottom = smaller(larger(y0, y1), c->of.height);
    for (int y = (int)larger(top, 0); y < bottom; y++) {
        double from_y = larger(top, y), to_y = smaller(bottom, y + 1);
        double a = x0 + slope * (from_y - y0), b = x0 + slope * (to_y - y0);
        add_clipped_slice(c->steps + (size_t)y * ((size_t)c->of.width + 1), c->of.width,
                          smaller(a, b), larger(a, b), direction * (to_y - from_y));
    }
}

/* Open outlines are closed, as Cairo does. */
static void add_path(coverage *c, const cairo_path_t *flat) {
    double x = 0, y = 0, start_x = 0, start_y = 0;
    for (int i = 0; i < flat->num_data; i += flat->data[i].header.length) {
        const cairo_path_data_t *data = &flat->data[i];
        bool line = data->header.type == CAIRO_PATH_LINE_TO;
        bool move = data->header.type == CAIRO_PATH_MOVE_TO;
        double to_x = line ? data[1].point.x - c->of.x : start_x;
        double to_y = line ? data[1].point.y - c->of.y : start_y;
        add_edge(c, x, y, to_x, to_y);
        x = move ? data[1].point.x - c->of.x : to_x;
        y = move ? data[1].point.y - c->of.y : to_y;
        if (move) start_x = x, start_y = y;
    }
    add_edge(c, x, y, start_x, start_y);
}

static void put_mask(const coverage *c, cairo_surface_t *mask) {
    unsigned char *to = cairo_image_surface_get_data(mask);
    const float *step = c->steps;
    for (int y = 0; y < c->of.height; y++, to += cairo_image_surface_get_stride(mask), step++) {
        float sum = 0;
        for (int x = 0; x < c->of.width; x++) {
            sum += *step++;
            float covered = fabsf(sum) < 1 ? fabsf(sum) : 1;
            to[x] = (unsigned char)(covered * 255 + 0.5F);
        }
    }
}

/* What the path can touch of what is not clipped. */
static part part_of(cairo_t *cr) {
    double left, top, right, bottom, clip_left, clip_top, clip_right, clip_bottom;
    cairo_path_extents(cr, &left, &top, &right, &bottom);
    cairo_clip_extents(cr, &clip_left, &clip_top, &clip_right, &clip_bottom);
    left = floor(larger(left, clip_left));
    top = floor(larger(top, clip_top));
    double width = ceil(smaller(right, clip_right)) - left;
    double height = ceil(smaller(bottom, clip_bottom)) - top;
    if (!(width > 0 && height > 0)) return (part){0, 0, 0, 0};
    return (part){(int)left, (int)top, (int)width, (int)height};
}

static void fill_part(cairo_t *cr, part of) {
    cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, of.width, of.height);
    cairo_path_t *flat = cairo_copy_path_flat(cr);
    if (cairo_surface_status(mask) != CAIRO_STATUS_SUCCESS || flat->status != CAIRO_STATUS_SUCCESS)
        sk_memory_exhaust();
    coverage c = {of, sk_heap_array((size_t)of.height * ((size_t)of.width + 1), sizeof *c.steps)};
    add_path(&c, flat);
    put_mask(&c, mask);
    cairo_surface_mark_dirty(mask);
    cairo_mask_surface(cr, mask, of.x, of.y);
    free(c.steps);
    cairo_path_destroy(flat);
    cairo_surface_destroy(mask);
}

void sk_letter_fill(cairo_t *cr) {
    cairo_matrix_t matrix;
    cairo_get_matrix(cr, &matrix);
    cairo_identity_matrix(cr);
    part of = part_of(cr);
    bool small = of.width > 0 && of.width <= PIXELS_MAX && of.height <= PIXELS_MAX / of.width;
    if (small) fill_part(cr, of);
    cairo_set_matrix(cr, &matrix);
    if (small || of.width == 0) return;
    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_WINDING);
    cairo_fill_preserve(cr);
}
