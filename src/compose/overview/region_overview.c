#include "compose/overview/region_overview.h"

#include <math.h>
#include <string.h>

#include "base/page_id.h"
#include "compose/furniture/page_margins.h"
#include "compose/furniture/scale_bar.h"
#include "compose/map/base_layers.h"
#include "compose/overview/region_places.h"
#include "compose/overview/sector_legend.h"
#include "compose/plan/page_choice.h"
#include "compose/plan/page_room.h"

static const double legend_gap_mm = 2.5; /* between the map and the legend below it */
/* Below Flanders, for the blocks of the regions on its southern edge. */
static const double room_below_mm = 4;
static const double least_width_mm = 130; /* of Flanders, for its symbols to be told apart */

static sk_ground_box flanders(const sk_figure_map *map) {
    sk_ground_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < map->region_count[SK_REGION_PROVINCE]; i++)
        box =
            sk_ground_box_union(box, sk_shape_bounds(&map->regions[SK_REGION_PROVINCE][i]->shape));
    return box;
}

static double bottom_of(sk_page_box box) {
    return box.y_mm + box.height_mm;
}

static const sk_sector_legend *legend_for(const sk_composition *c, const sk_project *project,
                                          sk_page_size page, double *height_mm) {
    const sk_sector_legend *legend =
        sk_sector_legend_create(c, project, page.width_mm - 2 * c->style->page.margin_mm);
    double height = sk_sector_legend_height(legend);
    *height_mm = height > 0 ? height + legend_gap_mm : 0;
    return legend;
}

/* The whole of Flanders, as large as the page lets it be. */
static bool plan_overview(const sk_composition *c, const void *project, sk_page_size page,
                          sk_page_layout *out) {
    double legend_mm;
    page = sk_page_size_complete(c, page);
    legend_for(c, project, page, &legend_mm);
    sk_page_room room = sk_page_room_on(c, page);
    room.frame.height_mm -= legend_mm;
    *out = (sk_page_layout){.page_width_mm = page.width_mm};
    sk_ground_box ground = flanders(c->map);
    sk_page_reserve reserve = {.below_mm = room_below_mm};
    if (!sk_page_room_view(c, &room, ground, reserve, &out->view)) return false;
    out->page_height_mm = bottom_of(out->view.frame) + legend_mm + room.below_mm;
    return (ground.east_m - ground.west_m) / out->view.metres_per_mm >= least_width_mm;
}

/* In the lower corner on the right, where the map ends below Flanders. */
static sk_page_box scale_bar_box(const sk_composition *c) {
    if (!c->style->scale_bar.shown) return (sk_page_box){0};
    sk_page_box box = sk_scale_bar_size(c, c->view.metres_per_mm), frame = c->view.frame;
    box.x_mm = frame.x_mm + frame.width_mm - c->style->frame.gap_mm - box.width_mm;
    box.y_mm = bottom_of(frame) - c->style->frame.gap_mm - box.height_mm;
    return box;
}

static size_t province_index(const sk_figure_map *map, const sk_region *region) {
    const char *slug = region->level == SK_REGION_PROVINCE ? region->slug : region->province;
    for (size_t i = 0; slug != NULL && i < map->region_count[SK_REGION_PROVINCE]; i++)
        if (strcmp(map->regions[SK_REGION_PROVINCE][i]->slug, slug) == 0) return i;
    return 0;
}

static void draw_regions(sk_composition *c, const sk_region_choices_list *list) {
    const sk_palette *fills = &c->style->overview.region_fills;
    sk_layer *layer = sk_scene_layer(c->scene, "regions", c->words->layer.regions, &c->view.frame);
    for (size_t i = 0; i < list->count; i++) {
        const sk_region *region = list->items[i].region;
        sk_path path = sk_composition_trace(c, &region->shape);
        sk_group *group = sk_scene_group(c->scene, layer, list->items[i].id, SK_ROLE_REGION);
        group->title = region->name;
        size_t fill = province_index(c->map, region) % fills->count;
        sk_scene_path(
            c->scene, group, &path,
            (sk_paint){.class_name = sk_arena_printf(c->arena, "region-tint%zu", fill + 1),
                       .fill = fills->colours[fill]});
    }
}

