#include "svg_reader/page_shift.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "svg_reader/file/object_index.h"
#include "svg_reader/object_shape.h"

enum { OBJECTS_LEAST = 5 };

static int by_size(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

static double median(const double *numbers, size_t count, sk_arena *arena) {
    double *sorted = SK_NEW_ARRAY(arena, double, count);
    memcpy(sorted, numbers, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_size);
    return sorted[count / 2];
}

/* Where the object stood: as its file says, else as it was drawn. */
static bool movement_of(const sk_svg_object *edited, const sk_svg_object *drawn,
                        sk_page_point *by) {
    const sk_svg_piece *now = edited->piece_count > 0 ? &edited->pieces[0] : NULL;
    const sk_svg_piece *then = drawn != NULL && drawn->piece_count > 0 ? &drawn->pieces[0] : NULL;
    for (size_t i = 0; i < edited->piece_count; i++)
        if (edited->pieces[i].has_drawn_at) now = &edited->pieces[i];
    if (now == NULL || (!now->has_drawn_at && (then == NULL || then->element != now->element)))
        return false;
    sk_page_point from = now->has_drawn_at ? now->drawn_at : then->at;
    *by = (sk_page_point){now->at.x_mm - from.x_mm, now->at.y_mm - from.y_mm};
    return isfinite(by->x_mm) && isfinite(by->y_mm);
}

sk_page_point sk_page_shift_find(const sk_svg_figure *drawn, const sk_svg_figure *edited,
                                 sk_arena *arena) {
    const double most_share = 0.9, slack_mm = fmax(0.05, edited->rounding_mm);
    const sk_object_index index = sk_object_index_create(drawn, arena);
    double *x = SK_NEW_ARRAY(arena, double, edited->object_count + 1);
    double *y = SK_NEW_ARRAY(arena, double, edited->object_count + 1);
    size_t count = 0, together = 0;
    for (size_t i = 0; i < edited->object_count; i++) {
        const sk_svg_object *object = &edited->objects[i];
        sk_page_point by;
        if (!movement_of(object, sk_object_with_id(&index, object->id), &by)) continue;
        x[count] = by.x_mm;
        y[count++] = by.y_mm;
    }
    if (count < OBJECTS_LEAST) return (sk_page_point){0, 0};
    const sk_page_point middle = {median(x, count, arena), median(y, count, arena)};
    for (size_t i = 0; i < count; i++)
        together += hypot(x[i] - middle.x_mm, y[i] - middle.y_mm) < slack_mm;
    bool moved = hypot(middle.x_mm, middle.y_mm) > fmax(SK_UNMOVED_MM, edited->rounding_mm);
    bool is_page = moved && (double)together > most_share * (double)count;
    return is_page ? middle : (sk_page_point){0, 0};
}

static const sk_svg_piece *shift_pieces(const sk_svg_piece *pieces, size_t count, sk_page_point by,
                                        sk_arena *arena) {
    sk_svg_piece *out = SK_NEW_ARRAY(arena, sk_svg_piece, count);
    for (size_t i = 0; i < count; i++) {
        sk_page_point *points = SK_NEW_ARRAY(arena, sk_page_point, pieces[i].point_count);
        for (size_t k = 0; k < pieces[i].point_count; k++)
            points[k] = (sk_page_point){pieces[i].points[k].x_mm + by.x_mm,
                                        pieces[i].points[k].y_mm + by.y_mm};
        out[i] = pieces[i];
        out[i].points = points;
        out[i].at.x_mm += by.x_mm;
        out[i].at.y_mm += by.y_mm;
        out[i].through.e += by.x_mm;
        out[i].through.f += by.y_mm;
    }
    return out;
}

sk_svg_figure sk_page_shifted(const sk_svg_figure *figure, sk_page_point by, sk_arena *arena) {
    sk_svg_figure out = *figure;
    sk_svg_object *objects = SK_NEW_ARRAY(arena, sk_svg_object, figure->object_count);
    for (size_t i = 0; i < figure->object_count; i++) {
        objects[i] = figure->objects[i];
        objects[i].pieces = shift_pieces(objects[i].pieces, objects[i].piece_count, by, arena);
    }
    out.objects = objects;
    out.strays = shift_pieces(figure->strays, figure->stray_count, by, arena);
    return out;
}
