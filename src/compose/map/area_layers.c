#include "compose/map/area_layers.h"

#include <stdlib.h>
#include <string.h>

#include "base/page_id.h"
#include "compose/drawing/symbols.h"
#include "load/tables/ground_box.h"

/* The polygons that are large enough to have a band; all of them where none is. */
static sk_shape without_small_parcels(const sk_composition *c, const sk_shape *shape) {
    double least_m = c->drawing->style->border.small_parcel_mm * c->view.metres_per_mm;
    sk_shape large = {.kind = shape->kind,
                      .parts = SK_NEW_ARRAY(c->drawing->arena, sk_shape_part, shape->part_count)};
    bool is_small = false;
    for (size_t i = 0; i < shape->part_count; i++) {
        if (!shape->parts[i].hole) is_small = sk_ring_width(&shape->parts[i]) < least_m;
        if (!is_small) large.parts[large.part_count++] = shape->parts[i];
    }
    return large.part_count > 0 ? large : *shape;
}

/* Around a hole as small as such a parcel there is no band either. */
static sk_shape without_small_holes(const sk_composition *c, const sk_shape *shape) {
    double least_m = c->drawing->style->border.small_parcel_mm * c->view.metres_per_mm;
    sk_shape whole = {.kind = shape->kind,
                      .parts = SK_NEW_ARRAY(c->drawing->arena, sk_shape_part, shape->part_count)};
    for (size_t i = 0; i < shape->part_count; i++)
        if (!shape->parts[i].hole || sk_ring_width(&shape->parts[i]) >= least_m)
            whole.parts[whole.part_count++] = shape->parts[i];
    return whole;
}

/* What both cover. */
static sk_shape common(const sk_composition *c, const sk_shape *a, const sk_shape *b) {
    sk_shape only_a = sk_shape_difference(c->map->ops, a, b);
    return sk_shape_difference(c->map->ops, a, &only_a);
}

/* What a disc of that radius covers which stays in the area (morphological opening), and what lies
 * just around that: sharp corners, which a disc does not reach, belong to what they are corners of.
 */
static sk_shape wide_parts(const sk_composition *c, const sk_shape *area, double radius_m) {
    const double corner = 1.9; /* radii: the tip of a corner of 60 degrees is that far off */
    sk_shape middles = sk_shape_buffer(c->map->ops, area, -radius_m);
    return middles.kind == SK_SHAPE_POLYGONS
               ? sk_shape_buffer(c->map->ops, &middles, radius_m * corner)
               : middles;
}

/* The part of the area around a neck that tells how wide the neck is. */
static sk_shape area_around(const sk_composition *c, const sk_shape *area, const sk_shape *neck,
                            double width_m) {
    const double reach_m = 6 * width_m; /* a disc's two radii, and almost two for corners */
    sk_ground_box box = sk_shape_bounds(neck);
    return sk_shape_clip(c->map->ops, area,
                         (sk_ground_box){box.west_m - reach_m, box.south_m - reach_m,
                                         box.east_m + reach_m, box.north_m + reach_m});
}

/* The pieces of a band, the widest first. */
typedef struct {
    const sk_composition *c;
    sk_shape *pieces;
    size_t count, capacity;
} band;

static void add_piece(band *b, const sk_shape *place, const sk_shape *inner) {
    b->pieces =
        sk_arena_grow(b->c->drawing->arena, b->pieces, b->count, &b->capacity, sizeof *b->pieces);
    b->pieces[b->count++] = sk_shape_difference(b->c->map->ops, place, inner);
}

/* Along the inside of the area's outline in that part of it; in its necks `steps` - 1 times half as
 * wide as before. */
static void add_pieces(band *b, const sk_shape *area, const sk_shape *part, double width_m,
                       int steps) {
    sk_shape_ops *ops = b->c->map->ops;
    sk_shape wide = wide_parts(b->c, area, 2 * width_m);
    sk_shape necks = sk_shape_difference(ops, part, &wide);
    sk_shape here = sk_shape_difference(ops, part, &necks);
    sk_shape inner = sk_shape_buffer(ops, area, -width_m);
    if (here.kind == SK_SHAPE_POLYGONS) add_piece(b, &here, &inner);
    for (size_t i = 0; steps > 1 && i < necks.part_count;) {
        sk_shape neck = sk_shape_next_polygon(&necks, &i);
        sk_shape around = area_around(b->c, area, &neck, width_m / 2);
        add_pieces(b, &around, &neck, width_m / 2, steps - 1);
    }
}

/* A band is at most a quarter as wide as what it lies in: in a neck it is a half as wide, in a
 * narrower one a quarter, and in the narrowest there is none. */
static sk_shape band_of(const sk_composition *c, const sk_region *region) {
    enum { STEPS = 3 };
    double width_m = c->drawing->style->chosen.band_width_mm * c->view.metres_per_mm;
    sk_shape large = without_small_parcels(c, &region->shape);
    sk_shape area = without_small_holes(c, &large);
    band b = {.c = c};
    add_pieces(&b, &area, &area, width_m, STEPS);
    sk_shape whole = sk_shape_union(c->map->ops, b.pieces, b.count);
    return large.part_count == area.part_count ? whole : common(c, &whole, &large);
}

static void draw_chosen(const sk_composition *c, sk_layer *layer, const sk_region *region) {
    bool is_home = sk_figure_map_is_home_level(c->map, region);
    sk_shape shape = is_home ? band_of(c, region) : region->shape;
    sk_path path = sk_composition_trace(c, &shape);
    const char *id = sk_page_id_prefixed(c->drawing->arena, SK_PAGE_ID_CHOSEN,
                                         sk_region_page_id(c->drawing, region));
    sk_group *group = sk_scene_group(c->drawing->scene, layer, id, SK_ROLE_REGION);
    group->title = region->name;
    group->kind = region->level_slug;
    sk_scene_path(c->drawing->scene, group, &path,
                  is_home ? sk_symbol_chosen_home(c->drawing->style)
                          : sk_symbol_chosen_part(c->drawing->style));
}

