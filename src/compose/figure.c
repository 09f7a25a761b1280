#include "compose/furniture/legend.h"
#include "compose/furniture/locator.h"
#include "compose/furniture/page_margins.h"
#include "compose/furniture/scale_bar.h"
#include "compose/links/link_rules.h"
#include "compose/links/links.h"
#include "compose/map/area_layers.h"
#include "compose/map/base_layers.h"
#include "compose/map/base_lines.h"
#include "compose/map/border_sides.h"
#include "compose/map/least_zones.h"
#include "compose/names/link_exits.h"
#include "compose/names/names.h"
#include "compose/names/zone_pieces.h"
#include "compose/overview/region_overview.h"
#include "compose/plan/furniture.h"
#include "compose/plan/map_on_sheet.h"
#include "compose/plan/page_choice.h"
#include "compose/points/markers.h"
#include "compose/report/band_width.h"
#include "compose/report/border_strokes.h"
#include "compose/report/fills.h"
#include "compose/report/layout.h"
#include "load/tables/ground_box.h"
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
        sk_legend_compose(c, legend, layout->legend_columns, layout->legend);
    if (layout->scale_bar.width_mm > 0)
        sk_scale_bar_compose(c, sk_page_box_corner(layout->scale_bar));
    if (layout->inset.width_mm > 0) sk_locator_compose(c, sk_page_box_corner(layout->inset));
    sk_source_compose(c, layout->foot_mm);
}

static sk_label_set *place_names(const sk_composition *c) {
    sk_label_set *names = sk_label_set_create(c);
    sk_point_names_gather(c, names);
    if (c->keyed) {
        sk_zone_keys_gather(c, names);
        sk_link_keys_gather(c, names);
        sk_link_exits_gather(c, names);
    } else {
        sk_zone_names_gather(c, names);
        sk_link_names_gather(c, names);
    }
    sk_region_names_gather(c, names);
    sk_town_names_gather(c, names);
    sk_context_names_gather(c, names);
    sk_label_set_place(names);
    return names;
}

