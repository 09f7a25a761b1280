#include "compose/furniture/legend.h"
#include "compose/furniture/locator.h"
#include "compose/furniture/page_margins.h"
#include "compose/furniture/scale_bar.h"
#include "compose/links/links.h"
#include "compose/map/area_layers.h"
#include "compose/map/base_layers.h"
#include "compose/map/base_lines.h"
#include "compose/names/names.h"
#include "compose/overview/region_overview.h"
#include "compose/plan/furniture.h"
#include "compose/plan/page_choice.h"
#include "compose/points/markers.h"
#include "compose/report/layout.h"
#include "streekkaart/compose.h"

/* The boxes of what is shown. */
static sk_page_box_list furniture_of(sk_arena *arena, const sk_page_layout *layout) {
    const sk_page_box boxes[] = {layout->legend, layout->inset, layout->scale_bar};
    sk_page_box *shown = SK_NEW_ARRAY(arena, sk_page_box, 3);
    size_t count = 0;
    for (size_t i = 0; i < 3; i++)
        if (boxes[i].width_mm > 0) shown[count++] = boxes[i];
    return (sk_page_box_list){shown, count};
}

static void draw_furniture(const sk_composition *c, const sk_page_layout *layout,
                           const sk_legend *legend) {
    sk_neat_line_compose(c);
    sk_title_compose(c);
    if (layout->legend.width_mm > 0)
        sk_legend_compose(c, legend, layout->legend_columns, sk_page_box_corner(layout->legend));
    if (layout->scale_bar.width_mm > 0)
        sk_scale_bar_compose(c, sk_page_box_corner(layout->scale_bar));
    if (layout->inset.width_mm > 0) sk_locator_compose(c, sk_page_box_corner(layout->inset));
    sk_source_compose(c, c->view.frame.y_mm + c->view.frame.height_mm);
}

static sk_label_set *place_names(const sk_composition *c) {
    sk_label_set *names = sk_label_set_create(c);
    sk_point_names_gather(c, names);
    sk_zone_names_gather(c, names);
    sk_link_names_gather(c, names);
    sk_region_names_gather(c, names);
    sk_town_names_gather(c, names);
    sk_label_set_place(names);
    return names;
}

/* The reading order, from the back. */
static void draw_map(const sk_composition *c, sk_label_set *names) {
    sk_base_areas_compose(c);
    sk_chosen_tints_compose(c);
    sk_municipality_borders_compose(c);
    sk_zone_layer_compose(c);
    sk_chosen_bands_compose(c);
    sk_base_lines_compose(c);
    sk_region_borders_compose(c);
    sk_layer *towns =
        sk_scene_layer(c->drawing->scene, "towns", c->drawing->words->layer.towns, &c->view.frame);
    sk_town_dots_compose(c, names, towns);
    sk_label_set_compose(names, towns, SK_ROLE_TOWN);
    sk_links_compose(c);
    sk_markers_compose(c);
    sk_layer *labels =
        sk_scene_layer(c->drawing->scene, "names", c->drawing->words->layer.names, NULL);
    sk_label_set_compose(names, labels, SK_ROLE_LABEL);
}

static bool plan_map(const sk_composition *c, const void *legend, sk_page_size page,
                     sk_page_layout *out) {
    return sk_page_layout_plan(c, legend, page, out);
}

/* A legend that finds no room on the page leaves out the list of points. */
static sk_status choose_page(const sk_composition *c, sk_page_size page, const sk_legend **legend,
                             sk_page_layout *layout) {
    bool listed = c->on_sheet == NULL && c->drawing->style->legend.points_listed;
    const sk_legend *whole = sk_legend_create(c, listed);
    *legend = whole;
    if (sk_page_fit(c, plan_map, whole, page, layout)) return SK_OK;
    *legend = sk_legend_create(c, false);
    if (!sk_page_fit(c, plan_map, *legend, page, layout))
        return sk_page_refuse(c, plan_map, *legend, page);
    sk_diag_warning(c->drawing->diag, c->map->figure->origin,
                    sk_page_remedy(c, plan_map, whole, page),
                    "the legend has no room for the names of %zu points", c->map->point_count);
    return SK_OK;
}

/* What is fixed before the page is planned. */
typedef struct {
    const sk_figure_map *map;
    const sk_project *project;
    const sk_page_request *page;
} task;

static sk_status compose_map(sk_drawing *drawing, const task *t, sk_page_box *frame) {
    sk_composition c = {.drawing = drawing, .map = t->map, .on_sheet = t->page->on_sheet};
    const sk_legend *legend;
    sk_page_layout layout;
    sk_status status = choose_page(&c, t->page->size, &legend, &layout);
    if (status != SK_OK) return status;
    sk_furniture_pin(&c, legend, &layout);
    c.view = layout.view;
    *frame = c.view.frame;
    drawing->scene = sk_scene_create(drawing->arena, layout.page_width_mm, layout.page_height_mm);
    sk_scene_metadata_set(&c);
    c.furniture = furniture_of(drawing->arena, &layout);
    c.markers = sk_markers_place(&c);
    c.links = sk_links_route(&c);
    draw_map(&c, place_names(&c));
    draw_furniture(&c, &layout, legend);
    return SK_OK;
}

/* Nothing should overlap; where a pin or a crowd leaves no other way the reader is told. */
static void report_overlaps(const sk_figure *figure, const sk_layout *layout, sk_diag *diag) {
    for (size_t i = 0; i < layout->overlap_count; i++)
        sk_diag_warning(diag, figure->origin,
                        "move one of the two (layers/pins.json), or make the map larger (--size)",
                        "on figure %d %s overlaps %s", figure->number, layout->overlaps[i].a,
                        layout->overlaps[i].b);
}

static sk_status compose(sk_drawing *drawing, const task *t, sk_composed_figure *out) {
    sk_page_box frame;
    sk_status status =
        t->map->figure->kind == SK_FIGURE_REGION_OVERVIEW
            ? sk_region_overview_compose(drawing, t->map, t->project, t->page, &frame)
            : compose_map(drawing, t, &frame);
    if (status != SK_OK) return status;
    sk_pinned_report_unused(drawing->pins, drawing->diag);
    *out = (sk_composed_figure){drawing->scene, sk_layout_describe(drawing, frame)};
    report_overlaps(t->map->figure, out->layout, drawing->diag);
    return SK_OK;
}

sk_status sk_compose_figure(const sk_composer *composer, const sk_figure *figure,
                            const sk_page_request *page, sk_arena *arena, sk_diag *diag,
                            sk_composed_figure *out) {
    const sk_project *project = composer->project;
    sk_figure_map map;
    sk_shape_ops *ops = sk_shape_ops_create(arena);
    size_t errors = sk_diag_error_count(diag);
    *out = (sk_composed_figure){0};
    sk_status status =
        sk_figure_map_resolve(project, figure, composer->style->crs, ops, diag, &map);
    if (map.region_count[SK_REGION_PROVINCE] > 0) {
        bool on_sheet = page->on_sheet != NULL;
        sk_drawing drawing = {
            .style = composer->style,
            .words = composer->words,
            .typesetter = composer->typesetter,
            .arena = arena,
            .diag = diag,
            .pins = sk_pinned_create(arena, project, figure->number, on_sheet),
            .notes = sk_layout_notes_create(arena),
        };
        sk_status composed = compose(&drawing, &(task){&map, project, page}, out);
        if (composed > status) status = composed;
    }
    sk_shape_ops_free(ops);
    /* a pin may turn out to be wrong only now */
    if (status == SK_OK && sk_diag_error_count(diag) > errors) status = SK_ERR_DATA;
    return status;
}
