#include "compose/names/name_area.h"

#include <math.h>

#include "base/angle.h"
#include "compose/names/name_costs.h"
#include "load/tables/ground_box.h"

/* An area so many times as large as the largest disc in it is a strip, or has several parts. */
static const double long_ratio = 5;
/* So near a zone a name seems to be that zone's. */
static const double beside_mm = 3;

bool sk_zone_part_is_small(sk_page_box bounds) {
    const double small_mm = 6;
    return fmax(bounds.width_mm, bounds.height_mm) <= small_mm;
}

/* The part of a shape that the frame shows; what is outside takes no names. */
static sk_shape visible_part(const sk_composition *c, const sk_shape *shape) {
    sk_shape visible = sk_shape_clip(c->map->ops, shape, c->view.ground);
    if (visible.kind != SK_SHAPE_POLYGONS) return visible;
    const double tolerance_mm = 0.05;
    return sk_shape_simplify(c->map->ops, &visible, tolerance_mm * c->view.metres_per_mm);
}

static sk_page_point pole_of(const sk_composition *c, const sk_shape *shape, double *radius_mm) {
    double mm = c->view.metres_per_mm, radius_m = 0;
    sk_ground_point pole = sk_shape_pole(c->map->ops, shape, mm / 4, &radius_m);
    if (radius_mm != NULL) *radius_mm = radius_m / mm;
    return sk_map_view_page(&c->view, pole);
}

static void set_open_part(const sk_composition *c, sk_name_area *area) {
    const double enough = 0.15; /* of the area */
    sk_shape open = area->visible;
    for (size_t i = 0; area->zone != NULL && i < c->map->zone_count; i++) {
        const sk_map_zone *other = &c->map->zones[i];
        if (other != area->zone && other->area_m2 < area->zone->area_m2)
            open = sk_shape_difference(c->map->ops, &open, &other->shape);
    }
    bool suffices = open.kind == SK_SHAPE_POLYGONS &&
                    sk_shape_area(&open) >= enough * sk_shape_area(&area->visible);
    sk_shape_index_edges(&open, c->drawing->arena);
    area->open = suffices ? open : area->visible;
    area->open_pole = suffices ? pole_of(c, &open, NULL) : area->pole;
}

/* A dot that would hide an area is smaller. */
static double leader_dot(const sk_composition *c, double area_mm2) {
    const double least_mm = 0.5, seen_around = 10;
    double dot_mm = c->drawing->style->marker.leader_dot_mm;
    bool hides = area_mm2 < seen_around * SK_PI * dot_mm * dot_mm / 4;
    return hides ? fmin(dot_mm, least_mm) : dot_mm;
}

static void find_small_parts(const sk_composition *c, sk_name_area *area) {
    size_t capacity = 0;
    for (size_t i = 0; area->zone != NULL && i < c->map->zone_count; i++) {
        const sk_map_zone *zone = &c->map->zones[i];
        for (size_t k = 0; k < zone->shape.part_count; k++) {
            sk_shape part = {
                .kind = zone->shape.kind, .parts = &zone->shape.parts[k], .part_count = 1};
            sk_page_box box = sk_map_view_box(&c->view, sk_shape_bounds(&part));
            if (!sk_zone_part_is_small(box)) continue;
            area->small = sk_arena_grow(c->drawing->arena, area->small, area->small_count,
                                        &capacity, sizeof *area->small);
            area->small[area->small_count++] = (sk_small_part){zone, box};
        }
    }
}

sk_name_area sk_name_area_of(const sk_composition *c, const sk_shape *shape,
                             const sk_map_zone *zone) {
    sk_name_area area = {.visible = visible_part(c, shape), .zone = zone};
    if (area.visible.kind != SK_SHAPE_POLYGONS) return area;
    sk_shape_index_edges(&area.visible, c->drawing->arena);
    double mm = c->view.metres_per_mm;
    area.bounds = sk_map_view_box(&c->view, sk_shape_bounds(&area.visible));
    double radius_mm = 0;
    area.pole = pole_of(c, &area.visible, &radius_mm);
    area.area_mm2 = sk_shape_area(&area.visible) / (mm * mm);
    area.dot_mm = leader_dot(c, area.area_mm2);
    area.is_long = area.area_mm2 > long_ratio * SK_PI * radius_mm * radius_mm;
    set_open_part(c, &area);
    find_small_parts(c, &area);
    return area;
}

