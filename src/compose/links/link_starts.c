#include "compose/links/link_starts.h"

#include <math.h>
#include <stdint.h>

#include "compose/drawing/symbols.h"
#include "compose/links/link_costs.h"
#include "compose/links/link_ends.h"

sk_page_point sk_link_start_shared(const sk_composition *c, const sk_link_end *from,
                                   sk_page_point at, const sk_page_point *taken, size_t count) {
    if (!from->is_region || from->is_town) return at;
    for (size_t i = 0; i < count; i++)
        if (sk_page_distance(taken[i], at) < link_reach_mm.shared_start &&
            sk_shape_contains(&from->area, sk_map_view_ground(&c->view, taken[i])))
            return taken[i];
    return at;
}

static bool begins_at_dot(const sk_drawn_link *drawn) {
    return !drawn->is_course && !drawn->head_at_start && drawn->link->from.point_index == SIZE_MAX;
}

static bool begin_together(const sk_drawn_link *a, const sk_drawn_link *b) {
    return a != b && begins_at_dot(b) &&
           sk_page_distance(a->line.points[0], b->line.points[0]) <= link_reach_mm.one_start;
}

void sk_link_starts_mark(const sk_composition *c, sk_drawn_links *links) {
    const sk_style_sheet *style = c->drawing->style;
    for (size_t i = 0; i < links->count; i++) {
        sk_drawn_link *drawn = &links->items[i];
        if (!begins_at_dot(drawn)) continue;
        for (size_t k = 0; k < links->count && !drawn->starts_at_ring; k++)
            drawn->starts_at_ring = begin_together(drawn, &links->items[k]);
        sk_link_type type = drawn->link->feature->link_type;
        double least = sk_style_link(style, type)->width_mm;
        double rim = sk_symbol_link_start_rim(style, type);
        double room =
            sk_link_room_beside_discs(c, &drawn->link->from, drawn->line.points[0]) - 2 * rim;
        double wanted = sk_symbol_link_start_radius(style, type, drawn->starts_at_ring);
        drawn->start_dot_mm = fmin(wanted, fmax(least, room) + rim);
    }
}

void sk_link_start_compose(const sk_composition *c, sk_group *group, const sk_drawn_link *drawn) {
    if (drawn->start_dot_mm <= 0) return;
    sk_symbol_link_start(c->drawing, group, drawn->line.points[0],
                         &(sk_link_start_symbol){.type = drawn->link->feature->link_type,
                                                 .radius_mm = drawn->start_dot_mm,
                                                 .is_ring = drawn->starts_at_ring});
}
