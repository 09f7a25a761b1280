#include "compose/map/towns.h"

#include <math.h>
#include <string.h>

bool sk_town_is_capital(const sk_context_item *town) {
    return town->rank == 1;
}

bool sk_town_is_major(const sk_context_item *town) {
    return town->rank <= 2;
}

double sk_town_dot_radius(const sk_drawing *d, const sk_context_item *town) {
    return (sk_town_is_major(town) ? d->style->town.dot_mm : d->style->town.minor_dot_mm) / 2;
}

double sk_town_dot_reach(const sk_drawing *d, const sk_context_item *town) {
    return sk_town_dot_radius(d, town) + d->style->town.dot_line.width_mm / 2;
}

size_t sk_markers_near(const sk_composition *c, sk_page_point at, double within_mm) {
    size_t count = 0;
    for (size_t i = 0; i < c->map->point_count; i++)
        count += sk_page_distance(at, c->markers[i].centre) < within_mm;
    return count;
}

double sk_town_marker_gap(const sk_composition *c, const sk_context_item *town, sk_page_point at) {
    const sk_style_sheet *style = c->drawing->style;
    double disc = (style->marker.diameter_mm + style->marker.line.width_mm) / 2;
    double nearest = INFINITY;
    for (size_t i = 0; i < c->map->point_count; i++) {
        const sk_placed_marker *marker = &c->markers[i];
        if (!marker->stands_for_itself) continue;
        double along = fabs(at.x_mm - marker->centre.x_mm) - marker->half_width_mm;
        double off = hypot(fmax(0, along), at.y_mm - marker->centre.y_mm);
        nearest = fmin(nearest, off - disc - sk_town_dot_reach(c->drawing, town));
    }
    return nearest;
}

bool sk_town_is_under_marker(const sk_composition *c, const sk_context_item *town,
                             sk_page_point at) {
    return sk_town_marker_gap(c, town, at) < 0;
}

int sk_town_max_rank(const sk_composition *c) {
    return sk_figure_map_is_overview(c->map) ? c->drawing->style->town.overview_max_rank
                                             : c->drawing->style->town.max_rank;
}

static bool is_named_by_a_point(const sk_composition *c, const sk_context_item *town) {
    for (size_t i = 0; i < c->map->point_count; i++)
        if (c->map->points[i].number == 0 &&
            strcmp(c->map->points[i].feature->name, town->name) == 0)
            return true;
    return false;
}

sk_town_state sk_town_state_of(const sk_composition *c, const sk_context_item *item,
                               sk_page_point *at) {
    if (item->kind != SK_CONTEXT_TOWN || is_named_by_a_point(c, item)) return SK_TOWN_OFF_MAP;
    *at = sk_map_view_page(&c->view, item->shape.parts[0].points[0]);
    if (!sk_page_box_contains(
            sk_page_box_grown(c->view.frame, -c->drawing->style->town.frame_gap_mm), *at))
        return SK_TOWN_OFF_MAP;
    if (item->rank > sk_town_max_rank(c)) return SK_TOWN_OF_LOW_RANK;
    for (size_t i = 0; i < c->furniture.count; i++)
        if (sk_page_box_contains(
                sk_page_box_grown(c->furniture.items[i], c->drawing->style->town.furniture_gap_mm),
                *at))
            return SK_TOWN_COVERED;
    return SK_TOWN_SHOWN;
}

bool sk_town_has_dot(const sk_composition *c, const sk_context_item *item, sk_page_point *at) {
    return sk_town_state_of(c, item, at) == SK_TOWN_SHOWN && !sk_town_is_under_marker(c, item, *at);
}

void sk_town_dot_compose(const sk_drawing *d, sk_layer *layer, const sk_context_item *town,
                         sk_page_point at) {
    sk_group *group = sk_scene_group(d->scene, layer, town->id, SK_ROLE_TOWN);
    group->title = town->name;
    sk_scene_circle(d->scene, group, at, sk_town_dot_radius(d, town),
                    (sk_paint){.class_name = "town-dot",
                               .fill = d->style->town.dot_fill,
                               .line = d->style->town.dot_line})
        ->use = SK_USE_TOWN_DOT;
}
