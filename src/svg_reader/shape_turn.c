#include "svg_reader/shape_turn.h"

#include <math.h>
#include <string.h>

/* x' = a x + c y + e, y' = b x + d y + f: what takes the points of one outline to those of another
 * best, by least squares about their middles. */
typedef struct {
    sk_page_point from, to;
    double a, b, c, d;
} affinity;

static sk_page_point middle_of(const sk_svg_piece *piece) {
    sk_page_point middle = {0, 0};
    for (size_t i = 0; i < piece->point_count; i++) {
        middle.x_mm += piece->points[i].x_mm / (double)piece->point_count;
        middle.y_mm += piece->points[i].y_mm / (double)piece->point_count;
    }
    return middle;
}

/* False where the points lie on one line, which fixes no affinity. */
static bool fit(const sk_svg_piece *old, const sk_svg_piece *now, affinity *out) {
    const double least_mm2 = 1e-6;
    double xx = 0, xy = 0, yy = 0, xu = 0, yu = 0, xv = 0, yv = 0;
    *out = (affinity){.from = middle_of(old), .to = middle_of(now)};
    for (size_t i = 0; i < old->point_count; i++) {
        double x = old->points[i].x_mm - out->from.x_mm, y = old->points[i].y_mm - out->from.y_mm;
        double u = now->points[i].x_mm - out->to.x_mm, v = now->points[i].y_mm - out->to.y_mm;
        xx += x * x, xy += x * y, yy += y * y;
        xu += x * u, yu += y * u, xv += x * v, yv += y * v;
    }
    double whole = xx * yy - xy * xy;
    if (!(whole > least_mm2)) return false;
    out->a = (xu * yy - yu * xy) / whole;
    out->c = (yu * xx - xu * xy) / whole;
    out->b = (xv * yy - yv * xy) / whole;
    out->d = (yv * xx - xv * xy) / whole;
    return true;
}

static bool takes_over(const affinity *t, const sk_svg_piece *old, const sk_svg_piece *now) {
    const double reach_mm = 0.06;
    for (size_t i = 0; i < old->point_count; i++) {
        double x = old->points[i].x_mm - t->from.x_mm, y = old->points[i].y_mm - t->from.y_mm;
        double off_x = t->to.x_mm + t->a * x + t->c * y - now->points[i].x_mm;
        double off_y = t->to.y_mm + t->b * x + t->d * y - now->points[i].y_mm;
        if (!(hypot(off_x, off_y) < reach_mm)) return false;
    }
    return true;
}

enum { POINTS_ENOUGH = 5 };

bool sk_shape_is_turned(const sk_svg_piece *old, const sk_svg_piece *now) {
    const double rounding = 1e-3;
    affinity t;
    if (old->point_count != now->point_count || old->form == NULL || now->form == NULL ||
        strcmp(old->form, now->form) != 0 || !fit(old, now, &t) || !takes_over(&t, old, now))
        return false;
    /* Three points can be made any three others: of so few just a turn or a larger size counts. */
    bool similar = fabs(t.a - t.d) < rounding && fabs(t.b + t.c) < rounding;
    if (old->point_count < POINTS_ENOUGH && !similar) return false;
    return fabs(t.a - 1) > rounding || fabs(t.b) > rounding || fabs(t.c) > rounding ||
           fabs(t.d - 1) > rounding;
}
