#include <math.h>

#include "compose/names.h"

static const double grid_step_mm = 2.5;
enum { INSIDE_MAX = 160, ZONE_LINES_MAX = 3, OUTSIDE_DIRECTIONS = 16, ANCHORS_MAX = 5 };
static const double cost_per_mm = 0.15, cost_per_line = 0.4;
/* Across the outline of a zone too small for its name; beside the zone; in a smaller zone. */
static const double straddling_cost = 3, outside_cost = 7, in_smaller_zone_cost = 6;
/* Over a zone that is another's, wholly: a name seems to be that of what it lies on. */
static const double over_other_zone_cost = 14;
/* An area so many times as large as the largest disc in it is a strip, or has several parts. */
static const double long_ratio = 5;
/* How far a leader reaches into what it names. */
static const double into_area_mm = 1;

static bool box_inside(const sk_composition *c, const sk_shape *shape, sk_page_box box) {
    for (int i = 0; i <= 4; i++)
        for (int j = 0; j <= 2; j++) {
            sk_page_point p = {box.x_mm + box.width_mm * i / 4, box.y_mm + box.height_mm * j / 2};
            if (!sk_shape_contains(shape, sk_map_view_ground(&c->view, p))) return false;
        }
    return true;
}

static sk_page_box page_bounds(const sk_composition *c, const sk_shape *shape) {
    sk_ground_box ground = sk_shape_bounds(shape);
    sk_page_point a = sk_map_view_page(&c->view, (sk_ground_point){ground.west_m, ground.north_m});
    sk_page_point b = sk_map_view_page(&c->view, (sk_ground_point){ground.east_m, ground.south_m});
    return (sk_page_box){a.x_mm, a.y_mm, b.x_mm - a.x_mm, b.y_mm - a.y_mm};
}

/* The part of a shape that the frame shows; what is outside takes no names. */
static sk_shape visible_part(const sk_composition *c, const sk_shape *shape) {
    sk_shape visible = sk_shape_clip(c->map->ops, shape, c->view.ground);
    if (visible.kind != SK_SHAPE_POLYGONS) return visible;
    const double tolerance_mm = 0.05;
    return sk_shape_simplify(c->map->ops, &visible, tolerance_mm * c->view.metres_per_mm);
}

/* An area as the frame shows it, ready to be asked about. */
typedef struct {
    sk_shape visible; /* empty when nothing of it is on the map */
    sk_page_box bounds;
    sk_page_point pole;
    sk_shape open; /* what no smaller zone covers, where that is enough to hold a name; else all */
    sk_page_point open_pole;
    double area_mm2;
    bool is_long;            /* far from round: a strip, or several parts */
    const sk_map_zone *zone; /* NULL for a region */
} name_area;

static sk_page_point pole_of(const sk_composition *c, const sk_shape *shape, double *radius_mm) {
    double mm = c->view.metres_per_mm, radius_m = 0;
    sk_ground_point pole = sk_shape_pole(c->map->ops, shape, mm / 4, &radius_m);
    if (radius_mm != NULL) *radius_mm = radius_m / mm;
    return sk_map_view_page(&c->view, pole);
}

static void find_open_part(const sk_composition *c, name_area *area) {
    const double enough = 0.15; /* of the area */
    sk_shape open = area->visible;
    for (size_t i = 0; area->zone != NULL && i < c->map->zone_count; i++) {
        const sk_map_zone *other = &c->map->zones[i];
        if (other != area->zone && other->area_m2 < area->zone->area_m2)
            open = sk_shape_difference(c->map->ops, &open, &other->shape);
    }
    bool suffices = open.kind == SK_SHAPE_POLYGONS &&
                    sk_shape_area(&open) >= enough * sk_shape_area(&area->visible);
    area->open = suffices ? open : area->visible;
    area->open_pole = suffices ? pole_of(c, &open, NULL) : area->pole;
}

static name_area area_of(const sk_composition *c, const sk_shape *shape, const sk_map_zone *zone) {
    name_area area = {.visible = visible_part(c, shape), .zone = zone};
    if (area.visible.kind != SK_SHAPE_POLYGONS) return area;
    double mm = c->view.metres_per_mm;
    area.bounds = page_bounds(c, &area.visible);
    double radius_mm = 0;
    area.pole = pole_of(c, &area.visible, &radius_mm);
    area.area_mm2 = sk_shape_area(&area.visible) / (mm * mm);
    area.is_long = area.area_mm2 > long_ratio * acos(-1) * radius_mm * radius_mm;
    find_open_part(c, &area);
    return area;
}

static bool holds(const sk_composition *c, const name_area *area, sk_page_point p) {
    return sk_shape_contains(&area->visible, sk_map_view_ground(&c->view, p));
}

