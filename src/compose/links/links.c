#include "compose/links/links.h"

#include "compose/drawing/smooth_line.h"
#include "compose/drawing/symbols.h"
#include "compose/links/link_ends.h"
#include "compose/links/link_starts.h"

/* A stretch that comes back on the map for less than this tells nothing. */
static const double least_stretch_mm = 15;

static bool on_box_edge(sk_page_box box, sk_page_point p) {
    return !sk_page_box_contains(sk_page_box_grown(box, -0.05), p);
}

static sk_ground_box ground_of(const sk_composition *c, sk_page_box box) {
    sk_ground_point top_left = sk_map_view_ground(&c->view, sk_page_box_corner(box));
    sk_ground_point bottom_right = sk_map_view_ground(
        &c->view, (sk_page_point){box.x_mm + box.width_mm, box.y_mm + box.height_mm});
    return (sk_ground_box){top_left.east_m, bottom_right.north_m, bottom_right.east_m,
                           top_left.north_m};
}

/* The visible stretches on the page, but for short ones beside a long one. */
static size_t stretches_of(const sk_composition *c, const sk_shape *visible, sk_polyline *lines) {
    size_t count = 0;
    double longest = 0;
    for (size_t i = 0; i < visible->part_count; i++) {
        const sk_shape_part *part = &visible->parts[i];
        if (part->count < 2) continue;
        sk_polyline vertices = sk_map_view_line(&c->view, part, c->drawing->arena);
        sk_polyline line = sk_smooth_line(c->drawing->arena, &vertices);
        if (sk_polyline_length(&line) > longest) longest = sk_polyline_length(&line);
        lines[count++] = line;
    }
    size_t kept = 0;
    double least = longest < least_stretch_mm ? longest : least_stretch_mm;
    for (size_t i = 0; i < count; i++)
        if (sk_polyline_length(&lines[i]) >= least) lines[kept++] = lines[i];
    return kept;
}

void sk_link_course_route(const sk_composition *c, const sk_map_link *link, sk_drawn_links *out) {
    sk_page_box box = sk_link_exit_box(c);
    sk_shape course = sk_smooth_line_thin(&c->view, c->map->ops, &link->course);
    sk_shape visible = sk_shape_clip(c->map->ops, &course, ground_of(c, box));
    sk_polyline *lines = SK_NEW_ARRAY(c->drawing->arena, sk_polyline, visible.part_count);
    size_t count = stretches_of(c, &visible, lines);
    /* One that leaves the map and comes back has an arrow where it leaves, but does not end there.
     */
    for (size_t i = 0; i < count; i++) {
        bool leaves_first = i == 0 && on_box_edge(box, lines[i].points[0]);
        bool cut = on_box_edge(box, lines[i].points[lines[i].count - 1]);
        /* One that ends so near to the frame leads to a place that the map has no room for. */
        cut = cut || !sk_link_can_end_at(c, lines[i].points[lines[i].count - 1]);
        bool leaves_last = i + 1 == count && cut;
        out->items[out->count++] = (sk_drawn_link){
            .link = link,
            .line = lines[i],
            .is_course = true,
            .at_start = leaves_first ? SK_LINK_LEAVES_MAP : SK_LINK_ENDS_INSIDE,
            .at_end = leaves_last ? SK_LINK_LEAVES_MAP : SK_LINK_ENDS_INSIDE,
            .head_at_start = leaves_first,
            .head_at_end = cut,
        };
    }
    if (count == 0)
        sk_link_report_off_map(c->drawing, link, "its course lies off the map", "mend its course");
}

size_t sk_link_course_most(const sk_map_link *link) {
    size_t most = 1;
    for (size_t i = 0; i < link->course.part_count; i++)
        most += link->course.parts[i].count; /* each clip adds at most one stretch */
    return most;
}

void sk_links_compose(const sk_composition *c) {
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, "links", c->drawing->words->layer.links, &c->view.frame);
    const sk_feature *feature = NULL;
    for (size_t i = 0; i < c->map->link_count; i++) {
        if (c->map->links[i].feature == feature) continue;
        feature = c->map->links[i].feature;
        sk_group *group = NULL;
        for (size_t k = 0; k < c->links.count; k++) {
            const sk_drawn_link *drawn = &c->links.items[k];
            if (drawn->link->feature != feature) continue;
            if (group == NULL)
                group =
                    sk_drawing_feature_group(c->drawing, layer, feature, feature->id, SK_ROLE_LINK);
            sk_symbol_link(c->drawing, group,
                           &(sk_link_symbol){.line = &drawn->line,
                                             .type = feature->link_type,
                                             .arrow_at_start = drawn->head_at_start,
                                             .arrow_at_end = drawn->head_at_end,
                                             .dashed_from_end = drawn->joins,
                                             .bare_from_mm = drawn->bare_from_mm,
                                             .bare_to_mm = drawn->bare_to_mm});
            sk_link_start_compose(c, group, drawn);
        }
    }
}
