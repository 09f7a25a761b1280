/* The names of what the map lies in: countries, regions and the sea in their middle, motorways as
 * shields, waters along their course. All give way to whatever the map is about. */
#include <math.h>
#include <string.h>

#include "base/angle.h"
#include "base/page_id.h"
#include "compose/names/name_area.h"
#include "compose/names/name_costs.h"
#include "compose/names/names.h"

static sk_label_spec spec_of(const sk_composition *c, const char *id, const char *title,
                             const char *class_name, double drop_cost) {
    return (sk_label_spec){.id = sk_page_id_ended(c->drawing->arena, id, SK_PAGE_ID_TOWN_NAME),
                           .title = title,
                           .class_name = class_name,
                           .role = SK_ROLE_TOWN,
                           .drop_cost = drop_cost,
                           .across_cost = INFINITY,
                           .fixed = true};
}

static double from_middle(const sk_composition *c, sk_page_point p) {
    return context_name_cost.from_middle_mm *
           sk_page_distance(sk_page_box_centre(c->view.frame), p);
}

/* Wholly in the area, in one line or two. */
static void area_options(const sk_composition *c, sk_label_set *set, const sk_name_area *area,
                         const sk_text_block_forms *forms) {
    const double step_mm = 4;
    for (size_t i = 0; i < forms->count && i < 2; i++) {
        const sk_text_block *block = &forms->items[i];
        for (double y = area->bounds.y_mm; y < area->bounds.y_mm + area->bounds.height_mm;
             y += step_mm)
            for (double x = area->bounds.x_mm; x < area->bounds.x_mm + area->bounds.width_mm;
                 x += step_mm) {
                sk_page_box box = {x, y, block->width_mm, block->height_mm};
                if (!sk_name_box_lies_in(c, &area->visible, box)) continue;
                double off = sk_page_distance(sk_page_box_centre(box), area->pole);
                sk_label_set_block(
                    set, block, (sk_page_point){x, y}, SK_ANCHOR_MIDDLE,
                    any_name_cost.line * (double)i + context_name_cost.from_pole_mm * off);
            }
    }
}

/* Less of it is an estuary, which has a name of its own. */
static const double open_sea_mm2 = 2500;

static void gather_region(const sk_composition *c, sk_label_set *set, const sk_region *region) {
    const double slack = 1.2;
    const sk_drawing *d = c->drawing;
    bool is_sea = region->level == SK_REGION_SEA;
    const sk_text_style *style = is_sea ? &d->style->context.water : &d->style->context.region;
    sk_label_spec spec = spec_of(c, sk_region_page_id(d, region), region->name,
                                 is_sea ? "water-name" : "context-name", context_name_cost.area);
    if (sk_label_set_resume(set, spec)) return;
    sk_name_area area = sk_name_area_of(c, &region->shape, NULL);
    if (area.visible.kind != SK_SHAPE_POLYGONS) return;
    if (is_sea && area.area_mm2 < open_sea_mm2) return;
    const char *name = is_sea ? region->name : sk_text_capitals(region->name, d->arena);
    spec.anchor = area.pole;
    sk_label_set_begin(set, spec);
    sk_text_block_forms forms =
        sk_text_block_forms_set(d->typesetter, d->arena, name, style, slack);
    area_options(c, set, &area, &forms);
    sk_label_set_keep(set);
}

void sk_surrounding_names_gather(const sk_composition *c, sk_label_set *set) {
    if (!c->drawing->style->context.shown) return;
    const sk_region_level levels[] = {SK_REGION_NEIGHBOUR, SK_REGION_SEA, c->map->settings->home};
    for (size_t l = 0; l < sizeof levels / sizeof levels[0]; l++)
        for (size_t i = 0; i < c->map->region_count[levels[l]]; i++) {
            const sk_region *region = c->map->regions[levels[l]][i];
            bool of_map =
                region->level == c->map->settings->home && sk_figure_map_is_about(c->map, region);
            if (!of_map) gather_region(c, set, region);
        }
}

/* True when a feature's name speaks of it: then it is named before others. */
static bool is_mentioned(const sk_figure_map *map, const char *name) {
    for (size_t i = 0; i < map->zone_count; i++)
        if (strstr(map->zones[i].feature->name, name) != NULL) return true;
    for (size_t i = 0; i < map->link_count; i++)
        if (strstr(map->links[i].feature->name, name) != NULL) return true;
    return false;
}

static void shield_options(const sk_composition *c, sk_label_set *set, const sk_polyline *line) {
    const double step_mm = 5;
    double length = sk_polyline_length(line);
    for (double at = step_mm / 2; at < length; at += step_mm) {
        sk_page_point centre = sk_polyline_at(line, at).at;
        sk_label_set_sign(set, centre, from_middle(c, centre));
    }
}