bool sk_name_area_holds(const sk_composition *c, const sk_name_area *area, sk_page_point p) {
    return sk_shape_contains(&area->visible, sk_map_view_ground(&c->view, p));
}

sk_page_point sk_name_area_leader_end(const sk_composition *c, const sk_name_area *area,
                                      sk_page_point from, sk_page_point anchor) {
    const double step_mm = 0.1, rounding_mm = 1e-6;
    const sk_style_sheet *style = c->drawing->style;
    bool small = area->dot_mm < style->marker.leader_dot_mm;
    double into_mm = small ? area->dot_mm / 2 : style->name.into_area_mm;
    double length = fmax(sk_page_distance(from, anchor), 1e-6);
    double dx = (anchor.x_mm - from.x_mm) / length, dy = (anchor.y_mm - from.y_mm) / length;
    double entered_mm = INFINITY; /* where the way last came into the area */
    bool inside = false;
    double known_mm = -INFINITY; /* up to where it is so */
    for (double at = 0; at < length; at += step_mm) {
        sk_page_point p = {from.x_mm + dx * at, from.y_mm + dy * at};
        if (at >= known_mm) {
            double same_m;
            inside = sk_shape_contains_along(&area->visible, sk_map_view_ground(&c->view, p),
                                             (sk_ground_point){dx, -dy}, &same_m);
            known_mm = at + same_m / c->view.metres_per_mm - rounding_mm;
        }
        if (!inside)
            entered_mm = INFINITY; /* it only touched a corner */
        else if (isinf(entered_mm))
            entered_mm = at;
        if (inside && at - entered_mm >= into_mm) return p;
    }
    return anchor;
}

bool sk_name_region_other(const sk_composition *c, const sk_region *region, sk_ground_point p) {
    for (size_t i = 0; i < c->map->region_count[region->level]; i++) {
        const sk_region *other = c->map->regions[region->level][i];
        if (other != region && sk_shape_contains(&other->shape, p)) return true;
    }
    return false;
}

bool sk_name_box_lies_in(const sk_composition *c, const sk_shape *shape, sk_page_box box) {
    for (int i = 0; i <= 4; i++)
        for (int j = 0; j <= 2; j++) {
            sk_page_point p = {box.x_mm + box.width_mm * i / 4, box.y_mm + box.height_mm * j / 2};
            if (!sk_shape_contains(shape, sk_map_view_ground(&c->view, p))) return false;
        }
    return true;
}

double sk_name_area_intrusion(const sk_composition *c, const sk_name_area *area, sk_page_point p) {
    double cost = 0;
    if (area->zone == NULL) return 0;
    for (size_t i = 0; i < c->map->zone_count; i++) {
        const sk_map_zone *other = &c->map->zones[i];
        if (other == area->zone || other->area_m2 >= area->zone->area_m2) continue;
        if (sk_shape_contains(&other->shape, sk_map_view_ground(&c->view, p)))
            cost += zone_cover_cost.in_smaller;
    }
    return cost;
}

size_t sk_name_area_anchors(const sk_composition *c, const sk_name_area *area,
                            sk_page_point anchors[SK_AREA_ANCHORS_MAX]) {
    const double small_mm2 = 150;
    anchors[0] = area->pole;
    if (area->area_mm2 > small_mm2 && !area->is_long) return 1;
    double step = fmax(0.5, fmax(area->bounds.width_mm, area->bounds.height_mm) / 20);
    size_t count = 1;
    while (count < SK_AREA_ANCHORS_MAX) {
        double furthest = step;
        for (double y = area->bounds.y_mm; y < area->bounds.y_mm + area->bounds.height_mm;
             y += step)
            for (double x = area->bounds.x_mm; x < area->bounds.x_mm + area->bounds.width_mm;
                 x += step) {
                sk_page_point p = {x, y};
                double nearest = INFINITY;
                for (size_t i = 0; i < count; i++)
                    /* NOLINTNEXTLINE(clang-analyzer-core.*): below `count` all are set */
                    nearest = fmin(nearest, sk_page_distance(p, anchors[i]));
                if (nearest <= furthest || !sk_name_area_holds(c, area, p)) continue;
                furthest = nearest;
                anchors[count] = p;
            }
        if (furthest <= step) break;
        count++;
    }
    return count;
}

enum { COLUMNS = 7, ROWS = 3, SAMPLES = COLUMNS * ROWS };

/* Points all over a box, and which of them lie in the area that a name is for: found out once, when
 * it is asked for. */