/* A name in a smaller zone would seem to be that one's. */
static double intrusion_cost(const sk_composition *c, const name_area *area, sk_page_point p) {
    double cost = 0;
    if (area->zone == NULL) return 0;
    for (size_t i = 0; i < c->map->zone_count; i++) {
        const sk_map_zone *other = &c->map->zones[i];
        if (other == area->zone || other->area_m2 >= area->zone->area_m2) continue;
        if (sk_shape_contains(&other->shape, sk_map_view_ground(&c->view, p)))
            cost += in_smaller_zone_cost;
    }
    return cost;
}

/* How much of the box, from 0 to 1, lies in `inside`, and not in `own` where that is given. */
static double part_of_box(const sk_composition *c, sk_page_box box, const sk_shape *inside,
                          const sk_shape *own) {
    enum { COLUMNS = 7, ROWS = 3 };
    int covered = 0;
    for (int i = 0; i < COLUMNS; i++)
        for (int k = 0; k < ROWS; k++) {
            sk_page_point p = {box.x_mm + box.width_mm * i / (COLUMNS - 1),
                               box.y_mm + box.height_mm * k / (ROWS - 1)};
            sk_ground_point ground = sk_map_view_ground(&c->view, p);
            if (sk_shape_contains(inside, ground) &&
                (own == NULL || !sk_shape_contains(own, ground)))
                covered++;
        }
    return (double)covered / (COLUMNS * ROWS);
}

/* Whole regions lie under much of the map, so that only smaller ones count. */
static double over_others_cost(const sk_composition *c, const name_area *area, sk_page_box box) {
    double cost = 0;
    for (size_t i = 0; area->zone != NULL && i < c->map->zone_count; i++) {
        const sk_map_zone *other = &c->map->zones[i];
        bool smaller = other->area_m2 < area->zone->area_m2;
        if (other == area->zone || (other->region != NULL && !smaller)) continue;
        double dear = other->region != NULL ? in_smaller_zone_cost : over_other_zone_cost;
        cost += dear * part_of_box(c, box, &other->shape, smaller ? NULL : &area->visible);
    }
    return cost;
}

/* All over the area, dearer with the distance from its pole. */
static void inside_options(sk_composition *c, sk_label_set *set, const name_area *area,
                           const sk_text_block *block, double base_cost) {
    double extent = area->bounds.width_mm * area->bounds.height_mm;
    double step = extent < 200 ? 1 : fmax(grid_step_mm, sqrt(extent / INSIDE_MAX));
    /* the grid has a point at the pole */
    double x0 =
        area->open_pole.x_mm - floor((area->open_pole.x_mm - area->bounds.x_mm) / step) * step;
    double y0 =
        area->open_pole.y_mm - floor((area->open_pole.y_mm - area->bounds.y_mm) / step) * step;
    for (double y = y0; y < area->bounds.y_mm + area->bounds.height_mm; y += step)
        for (double x = x0; x < area->bounds.x_mm + area->bounds.width_mm; x += step) {
            sk_page_point middle = {x, y};
            sk_page_point corner = {x - block->width_mm / 2, y - block->height_mm / 2};
            sk_page_box box = {corner.x_mm, corner.y_mm, block->width_mm, block->height_mm};
            if (!box_inside(c, &area->open, box)) continue;
            sk_label_set_block(set, block, corner, SK_ANCHOR_MIDDLE,
                               base_cost + cost_per_mm * sk_page_distance(middle, area->open_pole) +
                                   over_others_cost(c, area, box));
        }
}

static bool turned_box_inside(const sk_composition *c, const sk_shape *shape, sk_page_point middle,
                              double angle_rad, double half_width, double half_height) {
    enum { STEPS = 8 };
    double cosine = cos(angle_rad), sine = sin(angle_rad);
    for (int i = 0; i <= STEPS; i++)
        for (int side = -1; side <= 1; side += 2) {
            double along = half_width * (2.0 * i / STEPS - 1), across = half_height * side;
            sk_page_point p = {middle.x_mm + along * cosine - across * sine,
                               middle.y_mm + along * sine + across * cosine};
            if (!sk_shape_contains(shape, sk_map_view_ground(&c->view, p))) return false;
        }
    return true;
}

/* Along a strip, in whichever direction it runs. */
static void turned_options(sk_composition *c, sk_label_set *set, const name_area *area,
                           const sk_text_block *block, double base_cost) {
    enum { ANGLES = 25 }; /* to either side of upright text */
    const double step_mm = 2, turn_rad = 3 * acos(-1) / 180, turning_cost = 1.5;
    double half = block->cap_height_mm / 2;
    if (!area->is_long || block->line_count > 1) return;
    for (double y = area->bounds.y_mm; y < area->bounds.y_mm + area->bounds.height_mm; y += step_mm)
        for (double x = area->bounds.x_mm; x < area->bounds.x_mm + area->bounds.width_mm;
             x += step_mm) {
            sk_page_point middle = {x, y};
            if (!holds(c, area, middle)) continue;
            for (int i = -ANGLES; i <= ANGLES; i++) {
                double angle = i * turn_rad;
                if (!turned_box_inside(c, &area->open, middle, angle, block->width_mm / 2, half))
                    continue;
                sk_page_point baseline = {x - sin(angle) * half, y + cos(angle) * half};
                sk_label_set_turned(set, block, baseline, angle,
                                    base_cost + turning_cost + 1.5 * fabs(angle));
            }
        }
}

