#include <math.h>

#include "base/angle.h"
#include "base/page_id.h"
#include "compose/names/name_area.h"
#include "compose/names/name_costs.h"
#include "compose/names/names.h"
#include "page/beside.h"

static const double grid_step_mm = 1.25;
enum { INSIDE_MAX = 640 };

/* A name that fills its area from edge to edge looks squeezed in: in two lines it had air. */
static double edge_cost(const sk_composition *c, const sk_name_area *area, sk_page_box box) {
    const double air_mm = 2;
    bool has_air = sk_name_box_lies_in(c, &area->open, sk_page_box_grown(box, air_mm));
    return has_air ? 0 : area_name_cost.at_edge;
}

/* All over the area, dearer with the distance from its pole. */
static void inside_options(const sk_composition *c, sk_label_set *set, const sk_name_area *area,
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
            if (!sk_name_box_lies_in(c, &area->open, box)) continue;
            sk_label_set_block(
                set, block, corner, SK_ANCHOR_MIDDLE,
                base_cost +
                    any_name_cost.from_target_mm * sk_page_distance(middle, area->open_pole) +
                    edge_cost(c, area, box) + sk_name_area_covering(c, area, box));
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
static void turned_options(const sk_composition *c, sk_label_set *set, const sk_name_area *area,
                           const sk_text_block *block, double base_cost) {
    enum { ANGLES = 25 }; /* to either side of upright text */
    const double step_mm = 2, turn_rad = 3 * SK_PI / 180;
    double half = block->cap_height_mm / 2;
    if (!area->is_long || block->line_count > 1) return;
    for (double y = area->bounds.y_mm; y < area->bounds.y_mm + area->bounds.height_mm; y += step_mm)
        for (double x = area->bounds.x_mm; x < area->bounds.x_mm + area->bounds.width_mm;
             x += step_mm) {
            sk_page_point middle = {x, y};
            if (!sk_name_area_holds(c, area, middle)) continue;
            for (int i = -ANGLES; i <= ANGLES; i++) {
                double angle = i * turn_rad;
                if (!turned_box_inside(c, &area->open, middle, angle, block->width_mm / 2, half))
                    continue;
                sk_page_point baseline = {x - sin(angle) * half, y + cos(angle) * half};
                sk_label_set_turned(
                    set, block, baseline, angle,
                    base_cost + area_name_cost.turned + any_name_cost.turn_rad * fabs(angle));
            }
        }
}

/* Over the middle of an area that is too small to hold the name but large enough to be seen
 * around it. */
static void straddling_options(const sk_composition *c, sk_label_set *set, const sk_name_area *area,
                               const sk_text_block *block, double base_cost) {
    const double reach_mm = 3, step_mm = 1.5, seen_around = 1.3;
    if (area->area_mm2 < seen_around * block->width_mm * block->height_mm) return;
    for (double y = -reach_mm; y <= reach_mm; y += step_mm)
        for (double x = -reach_mm; x <= reach_mm; x += step_mm) {
            sk_page_point middle = {area->pole.x_mm + x, area->pole.y_mm + y};
            if (!sk_name_area_holds(c, area, middle)) continue;
            sk_page_box box = {middle.x_mm - block->width_mm / 2,
                               middle.y_mm - block->height_mm / 2, block->width_mm,
                               block->height_mm};
            sk_label_set_block(set, block, sk_page_box_corner(box), SK_ANCHOR_MIDDLE,
                               base_cost + area_name_cost.straddling +
                                   area_name_cost.straddling_off_mm * hypot(x, y) +
                                   sk_name_area_covering(c, area, box));
        }
}

/* A point of an area that leaders may lead to. */
typedef struct {
    const sk_name_area *area;
    sk_page_point at;
} leader_anchor;

static void add_outside(const sk_composition *c, sk_label_set *set, const leader_anchor *anchor,
                        const sk_text_block *block, sk_page_point top_left, double cost) {
    const sk_name_area *area = anchor->area;
    sk_page_box cover = sk_text_block_cover(block, top_left);
    if (!sk_label_set_has_room(set, cover)) return;
    double covering = sk_name_area_covering(c, area, cover);
    if (!sk_label_set_takes(set, covering)) return;
    sk_page_point to = sk_name_area_leader_end(c, area, sk_page_box_centre(cover), anchor->at);
    double length = sk_page_distance(sk_page_box_nearest(cover, to), to);
    if (length > c->drawing->style->marker.max_displacement_mm) return;
    sk_label_set_block_with_leader(
        set, block, top_left, to,
        cost + any_name_cost.leader_mm * length + sk_name_area_intrusion(c, area, to) + covering);
}

/* Around an anchor: the block just clear of the area, and further out in growing steps. */
static void outside_of_anchor(const sk_composition *c, sk_label_set *set,
                              const leader_anchor *anchor, const sk_text_block *block,
                              double base_cost) {
    const double first_mm = 2.5, growth = 1.3, reach_mm = 40;
    enum { FOUND_MAX = 8 };
    for (int i = 0; i < SK_AROUND_STEPS; i++) {
        sk_page_point way = sk_around_direction(i);
        int found = 0;
        for (double distance = first_mm; distance < reach_mm && found < FOUND_MAX;
             distance *= growth) {
            /* the block's near side lies at this distance from the anchor */
            sk_page_point near =
                sk_page_point_moved(anchor->at, way.x_mm * distance, way.y_mm * distance);
            if (sk_name_area_holds(c, anchor->area, near)) continue;
            found++;
            add_outside(c, set, anchor, block, sk_around_corner(block, near, way), base_cost);
        }
    }
}

static bool lies_in_a_region(const sk_composition *c, const sk_region *region, sk_page_point p) {
    sk_ground_point at = sk_map_view_ground(&c->view, p);
    return sk_shape_contains(&region->shape, at) || sk_name_region_other(c, region, at);
}

static void outside_options(const sk_composition *c, sk_label_set *set, const sk_name_area *area,
                            const sk_text_block *block, double base_cost) {
    sk_page_point anchors[SK_AREA_ANCHORS_MAX];
    size_t count = sk_name_area_anchors(c, area, anchors);
    for (size_t i = 0; i < count; i++)
        outside_of_anchor(c, set, &(leader_anchor){area, anchors[i]}, block,
                          base_cost + area_name_cost.outside);
}

/* Where a name may stand outside a region, with a short leader. */
typedef struct {
    sk_page_point into, near; /* where the leader leads to, and where the name begins */
    sk_page_point way;        /* from one to the other */
} outline_place;

typedef struct {
    outline_place *items;
    size_t count, capacity;
} outline_places;

static void add_around(const sk_composition *c, const sk_name_area *area, sk_page_point edge,
                       outline_places *places) {
    const double distances_mm[] = {2.5, 4};
    for (int k = 0; k < SK_AROUND_STEPS; k++)
        for (size_t m = 0; m < sizeof distances_mm / sizeof distances_mm[0]; m++) {
            sk_page_point way = sk_around_direction(k);
            sk_page_point near =
                sk_page_point_moved(edge, way.x_mm * distances_mm[m], way.y_mm * distances_mm[m]);
            sk_page_point into = sk_page_point_moved(edge, -way.x_mm, -way.y_mm);
            if (!sk_name_area_holds(c, area, into) || lies_in_a_region(c, area->region, near))
                continue;
            places->items = sk_arena_grow(c->drawing->arena, places->items, places->count,
                                          &places->capacity, sizeof *places->items);
            places->items[places->count++] = (outline_place){into, near, way};
        }
}

/* All along the outline of a region, where no other region lies beside it. */
static outline_places places_along_outline(const sk_composition *c, const sk_name_area *area) {
    const double step_mm = 4;
    outline_places places = {0};
    for (size_t i = 0; i < area->visible.part_count; i++) {
        sk_polyline ring = sk_map_view_line(&c->view, &area->visible.parts[i], c->drawing->arena);
        double length = sk_polyline_length(&ring);
        for (double along = 0; along < length; along += step_mm)
            add_around(c, area, sk_polyline_at(&ring, along).at, &places);
    }
    return places;
}

static void outside_of_outline(const sk_composition *c, sk_label_set *set, const sk_name_area *area,
                               const outline_places *places, const sk_text_block *block,
                               double cost) {
    for (size_t i = 0; i < places->count; i++) {
        const outline_place *p = &places->items[i];
        add_outside(c, set, &(leader_anchor){area, p->into}, block,
                    sk_around_corner(block, p->near, p->way), cost);
    }
}

static sk_text_block_forms forms_of(const sk_drawing *d, const char *name,
                                    const sk_text_style *style) {
    const double slack = 1.15;
    return sk_text_block_forms_set(d->typesetter, d->arena, name, style, slack);
}

void sk_zone_names_gather(const sk_composition *c, sk_label_set *set) {
    for (size_t i = 0; i < c->map->zone_count; i++) {
        const sk_map_zone *zone = &c->map->zones[i];
        const sk_feature *feature = zone->feature;
        sk_name_area area = sk_name_area_of(c, &zone->shape, zone);
        bool visible = area.visible.kind == SK_SHAPE_POLYGONS;
        sk_label_set_begin(
            set, (sk_label_spec){
                     .id = sk_page_id_ended(c->drawing->arena, feature->id, SK_PAGE_ID_LABEL),
                     .feature = feature,
                     .title = feature->name,
                     .class_name = "zone-name",
                     .role = SK_ROLE_LABEL,
                     .drop_cost = SK_LABEL_MUST_STAY,
                     .anchor = area.pole,
                     .across_cost = any_name_cost.on_border,
                     .zone = zone,
                     .leader_dot_mm = area.dot_mm,
                     .drop_reason = visible ? SK_OMITTED_NO_ROOM : SK_OMITTED_OFF_MAP,
                 });
        if (!visible) continue;
        sk_text_block_forms forms =
            forms_of(c->drawing, feature->name, &c->drawing->style->zone.name);
        for (size_t k = 0; k < forms.count; k++) {
            double cost = any_name_cost.line * (double)k;
            inside_options(c, set, &area, &forms.items[k], cost);
            turned_options(c, set, &area, &forms.items[k], cost);
            straddling_options(c, set, &area, &forms.items[k], cost);
            outside_options(c, set, &area, &forms.items[k], cost);
        }
    }
}

static bool named_by_a_zone(const sk_figure_map *map, const sk_region *region) {
    for (size_t i = 0; i < map->zone_count; i++)
        if (map->zones[i].region == region) return true;
    return false;
}

static const sk_text_style *style_of_regions(const sk_composition *c) {
    sk_text_style *style = SK_NEW(c->drawing->arena, sk_text_style);
    *style = c->drawing->style->chosen.name;
    if (sk_figure_map_is_overview(c->map))
        style->size_mm = c->drawing->style->chosen.overview_size_mm;
    return style;
}

static void gather_region(const sk_composition *c, sk_label_set *set, const sk_region *region) {
    sk_label_spec spec = {
        .id = sk_page_id_ended(c->drawing->arena, sk_region_page_id(c->drawing, region),
                               SK_PAGE_ID_LABEL),
        .title = region->name,
        .class_name = "part-name",
        .role = SK_ROLE_LABEL,
        .drop_cost = area_name_cost.region_dropped,
        .across_cost = any_name_cost.on_border,
        .region = region};
    if (sk_label_set_resume(set, spec)) return;
    sk_name_area area = sk_name_area_of(c, &region->shape, NULL);
    area.region = region;
    if (area.visible.kind != SK_SHAPE_POLYGONS) return;
    spec.anchor = area.pole;
    sk_label_set_begin(set, spec);
    sk_text_block_forms forms = forms_of(c->drawing, region->name, style_of_regions(c));
    outline_places places = places_along_outline(c, &area);
    for (size_t k = 0; k < forms.count; k++) {
        double cost = any_name_cost.line * (double)k;
        inside_options(c, set, &area, &forms.items[k], cost);
        outside_of_outline(c, set, &area, &places, &forms.items[k],
                           cost + area_name_cost.crowded_out + area_name_cost.outside);
    }
    sk_label_set_keep(set);
}

void sk_region_names_gather(const sk_composition *c, sk_label_set *set) {
    for (size_t i = 0; i < c->map->chosen_count; i++) {
        const sk_region *region = c->map->chosen[i].region;
        if (sk_figure_map_is_home_level(c->map, region)) continue;
        if (sk_figure_map_is_chosen_before(c->map, i)) continue;
        if (!c->keyed && named_by_a_zone(c->map, region)) continue;
        gather_region(c, set, region);
    }
}
