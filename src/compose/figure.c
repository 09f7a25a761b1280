#include "compose/decided_map.h"
#include "compose/figure_findings.h"
#include "compose/furniture/page_margins.h"
#include "compose/names/zone_pieces.h"
#include "compose/overview/region_overview.h"
#include "compose/page_drawing.h"
#include "compose/report/band_width.h"
#include "compose/report/border_strokes.h"
#include "compose/report/fills.h"
#include "compose/report/layout.h"
#include "compose/tries.h"
#include "load/tables/ground_box.h"

/* The part of the frame that the box around the home region takes, or that around all of them. */
static double home_share(const sk_figure_map *map, const sk_map_view *view) {
    sk_ground_box ground = sk_figure_map_own_box(map);
    return sk_page_boxes_overlap(sk_map_view_box(view, ground), view->frame) /
           (view->frame.width_mm * view->frame.height_mm);
}

static void measure_map(const sk_figure_task *t, const sk_map_view *view, sk_layout *out) {
    out->scale = view->metres_per_mm * 1000;
    out->home_share = home_share(t->map, view);
}

static sk_layout *describe(const sk_figure_task *t, const sk_decision *d) {
    sk_layout *layout = sk_layout_describe(&d->drawing, d->layout.view.frame);
    measure_map(t, &d->layout.view, layout);
    layout->links = sk_decision_links(d);
    layout->link_count = d->c.links.count;
    sk_zone_piece_count pieces = sk_zone_pieces_count(&d->c, d->names);
    layout->zone_piece_count = pieces.count;
    layout->zone_pieces_told = pieces.told;
    layout->legend_filled = sk_legend_share_filled(d->legend, &d->layout);
    return layout;
}

static sk_status compose_map(sk_drawing *drawing, const sk_figure_task *t,
                             sk_composed_figure *out) {
    sk_decision *d = sk_decision_find(drawing, t);
    sk_diag_merge(drawing->diag, d->drawing.diag);
    sk_diag_free(d->drawing.diag);
    d->drawing.diag = drawing->diag;
    drawing->pins = d->drawing.pins;
    if (d->status != SK_OK) return d->status;
    d->drawing.scene = sk_page_begin(drawing, &d->layout);
    sk_scene_metadata_set(&d->c);
    sk_map_draw(&d->c, d->names);
    size_t layer_count = d->drawing.scene->count;
    sk_furniture_draw(&d->c, &d->layout, d->legend);
    const sk_layout *layout = describe(t, d);
    *out = (sk_composed_figure){.scene = d->drawing.scene,
                                .layout = layout,
                                .map = sk_decided_map_keep(&d->c, layer_count, layout),
                                .keyed = d->c.keyed};
    return SK_OK;
}

static sk_status compose_region_overview(sk_drawing *drawing, const sk_figure_task *t,
                                         sk_composed_figure *out) {
    sk_map_view view;
    sk_status status = sk_region_overview_compose(drawing, t->map, t->project, t->page, &view);
    if (status != SK_OK) return status;
    sk_layout *layout = sk_layout_describe(drawing, view.frame);
    measure_map(t, &view, layout);
    *out = (sk_composed_figure){.scene = drawing->scene, .layout = layout};
    if (!drawing->style->title.shown) out->map = sk_decided_map_keep_page(drawing, layout);
    return SK_OK;
}

static sk_status compose(sk_drawing *drawing, const sk_figure_task *t, sk_composed_figure *out) {
    bool of_regions = t->map->figure->kind == SK_FIGURE_REGION_OVERVIEW;
    sk_status status =
        of_regions ? compose_region_overview(drawing, t, out) : compose_map(drawing, t, out);
    if (status != SK_OK) return status;
    sk_pinned_report_unused(drawing->pins, drawing->diag);
    sk_figure_findings_report(drawing, t->map->figure, out->layout);
    return SK_OK;
}

sk_layout_areas sk_measure_areas(const sk_scene *const *pages, size_t page_count, sk_page_box frame,
                                 const sk_style_sheet *style, sk_arena *arena) {
    size_t count = 0;
    const sk_layout_fill *fills = sk_fills_measure(pages, page_count, frame, arena, &count);
    return (sk_layout_areas){
        .fills = fills,
        .fill_count = count,
        .strokes = sk_border_strokes_most(pages[0], frame, arena),
        .band = sk_band_width_most(pages[0], frame, style->chosen.band_width_mm, arena),
    };
}

static sk_drawing new_drawing(const sk_composer *composer, const sk_figure *figure, bool on_sheet,
                              sk_arena *arena, sk_diag *diag) {
    return (sk_drawing){
        .style = composer->style,
        .words = composer->words,
        .typesetter = composer->typesetter,
        .arena = arena,
        .diag = diag,
        .pins = sk_pinned_create(arena, composer->project, figure->number, on_sheet),
        .notes = sk_layout_notes_create(arena),
        .kept = sk_kept_work_create(arena),
    };
}

/* On a page of its own: the figure's, or that of a sheet which can't just show the figure's map. */
static sk_status compose_alone(const sk_composer *composer, const sk_figure *figure,
                               const sk_page_request *page, sk_arena *arena, sk_diag *diag,
                               sk_composed_figure *out) {
    const sk_project *project = composer->project;
    sk_figure_map *map = SK_NEW(arena, sk_figure_map);
    sk_shape_ops *ops = sk_shape_ops_create(arena);
    sk_shape_ops_share(ops, composer->shapes);
    size_t errors = sk_diag_error_count(diag);
    sk_status status = sk_figure_map_resolve(project, figure, composer->style->crs, ops, diag, map);
    if (sk_figure_map_homes(map).count > 0) {
        sk_drawing drawing = new_drawing(composer, figure, page->on_sheet != NULL, arena, diag);
        sk_status composed = compose(&drawing, &(sk_figure_task){map, project, page}, out);
        if (composed > status) status = composed;
    }
    sk_shape_ops_free(ops);
    /* a pin may turn out to be wrong only now */
    if (status == SK_OK && sk_diag_error_count(diag) > errors) status = SK_ERR_DATA;
    return status;
}

static bool has_pins_of_sheet(const sk_project *project, const sk_figure *figure) {
    for (size_t i = 0; i < project->pin_count; i++)
        if (project->pins[i].on_sheet && project->pins[i].figure == figure->number) return true;
    return false;
}

sk_status sk_compose_figure(const sk_composer *composer, const sk_figure *figure,
                            const sk_page_request *page, sk_arena *arena, sk_diag *diag,
                            sk_composed_figure *out) {
    *out = (sk_composed_figure){0};
    if (page->shows == NULL) return compose_alone(composer, figure, page, arena, diag, out);
    sk_composed_figure shown;
    if (!sk_decided_map_show(composer, page, diag, &shown)) {
        const sk_page_request alone = {.size = page->size, .on_sheet = page->on_sheet};
        return compose_alone(composer, figure, &alone, arena, diag, out);
    }
    if (has_pins_of_sheet(composer->project, figure))
        return compose_alone(composer, figure, page, arena, diag, out);
    *out = shown;
    out->is_of_request = true;
    return SK_OK;
}
