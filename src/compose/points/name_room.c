#include "compose/points/name_room.h"

#include <math.h>

double sk_marker_radius(const sk_drawing *d) {
    const double hair_mm = 0.05;
    return (d->style->marker.diameter_mm + d->style->marker.line.width_mm) / 2 + hair_mm;
}

sk_page_point sk_point_name_corner(const sk_drawing *d, const sk_text_block *block,
                                   sk_page_point at, sk_beside side) {
    const double diagonal_part = 0.8;
    double clearance = sk_marker_radius(d) + block->style->halo_mm + d->style->marker.name_gap_mm;
    return sk_beside_corner(block, at, side, clearance, diagonal_part);
}

void sk_point_name_rooms(const sk_drawing *d, const sk_feature *feature,
                         sk_page_box rooms[SK_POINT_NAME_ROOMS]) {
    static const sk_beside sides[SK_POINT_NAME_ROOMS] = {SK_BESIDE_RIGHT, SK_BESIDE_LEFT};
    sk_text_block block = sk_text_block_set(d->typesetter, d->arena, feature->name,
                                            &d->style->marker.name, INFINITY, 1);
    for (size_t i = 0; i < SK_POINT_NAME_ROOMS; i++) {
        sk_page_point corner = sk_point_name_corner(d, &block, (sk_page_point){0, 0}, sides[i]);
        rooms[i] = (sk_page_box){corner.x_mm, corner.y_mm, block.width_mm, block.height_mm};
    }
}
