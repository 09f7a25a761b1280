#include "placer/neighbourly.h"

#include <math.h>
#include <stdlib.h>

/* The page is cut in so many rows and columns, as a power of two. */
enum { GRID_BITS = 16 };

typedef struct {
    uint32_t code; /* of the cell, along a Z-shaped curve */
    uint32_t item;
} keyed_item;

/* An item stands where the first shape of its first candidate that has one stands. */
static bool position_of(const sk_placer_item *item, double *x, double *y) {
    for (size_t c = 0; c < item->candidate_count; c++) {
        if (item->candidates[c].shape_count == 0) continue;
        *x = item->candidates[c].shapes[0].x;
        *y = item->candidates[c].shapes[0].y;
        return isfinite(*x) && isfinite(*y);
    }
    return false;
}

/* Spreads the lower 16 bits of a number over its even bits. */
static uint32_t spread(uint32_t bits) {
    bits = (bits | bits << 8) & 0x00ff00ff;
    bits = (bits | bits << 4) & 0x0f0f0f0f;
    bits = (bits | bits << 2) & 0x33333333;
    return (bits | bits << 1) & 0x55555555;
}

static uint32_t cell_of(double position, double from, double to) {
    double extent = to - from;
    double share = extent > 0 && isfinite(extent) ? (position - from) / extent : 0;
    return (uint32_t)(share * ((1 << GRID_BITS) - 1));
}

static int compare(const void *left, const void *right) {
    const keyed_item *a = left, *b = right;
    if (a->code != b->code) return a->code < b->code ? -1 : 1;
    return a->item < b->item ? -1 : a->item > b->item;
}

uint32_t *sk_placer_neighbourly_order(sk_arena *arena, const sk_placer_problem *problem) {
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY, x, y;
    for (size_t i = 0; i < problem->item_count; i++) {
        if (!position_of(&problem->items[i], &x, &y)) continue;
        left = fmin(left, x);
        right = fmax(right, x);
        top = fmin(top, y);
        bottom = fmax(bottom, y);
    }
    keyed_item *keyed = SK_NEW_ARRAY(arena, keyed_item, problem->item_count);
    for (size_t i = 0; i < problem->item_count; i++) {
        keyed[i].item = (uint32_t)i;
        if (position_of(&problem->items[i], &x, &y))
            keyed[i].code = spread(cell_of(x, left, right)) | spread(cell_of(y, top, bottom)) << 1;
    }
    qsort(keyed, problem->item_count, sizeof *keyed, compare);
    uint32_t *order = SK_NEW_ARRAY(arena, uint32_t, problem->item_count);
    for (size_t i = 0; i < problem->item_count; i++) order[i] = keyed[i].item;
    return order;
}
