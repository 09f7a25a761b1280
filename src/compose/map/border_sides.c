#include "compose/map/border_sides.h"

#include <string.h>

#include "load/tables/ground_box.h"
#include "placer/index.h"

struct sk_border_sides {
    const sk_placer_shape *borders; /* a segment each */
    sk_placer_index *index;
};

static bool same_home(const sk_composition *c, const sk_region *a, const sk_region *b) {
    const char *one = sk_region_slug_at(a, c->map->settings->home);
    const char *other = sk_region_slug_at(b, c->map->settings->home);
    return one != NULL && other != NULL && strcmp(one, other) == 0;
}

static bool parts_homes(const sk_composition *c, const sk_border_line *border) {
    const sk_region *a = border->left, *b = border->right;
    if (b == NULL || a->level == SK_REGION_SEA || b->level == SK_REGION_SEA) return false;
    double least_m = c->drawing->style->border.small_parcel_mm * c->view.metres_per_mm;
    if (border->parcel_width_m < least_m) return false;
    return a->level != b->level || a->level == SK_REGION_NEIGHBOUR || !same_home(c, a, b);
}

sk_border_sides *sk_border_sides_create(const sk_composition *c) {
    sk_arena *arena = c->drawing->arena;
    sk_shape_list borders = {0};
    for (size_t i = 0; i < c->map->borders.count; i++) {
        const sk_border_line *border = &c->map->borders.items[i];
        if (!parts_homes(c, border)) continue;
        sk_polyline line = sk_map_view_line(&c->view, &border->line, arena);
        for (size_t k = 1; k < line.count; k++) {
            const sk_placer_shape s = sk_segment_shape(line.points[k - 1], line.points[k], 0);
            if (sk_page_boxes_meet(sk_shapes_box(&s, 1), c->view.frame))
                sk_shape_list_add(arena, &borders, s);
        }
    }
    sk_placer_bounds *bounds = SK_NEW_ARRAY(arena, sk_placer_bounds, borders.count);
    for (size_t i = 0; i < borders.count; i++)
        bounds[i] = sk_placer_shape_bounds(&borders.items[i]);
    sk_border_sides *sides = SK_NEW(arena, sk_border_sides);
    *sides = (sk_border_sides){borders.items, sk_placer_index_create(arena, bounds, borders.count)};
    return sides;
}

bool sk_border_sides_meet(sk_border_sides *sides, const sk_placer_shape *shapes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        size_t found;
        const uint32_t *near =
            sk_placer_index_find(sides->index, sk_placer_shape_bounds(&shapes[i]), &found);
        for (size_t k = 0; k < found; k++)
            if (sk_placer_shapes_overlap(&shapes[i], &sides->borders[near[k]])) return true;
    }
    return false;
}

bool sk_border_sides_part(sk_border_sides *sides, sk_page_point from, const sk_placer_shape *to) {
    const double hair_mm = 0.01; /* two lines without width never overlap */
    const sk_placer_shape both[] = {
        sk_segment_shape(from, (sk_page_point){to->x, to->y}, hair_mm),
        *to,
    };
    return sk_border_sides_meet(sides, both, 2);
}

/* The home or the neighbour there; NULL on the sea. */
static const sk_region *land_at(const sk_composition *c, sk_page_point at) {
    const sk_region_level levels[] = {c->map->settings->home, SK_REGION_NEIGHBOUR};
    const sk_ground_point p = sk_map_view_ground(&c->view, at);
    for (size_t l = 0; l < sizeof levels / sizeof levels[0]; l++)
        for (size_t i = 0; i < c->map->region_count[levels[l]]; i++)
            if (sk_shape_contains(&c->map->regions[levels[l]][i]->shape, p))
                return c->map->regions[levels[l]][i];
    return NULL;
}

enum { COLUMNS = 9, ROWS = 5, SAMPLES = COLUMNS * ROWS };

/* A point of the shape's box: `x` from -1 at its left end to 1, `y` likewise from above. */
static sk_page_point point_of(const sk_placer_shape *s, double x, double y) {
    double along = x * (s->half_width + s->radius), across = y * (s->half_height + s->radius);
    return (sk_page_point){s->x + along * s->cosine - across * s->sine,
                           s->y + along * s->sine + across * s->cosine};
}

static const sk_region *most_common(const sk_region *const *lands, size_t count) {
    const sk_region *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        size_t like = 0;
        for (size_t k = i; lands[i] != NULL && k < count; k++) like += lands[k] == lands[i];
        if (like <= most) continue;
        best = lands[i];
        most = like;
    }
    return best;
}

double sk_border_sides_across(const sk_composition *c, const sk_shape_list *shapes,
                              const sk_page_point *own) {
    size_t count = 0, across = 0;
    const sk_region **lands =
        SK_NEW_ARRAY(c->drawing->arena, const sk_region *, shapes->count *SAMPLES);
    for (size_t k = 0; k < shapes->count; k++)
        for (int i = 0; i < SAMPLES; i++) {
            double x = 2.0 * (i % COLUMNS) / (COLUMNS - 1) - 1;
            double y = 2.0 * (i / COLUMNS) / (ROWS - 1) - 1; /* NOLINT(bugprone-integer-division) */
            lands[count++] = land_at(c, point_of(&shapes->items[k], x, y));
        }
    const sk_region *at_home = own != NULL ? land_at(c, *own) : most_common(lands, count);
    for (size_t i = 0; at_home != NULL && i < count; i++)
        across += lands[i] != NULL && lands[i] != at_home;
    return count > 0 ? (double)across / (double)count : 0;
}
