#include <math.h>

#include "compose/markers.h"
#include "compose/names.h"

/* The order in which a name is best put beside its disc, as for towns. x and y: which part of the
 * name lies at the disc. */
static const struct {
    double x, y;
    sk_text_anchor anchor;
    double cost;
} ways[] = {
    {0, 0.5, SK_ANCHOR_START, 0},    {1, 0.5, SK_ANCHOR_END, 0.4},    {0, 1, SK_ANCHOR_START, 0.6},
    {0, 0, SK_ANCHOR_START, 0.7},    {1, 1, SK_ANCHOR_END, 0.9},      {1, 0, SK_ANCHOR_END, 1},
    {0.5, 1, SK_ANCHOR_MIDDLE, 1.2}, {0.5, 0, SK_ANCHOR_MIDDLE, 1.2},
};

/* With its edge, and a hair more. */
static double disc_radius(const sk_composition *c) {
    const double hair_mm = 0.05;
    return (c->style->marker.diameter_mm + c->style->marker.line.width_mm) / 2 + hair_mm;
}

/* The top left corner of the block that stands beside the disc at `at` in the given way. */
static sk_page_point corner_of(const sk_composition *c, const sk_text_block *block,
                               sk_page_point at, size_t way) {
    const double gap_mm = 0.2;
    double clearance = disc_radius(c) + block->style->halo_mm + gap_mm;
    double x = ways[way].x, y = ways[way].y;
    /* diagonal places need only part of the clearance on each axis */
    double share = x != 0.5 && y != 0.5 ? 0.8 : 1;
    return (sk_page_point){at.x_mm - x * block->width_mm + (0.5 - x) * 2 * clearance * share,
                           at.y_mm - y * block->height_mm + (0.5 - y) * 2 * clearance * share};
}

static void add_options(sk_composition *c, sk_label_set *set, const sk_text_block *block,
                        sk_page_point at, double cost) {
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        sk_label_set_block(set, block, corner_of(c, block, at, i), ways[i].anchor,
                           cost + ways[i].cost);
}

void sk_point_name_rooms(const sk_composition *c, const sk_feature *feature,
                         sk_page_box rooms[SK_POINT_NAME_ROOMS]) {
    sk_text_block block = sk_text_block_set(c->typesetter, c->arena, feature->name,
                                            &c->style->marker.name, INFINITY, 1);
    for (size_t i = 0; i < SK_POINT_NAME_ROOMS; i++) {
        sk_page_point corner = corner_of(c, &block, (sk_page_point){0, 0}, i);
        rooms[i] = (sk_page_box){corner.x_mm, corner.y_mm, block.width_mm, block.height_mm};
    }
}

static void gather(sk_composition *c, sk_label_set *set, size_t index) {
    enum { LINES_MAX = 3 };
    const double cost_per_line = 0.4, leader_cost = 8;
    const sk_placed_marker *marker = &c->markers[index];
    const sk_feature *feature = marker->point->feature;
    const sk_text_style *style = &c->style->marker.name;
    sk_shape_list disc = {0};
    sk_shape_list_add(c->arena, &disc, sk_disc_shape(marker->centre, disc_radius(c)));
    sk_label_set_begin(set, (sk_label_spec){
                                .id = sk_marker_id(c, index, "-label"),
                                .feature = feature,
                                .title = feature->name,
                                .class_name = "point-name",
                                .role = SK_ROLE_LABEL,
                                .drop_cost = SK_LABEL_MUST_STAY,
                                .anchor = marker->centre,
                                .named = disc,
                            });
    double whole = sk_typesetter_measure(c->typesetter, feature->name, style).width_mm;
    for (size_t lines = 1; lines <= LINES_MAX; lines++) {
        double width = lines == 1 ? INFINITY : whole / (double)lines * 1.2;
        sk_text_block block =
            sk_text_block_set(c->typesetter, c->arena, feature->name, style, width, lines);
        if (block.line_count != lines) continue;
        double cost = cost_per_line * (double)(lines - 1);
        add_options(c, set, &block, marker->centre, cost);
        sk_label_set_around(set, &block, marker->centre, disc_radius(c), cost + leader_cost);
    }
}

void sk_point_names_gather(sk_composition *c, sk_label_set *set) {
    for (size_t i = 0; i < c->map->point_count; i++)
        if (c->map->points[i].number == 0) gather(c, set, i);
}