/* Over the middle of an area that is too small to hold the name but large enough to be seen
 * around it. */
static void straddling_options(sk_composition *c, sk_label_set *set, const name_area *area,
                               const sk_text_block *block, double base_cost) {
    const double reach_mm = 3, step_mm = 1.5, seen_around = 1.3;
    if (area->area_mm2 < seen_around * block->width_mm * block->height_mm) return;
    for (double y = -reach_mm; y <= reach_mm; y += step_mm)
        for (double x = -reach_mm; x <= reach_mm; x += step_mm) {
            sk_page_point middle = {area->pole.x_mm + x, area->pole.y_mm + y};
            if (!holds(c, area, middle)) continue;
            sk_page_box box = {middle.x_mm - block->width_mm / 2,
                               middle.y_mm - block->height_mm / 2, block->width_mm,
                               block->height_mm};
            sk_label_set_block(set, block, (sk_page_point){box.x_mm, box.y_mm}, SK_ANCHOR_MIDDLE,
                               base_cost + straddling_cost + cost_per_mm * 2 * hypot(x, y) +
                                   over_others_cost(c, area, box));
        }
}

/* Where a leader that comes from `from` towards `anchor` ends: a little inside the area. */
static sk_page_point leader_end(const sk_composition *c, const name_area *area, sk_page_point from,
                                sk_page_point anchor) {
    const double step_mm = 0.2;
    double length = sk_page_distance(from, anchor);
    double dx = (anchor.x_mm - from.x_mm) / length, dy = (anchor.y_mm - from.y_mm) / length;
    double at = 0;
    while (at < length &&
           !holds(c, area, (sk_page_point){from.x_mm + dx * at, from.y_mm + dy * at}))
        at += step_mm;
    at = fmin(length, at + into_area_mm);
    return (sk_page_point){from.x_mm + dx * at, from.y_mm + dy * at};
}

static void add_outside(sk_composition *c, sk_label_set *set, const name_area *area,
                        sk_page_point anchor, const sk_text_block *block, sk_page_point top_left,
                        double cost) {
    sk_page_box cover = sk_text_block_cover(block, top_left);
    sk_page_point middle = sk_page_box_centre(cover);
    sk_page_point to = leader_end(c, area, middle, anchor);
    double length = sk_page_distance(sk_page_box_nearest(cover, to), to);
    if (length > c->style->marker.max_displacement_mm) return;
    sk_label_set_block_with_leader(
        set, block, top_left, to,
        cost + 0.4 * length + intrusion_cost(c, area, to) + over_others_cost(c, area, cover));
}

/* Points of the area that a leader may lead to: the pole, and for a small area others far from it,
 * since a marker may stand on the pole, as for a long one, which has several ends. */
static size_t leader_anchors(const sk_composition *c, const name_area *area,
                             sk_page_point anchors[ANCHORS_MAX]) {
    const double small_mm2 = 150;
    anchors[0] = area->pole;
    if (area->area_mm2 > small_mm2 && !area->is_long) return 1;
    double step = fmax(0.5, fmax(area->bounds.width_mm, area->bounds.height_mm) / 20);
    size_t count = 1;
    while (count < ANCHORS_MAX) {
        double furthest = step;
        for (double y = area->bounds.y_mm; y < area->bounds.y_mm + area->bounds.height_mm;
             y += step)
            for (double x = area->bounds.x_mm; x < area->bounds.x_mm + area->bounds.width_mm;
                 x += step) {
                sk_page_point p = {x, y};
                double nearest = INFINITY;
                for (size_t i = 0; i < count; i++)
                    nearest = fmin(nearest, sk_page_distance(p, anchors[i]));
                if (nearest <= furthest || !holds(c, area, p)) continue;
                furthest = nearest;
                anchors[count] = p;
            }
        if (furthest <= step) break;
        count++;
    }
    return count;
}

