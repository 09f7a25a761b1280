#include "compose/report/text_measures.h"

#include <math.h>

/* Of sRGB, as WCAG 2.1 defines it. */
static double linear(double part) {
    return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(sk_colour c) {
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

static double contrast(sk_colour a, sk_colour b) {
    double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return fmax(one, other) / fmin(one, other);
}

/* The fill of the plate or disc that the group's texts stand on; NULL where there is none. */
static const sk_colour *plate_colour(const sk_group *group) {
    for (size_t i = 0; i < group->count; i++) {
        const sk_item *item = &group->items[i];
        if (item->use != SK_USE_DISC) continue;
        return item->kind == SK_ITEM_PATH ? &item->as.path.paint.fill : &item->as.circle.paint.fill;
    }
    return NULL;
}

double sk_text_contrast(const sk_group *group) {
    const sk_colour *plate = plate_colour(group);
    double least = INFINITY;
    for (size_t i = 0; i < group->count; i++) {
        if (group->items[i].kind != SK_ITEM_TEXT) continue;
        const sk_text_style *style = &group->items[i].as.text.style;
        const sk_colour *under = style->halo_mm > 0 ? &style->halo : plate;
        if (under != NULL) least = fmin(least, contrast(style->colour, *under));
    }
    return isfinite(least) ? least : 0;
}

double sk_text_gap(const sk_described_item *items, size_t count, size_t index) {
    double nearest = INFINITY;
    for (size_t i = 0; i < count; i++) {
        bool is_name =
            items[i].item.role == SK_LAYOUT_LABEL || items[i].item.role == SK_LAYOUT_TOWN;
        if (i != index && is_name && items[i].item.text != NULL)
            nearest = fmin(nearest, sk_shapes_gap(&items[i].shapes, &items[index].shapes));
    }
    return nearest;
}
