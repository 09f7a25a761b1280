#include "compose/map/base_lines.h"

#include <math.h>

#include "compose/drawing/smooth_line.h"

/* Between two waters a shorter stretch is the line's imprecision, not a river. */
static const double least_stretch_mm = 1.5;

static double length_of(const sk_shape_part *line) {
    double length = 0;
    for (size_t i = 1; i < line->count; i++)
        length += hypot(line->points[i].east_m - line->points[i - 1].east_m,
                        line->points[i].north_m - line->points[i - 1].north_m);
    return length;
}

/* The stretches that are long enough to be seen; the longest in any case. */
static sk_shape long_stretches(const sk_composition *c, sk_shape cut) {
    double longest = 0, least = least_stretch_mm * c->view.metres_per_mm;
    for (size_t i = 0; i < cut.part_count; i++) longest = fmax(longest, length_of(&cut.parts[i]));
    sk_shape kept = {.kind = cut.kind,
                     .parts = SK_NEW_ARRAY(c->drawing->arena, sk_shape_part, cut.part_count)};
    for (size_t i = 0; i < cut.part_count; i++)
        if (length_of(&cut.parts[i]) >= fmin(least, longest))
            kept.parts[kept.part_count++] = cut.parts[i];
    return kept;
}

/* A river ends where the sea begins, estuaries being sea. */
static sk_shape without_sea(const sk_composition *c, sk_shape line) {
    for (size_t i = 0; i < c->map->region_count[SK_REGION_SEA]; i++)
        line = sk_shape_difference(c->map->ops, &line, &c->map->regions[SK_REGION_SEA][i]->shape);
    return long_stretches(c, line);
}

static sk_path curve_of(const sk_composition *c, const sk_context_item *item) {
    sk_shape line = sk_smooth_line_thin(&c->view, c->map->ops, &item->shape);
    if (item->kind != SK_CONTEXT_MOTORWAY) line = without_sea(c, line);
    sk_shape inside = sk_map_view_visible(&c->view, c->map->ops, &line);
    sk_path path = {0};
    for (size_t i = 0; i < inside.part_count; i++) {
        sk_polyline stretch = sk_map_view_line(&c->view, &inside.parts[i], c->drawing->arena);
        sk_smooth_line_trace(c->drawing->arena, &stretch, &path);
    }
    return path;
}

/* A casing ends flat: a round end would cover the road that this one runs on in. */
static void stroke_item(const sk_composition *c, sk_layer *layer, const sk_context_item *item,
                        const char *class_name, const sk_stroke *casing, const sk_stroke *stroke) {
    sk_path path = curve_of(c, item);
    if (path.count == 0) return;
    sk_group *group = sk_scene_group(c->drawing->scene, layer, item->id, SK_ROLE_NONE);
    group->title = item->name;
    if (casing != NULL)
        sk_scene_path(
            c->drawing->scene, group, &path,
            (sk_paint){.class_name = sk_arena_printf(c->drawing->arena, "%s-casing", class_name),
                       .line = *casing})
            ->use = SK_USE_CASING;
    sk_scene_path(c->drawing->scene, group, &path,
                  (sk_paint){.class_name = class_name, .line = *stroke, .round_caps = true});
}

void sk_base_lines_compose(const sk_composition *c) {
    const sk_style_sheet *s = c->drawing->style;
    const struct {
        sk_context_kind kind;
        const char *class_name;
        const sk_stroke *casing, *stroke;
    } rows[] = {
        {SK_CONTEXT_RIVER, "river", NULL, &s->river},
        {SK_CONTEXT_CANAL, "canal", NULL, &s->canal},
        {SK_CONTEXT_MOTORWAY, "motorway", &s->motorway_casing, &s->motorway},
    };
    sk_layer *layer = sk_scene_layer(c->drawing->scene, "base-lines",
                                     c->drawing->words->layer.base_lines, &c->view.frame);
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++)
        for (size_t i = 0; i < c->map->context_count; i++)
            if (c->map->context[i].kind == rows[r].kind)
                stroke_item(c, layer, &c->map->context[i], rows[r].class_name, rows[r].casing,
                            rows[r].stroke);
}