/* Around an anchor: the block just clear of the area, and further out in growing steps. */
static void outside_of_anchor(sk_composition *c, sk_label_set *set, const name_area *area,
                              sk_page_point anchor, const sk_text_block *block, double base_cost) {
    const double first_mm = 2.5, growth = 1.3, reach_mm = 40;
    enum { FOUND_MAX = 8 };
    for (int i = 0; i < OUTSIDE_DIRECTIONS; i++) {
        double angle = 2 * acos(-1) * i / OUTSIDE_DIRECTIONS;
        double dx = cos(angle), dy = sin(angle);
        int found = 0;
        for (double distance = first_mm; distance < reach_mm && found < FOUND_MAX;
             distance *= growth) {
            /* the block's near side lies at this distance from the anchor */
            sk_page_point near = {anchor.x_mm + dx * distance, anchor.y_mm + dy * distance};
            if (holds(c, area, near)) continue;
            found++;
            add_outside(c, set, area, anchor, block,
                        (sk_page_point){near.x_mm + (dx - 1) * block->width_mm / 2,
                                        near.y_mm + (dy - 1) * block->height_mm / 2},
                        base_cost);
        }
    }
}

static void outside_options(sk_composition *c, sk_label_set *set, const name_area *area,
                            const sk_text_block *block, double base_cost) {
    sk_page_point anchors[ANCHORS_MAX];
    size_t count = leader_anchors(c, area, anchors);
    for (size_t i = 0; i < count; i++)
        outside_of_anchor(c, set, area, anchors[i], block, base_cost + outside_cost);
}

/* The widths at which a name is tried: on one line, then on two and three. */
static size_t block_variants(sk_composition *c, const char *name, const sk_text_style *style,
                             sk_text_block blocks[ZONE_LINES_MAX]) {
    size_t count = 0;
    for (size_t lines = 1; lines <= ZONE_LINES_MAX; lines++) {
        double whole = sk_typesetter_measure(c->typesetter, name, style).width_mm;
        double width = lines == 1 ? INFINITY : whole / (double)lines * 1.15;
        sk_text_block block = sk_text_block_set(c->typesetter, c->arena, name, style, width, lines);
        if (block.line_count == lines) blocks[count++] = block;
    }
    return count;
}

void sk_zone_names_gather(sk_composition *c, sk_label_set *set) {
    for (size_t i = 0; i < c->map->zone_count; i++) {
        const sk_map_zone *zone = &c->map->zones[i];
        const sk_feature *feature = zone->feature;
        name_area area = area_of(c, &zone->shape, zone);
        bool visible = area.visible.kind == SK_SHAPE_POLYGONS;
        sk_label_set_begin(set,
                           (sk_label_spec){
                               .id = sk_arena_printf(c->arena, "%s-label", feature->id),
                               .feature = feature,
                               .title = feature->name,
                               .class_name = "zone-name",
                               .role = SK_ROLE_LABEL,
                               .drop_cost = SK_LABEL_MUST_STAY,
                               .anchor = area.pole,
                               .drop_reason = visible ? SK_OMITTED_NO_ROOM : SK_OMITTED_OFF_MAP,
                           });
        if (!visible) continue;
        sk_text_block blocks[ZONE_LINES_MAX];
        size_t variants = block_variants(c, feature->name, &c->style->zone.name, blocks);
        for (size_t k = 0; k < variants; k++) {
            double cost = cost_per_line * (double)k;
            inside_options(c, set, &area, &blocks[k], cost);
            turned_options(c, set, &area, &blocks[k], cost);
            straddling_options(c, set, &area, &blocks[k], cost);
            outside_options(c, set, &area, &blocks[k], cost);
        }
    }
}

static bool named_by_a_zone(const sk_figure_map *map, const sk_region *region) {
    for (size_t i = 0; i < map->zone_count; i++)
        if (map->zones[i].region == region) return true;
    return false;
}

void sk_region_names_gather(sk_composition *c, sk_label_set *set) {
    const double crowded_out_cost = 25;
    const double drop_cost = 120; /* the tint is the same for all: only the name tells which */
    for (size_t i = 0; i < c->map->chosen_count; i++) {
        const sk_region *region = c->map->chosen[i].region;
        if (region->level != SK_REGION_RESOC || named_by_a_zone(c->map, region)) continue;
        name_area area = area_of(c, &region->shape, NULL);
        if (area.visible.kind != SK_SHAPE_POLYGONS) continue;
        sk_label_set_begin(set, (sk_label_spec){
                                    .id = sk_arena_printf(c->arena, "resoc-%s-label", region->slug),
                                    .title = region->name,
                                    .class_name = "resoc-name",
                                    .role = SK_ROLE_LABEL,
                                    .drop_cost = drop_cost,
                                    .anchor = area.pole,
                                });
        sk_text_block blocks[ZONE_LINES_MAX];
        size_t variants = block_variants(c, region->name, &c->style->chosen.name, blocks);
        for (size_t k = 0; k < variants; k++) {
            double cost = cost_per_line * (double)k;
            inside_options(c, set, &area, &blocks[k], cost);
            outside_options(c, set, &area, &blocks[k], cost + crowded_out_cost);
        }
    }
}
