#include "page/beside.h"

#include <math.h>

#include "base/angle.h"

/* x and y: which part of the block lies at the point, from its left and upper edge. */
static const struct {
    double x, y;
    sk_text_anchor anchor;
} sides[SK_BESIDE_COUNT] = {
    [SK_BESIDE_RIGHT] = {0, 0.5, SK_ANCHOR_START},
    [SK_BESIDE_LEFT] = {1, 0.5, SK_ANCHOR_END},
    [SK_BESIDE_ABOVE_RIGHT] = {0, 1, SK_ANCHOR_START},
    [SK_BESIDE_BELOW_RIGHT] = {0, 0, SK_ANCHOR_START},
    [SK_BESIDE_ABOVE_LEFT] = {1, 1, SK_ANCHOR_END},
    [SK_BESIDE_BELOW_LEFT] = {1, 0, SK_ANCHOR_END},
    [SK_BESIDE_ABOVE] = {0.5, 1, SK_ANCHOR_MIDDLE},
    [SK_BESIDE_BELOW] = {0.5, 0, SK_ANCHOR_MIDDLE},
};

sk_text_anchor sk_beside_anchor(sk_beside side) {
    return sides[side].anchor;
}

sk_page_point sk_beside_corner(const sk_text_block *block, sk_page_point at, sk_beside side,
                               double clearance_mm, double diagonal_part) {
    double x = sides[side].x, y = sides[side].y;
    double clearance = clearance_mm * (x != 0.5 && y != 0.5 ? diagonal_part : 1);
    return (sk_page_point){at.x_mm - x * block->width_mm + (0.5 - x) * 2 * clearance,
                           at.y_mm - y * block->height_mm + (0.5 - y) * 2 * clearance};
}

sk_page_point sk_around_direction(int step) {
    double angle = 2 * SK_PI * step / SK_AROUND_STEPS;
    return (sk_page_point){cos(angle), sin(angle)};
}

sk_page_point sk_around_corner(const sk_text_block *block, sk_page_point at,
                               sk_page_point direction) {
    return (sk_page_point){at.x_mm + (direction.x_mm - 1) * block->width_mm / 2,
                           at.y_mm + (direction.y_mm - 1) * block->height_mm / 2};
}