/* The reading order, from the back. */
static void draw_map(const sk_composition *c, sk_label_set *names) {
    sk_base_areas_compose(c);
    sk_chosen_tints_compose(c);
    sk_smallest_borders_compose(c);
    sk_zone_layer_compose(c);
    sk_chosen_bands_compose(c);
    sk_base_lines_compose(c);
    sk_region_borders_compose(c);
    sk_links_compose(c);
    sk_layer *towns =
        sk_scene_layer(c->drawing->scene, "towns", c->drawing->words->layer.towns, &c->view.frame);
    sk_town_dots_compose(c, names, towns);
    sk_label_set_compose(names, towns, SK_ROLE_TOWN);
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

struct sk_decided_map {
    sk_drawing drawing;
    sk_composition c;
    const sk_scene *scene; /* of the figure, whose first layers are the map */
    size_t layer_count;
    const sk_layout *layout;
    bool with_furniture; /* the sheet shows the whole page, whose legend would be its own */
};

/* A figure as it was decided, before it is drawn. */
typedef struct {
    sk_drawing drawing;
    sk_composition c;
    const sk_legend *legend;
    sk_page_layout layout;
    sk_label_set *names;
    sk_status status;
} decision;

/* A sheet with pins of its own shows the ground that its figure shows, for those pins were set on
 * that. */
static bool choose_sheet(sk_composition *c, const sk_decided_map *shown, const sk_legend **legend,
                         sk_page_layout *layout) {
    if (shown == NULL) return false;
    c->view = shown->c.view;
    *legend = sk_legend_create(c, false);
    return sk_map_on_sheet_plan(c, *legend, layout);
}

/* Decides what the page shows where, for a map with the names of zones and links or with letters
 * for them. All that a decision tells and notes is its own until it is taken. */
static decision *decide_page(const sk_drawing *drawing, const task *t, bool keyed) {
    decision *d = SK_NEW(drawing->arena, decision);
    d->drawing = *drawing;
    d->drawing.diag = sk_diag_create();
    d->drawing.notes = sk_layout_notes_create(drawing->arena);
    d->drawing.pins = sk_pinned_create(drawing->arena, t->project, t->map->figure->number,
                                       t->page->on_sheet != NULL);
    d->c = (sk_composition){
        .drawing = &d->drawing, .map = t->map, .on_sheet = t->page->on_sheet, .keyed = keyed};
    if (!choose_sheet(&d->c, t->page->shows, &d->legend, &d->layout))
        d->status = choose_page(&d->c, t->page->size, &d->legend, &d->layout);
    if (d->status != SK_OK) return d;
    sk_furniture_pin(&d->c, d->legend, &d->layout);
    d->c.view = d->layout.view;
    d->c.map = sk_map_with_least_zones(&d->c);
    d->c.furniture = furniture_of(drawing->arena, &d->layout);
    return d;
}

/* Decides where everything stands on the map. */
static void decide_map(decision *d, size_t attempt, const sk_earlier_try *earlier) {
    if (d->status != SK_OK) return;
    d->c.earlier = earlier;
    d->c.markers = sk_markers_place(&d->c);
    d->c.links = sk_links_route(&d->c, attempt);
    d->c.sides = sk_border_sides_create(&d->c);
    d->names = place_names(&d->c);
}

static sk_layout_link *measure_links(const decision *d) {
    const double town_gap_mm = 1.5; /* from a tip to a town that it doesn't lead to, at least */
    sk_layout_link *links = sk_links_measure(&d->c);
    for (size_t i = 0; i < d->c.links.count; i++) {
        links[i].said = sk_link_exit_said(&d->c, d->names, &d->c.links.items[i]);
        links[i].town_gap_mm = sk_town_gap_of(&d->c, d->names, &d->c.links.items[i]);
        if (links[i].town_gap_mm < town_gap_mm && links[i].fault == NULL)
            links[i].fault = "ends at the dot of a town that it does not lead to";
        if (links[i].said == SK_LINK_UNSAID && links[i].fault == NULL)
            links[i].fault = "leaves the map, and nothing says where to";
    }
    return links;
}

static size_t count_faults(const decision *d) {
    const sk_layout_link *links = measure_links(d);
    size_t faults = sk_label_set_faults(d->names);
    for (size_t i = 0; i < d->c.links.count; i++)
        if (links[i].fault != NULL) faults++;
    return faults;
}

static size_t count_discs_on_links(const decision *d) {
    size_t count = 0;
    for (size_t i = 0; i < d->c.map->point_count; i++)
        if (sk_marker_is_on_link(&d->c, &d->c.links, d->c.markers, i)) count++;
    return count;
}

/* How ill the decision reads: a broken rule is worse than any disc on a line. */
static size_t count_blemishes(const decision *d) {
    return count_faults(d) * (d->c.map->point_count + 1) + count_discs_on_links(d);
}

static decision *decide_with_letters(const sk_drawing *drawing, const task *t, size_t attempt,
                                     const sk_earlier_try *earlier) {
    decision *d = decide_page(drawing, t, true);
    decide_map(d, attempt, earlier);
    return d;
}

/* Where discs, links and names stand in each other's way, courses are chosen anew, a few times, and
 * the discs move that links ran under; the attempt that reads best is taken. */
static decision *decide_letters(const sk_drawing *drawing, const task *t) {
    decision *best = decide_with_letters(drawing, t, 0, NULL);
    size_t least = best->status == SK_OK ? count_blemishes(best) : 0;
    bool falls = true; /* then the same order of courses again, now that discs have moved */
    for (size_t order = 0; least > 0 && order < SK_LINK_ATTEMPTS; order += !falls) {
        const sk_earlier_try earlier = {best->c.markers, best->c.links};
        decision *another = decide_with_letters(drawing, t, order, &earlier), *left = another;
        size_t blemishes = count_blemishes(another);
        falls = blemishes < least;
        if (falls) {
            left = best;
            best = another;
            least = blemishes;
        }
        sk_diag_free(left->drawing.diag);
    }
    return best;
}

static bool zones_share_ground(const sk_figure_map *map) {
    for (size_t i = 0; i < map->zone_count; i++)
        for (size_t k = 0; k < i; k++)
            if (sk_zones_share_ground(&map->zones[i], &map->zones[k])) return true;
    return false;
}

/* On a sheet with a map of its own the table lists them, on an overview their names would hide the
 * map, names of one ground can't tell which is where, and of several sectors a list tells which is
 * whose. */
static bool always_keyed(const task *t) {
    bool on_own_sheet = t->page->on_sheet != NULL && t->page->shows == NULL;
    return on_own_sheet || sk_figure_map_is_overview(t->map) || t->map->figure->sectors.count > 1 ||
           zones_share_ground(t->map);
}

/* A name stands on one piece of its zone; letters stand on each. */
static bool zones_have_pieces(const sk_composition *c) {
    sk_shape *pieces;
    for (size_t i = 0; i < c->map->zone_count; i++)
        if (c->map->zones[i].ground == SK_ZONE_OF_ITS_OWN &&
            sk_zone_pieces(c, &c->map->zones[i], &pieces) > 1)
            return true;
    return false;
}

/* With letters, or with names, as `named` has it, where the page has no room for the list of
 * letters.
 */
static decision *decide_keyed(const sk_drawing *drawing, const task *t, decision *named) {
    decision *keyed = decide_letters(drawing, t);
    decision *taken = keyed, *left = named;
    if (keyed->status != SK_OK) {
        if (named->names == NULL) decide_map(named, 0, NULL);
        taken = named;
        left = keyed;
    }
    sk_diag_free(left->drawing.diag);
    return taken;
}

/* Names where all zones and links can have theirs by the rules; else letters, where something lists
 * them. What can be known of it without placing any name is asked first. */
static decision *decide_best(const sk_drawing *drawing, const task *t) {
    bool listed = drawing->style->legend.shown || t->page->on_sheet != NULL;
    bool may_key =
        drawing->style->key.used && listed && t->map->zone_count + t->map->link_count > 0;
    decision *named = decide_page(drawing, t, false);
    bool known =
        may_key && (always_keyed(t) || named->status != SK_OK || zones_have_pieces(&named->c));
    if (known) return decide_keyed(drawing, t, named);
    decide_map(named, 0, NULL);
    bool keeps = named->status == SK_OK && sk_label_set_keeps_rules(named->names);
    return keeps || !may_key ? named : decide_keyed(drawing, t, named);
}

/* The part of the frame that the box around the home region takes, or that around all of them. */
static double home_share(const sk_figure_map *map, const sk_map_view *view) {
    sk_ground_box ground = sk_figure_map_own_box(map);
    return sk_page_boxes_overlap(sk_map_view_box(view, ground), view->frame) /
           (view->frame.width_mm * view->frame.height_mm);
}

static void measure_map(const task *t, const sk_map_view *view, sk_layout *out) {
    out->scale = view->metres_per_mm * 1000;
    out->home_share = home_share(t->map, view);
}

static double legend_filled(const sk_legend *legend, const sk_page_layout *layout) {
    return layout->legend.width_mm > 0 ? sk_legend_filled(legend, layout->legend_columns) : 1;
}

static sk_layout *describe(const task *t, const decision *d) {
    sk_layout *layout = sk_layout_describe(&d->drawing, d->layout.view.frame);
    measure_map(t, &d->layout.view, layout);
    layout->links = measure_links(d);
    layout->link_count = d->c.links.count;
    sk_zone_piece_count pieces = sk_zone_pieces_count(&d->c, d->names);
    layout->zone_piece_count = pieces.count;
    layout->zone_pieces_told = pieces.told;
    layout->legend_filled = legend_filled(d->legend, &d->layout);
    return layout;
}

/* What its sheet shows it by; NULL where furniture hides some of it. */
static const sk_decided_map *kept_map(const decision *d, size_t layer_count,
                                      const sk_layout *layout) {
    for (size_t i = 0; i < d->c.furniture.count; i++)
        if (sk_page_boxes_overlap(d->c.furniture.items[i], d->c.view.frame) > 0) return NULL;
    sk_decided_map *map = SK_NEW(d->drawing.arena, sk_decided_map);
    *map = (sk_decided_map){d->drawing, d->c, d->drawing.scene, layer_count, layout, false};
    return map;
}

static sk_scene *new_page(const sk_drawing *d, const sk_page_layout *layout) {
    return sk_scene_create(d->arena, layout->page_width_mm, layout->page_height_mm);
}

static sk_status compose_map(sk_drawing *drawing, const task *t, sk_composed_figure *out) {
    decision *d = decide_best(drawing, t);
    sk_diag_merge(drawing->diag, d->drawing.diag);
    sk_diag_free(d->drawing.diag);
    d->drawing.diag = drawing->diag;
    drawing->pins = d->drawing.pins;
    if (d->status != SK_OK) return d->status;
    d->drawing.scene = new_page(drawing, &d->layout);
    sk_scene_metadata_set(&d->c);
    draw_map(&d->c, d->names);
    size_t layer_count = d->drawing.scene->count;
    draw_furniture(&d->c, &d->layout, d->legend);
    const sk_layout *layout = describe(t, d);
    *out = (sk_composed_figure){.scene = d->drawing.scene,
                                .layout = layout,
                                .map = kept_map(d, layer_count, layout),
                                .keyed = d->c.keyed};
    return SK_OK;
}

/* A sheet has a title of its own. */
static const sk_decided_map *kept_page(const sk_drawing *drawing, const sk_layout *layout) {
    sk_decided_map *map = SK_NEW(drawing->arena, sk_decided_map);
    *map = (sk_decided_map){
        .drawing = *drawing, .scene = drawing->scene, .layout = layout, .with_furniture = true};
    return map;
}

static sk_status compose_region_overview(sk_drawing *drawing, const task *t,
                                         sk_composed_figure *out) {
    sk_map_view view;
    sk_status status = sk_region_overview_compose(drawing, t->map, t->project, t->page, &view);
    if (status != SK_OK) return status;
    sk_layout *layout = sk_layout_describe(drawing, view.frame);
    measure_map(t, &view, layout);
    *out = (sk_composed_figure){.scene = drawing->scene, .layout = layout};
    if (!drawing->style->title.shown) out->map = kept_page(drawing, layout);
    return SK_OK;
}

/* Whose a name is must be seen. Where the style has no letters, what breaks the rules is asked for.
 */
static void report_names(const sk_drawing *d, const sk_figure *figure, const sk_layout *layout) {
    for (size_t i = 0; d->style->key.used && i < layout->item_count; i++) {
        const sk_layout_item *item = &layout->items[i];
        if (item->name != NULL && item->name->fault != NULL)
            sk_diag_warning(d->diag, figure->origin,
                            "move it (layers/pins.json), or make the map larger (--size)",
                            "on figure %d \"%s\" (%s) %s", figure->number, item->text, item->id,
                            item->name->fault);
    }
}

/* A map without its capitals does not orient. */
static void report_capitals(const sk_figure *figure, const sk_layout *layout, sk_diag *diag) {
    for (size_t i = 0; i < layout->omission_count; i++)
        if (layout->omissions[i].reason == SK_OMITTED_CAPITAL)
            sk_diag_warning(diag, figure->origin,
                            "move what is in its way (layers/pins.json), or make the map larger "
                            "(--size)",
                            "on figure %d there is no room for the capital \"%s\" (%s)",
                            figure->number, layout->omissions[i].text, layout->omissions[i].id);
}

/* Which zone a piece is of must be seen, where letters can stand on each. */
static void report_zones(const sk_drawing *d, const sk_figure *figure, const sk_layout *layout) {
    if (d->style->key.used && layout->zone_pieces_told < layout->zone_piece_count)
        sk_diag_warning(d->diag, figure->origin, "make the map larger (--size)",
                        "on figure %d %zu of %zu pieces of zones have no name or letter",
                        figure->number, layout->zone_piece_count - layout->zone_pieces_told,
                        layout->zone_piece_count);
}

/* Which link ends where must be seen too. */
static void report_links(const sk_figure *figure, const sk_layout *layout, sk_diag *diag) {
    for (size_t i = 0; i < layout->link_count; i++)
        if (layout->links[i].fault != NULL)
            sk_diag_warning(diag, figure->origin, "make the map larger (--size)",
                            "on figure %d the link %s %s", figure->number,
                            layout->links[i].feature_id, layout->links[i].fault);
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
    bool of_regions = t->map->figure->kind == SK_FIGURE_REGION_OVERVIEW;
    sk_status status =
        of_regions ? compose_region_overview(drawing, t, out) : compose_map(drawing, t, out);
    if (status != SK_OK) return status;
    sk_pinned_report_unused(drawing->pins, drawing->diag);
    report_names(drawing, t->map->figure, out->layout);
    report_capitals(t->map->figure, out->layout, drawing->diag);
    report_zones(drawing, t->map->figure, out->layout);
    report_links(t->map->figure, out->layout, drawing->diag);
    report_overlaps(t->map->figure, out->layout, drawing->diag);
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
        sk_status composed = compose(&drawing, &(task){map, project, page}, out);
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
    d->scene = new_page(d, &page->layout);
    sk_scene_metadata_set(&page->c);
    sk_scene_share(d->scene, shown->scene, shown->layer_count);
    draw_furniture(&page->c, &page->layout, page->legend);
    sk_layout *layout = sk_layout_describe(d, page->layout.view.frame);
    layout->scale = shown->layout->scale;
    layout->home_share = shown->layout->home_share;
    layout->links = shown->layout->links;
    layout->link_count = shown->layout->link_count;
    layout->zone_piece_count = shown->layout->zone_piece_count;
    layout->zone_pieces_told = shown->layout->zone_pieces_told;
    layout->legend_filled = legend_filled(page->legend, &page->layout);
    *out = (sk_composed_figure){.scene = d->scene, .layout = layout, .keyed = page->c.keyed};
}

static bool show_page(const sk_page_request *request, sk_composed_figure *out) {
    const sk_decided_map *shown = request->shows;
    const sk_page_box frame = shown->layout->frame;
    double height_mm = shown->scene->height_mm - frame.y_mm - shown->drawing.style->page.margin_mm;
    *out = (sk_composed_figure){.scene = shown->scene, .layout = shown->layout};
    return sk_map_on_sheet_fits(request->on_sheet, frame.width_mm, height_mm);
}

/* Shows the figure's map on its sheet; false where it finds no room there. */
static bool show_on_sheet(const sk_composer *composer, const sk_page_request *request,
                          sk_diag *diag, sk_composed_figure *out) {
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

sk_status sk_compose_figure(const sk_composer *composer, const sk_figure *figure,
                            const sk_page_request *page, sk_arena *arena, sk_diag *diag,
                            sk_composed_figure *out) {
    *out = (sk_composed_figure){0};
    if (page->shows == NULL) return compose_alone(composer, figure, page, arena, diag, out);
    sk_composed_figure shown;
    if (!show_on_sheet(composer, page, diag, &shown)) {
        const sk_page_request alone = {.size = page->size, .on_sheet = page->on_sheet};
        return compose_alone(composer, figure, &alone, arena, diag, out);
    }
    if (has_pins_of_sheet(composer->project, figure))
        return compose_alone(composer, figure, page, arena, diag, out);
    *out = shown;
    return SK_OK;
}