static void draw_chosen_level(const sk_composition *c, sk_layer *layer, bool homes) {
    for (size_t i = 0; i < c->map->chosen_count; i++) {
        const sk_region *region = c->map->chosen[i].region;
        bool is_one = sk_figure_map_is_home_level(c->map, region) == homes;
        if (is_one && !sk_figure_map_is_chosen_before(c->map, i)) draw_chosen(c, layer, region);
    }
}

void sk_chosen_tints_compose(const sk_composition *c) {
    sk_layer *layer = sk_scene_layer(c->drawing->scene, "chosen", c->drawing->words->layer.chosen,
                                     &c->view.frame);
    draw_chosen_level(c, layer, false);
}

void sk_chosen_bands_compose(const sk_composition *c) {
    const sk_wording *words = c->drawing->words;
    const char *title = sk_wording_of_level(words, words->layer.chosen_homes,
                                            c->map->settings->home, c->drawing->arena);
    sk_layer *layer = sk_scene_layer(c->drawing->scene, "chosen-homes", title, &c->view.frame);
    draw_chosen_level(c, layer, true);
}

bool sk_zone_lies_over(const sk_map_zone *zone, const sk_map_zone *other) {
    if (zone->area_m2 != other->area_m2) return zone->area_m2 < other->area_m2;
    return strcmp(zone->feature->id, other->feature->id) > 0;
}

static int larger_first(const void *a, const void *b) {
    const sk_map_zone *left = *(const sk_map_zone *const *)a;
    const sk_map_zone *right = *(const sk_map_zone *const *)b;
    return left == right ? 0 : sk_zone_lies_over(left, right) ? 1 : -1;
}

static const sk_map_zone **largest_first(const sk_composition *c) {
    size_t count = c->map->zone_count;
    const sk_map_zone **zones = SK_NEW_ARRAY(c->drawing->arena, const sk_map_zone *, count);
    for (size_t i = 0; i < count; i++) zones[i] = &c->map->zones[i];
    qsort(zones, count, sizeof *zones, larger_first);
    return zones;
}

/* Zones of one class that are the same regions are one sign, in the group of the first. */
static bool is_hatched_already(const sk_map_zone *const *zones, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (zones[i]->feature->zone_class == zones[index]->feature->zone_class &&
            sk_zones_share_ground(zones[i], zones[index]))
            return true;
    return false;
}

static void draw_hatched(const sk_composition *c, sk_layer *layer, const sk_map_zone *const *zones,
                         size_t index) {
    const sk_map_zone *zone = zones[index];
    sk_group *group =
        sk_drawing_feature_group(c->drawing, layer, zone->feature, zone->feature->id, SK_ROLE_ZONE);
    if (is_hatched_already(zones, index)) return;
    sk_path area = sk_composition_trace(c, &zone->shape);
    sk_symbol_zone_hatch(c->drawing, group, &area, zone->ground, zone->feature->zone_class);
}

static void draw_filled(const sk_composition *c, sk_layer *layer, const sk_map_zone *zone) {
    sk_path path = sk_composition_trace(c, &zone->shape);
    sk_group *group =
        sk_drawing_feature_group(c->drawing, layer, zone->feature, zone->feature->id, SK_ROLE_ZONE);
    sk_scene_path(c->drawing->scene, group, &path,
                  sk_symbol_zone(c->drawing, zone->feature->zone_class));
}

static bool boxes_meet(sk_ground_box a, sk_ground_box b) {
    return a.west_m < b.east_m && b.west_m < a.east_m && a.south_m < b.north_m &&
           b.south_m < a.north_m;
}

/* Whether a zone that is filled later may hide some of the outline. */
static bool is_covered(const sk_map_zone *const *zones, size_t index, size_t count) {
    for (size_t i = index + 1; i < count; i++)
        if (zones[i]->ground == SK_ZONE_OF_ITS_OWN &&
            boxes_meet(zones[i]->bounds, zones[index]->bounds))
            return true;
    return false;
}

static void draw_outline(const sk_composition *c, sk_layer *layer, const sk_map_zone *zone) {
    sk_path path = sk_composition_trace(c, &zone->shape);
    const char *id = sk_page_id_ended(c->drawing->arena, zone->feature->id, SK_PAGE_ID_OUTLINE);
    sk_group *group = sk_scene_group(c->drawing->scene, layer, id, SK_ROLE_REGION);
    group->title = zone->feature->name;
    sk_scene_path(c->drawing->scene, group, &path,
                  sk_symbol_zone_outline(c->drawing, zone->feature->zone_class));
}

void sk_zone_layer_compose(const sk_composition *c) {
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, "zones", c->drawing->words->layer.zones, &c->view.frame);
    const sk_map_zone **zones = largest_first(c);
    size_t count = c->map->zone_count;
    for (size_t i = 0; i < count; i++)
        if (zones[i]->ground == SK_ZONE_OF_ITS_OWN) draw_filled(c, layer, zones[i]);
    /* over the fills: where two zones lie, both are read */
    for (size_t i = 0; i < count; i++)
        if (zones[i]->ground != SK_ZONE_OF_ITS_OWN) draw_hatched(c, layer, zones, i);
    for (size_t i = 0; i < count; i++)
        if (zones[i]->ground == SK_ZONE_OF_ITS_OWN && is_covered(zones, i, count))
            draw_outline(c, layer, zones[i]);
}