/* A stretch so long as the name is nearly straight where it strays no further from its chord. */
static const double straight_mm = 0.7;

static double stray_of(const sk_polyline *line, double from_mm, double to_mm) {
    enum { SAMPLES = 6 };
    sk_page_point a = sk_polyline_at(line, from_mm).at, b = sk_polyline_at(line, to_mm).at;
    double length = fmax(sk_page_distance(a, b), 1e-6), stray = 0;
    for (int i = 1; i < SAMPLES; i++) {
        sk_page_point p = sk_polyline_at(line, from_mm + (to_mm - from_mm) * i / SAMPLES).at;
        double across =
            (b.x_mm - a.x_mm) * (p.y_mm - a.y_mm) - (b.y_mm - a.y_mm) * (p.x_mm - a.x_mm);
        stray = fmax(stray, fabs(across) / length);
    }
    return stray;
}

/* Above the line, never upside down. */
static void water_options(const sk_composition *c, sk_label_set *set, const sk_polyline *line,
                          const sk_text_block *block) {
    const double step_mm = 4, above_mm = 0.5;
    double length = sk_polyline_length(line), width = block->width_mm;
    for (double at = width / 2; at <= length - width / 2; at += step_mm) {
        double from = at - width / 2, to = at + width / 2, stray = stray_of(line, from, to);
        if (stray > straight_mm) continue;
        sk_page_point a = sk_polyline_at(line, from).at, b = sk_polyline_at(line, to).at;
        double angle = atan2(b.y_mm - a.y_mm, b.x_mm - a.x_mm);
        if (cos(angle) < 0) angle += SK_PI;
        double up = above_mm + stray + block->descent_mm;
        sk_page_point middle = {(a.x_mm + b.x_mm) / 2 + sin(angle) * up,
                                (a.y_mm + b.y_mm) / 2 - cos(angle) * up};
        sk_label_set_turned(set, block, middle, remainder(angle, 2 * SK_PI),
                            from_middle(c, middle) + stray);
    }
}

static bool is_road(const sk_context_item *item) {
    return item->kind == SK_CONTEXT_MOTORWAY;
}

static void add_options(const sk_composition *c, sk_label_set *set, const sk_context_item *item,
                        const sk_text_block *block) {
    const sk_shape visible = sk_shape_clip(c->map->ops, &item->shape, c->view.ground);
    if (visible.kind != SK_SHAPE_LINES) return;
    for (size_t i = 0; i < visible.part_count; i++) {
        sk_polyline line = sk_map_view_line(&c->view, &visible.parts[i], c->drawing->arena);
        if (is_road(item))
            shield_options(c, set, &line);
        else
            water_options(c, set, &line, block);
    }
}

static bool same_line(const sk_context_item *a, const sk_context_item *b) {
    return is_road(a) == is_road(b) && b->kind != SK_CONTEXT_TOWN && strcmp(a->name, b->name) == 0;
}

static bool named_before(const sk_figure_map *map, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (same_line(&map->context[index], &map->context[i])) return true;
    return false;
}

/* Once for all lines of that name. */
static void gather_line(const sk_composition *c, sk_label_set *set, size_t index) {
    const sk_drawing *d = c->drawing;
    const sk_context_item *item = &c->map->context[index];
    bool mentioned = is_mentioned(c->map, item->name);
    int most_rank = sk_figure_map_is_overview(c->map) ? 1 : 2;
    if (!mentioned && item->rank > most_rank) return;
    sk_label_spec spec =
        spec_of(c, item->id, item->name, is_road(item) ? "road-name" : "water-name",
                mentioned ? context_name_cost.mentioned : context_name_cost.line);
    if (is_road(item)) {
        sk_plate *sign = SK_NEW(d->arena, sk_plate);
        *sign = (sk_plate){.form = SK_PLATE_ROAD, .letters = item->name};
        spec.sign = sign;
    }
    if (sk_label_set_resume(set, spec)) return;
    sk_label_set_begin(set, spec);
    sk_text_block block = sk_text_block_set(d->typesetter, d->arena, item->name,
                                            &d->style->context.water, INFINITY, 1);
    for (size_t i = index; i < c->map->context_count; i++)
        if (same_line(item, &c->map->context[i])) add_options(c, set, &c->map->context[i], &block);
    sk_label_set_keep(set);
}

void sk_context_names_gather(const sk_composition *c, sk_label_set *set) {
    if (!c->drawing->style->context.shown) return;
    sk_surrounding_names_gather(c, set);
    for (size_t i = 0; i < c->map->context_count; i++)
        if (c->map->context[i].kind != SK_CONTEXT_TOWN && !named_before(c->map, i))
            gather_line(c, set, i);
}
