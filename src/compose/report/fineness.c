#include "compose/report/fineness.h"

#include <math.h>
#include <string.h>

sk_layout_fineness sk_fineness_none(void) {
    return (sk_layout_fineness){.line_mm = INFINITY, .disc_mm = INFINITY};
}

/* Kept in order; a size within a hundredth of a millimetre of another is the same to a reader. */
static void add_size(sk_layout_fineness *f, double size_mm) {
    const double same_mm = 0.01;
    size_t at = 0;
    while (at < f->size_count && f->sizes_mm[at] < size_mm - same_mm) at++;
    bool known = at < f->size_count && f->sizes_mm[at] < size_mm + same_mm;
    if (known || f->size_count == SK_LAYOUT_SIZES_MAX) return;
    memmove(&f->sizes_mm[at + 1], &f->sizes_mm[at], (f->size_count - at) * sizeof(double));
    f->sizes_mm[at] = size_mm;
    f->size_count++;
}

static void add_line(sk_layout_fineness *f, const sk_stroke *line) {
    if (line->width_mm > 0 && line->colour.alpha > 0) f->line_mm = fmin(f->line_mm, line->width_mm);
}

static void add_item(sk_layout_fineness *f, const sk_item *item) {
    switch (item->kind) {
        case SK_ITEM_PATH:
            add_line(f, &item->as.path.paint.line);
            break;
        case SK_ITEM_CIRCLE:
            add_line(f, &item->as.circle.paint.line);
            if (item->use == SK_USE_DISC)
                f->disc_mm = fmin(f->disc_mm, 2 * item->as.circle.radius_mm);
            break;
        case SK_ITEM_TEXT:
            if (item->as.text.line_count > 0) add_size(f, item->as.text.style.size_mm);
            break;
    }
}

void sk_fineness_add(sk_layout_fineness *fineness, const sk_scene *scene) {
    for (size_t i = 0; i < scene->count; i++)
        for (size_t k = 0; k < scene->layers[i]->count; k++) {
            const sk_group *group = scene->layers[i]->groups[k];
            for (size_t j = 0; j < group->count; j++) add_item(fineness, &group->items[j]);
        }
}
