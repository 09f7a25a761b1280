#include "compose/drawing/ground_colour.h"

#include <math.h>

static const sk_region *region_at(const sk_composition *c, sk_region_level level,
                                  sk_ground_point at) {
    for (size_t i = 0; i < c->map->region_count[level]; i++)
        if (sk_shape_contains(&c->map->regions[level][i]->shape, at))
            return c->map->regions[level][i];
    return NULL;
}

static sk_colour land_or_sea(const sk_composition *c, sk_ground_point at) {
    const sk_style_sheet *style = c->drawing->style;
    const sk_region *land = region_at(c, c->map->settings->home, at);
    if (land != NULL) return sk_figure_map_is_about(c->map, land) ? style->home : style->elsewhere;
    if (region_at(c, SK_REGION_NEIGHBOUR, at) != NULL) return style->neighbour;
    return region_at(c, SK_REGION_SEA, at) != NULL ? style->sea : style->page.paper;
}

static bool is_chosen(const sk_composition *c, sk_ground_point at) {
    for (size_t i = 0; i < c->map->chosen_count; i++)
        if (!sk_figure_map_is_home_level(c->map, c->map->chosen[i].region) &&
            sk_shape_contains(&c->map->chosen[i].region->shape, at))
            return true;
    return false;
}

/* The filled zone that lies uppermost there: the smallest; NULL where none does. */
static const sk_map_zone *filled_zone(const sk_composition *c, sk_ground_point at) {
    const sk_map_zone *found = NULL;
    for (size_t i = 0; i < c->map->zone_count; i++) {
        const sk_map_zone *zone = &c->map->zones[i];
        if (zone->ground != SK_ZONE_OF_ITS_OWN || !sk_shape_contains(&zone->shape, at)) continue;
        if (found == NULL || zone->area_m2 < found->area_m2) found = zone;
    }
    return found;
}

static sk_colour painted(sk_colour top, sk_colour below) {
    double a = top.alpha, rest = 1 - a;
    if (rest <= 0) return top; /* with the inks that it may have */
    return (sk_colour){.red = a * top.red + rest * below.red,
                       .green = a * top.green + rest * below.green,
                       .blue = a * top.blue + rest * below.blue,
                       .alpha = a + rest * below.alpha};
}

sk_colour sk_ground_colour_at(const sk_composition *c, sk_page_point place) {
    const sk_style_sheet *style = c->drawing->style;
    if (!sk_page_box_contains(c->view.frame, place)) return style->page.paper;
    sk_ground_point at = sk_map_view_ground(&c->view, place);
    sk_colour colour = land_or_sea(c, at);
    if (is_chosen(c, at)) colour = painted(style->chosen.part_fill, colour);
    const sk_map_zone *zone = filled_zone(c, at);
    if (zone == NULL) return colour;
    sk_zone_class zone_class = zone->feature == NULL ? 0 : zone->feature->zone_class;
    return painted(sk_style_zone(style, zone_class).fill, colour);
}

enum { COLUMNS = 7, ROWS = 3, COLOURS_MAX = 16 };

/* Colours and how often each was found. */
typedef struct {
    sk_colour colours[COLOURS_MAX];
    int votes[COLOURS_MAX];
    size_t count;
} colour_votes;

static void count_colour(colour_votes *votes, sk_colour colour) {
    size_t i = 0;
    while (i < votes->count && !sk_colour_equal(&votes->colours[i], &colour)) i++;
    if (i == COLOURS_MAX) return;
    if (i == votes->count) votes->colours[votes->count++] = colour;
    votes->votes[i]++;
}

static void ask_shape(const sk_composition *c, const sk_placer_shape *shape, colour_votes *votes) {
    for (int i = 0; i < COLUMNS * ROWS; i++) {
        int column = i % COLUMNS, row = i / COLUMNS;
        double along = shape->half_width * (2.0 * column / (COLUMNS - 1) - 1);
        double across = shape->half_height * (2.0 * row / (ROWS - 1) - 1);
        sk_page_point place = {shape->x + along * shape->cosine - across * shape->sine,
                               shape->y + along * shape->sine + across * shape->cosine};
        count_colour(votes, sk_ground_colour_at(c, place));
    }
}

/* By the luma of ITU-R BT.709, near enough to say which of two is lighter. */
static double distance_in_light(sk_colour a, sk_colour b) {
    return fabs(0.2126 * (a.red - b.red) + 0.7152 * (a.green - b.green) +
                0.0722 * (a.blue - b.blue));
}

/* Of most of the places; or, where the letters stand out from that badly, of so many that they do
 * better from it: a dark halo around dark letters looks like a stain where it reaches over light
 * ground. */
static sk_colour best_halo(const colour_votes *votes, sk_colour letters, int places) {
    const double much = 0.25; /* of the places */
    const double well = 0.6;  /* of the light between black and white */
    size_t best = 0;
    for (size_t i = 1; i < votes->count; i++)
        if (votes->votes[i] > votes->votes[best]) best = i;
    if (distance_in_light(votes->colours[best], letters) >= well) return votes->colours[best];
    for (size_t i = 0; i < votes->count; i++)
        if (votes->votes[i] >= much * places &&
            distance_in_light(votes->colours[i], letters) >
                distance_in_light(votes->colours[best], letters))
            best = i;
    return votes->colours[best];
}

sk_text_style sk_style_on_ground(const sk_composition *c, const sk_text_style *style,
                                 const sk_placer_shape *shapes, size_t count) {
    sk_text_style drawn = *style;
    if (!style->halo_of_ground || style->halo_mm <= 0) return drawn;
    colour_votes votes = {.count = 0};
    for (size_t i = 0; i < count; i++) ask_shape(c, &shapes[i], &votes);
    drawn.halo = best_halo(&votes, style->colour, (int)count * COLUMNS * ROWS);
    drawn.halo_of_ground = false;
    return drawn;
}