typedef struct {
    sk_ground_point points[SAMPLES];
    bool is_own[SAMPLES], knows_own;
} box_samples;

static box_samples samples_of(const sk_composition *c, sk_page_box box) {
    box_samples samples = {.knows_own = false};
    for (int i = 0; i < SAMPLES; i++) {
        int column = i / ROWS, row = i % ROWS;
        sk_page_point p = {box.x_mm + box.width_mm * column / (COLUMNS - 1),
                           box.y_mm + box.height_mm * row / (ROWS - 1)};
        samples.points[i] = sk_map_view_ground(&c->view, p);
    }
    return samples;
}

/* How much of the box, from 0 to 1, lies in `inside`, and not in `own` where that is given. */
static double part_of_box(box_samples *samples, const sk_shape *inside, const sk_shape *own) {
    int covered = 0;
    for (int i = 0; own != NULL && !samples->knows_own && i < SAMPLES; i++)
        samples->is_own[i] = sk_shape_contains(own, samples->points[i]);
    samples->knows_own = samples->knows_own || own != NULL;
    for (int i = 0; i < SAMPLES; i++)
        if ((own == NULL || !samples->is_own[i]) && sk_shape_contains(inside, samples->points[i]))
            covered++;
    return (double)covered / SAMPLES;
}

static bool meets_small_part(const sk_name_area *area, sk_page_box box, const sk_map_zone *zone) {
    for (size_t i = 0; i < area->small_count; i++)
        if (area->small[i].zone == zone && sk_page_boxes_overlap(box, area->small[i].box) > 0)
            return true;
    return false;
}

/* True where a point of the box lies in another region of the level: the name would seem to be that
 * one's. */
static bool lies_in_other_region(const sk_composition *c, const sk_region *region, sk_page_box box,
                                 const box_samples *samples) {
    sk_ground_box ground = sk_map_view_ground_box(&c->view, box);
    for (size_t i = 0; i < c->map->region_count[region->level]; i++) {
        const sk_region *other = c->map->regions[region->level][i];
        if (other == region || sk_shape_keeps_off(&other->shape, ground)) continue;
        for (size_t k = 0; k < SAMPLES; k++)
            if (sk_shape_contains(&other->shape, samples->points[k]) &&
                !sk_shape_contains(&region->shape, samples->points[k]))
                return true;
    }
    return false;
}

static double region_cover_cost(const sk_composition *c, const sk_region *region, sk_page_box box) {
    box_samples samples = samples_of(c, box);
    if (lies_in_other_region(c, region, box, &samples)) return INFINITY;
    double cost = 0;
    for (size_t i = 0; i < c->map->zone_count; i++) {
        const sk_map_zone *zone = &c->map->zones[i];
        if (zone->ground != SK_ZONE_OF_ITS_OWN) continue;
        if (sk_page_boxes_overlap(box, sk_map_view_box(&c->view, zone->bounds)) <= 0) continue;
        cost += zone_cover_cost.region_over * part_of_box(&samples, &zone->shape, NULL);
    }
    return cost;
}

/* Whole regions lie under much of the map, so that for other zones only smaller ones count; the
 * name of a whole region had better not lie on another. */
double sk_name_area_covering(const sk_composition *c, const sk_name_area *area, sk_page_box box) {
    if (area->region != NULL) return region_cover_cost(c, area->region, box);
    double cost = 0;
    sk_page_box around = sk_page_box_grown(box, beside_mm);
    box_samples samples = samples_of(c, box);
    for (size_t i = 0; area->zone != NULL && i < c->map->zone_count; i++) {
        const sk_map_zone *other = &c->map->zones[i];
        if (sk_page_boxes_overlap(around, sk_map_view_box(&c->view, other->bounds)) <= 0) continue;
        if (other == area->zone) {
            if (meets_small_part(area, box, other)) cost += zone_cover_cost.over_small;
            continue;
        }
        bool smaller = other->area_m2 < area->zone->area_m2;
        bool under_all = other->region != NULL && area->zone->region == NULL;
        if (under_all && !smaller) continue;
        double dear = other->region != NULL && smaller ? zone_cover_cost.in_smaller
                                                       : zone_cover_cost.over_other;
        cost += dear * part_of_box(&samples, &other->shape, smaller ? NULL : &area->visible);
        if (meets_small_part(area, around, other)) cost += zone_cover_cost.beside_small;
    }
    return cost;
}
