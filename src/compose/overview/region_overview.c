#include "compose/overview/region_overview.h"

#include <math.h>
#include <string.h>

#include "base/page_id.h"
#include "compose/furniture/page_margins.h"
#include "compose/furniture/scale_bar.h"
#include "compose/map/base_layers.h"
#include "compose/map/border_sides.h"
#include "compose/names/names.h"
#include "compose/overview/region_places.h"
#include "compose/overview/sector_legend.h"
#include "compose/plan/page_choice.h"
#include "compose/plan/page_room.h"

static const double least_width_mm = 130; /* of all regions, for their symbols to be told apart */

static double bottom_of(sk_page_box box) {
    return box.y_mm + box.height_mm;
}

static const sk_sector_legend *legend_for(const sk_composition *c, const sk_project *project,
                                          sk_page_size page, double *height_mm) {
    const sk_sector_legend *legend =
        sk_sector_legend_create(c, project, page.width_mm - 2 * c->drawing->style->page.margin_mm);
    double height = sk_sector_legend_height(legend);
    *height_mm = height > 0 ? height + c->drawing->style->overview.legend_gap_mm : 0;
    return legend;
}

/* All regions, as large as the page lets it be. */
static bool plan_overview(const sk_composition *c, const void *project, sk_page_size page,
                          sk_page_layout *out) {
    double legend_mm;
    page = sk_page_size_complete(c, page);
    legend_for(c, project, page, &legend_mm);
    sk_page_room room = sk_page_room_on(c, page);
    room.frame.height_mm -= legend_mm;
    *out = (sk_page_layout){.page_width_mm = page.width_mm};
    sk_ground_box ground = sk_figure_map_homes_box(c->map);
    sk_page_reserve reserve = {.below_mm = c->drawing->style->overview.room_below_mm};
    if (!sk_page_room_view(c->drawing, &room, ground, reserve, &out->view)) return false;
    out->page_height_mm = bottom_of(out->view.frame) + legend_mm + room.below_mm;
    return (ground.east_m - ground.west_m) / out->view.metres_per_mm >= least_width_mm;
}

/* In the lower corner on the right, where the map ends below the regions. */
static sk_page_box scale_bar_box(const sk_composition *c) {
    if (!c->drawing->style->scale_bar.shown) return (sk_page_box){0};
    sk_page_box box = sk_scale_bar_size(c->drawing, c->view.metres_per_mm), frame = c->view.frame;
    box.x_mm = frame.x_mm + frame.width_mm - c->drawing->style->frame.gap_mm - box.width_mm;
    box.y_mm = bottom_of(frame) - c->drawing->style->frame.gap_mm - box.height_mm;
    return box;
}

static size_t home_index(const sk_figure_map *map, const sk_region *region) {
    sk_figure_regions homes = sk_figure_map_homes(map);
    const char *slug = sk_region_slug_at(region, map->settings->home);
    for (size_t i = 0; slug != NULL && i < homes.count; i++)
        if (strcmp(homes.items[i]->slug, slug) == 0) return i;
    return 0;
}

static void draw_regions(const sk_composition *c, const sk_region_choices_list *list) {
    const sk_palette *fills = &c->drawing->style->overview.region_fills;
    sk_layer *layer = sk_scene_layer(c->drawing->scene, "regions", c->drawing->words->layer.regions,
                                     &c->view.frame);
    for (size_t i = 0; i < list->count; i++) {
        const sk_region *region = list->items[i].region;
        sk_path path = sk_composition_trace(c, &region->shape);
        sk_group *group =
            sk_scene_group(c->drawing->scene, layer, list->items[i].id, SK_ROLE_REGION);
        group->title = region->name;
        size_t fill = home_index(c->map, region) % fills->count;
        sk_scene_path(
            c->drawing->scene, group, &path,
            (sk_paint){.class_name = sk_arena_printf(c->drawing->arena, "region-tint%zu", fill + 1),
                       .fill = fills->colours[fill]});
    }
}

