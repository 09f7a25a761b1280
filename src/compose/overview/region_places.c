#include "compose/overview/region_places.h"

#include <math.h>
#include <stdlib.h>

#include "base/page_id.h"
#include "compose/drawing/pinned.h"
#include "compose/overview/block_costs.h"
#include "compose/overview/region_raster.h"
#include "load/tables/ground_box.h"

static const double beside_reach_mm = 32, beside_step_mm = 1.5, inside_step_mm = 0.75;
static const double inside_middles = 1500; /* no more than about that many, in a large region */

typedef struct {
    const sk_composition *c;
    const sk_region_raster *raster;
    sk_arena *scratch; /* of what is tried: much more than what is found */
    int region;        /* the one being placed */
    sk_page_box bounds;
    sk_page_point pole;
    const sk_block_form *forms;
    size_t form_count;
    sk_placed_block *found;
    double *costs;
    size_t count, capacity;
} search;

static sk_page_box bounds_of(const sk_composition *c, const sk_shape *shape) {
    sk_ground_box ground = sk_shape_bounds(shape);
    sk_page_point a = sk_map_view_page(&c->view, (sk_ground_point){ground.west_m, ground.north_m});
    sk_page_point b = sk_map_view_page(&c->view, (sk_ground_point){ground.east_m, ground.south_m});
    return (sk_page_box){a.x_mm, a.y_mm, b.x_mm - a.x_mm, b.y_mm - a.y_mm};
}

/* Of the block and a gap around each of its boxes. */
static sk_region_shares shares_of(const search *s, const sk_block_form *form, sk_page_point corner,
                                  double gap_mm) {
    sk_region_shares sum = {0};
    for (size_t i = 0; i < sk_block_box_count(form); i++) {
        sk_page_box box = sk_page_box_grown(sk_block_box(s->c->drawing, form, corner, i), gap_mm);
        sk_region_shares part = sk_region_raster_shares(s->raster, box, s->region);
        sum.own += part.own;
        sum.others += part.others;
        sum.none += part.none;
    }
    return sum;
}

static sk_page_point middle_of(const sk_placed_block *block) {
    return (sk_page_point){block->corner.x_mm + block->form->width_mm / 2,
                           block->corner.y_mm + block->form->height_mm / 2};
}

/* Or any cost of `enough` and more, where it costs that. */
static double cost_inside(const search *s, const sk_placed_block *block, double enough) {
    const double gap_mm = block_place_cost.border_gap_mm;
    sk_region_shares shares = shares_of(s, block->form, block->corner, 0);
    if (shares.own < block_place_cost.own_share * (shares.own + shares.others + shares.none))
        return INFINITY;
    double cost = block->form->cost +
                  block_place_cost.from_pole_mm * sk_page_distance(middle_of(block), s->pole) +
                  block_place_cost.others_mm2 * shares.others +
                  block_place_cost.none_mm2 * shares.none;
    if (cost >= enough) return cost;
    sk_region_shares wider = shares_of(s, block->form, block->corner, gap_mm);
    return cost +
           block_place_cost.border_mm2 * (wider.others + wider.none - shares.others - shares.none);
}

static sk_page_point nearest_of_block(const sk_drawing *d, const sk_placed_block *block,
                                      sk_page_point p) {
    sk_page_point nearest = block->corner;
    double least = INFINITY;
    for (size_t i = 0; i < sk_block_box_count(block->form); i++) {
        sk_page_box box = sk_block_box(d, block->form, block->corner, i);
        sk_page_point q =
            sk_page_box_nearest(sk_page_box_grown(box, d->style->overview.block_gap_mm / 2), p);
        if (sk_page_distance(p, q) >= least) continue;
        least = sk_page_distance(p, q);
        nearest = q;
    }
    return nearest;
}

/* True where a border runs beside the leader rather than across it. */
static bool hugs_border(const search *s, sk_page_point here, double dx, double dy) {
    const double aside_mm = 0.7;
    sk_page_point left = {here.x_mm - dy * aside_mm, here.y_mm + dx * aside_mm};
    sk_page_point right = {here.x_mm + dy * aside_mm, here.y_mm - dx * aside_mm};
    return sk_region_raster_at(s->raster, left) != sk_region_raster_at(s->raster, right);
}

