#include "compose/map/area_layers.h"

#include <stdlib.h>
#include <string.h>

#include "base/page_id.h"
#include "compose/drawing/symbols.h"

/* The polygons that are large enough to have a band or an outline, or those that are not. */
static sk_shape parcels(const sk_composition *c, const sk_shape *shape, bool small) {
    double least_m = c->drawing->style->border.small_parcel_mm * c->view.metres_per_mm;
    sk_shape chosen = {.kind = shape->kind,
                       .parts = SK_NEW_ARRAY(c->drawing->arena, sk_shape_part, shape->part_count)};
    bool is_small = false;
    for (size_t i = 0; i < shape->part_count; i++) {
        if (!shape->parts[i].hole) is_small = sk_ring_width(&shape->parts[i]) < least_m;
        if (is_small == small) chosen.parts[chosen.part_count++] = shape->parts[i];
    }
    return chosen;
}

/* All of it where no parcel is large. */
static sk_shape without_small_parcels(const sk_composition *c, const sk_shape *shape) {
    sk_shape large = parcels(c, shape, false);
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

static sk_shape band_of(const sk_composition *c, const sk_region *region) {
    double width_m = c->drawing->style->chosen.band_width_mm * c->view.metres_per_mm;
    sk_shape large = without_small_parcels(c, &region->shape);
    sk_shape filled = without_small_holes(c, &large);
    sk_shape inner = sk_shape_buffer(c->map->ops, &filled, -width_m);
    if (inner.kind == SK_SHAPE_EMPTY) return region->shape;
    return sk_shape_difference(c->map->ops, &large, &inner);
}

void sk_chosen_layer_compose(const sk_composition *c) {
    sk_layer *layer = sk_scene_layer(c->drawing->scene, "chosen", c->drawing->words->layer.chosen,
                                     &c->view.frame);
    for (size_t i = 0; i < c->map->chosen_count; i++) {
        const sk_region *region = c->map->chosen[i].region;
        bool is_province = region->level == SK_REGION_PROVINCE;
        sk_shape shape = is_province ? band_of(c, region) : region->shape;
        sk_path path = sk_composition_trace(c, &shape);
        const char *id = sk_page_id_prefixed(c->drawing->arena, SK_PAGE_ID_CHOSEN,
                                             sk_region_page_id(c->drawing, region));
        sk_group *group = sk_scene_group(c->drawing->scene, layer, id, SK_ROLE_REGION);
        group->title = region->name;
        group->kind = is_province ? "province" : "resoc";
        sk_paint band = sk_symbol_chosen_province(c->drawing->style),
                 tint = sk_symbol_chosen_resoc(c->drawing->style);
        sk_scene_path(c->drawing->scene, group, &path, is_province ? band : tint);
    }
}

static int larger_first(const void *a, const void *b) {
    const sk_map_zone *left = *(const sk_map_zone *const *)a;
    const sk_map_zone *right = *(const sk_map_zone *const *)b;
    if (left->area_m2 != right->area_m2) return left->area_m2 > right->area_m2 ? -1 : 1;
    return strcmp(left->feature->id, right->feature->id);
}

/* How many larger whole-region zones hold this one, plus one for the region's own border. */
static int depth_of(const sk_map_zone *const *zones, size_t index) {
    int depth = 1;
    const sk_region *region = zones[index]->region;
    for (size_t i = 0; i < index; i++) {
        const sk_region *larger = zones[i]->region;
        if (larger == NULL || larger == region) continue;
        if (region->province != NULL && larger->level == SK_REGION_PROVINCE &&
            strcmp(larger->slug, region->province) == 0)
            depth++;
    }
    return depth;
}

static const sk_region *province_of(const sk_composition *c, const sk_region *region) {
    if (region->level == SK_REGION_PROVINCE) return region;
    for (size_t i = 0; region->province != NULL && i < c->map->region_count[SK_REGION_PROVINCE];
         i++) {
        const sk_region *province = c->map->regions[SK_REGION_PROVINCE][i];
        if (strcmp(province->slug, region->province) == 0) return province;
    }
    return NULL;
}

static bool is_chosen(const sk_composition *c, const sk_region *region) {
    for (size_t i = 0; i < c->map->chosen_count; i++)
        if (c->map->chosen[i].region == region) return true;
    return false;
}

/* How far inside its province a zone at that depth begins: beside the band of one that chose the
 * sector, so that both can be seen. */
static double rim_mm(const sk_composition *c, const sk_region *province, int depth) {
    const sk_style_sheet *s = c->drawing->style;
    if (!is_chosen(c, province)) return s->zone.inset_mm * depth;
    return s->chosen.band_width_mm + s->zone.line.width_mm / 2 + s->zone.band_gap_mm +
           s->zone.inset_mm * (depth - 1);
}

static sk_shape inset(const sk_composition *c, const sk_shape *shape, double by_mm) {
    return sk_shape_buffer(c->map->ops, shape, -by_mm * c->view.metres_per_mm);
}

/* A whole region is drawn a little inside its own border, and further inside that of its province,
 * which it may share with larger zones. */
static sk_shape zone_outline(const sk_composition *c, const sk_map_zone *const *zones,
                             size_t index) {
    const sk_map_zone *zone = zones[index];
    if (zone->region == NULL) return zone->shape;
    const sk_region *province = province_of(c, zone->region);
    sk_shape large = without_small_parcels(c, &zone->shape);
    sk_shape inner = inset(c, &large, c->drawing->style->zone.inset_mm);
    if (province != NULL) {
        sk_shape within = inset(c, &province->shape, rim_mm(c, province, depth_of(zones, index)));
        sk_shape beyond = sk_shape_difference(c->map->ops, &inner, &within);
        inner = sk_shape_difference(c->map->ops, &inner, &beyond);
    }
    return inner.kind == SK_SHAPE_EMPTY ? zone->shape : inner;
}

static const sk_map_zone **largest_first(const sk_composition *c) {
    size_t count = c->map->zone_count;
    const sk_map_zone **zones = SK_NEW_ARRAY(c->drawing->arena, const sk_map_zone *, count);
    for (size_t i = 0; i < count; i++) zones[i] = &c->map->zones[i];
    qsort(zones, count, sizeof *zones, larger_first);
    return zones;
}

const sk_shape *sk_zone_outlines_make(const sk_composition *c) {
    const sk_map_zone **zones = largest_first(c);
    sk_shape *outlines = SK_NEW_ARRAY(c->drawing->arena, sk_shape, c->map->zone_count);
    for (size_t i = 0; i < c->map->zone_count; i++)
        outlines[zones[i] - c->map->zones] = zone_outline(c, zones, i);
    return outlines;
}

/* The small parcels of a whole region have the zone's tint and no line, which would hide them; a
 * group of their own, since a zone is one shape to who edits it. */
static void draw_small_parcels(const sk_composition *c, sk_layer *layer, const sk_map_zone *zone) {
    if (zone->region == NULL) return;
    sk_shape small = parcels(c, &zone->shape, true);
    if (small.part_count == 0 || small.part_count == zone->shape.part_count) return;
    sk_path path = sk_composition_trace(c, &small);
    const char *id = sk_page_id_ended(c->drawing->arena, zone->feature->id, SK_PAGE_ID_PARCELS);
    sk_group *group = sk_scene_group(c->drawing->scene, layer, id, SK_ROLE_REGION);
    group->title = zone->feature->name;
    sk_scene_path(c->drawing->scene, group, &path, sk_symbol_zone_parcel(c->drawing->style));
}

void sk_zone_layer_compose(const sk_composition *c) {
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, "zones", c->drawing->words->layer.zones, &c->view.frame);
    const sk_map_zone **zones = largest_first(c);
    for (size_t i = 0; i < c->map->zone_count; i++) {
        sk_path path = sk_composition_trace(c, &c->zone_outlines[zones[i] - c->map->zones]);
        sk_group *group = sk_drawing_feature_group(c->drawing, layer, zones[i]->feature,
                                                   zones[i]->feature->id, SK_ROLE_ZONE);
        sk_scene_path(c->drawing->scene, group, &path,
                      sk_symbol_zone(c->drawing->style, zones[i]->region != NULL));
        draw_small_parcels(c, layer, zones[i]);
    }
}