static void draw_leader(sk_composition *c, sk_layer *layer, const sk_placed_block *block) {
    const sk_region_choices *choices = block->form->choices;
    const char *id = sk_page_id_leader(c->arena, choices->id);
    sk_group *group = sk_scene_group(c->scene, layer, id, SK_ROLE_LEADER);
    group->title = choices->region->name;
    sk_layout_notes_add(
        c->notes, (sk_layout_note){.group = group, .owner = choices, .anchor = block->leader_to});
    sk_path path = {0};
    sk_path_move(c->arena, &path, block->leader_from);
    sk_path_line(c->arena, &path, block->leader_to);
    sk_scene_path(
        c->scene, group, &path,
        (sk_paint){
            .class_name = "region-leader", .line = c->style->overview.leader, .round_caps = true});
    sk_scene_circle(
        c->scene, group, block->leader_to, c->style->overview.leader_dot_mm / 2,
        (sk_paint){.class_name = "region-place", .fill = c->style->overview.leader.colour});
}

static void draw_blocks(sk_composition *c, const sk_project *project, const sk_placed_block *blocks,
                        size_t count) {
    sk_layer *leaders = sk_scene_layer(c->scene, "leaders", c->words->layer.leaders, NULL);
    sk_layer *marks = sk_scene_layer(c->scene, "sectors", c->words->layer.sectors, NULL);
    sk_layer *names = sk_scene_layer(c->scene, "names", c->words->layer.names, NULL);
    for (size_t i = 0; i < count; i++) {
        if (blocks[i].form == NULL) continue;
        if (blocks[i].has_leader) draw_leader(c, leaders, &blocks[i]);
        sk_layout_note note = {.owner = blocks[i].form->choices, .anchor = blocks[i].pole};
        if (blocks[i].has_leader)
            note.displacement_mm = sk_page_distance(blocks[i].leader_from, blocks[i].leader_to);
        sk_block_marks_draw(c, marks, project, blocks[i].form, blocks[i].corner, note);
        sk_block_heading_draw(c, names, blocks[i].form, blocks[i].corner, note);
    }
}

sk_status sk_region_overview_compose(sk_composition *c, const sk_project *project,
                                     sk_page_size page) {
    sk_page_layout layout;
    if (!sk_page_fit(c, plan_overview, project, page, &layout))
        return sk_page_refuse(c, plan_overview, project, page);
    double legend_mm;
    const sk_sector_legend *legend =
        legend_for(c, project, (sk_page_size){.width_mm = layout.page_width_mm}, &legend_mm);
    c->view = layout.view;
    c->detail = c->map->figure->level;
    c->scene = sk_scene_create(c->arena, layout.page_width_mm, layout.page_height_mm);
    sk_scene_metadata_set(c);
    c->furniture = SK_NEW(c->arena, sk_page_box);
    c->furniture[0] = scale_bar_box(c);
    c->furniture_count = c->furniture[0].width_mm > 0 ? 1 : 0;

    sk_region_choices_list list = sk_region_choices_gather(c, project);
    sk_placed_block *blocks = sk_region_blocks_place(c, &list);
    sk_base_surroundings_compose(c);
    draw_regions(c, &list);
    sk_base_borders_compose(c);
    draw_blocks(c, project, blocks, list.count);
    sk_neat_line_compose(c);
    sk_title_compose(c);
    sk_sector_legend_compose(
        c, legend, (sk_page_point){c->view.frame.x_mm, bottom_of(c->view.frame) + legend_gap_mm});
    if (c->furniture_count > 0) sk_scale_bar_compose(c, sk_page_box_corner(c->furniture[0]));
    sk_source_compose(c, bottom_of(c->view.frame) + legend_mm);
    return SK_OK;
}
