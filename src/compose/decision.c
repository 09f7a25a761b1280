#include "compose/decision.h"

#include "compose/decided_map.h"
#include "compose/links/link_rules.h"
#include "compose/links/links.h"
#include "compose/map/border_sides.h"
#include "compose/map/least_zones.h"
#include "compose/names/link_exits.h"
#include "compose/plan/furniture.h"
#include "compose/plan/map_on_sheet.h"
#include "compose/plan/page_choice.h"
#include "compose/points/markers.h"

/* The boxes of what is shown. */
static sk_page_box_list furniture_of(sk_arena *arena, const sk_page_layout *layout) {
    const sk_page_box boxes[] = {layout->legend, layout->inset, layout->scale_bar};
    sk_page_box *shown = SK_NEW_ARRAY(arena, sk_page_box, 3);
    size_t count = 0;
    for (size_t i = 0; i < 3; i++)
        if (boxes[i].width_mm > 0) shown[count++] = boxes[i];
    return (sk_page_box_list){shown, count};
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
 * for them. All that a sk_decision tells and notes is its own until it is taken. */
sk_decision *sk_decision_of_page(const sk_drawing *drawing, const sk_figure_task *t, bool keyed) {
    sk_decision *d = SK_NEW(drawing->arena, sk_decision);
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

void sk_decision_add_courses(sk_decision *d, size_t attempt, const sk_earlier_try *earlier) {
    if (d->status != SK_OK) return;
    d->c.earlier = earlier;
    d->c.markers = sk_markers_place(&d->c);
    d->c.links = sk_links_route(&d->c, attempt);
}

void sk_decision_add_names(sk_decision *d) {
    if (d->status != SK_OK) return;
    d->c.sides = sk_border_sides_create(&d->c);
    d->names = place_names(&d->c);
}

void sk_decision_add_map(sk_decision *d, size_t attempt, const sk_earlier_try *earlier) {
    sk_decision_add_courses(d, attempt, earlier);
    sk_decision_add_names(d);
}

sk_layout_link *sk_decision_links(const sk_decision *d) {
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
