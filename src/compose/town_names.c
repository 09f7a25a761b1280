#include <math.h>
#include <string.h>

#include "compose/names.h"

/* The order in which a name is best put beside its dot, after Imhof (1975): to the right and above
 * first. x and y: which part of the name lies at the dot. */
static const struct {
    double x, y;
    sk_text_anchor anchor;
    double cost;
} ways[] = {
    {0, 1, SK_ANCHOR_START, 0},      {0, 0.5, SK_ANCHOR_START, 0.1},  {0, 0, SK_ANCHOR_START, 0.3},
    {1, 1, SK_ANCHOR_END, 0.4},      {1, 0.5, SK_ANCHOR_END, 0.5},    {1, 0, SK_ANCHOR_END, 0.7},
    {0.5, 1, SK_ANCHOR_MIDDLE, 0.8}, {0.5, 0, SK_ANCHOR_MIDDLE, 0.9},
};

static const double further_off_cost = 1.5, leader_cost = 20;

static bool is_major(const sk_context_item *town) {
    return town->rank <= 2;
}

static double dot_radius(const sk_composition *c, const sk_context_item *town) {
    return (is_major(town) ? c->style->town.dot_mm : c->style->town.minor_dot_mm) / 2;
}

static double drop_cost(const sk_context_item *town) {
    switch (town->rank) {
        case 1:
            return 160;
        case 2:
            return 30;
        case 3:
            return 8;
        default:
            return 4;
    }
}

static const char *town_id(sk_composition *c, const sk_context_item *town) {
    return sk_arena_printf(c->arena, "%s-name", town->id);
}

static size_t markers_near(const sk_composition *c, sk_page_point at, double within_mm) {
    size_t count = 0;
    for (size_t i = 0; i < c->map->point_count; i++)
        count += sk_page_distance(at, c->markers[i].centre) < within_mm;
    return count;
}

static bool under_a_marker(const sk_composition *c, sk_page_point at) {
    return markers_near(c, at, c->style->marker.diameter_mm / 2) > 0;
}

/* How far from its dot a name may stand, nearest first: close to it, just clear of a marker that
 * covers it, and beside several markers that crowd around it. */
static size_t clearances_of(const sk_composition *c, const sk_context_item *town, sk_page_point at,
                            double clearances[3]) {
    double diameter = c->style->marker.diameter_mm, offset = c->style->town.offset_mm;
    clearances[0] = dot_radius(c, town) + offset;
    clearances[1] = diameter / 2 + offset;
    clearances[2] = diameter + offset;
    return markers_near(c, at, diameter * 1.5) > 1 ? 3 : 2;
}

/* Beside the dot; the further off, the dearer. */
static void gather_town(sk_composition *c, sk_label_set *set, const sk_context_item *town,
                        sk_page_point at) {
    sk_shape_list dot = {0};
    sk_shape_list_add(c->arena, &dot, sk_disc_shape(at, dot_radius(c, town)));
    const sk_text_style *style = is_major(town) ? &c->style->town.name : &c->style->town.minor;
    sk_text_block block =
        sk_text_block_set(c->typesetter, c->arena, town->name, style, INFINITY, 1);
    sk_label_set_begin(
        set, (sk_label_spec){
                 .id = town_id(c, town),
                 .title = town->name,
                 .class_name = is_major(town) ? "town-name" : "town-name-minor",
                 .role = SK_ROLE_TOWN,
                 .drop_cost = drop_cost(town),
                 .anchor = at,
                 .named = dot,
                 .drop_reason = under_a_marker(c, at) ? SK_OMITTED_COVERED : SK_OMITTED_NO_ROOM});
    double clearances[3];
    size_t rings = clearances_of(c, town, at, clearances);
    for (size_t ring = 0; ring < rings; ring++)
        for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
            /* diagonal places need only part of the clearance on each axis */
            double share = ways[i].x != 0.5 && ways[i].y != 0.5 ? 0.7 : 1;
            double clearance = clearances[ring] * share;
            sk_page_point corner = {
                at.x_mm - ways[i].x * block.width_mm + (0.5 - ways[i].x) * 2 * clearance,
                at.y_mm - ways[i].y * block.height_mm + (0.5 - ways[i].y) * 2 * clearance};
            sk_label_set_block(set, &block, corner, ways[i].anchor,
                               ways[i].cost + further_off_cost * (double)ring);
        }
    /* the name of a capital stays on the map, at the end of a leader where all is taken */
    if (town->rank == 1) sk_label_set_around(set, &block, at, dot_radius(c, town), leader_cost);
}

int sk_town_max_rank(const sk_composition *c) {
    return c->map->home != NULL ? c->style->town.max_rank : c->style->town.overview_max_rank;
}

/* A point without a number bears its name beside it, which may be that of its town. */
static bool named_by_a_point(const sk_composition *c, const sk_context_item *town) {
    for (size_t i = 0; i < c->map->point_count; i++)
        if (c->map->points[i].number == 0 &&
            strcmp(c->map->points[i].feature->name, town->name) == 0)
            return true;
    return false;
}

typedef enum { TOWN_OFF_MAP, TOWN_OF_LOW_RANK, TOWN_COVERED, TOWN_SHOWN } town_state;

static town_state state_of(const sk_composition *c, const sk_context_item *item,
                           sk_page_point *at) {
    if (item->kind != SK_CONTEXT_TOWN || named_by_a_point(c, item)) return TOWN_OFF_MAP;
    *at = sk_map_view_page(&c->view, item->shape.parts[0].points[0]);
    if (!sk_page_box_contains(sk_page_box_grown(c->view.frame, -1), *at)) return TOWN_OFF_MAP;
    if (item->rank > sk_town_max_rank(c)) return TOWN_OF_LOW_RANK;
    for (size_t i = 0; i < c->furniture_count; i++)
        if (sk_page_box_contains(sk_page_box_grown(c->furniture[i], 0.8), *at)) return TOWN_COVERED;
    return TOWN_SHOWN;
}

bool sk_town_has_dot(const sk_composition *c, const sk_context_item *item, sk_page_point *at) {
    return state_of(c, item, at) == TOWN_SHOWN && !under_a_marker(c, *at);
}

void sk_town_names_gather(sk_composition *c, sk_label_set *set) {
    for (size_t i = 0; i < c->map->context_count; i++) {
        const sk_context_item *town = &c->map->context[i];
        sk_page_point at;
        town_state state = state_of(c, town, &at);
        sk_layout_omission omission = {.role = SK_LAYOUT_TOWN, .text = town->name};
        omission.reason = state == TOWN_COVERED ? SK_OMITTED_COVERED : SK_OMITTED_RANK;
        if (state == TOWN_SHOWN) {
            gather_town(c, set, town, at);
        } else if (state != TOWN_OFF_MAP) {
            omission.id = town_id(c, town);
            sk_layout_notes_omit(c->notes, omission);
        }
    }
}

void sk_town_dots_compose(sk_composition *c, sk_label_set *set, sk_layer *layer) {
    for (size_t i = 0; i < c->map->context_count; i++) {
        const sk_context_item *town = &c->map->context[i];
        sk_page_point at;
        if (!sk_town_has_dot(c, town, &at)) continue;
        if (!sk_label_set_placed(set, town_id(c, town))) continue;
        sk_group *group = sk_scene_group(c->scene, layer, town->id, SK_ROLE_TOWN);
        group->title = town->name;
        sk_scene_circle(c->scene, group, at, dot_radius(c, town),
                        (sk_paint){.class_name = "town-dot",
                                   .fill = c->style->town.dot_fill,
                                   .line = c->style->town.dot_line});
    }
}
