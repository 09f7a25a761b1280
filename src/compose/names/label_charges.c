#include "compose/names/label_charges.h"

#include <math.h>

#include "compose/names/name_costs.h"
#include "placer/index.h"

/* All shapes of all options, as the index knows them. */
typedef struct {
    const sk_placer_shape **shapes;
    size_t *options; /* that they belong to */
    sk_placer_index *index;
} shape_index;

static shape_index index_options(sk_arena *arena, const sk_label_option *options,
                                 size_t option_count) {
    size_t count = 0;
    for (size_t i = 0; i < option_count; i++) count += options[i].shape_count;
    shape_index all = {SK_NEW_ARRAY(arena, const sk_placer_shape *, count),
                       SK_NEW_ARRAY(arena, size_t, count), NULL};
    sk_placer_bounds *bounds = SK_NEW_ARRAY(arena, sk_placer_bounds, count);
    count = 0;
    for (size_t i = 0; i < option_count; i++)
        for (size_t k = 0; k < options[i].shape_count; k++) {
            all.shapes[count] = &options[i].shapes[k];
            bounds[count] = sk_placer_shape_bounds(all.shapes[count]);
            all.options[count++] = i;
        }
    all.index = sk_placer_index_create(arena, bounds, count);
    return all;
}

void sk_label_options_charge(sk_label_option *options, size_t count,
                             const sk_obstacle_list *obstacles) {
    sk_arena *scratch = sk_arena_create();
    shape_index all = index_options(scratch, options, count);
    size_t *charged = SK_NEW_ARRAY(scratch, size_t, count); /* the last obstacle paid for, plus 1 */
    for (size_t o = 0; o < obstacles->count; o++) {
        const sk_placer_shape *shape = &obstacles->items[o].shape;
        size_t found;
        const uint32_t *near =
            sk_placer_index_find(all.index, sk_placer_shape_bounds(shape), &found);
        for (size_t i = 0; i < found; i++) {
            size_t option = all.options[near[i]];
            const sk_feature *of = obstacles->items[o].of;
            if (isinf(options[option].cost) || (of != NULL && options[option].on == of)) continue;
            if (charged[option] == o + 1 || !sk_placer_shapes_overlap(all.shapes[near[i]], shape))
                continue;
            charged[option] = o + 1;
            options[option].cost += obstacles->items[o].cost;
        }
    }
    sk_arena_free(scratch);
}

/* How near the line comes to the block, by its corners and the middles of its sides; that much at
 * most is asked. */
static double line_to_box(const sk_polyline *line, sk_page_box box, double most_mm) {
    double nearest = INFINITY;
    for (int i = 0; i <= 2; i++)
        for (int k = 0; k <= 2; k++) {
            sk_page_point p = {box.x_mm + box.width_mm * i / 2, box.y_mm + box.height_mm * k / 2};
            nearest = fmin(nearest, sk_polyline_distance_within(line, p, fmin(nearest, most_mm)));
        }
    return nearest;
}

double sk_link_name_doubt(const sk_composition *c, const sk_drawn_link *drawn, sk_page_box box) {
    const double margin_mm = 0.8;
    double own = line_to_box(&drawn->line, box, INFINITY), cost = 0;
    double reach = hypot(box.width_mm, box.height_mm) / 2 + own + margin_mm;
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_drawn_link *other = &c->links.items[i];
        if (other->link->feature == drawn->link->feature || other->same_as != NULL) continue;
        if (sk_polyline_distance_within(&other->line, sk_page_box_centre(box), reach) > reach)
            continue;
        if (line_to_box(&other->line, box, own + margin_mm) < own + margin_mm)
            cost += link_name_cost.doubtful;
    }
    return cost;
}