static void draw_leader(const sk_drawing *d, sk_layer *layer, const sk_placed_block *block) {
    const sk_region_choices *choices = block->form->choices;
    const char *id = sk_page_id_leader(d->arena, choices->id);
    sk_group *group = sk_scene_group(d->scene, layer, id, SK_ROLE_LEADER);
    group->title = choices->region->name;
    sk_layout_notes_add(
        d->notes, (sk_layout_note){.group = group, .owner = choices, .anchor = block->leader_to});
    sk_path path = {0};
    sk_path_move(d->arena, &path, block->leader_from);
    sk_path_line(d->arena, &path, block->leader_to);
    sk_scene_path(
        d->scene, group, &path,
        (sk_paint){
            .class_name = "region-leader", .line = d->style->overview.leader, .round_caps = true});
    sk_scene_circle(
        d->scene, group, block->leader_to, d->style->overview.leader_dot_mm / 2,
        (sk_paint){.class_name = "region-place", .fill = d->style->overview.leader.colour})
        ->use = SK_USE_PLACE_DOT;
}

static void draw_blocks(const sk_drawing *d, const sk_project *project,
                        const sk_placed_block *blocks, size_t count) {
    sk_layer *leaders = sk_scene_layer(d->scene, "leaders", d->words->layer.leaders, NULL);
    sk_layer *marks = sk_scene_layer(d->scene, "sectors", d->words->layer.sectors, NULL);
    sk_layer *names = sk_scene_layer(d->scene, "names", d->words->layer.names, NULL);
    for (size_t i = 0; i < count; i++) {
        if (blocks[i].form == NULL) continue;
        if (blocks[i].has_leader) draw_leader(d, leaders, &blocks[i]);
        sk_layout_note note = {
            .owner = blocks[i].form->choices, .anchor = blocks[i].pole, .pinned = blocks[i].pinned};
        if (blocks[i].has_leader)
            note.displacement_mm = sk_page_distance(blocks[i].leader_from, blocks[i].leader_to);
        sk_block_marks_draw(d, marks, project, blocks[i].form, blocks[i].corner, note);
        sk_block_heading_draw(d, names, blocks[i].form, blocks[i].corner, note);
    }
}

/* Countries and the sea by their names, which keep off the blocks as off furniture. */
static void draw_surrounding_names(const sk_composition *c, const sk_placed_block *blocks,
                                   size_t count) {
    sk_composition around = *c;
    around.furniture = sk_region_blocks_cover(c, blocks, count);
    around.sides = sk_border_sides_create(&around);
    sk_label_set *names = sk_label_set_create(&around);
    sk_surrounding_names_gather(&around, names);
    sk_label_set_place(names);
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, "towns", c->drawing->words->layer.towns, &c->view.frame);
    sk_label_set_compose(names, layer, SK_ROLE_TOWN);
}

static void draw_map(const sk_composition *c, const sk_project *project) {
    sk_region_choices_list list = sk_region_choices_gather(c, project);
    const sk_placed_block *blocks = sk_region_blocks_place(c, &list);
    sk_base_surroundings_compose(c);
    draw_regions(c, &list);
    sk_smallest_borders_compose(c);
    sk_region_borders_compose(c);
    draw_surrounding_names(c, blocks, list.count);
    draw_blocks(c->drawing, project, blocks, list.count);
}

sk_status sk_region_overview_compose(sk_drawing *drawing, const sk_figure_map *map,
                                     const sk_project *project, const sk_page_request *page,
                                     sk_map_view *view) {
    sk_composition c = {
        .drawing = drawing, .map = map, .on_sheet = page->on_sheet, .detail = map->figure->level};
    sk_page_layout layout;
    if (!sk_page_fit(&c, plan_overview, project, page->size, &layout))
        return sk_page_refuse(&c, plan_overview, project, page->size);
    double legend_mm;
    const sk_sector_legend *legend =
        legend_for(&c, project, (sk_page_size){.width_mm = layout.page_width_mm}, &legend_mm);
    *view = c.view = layout.view;
    const sk_page_box frame = view->frame;
    drawing->scene = sk_scene_create(drawing->arena, layout.page_width_mm, layout.page_height_mm);
    sk_scene_metadata_set(&c);
    const sk_page_box bar = scale_bar_box(&c);
    c.furniture = (sk_page_box_list){&bar, bar.width_mm > 0 ? 1 : 0};

    draw_map(&c, project);
    sk_neat_line_compose(&c);
    sk_title_compose(&c);
    double bottom = bottom_of(frame);
    sk_sector_legend_compose(
        drawing, legend,
        (sk_page_point){frame.x_mm, bottom + drawing->style->overview.legend_gap_mm});
    if (c.furniture.count > 0) sk_scale_bar_compose(&c, sk_page_box_corner(bar));
    sk_source_compose(&c, bottom + legend_mm);
    return SK_OK;
}