/* True when a dot there is seen to lie in the region. */
static bool well_inside(const search *s, sk_page_point dot) {
    const double around_mm = 0.9;
    const double around[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    for (size_t i = 0; i < 4; i++) {
        sk_page_point p = {dot.x_mm + around_mm * around[i][0],
                           dot.y_mm + around_mm * around[i][1]};
        if (sk_region_raster_at(s->raster, p) != s->region) return false;
    }
    return true;
}

/* Leads from the block to a little inside the region; returns what that costs, INFINITY
 * when it can't be done, or costs `enough`. */
static double lead(const search *s, sk_placed_block *block, double enough) {
    const double step_mm = 0.25;
    sk_page_point from = nearest_of_block(s->c->drawing, block, s->pole);
    double length = sk_page_distance(from, s->pole), within = 0, cost = 0;
    double dx = (s->pole.x_mm - from.x_mm) / length, dy = (s->pole.y_mm - from.y_mm) / length;
    sk_page_point here = from;
    for (double at = 0; at < length && within < s->c->drawing->style->overview.into_region_mm;
         at += step_mm) {
        here = (sk_page_point){from.x_mm + dx * at, from.y_mm + dy * at};
        int region = sk_region_raster_at(s->raster, here);
        if (region == s->region)
            within += step_mm;
        else if (within > 0)
            return INFINITY; /* through a strip too narrow to point at */
        else if (region != SK_NO_REGION)
            cost += block_place_cost.crossing_mm * step_mm;
        if (hugs_border(s, here, dx, dy)) cost += block_place_cost.hugging_mm * step_mm;
        if (cost >= enough) return INFINITY;
    }
    if (!well_inside(s, here)) return INFINITY;
    if (sk_page_distance(from, here) < s->c->drawing->style->name.least_leader_mm) return INFINITY;
    block->has_leader = true;
    block->leader_from = from;
    block->leader_to = here;
    return cost;
}

/* True where the block, with a gap around it, lies on some region. */
static bool lies_on_a_region(const search *s, const sk_placed_block *block) {
    for (size_t i = 0; i < sk_block_box_count(block->form); i++) {
        sk_page_box box = sk_block_box(s->c->drawing, block->form, block->corner, i);
        sk_region_shares shares = sk_region_raster_shares(
            s->raster, sk_page_box_grown(box, block_place_cost.border_gap_mm), s->region);
        if (shares.own + shares.others > 0) return true;
    }
    return false;
}

/* Or any cost of `enough` and more, where it costs that. */
static double cost_beside(const search *s, sk_placed_block *block, double enough) {
    if (lies_on_a_region(s, block)) return INFINITY;
    double leader = lead(s, block, enough - block_place_cost.beside - block->form->cost);
    return block_place_cost.beside + block->form->cost + leader +
           block_place_cost.leader_mm * sk_page_distance(middle_of(block), block->leader_to);
}

static bool within_frame(const search *s, const sk_placed_block *block) {
    sk_page_box frame =
        sk_page_box_grown(s->c->view.frame, -s->c->drawing->style->overview.frame_gap_mm);
    for (size_t i = 0; i < sk_block_box_count(block->form); i++) {
        sk_page_box box = sk_block_box(s->c->drawing, block->form, block->corner, i);
        if (!sk_page_box_holds(frame, box)) return false;
    }
    return true;
}

static void keep(search *s, const sk_placed_block *block, double cost) {
    size_t capacity = s->capacity;
    s->found = sk_heap_grow(s->found, s->count, &capacity, sizeof *s->found);
    s->costs = sk_heap_grow(s->costs, s->count, &s->capacity, sizeof *s->costs);
    s->found[s->count] = *block;
    s->found[s->count].pole = s->pole;
    s->costs[s->count++] = cost;
}

/* The cheapest form with its middle there, in the region or beside it. */
static void try_middle(search *s, sk_page_point middle, bool beside) {
    sk_placed_block best = {0};
    double least = INFINITY;
    for (size_t i = 0; i < s->form_count; i++) {
        const sk_block_form *form = &s->forms[i];
        sk_placed_block block = {
            .form = form,
            .corner = {middle.x_mm - form->width_mm / 2, middle.y_mm - form->height_mm / 2}};
        double at_least = form->cost + (beside ? block_place_cost.beside
                                               : block_place_cost.from_pole_mm *
                                                     sk_page_distance(middle_of(&block), s->pole));
        if (at_least >= least || !within_frame(s, &block)) continue;
        double cost = beside ? cost_beside(s, &block, least) : cost_inside(s, &block, least);
        if (cost >= least) continue;
        least = cost;
        best = block;
    }
    if (least < INFINITY) keep(s, &best, least);
}

static void try_middles(search *s, sk_page_box area, double step, bool beside) {
    for (double y = area.y_mm; y <= area.y_mm + area.height_mm; y += step)
        for (double x = area.x_mm; x <= area.x_mm + area.width_mm; x += step) {
            sk_page_point middle = {x, y};
            if ((sk_region_raster_at(s->raster, middle) == s->region) == beside) continue;
            try_middle(s, middle, beside);
        }
}

/* Where a pin holds the middle of the block, in whichever form suits that place; with the leader
 * that it needs, if one can be drawn. False where no form stays within the frame. */
static bool try_pinned(search *s, const sk_pin *pin) {
    sk_page_point middle = {s->pole.x_mm + pin->dx_mm, s->pole.y_mm + pin->dy_mm};
    try_middle(s, middle, sk_region_raster_at(s->raster, middle) != s->region);
    for (size_t i = 0; i < s->form_count && s->count == 0; i++) {
        const sk_block_form *form = &s->forms[i];
        sk_placed_block block = {
            .form = form,
            .corner = {middle.x_mm - form->width_mm / 2, middle.y_mm - form->height_mm / 2}};
        if (!within_frame(s, &block)) continue;
        (void)lead(s, &block, INFINITY);
        keep(s, &block, 0);
    }
    if (s->count > 0) s->found[0].pinned = true;
    return s->count > 0;
}

static void try_all(search *s) {
    double inside_step = sqrt(s->bounds.width_mm * s->bounds.height_mm / inside_middles);
    try_middles(s, s->bounds, fmax(inside_step_mm, inside_step), false);
    try_middles(s, sk_page_box_grown(s->bounds, beside_reach_mm), beside_step_mm, true);
}

/* What a placed block covers: its boxes, and its leader. */
static sk_placer_candidate candidate_of(const search *s, const sk_placed_block *block,
                                        double cost) {
    const sk_drawing *d = s->c->drawing;
    sk_shape_list shapes = {0};
    for (size_t i = 0; i < sk_block_box_count(block->form); i++)
        sk_shape_list_add(
            s->scratch, &shapes,
            sk_box_shape(sk_page_box_grown(sk_block_box(d, block->form, block->corner, i),
                                           d->style->overview.block_gap_mm)));
    if (block->has_leader)
        sk_shape_list_add(s->scratch, &shapes,
                          sk_segment_shape(block->leader_from, block->leader_to,
                                           d->style->overview.leader_dot_mm));
    return (sk_placer_candidate){shapes.items, shapes.count, cost};
}

/* All the places worth trying for one region, as an item of the placer. */
static sk_placer_item item_of(const sk_composition *c, const sk_region_raster *raster,
                              const sk_region_choices *choices, int region, sk_arena *scratch,
                              sk_placed_block **places) {
    sk_block_form *forms = SK_NEW_ARRAY(c->drawing->arena, sk_block_form, SK_BLOCK_FORMS_MAX);
    const sk_shape *shape = &choices->region->shape;
    search s = {.c = c,
                .raster = raster,
                .scratch = scratch,
                .region = region,
                .bounds = bounds_of(c, shape),
                .pole = sk_map_view_page(
                    &c->view, sk_shape_pole(c->map->ops, shape, c->view.metres_per_mm / 4, NULL)),
                .forms = forms,
                .form_count = sk_block_forms(c->drawing, choices, forms),
                .capacity = 256};
    s.found = sk_heap_array(s.capacity, sizeof *s.found);
    s.costs = sk_heap_array(s.capacity, sizeof *s.costs);
    const char *id = sk_page_id_ended(c->drawing->arena, choices->id, SK_PAGE_ID_LABEL);
    const sk_pin *pin = sk_pinned_take(c->drawing->pins, id);
    bool pinned = pin != NULL && try_pinned(&s, pin);
    if (pin != NULL && !pinned) sk_pinned_report_outside(c->drawing->pins, pin, c->drawing->diag);
    if (!pinned) try_all(&s);
    double least = INFINITY;
    for (size_t i = 0; i < s.count; i++) least = fmin(least, s.costs[i]);
    sk_placer_candidate *candidates = SK_NEW_ARRAY(scratch, sk_placer_candidate, s.count);
    sk_placer_item item = {.candidates = candidates, .drop_cost = INFINITY};
    *places = SK_NEW_ARRAY(scratch, sk_placed_block, s.count);
    for (size_t i = 0; i < s.count; i++) {
        if (s.costs[i] > least + block_place_cost.worth_trying) continue;
        (*places)[item.candidate_count] = s.found[i];
        candidates[item.candidate_count++] = candidate_of(&s, &s.found[i], s.costs[i]);
    }
    free(s.found);
    free(s.costs);
    return item;
}

static void report_unplaced(const sk_composition *c, const sk_region_choices *choices) {
    sk_layout_notes_omit(c->drawing->notes, (sk_layout_omission){.role = SK_LAYOUT_LABEL,
                                                                 .id = choices->id,
                                                                 .text = choices->region->name,
                                                                 .reason = SK_OMITTED_NO_ROOM});
    sk_diag_warning(c->drawing->diag, c->map->figure->origin,
                    "make the page wider, or overview.symbol smaller, in the style",
                    "found no place for the sectors of %s", choices->region->name);
}

sk_placed_block *sk_region_blocks_place(const sk_composition *c,
                                        const sk_region_choices_list *list) {
    const sk_region **regions = SK_NEW_ARRAY(c->drawing->arena, const sk_region *, list->count);
    for (size_t i = 0; i < list->count; i++) regions[i] = list->items[i].region;
    const sk_region_raster *raster = sk_region_raster_create(c, regions, list->count);
    sk_arena *scratch = sk_arena_create();
    sk_placer_item *items = SK_NEW_ARRAY(c->drawing->arena, sk_placer_item, list->count);
    sk_placed_block **places = SK_NEW_ARRAY(c->drawing->arena, sk_placed_block *, list->count);
    for (size_t i = 0; i < list->count; i++)
        items[i] = item_of(c, raster, &list->items[i], (int)i, scratch, &places[i]);
    sk_placer_obstacle *obstacles =
        SK_NEW_ARRAY(c->drawing->arena, sk_placer_obstacle, c->furniture.count);
    for (size_t i = 0; i < c->furniture.count; i++)
        obstacles[i] = (sk_placer_obstacle){
            sk_box_shape(
                sk_page_box_grown(c->furniture.items[i], c->drawing->style->overview.block_gap_mm)),
            INFINITY, -1};
    sk_placer_problem problem = {.items = items,
                                 .item_count = list->count,
                                 .obstacles = obstacles,
                                 .obstacle_count = c->furniture.count};
    ptrdiff_t *choice = SK_NEW_ARRAY(c->drawing->arena, ptrdiff_t, list->count);
    sk_placer_run(&problem, choice);
    sk_placed_block *placed = SK_NEW_ARRAY(c->drawing->arena, sk_placed_block, list->count);
    for (size_t i = 0; i < list->count; i++) {
        if (choice[i] == SK_PLACER_DROPPED)
            report_unplaced(c, &list->items[i]);
        else
            placed[i] = places[i][choice[i]];
    }
    sk_arena_free(scratch);
    return placed;
}

sk_page_box_list sk_region_blocks_cover(const sk_composition *c, const sk_placed_block *blocks,
                                        size_t count) {
    size_t boxes = c->furniture.count;
    for (size_t i = 0; i < count; i++)
        if (blocks[i].form != NULL) boxes += sk_block_box_count(blocks[i].form) + 1;
    sk_page_box *items = SK_NEW_ARRAY(c->drawing->arena, sk_page_box, boxes);
    sk_page_box_list list = {items, c->furniture.count};
    for (size_t i = 0; i < list.count; i++) items[i] = c->furniture.items[i];
    for (size_t i = 0; i < count; i++) {
        const sk_placed_block *block = &blocks[i];
        if (block->form == NULL) continue;
        for (size_t b = 0; b < sk_block_box_count(block->form); b++)
            items[list.count++] = sk_block_box(c->drawing, block->form, block->corner, b);
        if (!block->has_leader) continue;
        sk_placer_shape leader = sk_segment_shape(block->leader_from, block->leader_to,
                                                  c->drawing->style->overview.leader_dot_mm);
        items[list.count++] = sk_shapes_box(&leader, 1);
    }
    return list;
}
