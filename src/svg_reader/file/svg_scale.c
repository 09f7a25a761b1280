#include "svg_reader/file/svg_scale.h"

#include <math.h>
#include <stdlib.h>

#include "svg_reader/file/object_index.h"

enum { RATIOS_LEAST = 5 };

/* Where something is, and where it was drawn. */
typedef struct {
    sk_page_point now, then;
} move;

static bool note_of(const sk_svg_object *object, move *out) {
    for (size_t i = 0; i < object->piece_count; i++) {
        if (!object->pieces[i].has_drawn_at) continue;
        *out = (move){object->pieces[i].at, object->pieces[i].drawn_at};
        return true;
    }
    return false;
}

static size_t gather(const sk_svg_figure *figure, const sk_svg_figure *drawn, sk_arena *arena,
                     move *out) {
    sk_object_index index = {0};
    if (drawn != NULL) index = sk_object_index_create(drawn, arena);
    size_t count = 0;
    for (size_t i = 0; i < figure->object_count; i++) {
        const sk_svg_object *object = &figure->objects[i];
        const sk_svg_object *before = drawn == NULL ? NULL : sk_object_with_id(&index, object->id);
        bool alike = before != NULL && before->piece_count > 0 && object->piece_count > 0 &&
                     before->pieces[0].element == object->pieces[0].element;
        if (note_of(object, &out[count]))
            count++;
        else if (alike)
            out[count++] = (move){object->pieces[0].at, before->pieces[0].at};
    }
    return count;
}

static int by_size(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

double sk_svg_scale_find(const sk_svg_figure *figure, const sk_svg_figure *drawn, sk_arena *arena) {
    const double near_mm = 10, alike = 0.01, unseen = 2e-4, most_share = 0.9, most = 100;
    move *moves = SK_NEW_ARRAY(arena, move, figure->object_count + 1);
    double *ratios = SK_NEW_ARRAY(arena, double, figure->object_count + 1);
    size_t count = gather(figure, drawn, arena, moves), ratio_count = 0, together = 0;
    for (size_t i = 0; i < count; i++) {
        const move *a = &moves[i], *b = &moves[(i + count / 2) % count];
        double then = hypot(a->then.x_mm - b->then.x_mm, a->then.y_mm - b->then.y_mm);
        double now = hypot(a->now.x_mm - b->now.x_mm, a->now.y_mm - b->now.y_mm);
        if (then > near_mm && isfinite(now)) ratios[ratio_count++] = now / then;
    }
    if (ratio_count < RATIOS_LEAST) return 1;
    qsort(ratios, ratio_count, sizeof *ratios, by_size);
    double scale = ratios[ratio_count / 2];
    if (fabs(scale - 1) < unseen || !(scale > 1 / most) || !(scale < most)) return 1;
    for (size_t i = 0; i < ratio_count; i++) together += fabs(ratios[i] / scale - 1) < alike;
    return (double)together > most_share * (double)ratio_count ? scale : 1;
}
