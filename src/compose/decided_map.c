#include "compose/decided_map.h"

#include "compose/furniture/page_margins.h"
#include "compose/page_drawing.h"
#include "compose/plan/map_on_sheet.h"
#include "compose/report/layout.h"

const sk_decided_map *sk_decided_map_keep(const sk_composition *c, size_t layer_count,
                                          const sk_layout *layout) {
    const sk_drawing *d = c->drawing;
    for (size_t i = 0; i < c->furniture.count; i++)
        if (sk_page_boxes_overlap(c->furniture.items[i], c->view.frame) > 0) return NULL;
    sk_decided_map *map = SK_NEW(d->arena, sk_decided_map);
    *map = (sk_decided_map){*d, *c, d->scene, layer_count, layout, false};
    return map;
}

const sk_decided_map *sk_decided_map_keep_page(const sk_drawing *drawing, const sk_layout *layout) {
    sk_decided_map *map = SK_NEW(drawing->arena, sk_decided_map);
    *map = (sk_decided_map){
        .drawing = *drawing, .scene = drawing->scene, .layout = layout, .with_furniture = true};
    return map;
}

double sk_legend_share_filled(const sk_legend *legend, const sk_page_layout *layout) {
    return layout->legend.width_mm > 0 ? sk_legend_filled(legend, layout->legend_columns) : 1;
}

/* The page of a sheet around the map that is shown. */
typedef struct {
    sk_figure_map map;
    sk_drawing drawing;
    sk_composition c;
    const sk_legend *legend;
    sk_page_layout layout;
} sheet_page;

/* The map was told of with the figure: of its sheet there is nothing to add. */
static void draw_sheet(sheet_page *page, const sk_decided_map *shown, sk_composed_figure *out) {
    sk_drawing *d = &page->drawing;
    d->scene = sk_page_begin(d, &page->layout);
    sk_scene_metadata_set(&page->c);
    sk_scene_share(d->scene, shown->scene, shown->layer_count);
    sk_furniture_draw(&page->c, &page->layout, page->legend);
    sk_layout *layout = sk_layout_describe(d, page->layout.view.frame);
    layout->scale = shown->layout->scale;
    layout->home_share = shown->layout->home_share;
    layout->links = shown->layout->links;
    layout->link_count = shown->layout->link_count;
    layout->zone_piece_count = shown->layout->zone_piece_count;
    layout->zone_pieces_told = shown->layout->zone_pieces_told;
    layout->legend_filled = sk_legend_share_filled(page->legend, &page->layout);
    *out = (sk_composed_figure){.scene = d->scene, .layout = layout, .keyed = page->c.keyed};
}

static bool show_page(const sk_page_request *request, sk_composed_figure *out) {
    const sk_decided_map *shown = request->shows;
    const sk_page_box frame = shown->layout->frame;
    double height_mm = shown->scene->height_mm - frame.y_mm - shown->drawing.style->page.margin_mm;
    *out = (sk_composed_figure){.scene = shown->scene, .layout = shown->layout};
    return sk_map_on_sheet_fits(request->on_sheet, frame.width_mm, height_mm);
}

bool sk_decided_map_show(const sk_composer *composer, const sk_page_request *request, sk_diag *diag,
                         sk_composed_figure *out) {
    const sk_decided_map *shown = request->shows;
    if (shown->with_furniture) return show_page(request, out);
    sheet_page page = {.map = *shown->c.map, .drawing = shown->drawing, .c = shown->c};
    page.drawing.diag = diag;
    page.map.ops = sk_shape_ops_create(shown->drawing.arena);
    sk_shape_ops_share(page.map.ops, composer->shapes);
    page.c.map = &page.map;
    page.c.drawing = &page.drawing;
    page.c.on_sheet = request->on_sheet;
    page.legend = sk_legend_create(&page.c, false);
    bool fits = sk_map_on_sheet_plan(&page.c, page.legend, &page.layout);
    if (fits) draw_sheet(&page, shown, out);
    sk_shape_ops_free(page.map.ops);
    return fits;
}
