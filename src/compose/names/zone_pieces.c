#include "compose/names/zone_pieces.h"

#include <math.h>

#include "compose/map/area_layers.h"
#include "load/tables/ground_box.h"

/* A smaller piece is not missed; on an overview, where the letters would cover them, nor one that
 * other zones cut off, where a larger one tells of the part. */
static const double piece_least_mm2 = 3, cut_least_on_overview_mm2 = 10;

typedef struct {
    sk_shape *items;
    size_t count, capacity;
} piece_list;

static double area_mm2(const sk_composition *c, const sk_shape *shape) {
    return sk_shape_area(shape) / (c->view.metres_per_mm * c->view.metres_per_mm);
}

static void add_piece(const sk_composition *c, piece_list *list, const sk_shape *piece) {
    list->items = sk_arena_grow(c->drawing->arena, list->items, list->count, &list->capacity,
                                sizeof *list->items);
    list->items[list->count++] = *piece;
}

static void add_parts(const sk_composition *c, piece_list *list, const sk_shape *shape,
                      double least_mm2) {
    if (shape->kind != SK_SHAPE_POLYGONS) return;
    for (size_t i = 0; i < shape->part_count;) {
        const sk_shape part = sk_shape_next_polygon(shape, &i);
        if (area_mm2(c, &part) >= least_mm2) add_piece(c, list, &part);
    }
}

static bool boxes_meet(sk_ground_box a, sk_ground_box b) {
    return a.west_m < b.east_m && b.west_m < a.east_m && a.south_m < b.north_m &&
           b.south_m < a.north_m;
}

/* What other zones leave of a part of a zone, and their outlines: all others, since their outlines
 * are drawn over it, or only those that lie over it. Hatching hides nothing. */
static sk_shape without_others(const sk_composition *c, const sk_map_zone *zone,
                               const sk_shape *part, bool only_over) {
    const sk_ground_box bounds = sk_shape_bounds(part);
    /* on an overview a letter on each side of a neck would hide both */
    bool at_necks = !sk_figure_map_is_overview(c->map);
    sk_shape left = *part;
    for (size_t i = 0; i < c->map->zone_count && left.kind == SK_SHAPE_POLYGONS; i++) {
        const sk_map_zone *other = &c->map->zones[i];
        if (other == zone || other->ground != SK_ZONE_OF_ITS_OWN) continue;
        if (only_over && !sk_zone_lies_over(other, zone)) continue;
        if (!boxes_meet(other->bounds, bounds)) continue;
        const sk_zone_sign sign = sk_style_zone(c->drawing->style, other->feature->zone_class);
        double outline_m = sign.line.width_mm * c->view.metres_per_mm;
        const sk_shape covered =
            at_necks ? sk_shape_buffer(c->map->ops, &other->shape, outline_m) : other->shape;
        left = sk_shape_difference(c->map->ops, &left, &covered);
    }
    return left;
}

/* A border that runs across a zone parts it, where something is left on either side. */
static void add_by_border(const sk_composition *c, piece_list *list, sk_shape seen,
                          double least_mm2) {
    sk_shape outside = seen;
    if (seen.kind != SK_SHAPE_POLYGONS) return;
    for (size_t i = 0; i < c->map->home_count && outside.kind == SK_SHAPE_POLYGONS; i++) {
        const sk_shape before = outside;
        outside = sk_shape_difference(c->map->ops, &before, &c->map->homes[i]->shape);
        sk_shape inside = before;
        if (outside.kind == SK_SHAPE_POLYGONS)
            inside = sk_shape_difference(c->map->ops, &before, &outside);
        add_parts(c, list, &inside, least_mm2);
    }
    add_parts(c, list, &outside, least_mm2);
}

/* Keeps the largest of those behind the first `count`. */
static void keep_largest(piece_list *list, size_t count) {
    for (size_t i = count + 1; i < list->count; i++)
        if (sk_shape_area(&list->items[i]) > sk_shape_area(&list->items[count]))
            list->items[count] = list->items[i];
    if (list->count > count) list->count = count + 1;
}

static void add_cut(const sk_composition *c, piece_list *list, sk_shape seen) {
    size_t before = list->count;
    bool is_overview = sk_figure_map_is_overview(c->map);
    if (is_overview) add_by_border(c, list, seen, cut_least_on_overview_mm2);
    if (list->count > before) return;
    add_by_border(c, list, seen, piece_least_mm2);
    if (is_overview) keep_largest(list, before);
}

/* What the part has for itself; or, where it is to have a letter `anyway`, what those over it leave
 * of it, or all. */
static void add_pieces_of(const sk_composition *c, piece_list *list, const sk_map_zone *zone,
                          const sk_shape *part, bool anyway) {
    size_t before = list->count;
    if (area_mm2(c, part) < piece_least_mm2) return;
    if (zone->ground != SK_ZONE_OF_ITS_OWN) {
        add_piece(c, list, part);
        return;
    }
    add_cut(c, list, without_others(c, zone, part, false));
    if (!anyway) return;
    if (list->count == before) add_cut(c, list, without_others(c, zone, part, true));
    if (list->count == before) add_piece(c, list, part);
}

static void add_all(const sk_composition *c, piece_list *list, const sk_map_zone *zone,
                    const sk_shape *visible, bool anyway) {
    for (size_t i = 0; i < visible->part_count;) {
        const sk_shape part = sk_shape_next_polygon(visible, &i);
        add_pieces_of(c, list, zone, &part, anyway);
    }
}

static sk_shape largest_part(const sk_shape *visible) {
    sk_shape largest = sk_shape_next_polygon(visible, &(size_t){0});
    for (size_t i = 0; i < visible->part_count;) {
        const sk_shape part = sk_shape_next_polygon(visible, &i);
        if (sk_shape_area(&part) > sk_shape_area(&largest)) largest = part;
    }
    return largest;
}

size_t sk_zone_pieces(const sk_composition *c, const sk_map_zone *zone, sk_shape **pieces) {
    piece_list list = {0};
    const sk_shape visible = sk_shape_clip(c->map->ops, &zone->shape, c->view.ground);
    if (visible.kind == SK_SHAPE_POLYGONS) {
        add_all(c, &list, zone, &visible, !sk_figure_map_is_overview(c->map));
        if (list.count == 0) add_all(c, &list, zone, &visible, true);
        const sk_shape largest = largest_part(&visible);
        if (list.count == 0) add_piece(c, &list, &largest);
    }
    *pieces = list.items;
    return list.count;
}

bool sk_zone_is_signed_before(const sk_composition *c, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (sk_zones_share_ground(&c->map->zones[i], &c->map->zones[index])) return true;
    return false;
}

sk_zone_piece_count sk_zone_pieces_count(const sk_composition *c, const sk_label_set *set) {
    sk_zone_piece_count found = {0};
    for (size_t i = 0; i < c->map->zone_count; i++) {
        sk_shape *pieces;
        /* one name is enough for a region, whose parcels elsewhere are hatched as it is */
        bool named_once = !c->keyed && c->map->zones[i].ground != SK_ZONE_OF_ITS_OWN;
        if (named_once || sk_zone_is_signed_before(c, i)) continue;
        size_t count = sk_zone_pieces(c, &c->map->zones[i], &pieces);
        for (size_t k = 0; k < count; k++)
            found.told += sk_label_set_tells(set, &c->map->zones[i], &pieces[k]);
        found.count += count;
    }
    return found;
}
