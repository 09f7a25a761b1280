#include "compose/names/label_set.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/angle.h"
#include "base/page_id.h"
#include "compose/drawing/ground_colour.h"
#include "compose/map/border_sides.h"
#include "compose/names/label_charges.h"
#include "compose/names/label_obstacles.h"
#include "compose/names/label_pin.h"
#include "compose/names/name_rules.h"
#include "page/beside.h"
#include "page/text_outline.h"

enum { OPTIONS_KEPT = 144, NEAR_OPTIONS = 64 };
static const double distinct_near_mm = 1.2, distinct_far_mm = 3;

typedef struct {
    sk_label_spec spec;
    size_t first_option, option_count;
    const sk_label_option *placed; /* the option that was chosen; else NULL */
    const sk_label_option *pinned; /* where a hand put it; else NULL */
    bool is_pinned, has_leader_end;
    sk_page_point leader_end; /* where a hand put the end of its leader */
    sk_text_block letters;    /* of its sign */
} label;

struct sk_label_set {
    const sk_composition *c;
    label *labels;
    size_t count, capacity;
    sk_label_option *options; /* on the heap, until they are placed */
    size_t option_count, option_capacity;
};

sk_label_set *sk_label_set_create(const sk_composition *c) {
    sk_label_set *set = SK_NEW(c->drawing->arena, sk_label_set);
    set->c = c;
    return set;
}

static const char *leader_id(const sk_drawing *d, const label *l) {
    return sk_page_id_leader(d->arena, l->spec.id);
}

static sk_text_block letters_of(const sk_drawing *d, const sk_plate *sign) {
    return sk_text_block_set(d->typesetter, d->arena, sign->letters,
                             sk_symbol_plate_letter(d, sign), INFINITY, 1);
}

static void set_leader_end(const sk_composition *c, label *l) {
    const sk_pin *pin = sk_pinned_take(c->drawing->pins, leader_id(c->drawing, l));
    if (pin == NULL) return;
    l->leader_end =
        (sk_page_point){l->spec.anchor.x_mm + pin->dx_mm, l->spec.anchor.y_mm + pin->dy_mm};
    l->has_leader_end = sk_page_box_contains(c->view.frame, l->leader_end);
    if (!l->has_leader_end) sk_pinned_report_outside(c->drawing->pins, pin, c->drawing->diag);
}

void sk_label_set_begin(sk_label_set *set, sk_label_spec spec) {
    set->labels = sk_arena_grow(set->c->drawing->arena, set->labels, set->count, &set->capacity,
                                sizeof *set->labels);
    label *l = &set->labels[set->count++];
    *l = (label){.spec = spec, .first_option = set->option_count};
    l->is_pinned = sk_pinned_has(set->c->drawing->pins, spec.id);
    if (spec.sign != NULL) l->letters = letters_of(set->c->drawing, spec.sign);
    set_leader_end(set->c, l);
}

bool sk_label_set_takes(const sk_label_set *set, double cost) {
    const label *l = &set->labels[set->count - 1];
    return cost < INFINITY || l->is_pinned || l->has_leader_end;
}

static bool holds(const sk_label_set *set, const sk_placer_shape *shape) {
    sk_page_box inside =
        sk_page_box_grown(set->c->view.frame, -set->c->drawing->style->name.frame_gap_mm);
    return sk_page_box_holds(inside, sk_shapes_box(shape, 1));
}

bool sk_label_set_has_room(const sk_label_set *set, sk_page_box cover) {
    const sk_placer_shape shape = sk_box_shape(cover);
    return holds(set, &shape);
}

static void add_option(sk_label_set *set, const sk_label_option *option) {
    set->options =
        sk_heap_grow(set->options, set->option_count, &set->option_capacity, sizeof *set->options);
    set->options[set->option_count++] = *option;
    set->labels[set->count - 1].option_count++;
}

/* A leader to a region often has to cross its border. */
static bool lies_across(const sk_label_set *set, const sk_label_spec *spec,
                        const sk_label_option *option) {
    sk_border_sides *sides = set->c->sides;
    return spec->named.count > 0
               ? sk_border_sides_part(sides, spec->anchor, option->shapes)
               : sk_border_sides_meet(
                     sides, option->shapes,
                     option->has_leader && spec->region == NULL ? option->shape_count : 1);
}

void sk_label_set_option(sk_label_set *set, sk_label_option option) {
    for (size_t i = 0; i < option.shape_count; i++)
        if (!holds(set, &option.shapes[i])) return;
    if (!sk_label_set_takes(set, option.cost)) return;
    const sk_label_spec *spec = &set->labels[set->count - 1].spec;
    if (spec->across_cost > 0 &&
        (lies_across(set, spec, &option) || sk_name_is_parted(spec, &option)))
        option.cost += spec->across_cost;
    if (!sk_label_set_takes(set, option.cost)) return;
    add_option(set, &option);
}

/* A label as it was gathered: charges come later. */
typedef struct {
    sk_page_point anchor;
    double leader_dot_mm;
    const sk_label_option *options;
    size_t count;
} kept_label;

static const char *name_of_work(const sk_label_set *set, const sk_label_spec *spec) {
    return sk_arena_printf(set->c->drawing->arena, "%s %s", spec->class_name, spec->id);
}

bool sk_label_set_resume(sk_label_set *set, sk_label_spec spec) {
    const kept_label *kept =
        sk_kept_work_find(set->c->drawing->kept, &set->c->view, name_of_work(set, &spec));
    if (kept == NULL) return false;
    spec.anchor = kept->anchor;
    spec.leader_dot_mm = kept->leader_dot_mm;
    sk_label_set_begin(set, spec);
    for (size_t i = 0; i < kept->count; i++) add_option(set, &kept->options[i]);
    return true;
}

void sk_label_set_keep(const sk_label_set *set) {
    const label *l = &set->labels[set->count - 1];
    sk_arena *arena = set->c->drawing->arena;
    sk_label_option *options = SK_NEW_ARRAY(arena, sk_label_option, l->option_count);
    for (size_t i = 0; i < l->option_count; i++) options[i] = set->options[l->first_option + i];
    kept_label *kept = SK_NEW(arena, kept_label);
    *kept = (kept_label){l->spec.anchor, l->spec.leader_dot_mm, options, l->option_count};
    sk_kept_work_add(set->c->drawing->kept, &set->c->view, name_of_work(set, &l->spec), kept);
}

void sk_label_set_block(sk_label_set *set, const sk_text_block *block, sk_page_point top_left,
                        sk_text_anchor anchor, double cost) {
    sk_arena *arena = set->c->drawing->arena;
    sk_page_box cover = sk_text_block_cover(block, top_left);
    if (!sk_label_set_has_room(set, cover)) return;
    sk_placer_shape *shape = SK_NEW(arena, sk_placer_shape);
    *shape = sk_box_shape(cover);
    sk_label_set_option(set, (sk_label_option){
                                 .text = sk_text_block_at(block, arena, top_left, anchor),
                                 .shapes = shape,
                                 .shape_count = 1,
                                 .cost = cost,
                             });
}

/* What the letters of a line cover that stands on a baseline through `middle`. */
static sk_placer_shape turned_cover(const sk_text_block *block, sk_page_point middle,
                                    double angle_rad) {
    double halo = block->style->halo_mm;
    double up = block->cap_height_mm + halo, down = block->descent_mm + halo;
    double shift = (down - up) / 2; /* the letters stand above the baseline */
    double cosine = cos(angle_rad), sine = sin(angle_rad);
    return (sk_placer_shape){.x = middle.x_mm - sine * shift,
                             .y = middle.y_mm + cosine * shift,
                             .half_width = block->widths_mm[0] / 2 + halo,
                             .half_height = (up + down) / 2,
                             .cosine = cosine,
                             .sine = sine};
}

void sk_label_set_turned(sk_label_set *set, const sk_text_block *block, sk_page_point middle,
                         double angle_rad, double cost) {
    sk_arena *arena = set->c->drawing->arena;
    sk_placer_shape *shape = SK_NEW(arena, sk_placer_shape);
    *shape = turned_cover(block, middle, angle_rad);
    sk_label_option option = {
        .text = sk_text_block_at(block, arena, (sk_page_point){0, 0}, SK_ANCHOR_MIDDLE),
        .shapes = shape,
        .shape_count = 1,
        .cost = cost};
    option.text.lines[0].baseline = middle;
    option.text.rotation_deg = sk_degrees(angle_rad);
    sk_label_set_option(set, option);
}

void sk_leader_shapes(const sk_style_sheet *style, sk_page_point from, sk_page_point to,
                      sk_placer_shape shapes[SK_LEADER_SHAPES]) {
    shapes[0] = sk_segment_shape(from, to, style->marker.leader.width_mm);
    shapes[1] = sk_disc_shape(to, style->marker.leader_dot_mm / 2);
}

/* A leader of a destination ends on the line. */
static const sk_feature *line_led_to(const sk_label_spec *spec) {
    return spec->leaving != NULL ? spec->leaving->link->feature : NULL;
}

void sk_label_set_block_with_leader(sk_label_set *set, const sk_text_block *block,
                                    sk_page_point top_left, sk_page_point target, double cost) {
    sk_arena *arena = set->c->drawing->arena;
    const label *l = &set->labels[set->count - 1];
    if (l->has_leader_end) target = l->leader_end;
    sk_page_box cover = sk_text_block_cover(block, top_left);
    if (!sk_label_set_has_room(set, cover)) return;
    sk_page_point from = sk_page_box_nearest(cover, target);
    if (sk_page_distance(from, target) < set->c->drawing->style->name.least_leader_mm) return;
    sk_placer_shape *shapes = SK_NEW_ARRAY(arena, sk_placer_shape, 1 + SK_LEADER_SHAPES);
    shapes[0] = sk_box_shape(cover);
    sk_leader_shapes(set->c->drawing->style, from, target, shapes + 1);
    sk_text_anchor alignment = from.x_mm > target.x_mm   ? SK_ANCHOR_START
                               : from.x_mm < target.x_mm ? SK_ANCHOR_END
                                                         : SK_ANCHOR_MIDDLE;
    sk_label_set_option(set, (sk_label_option){
                                 .text = sk_text_block_at(block, arena, top_left, alignment),
                                 .shapes = shapes,
                                 .shape_count = 1 + SK_LEADER_SHAPES,
                                 .cost = cost,
                                 .on = line_led_to(&l->spec),
                                 .has_leader = true,
                                 .leader_from = from,
                                 .leader_to = target,
                             });
}

/* What the sign covers, with the rim around it. */
static sk_placer_shape sign_cover(const sk_drawing *d, const sk_plate *sign, sk_page_point centre) {
    double half = sk_symbol_plate_half_height(d, sign) + sk_symbol_plate_rim(d, sign) / 2;
    double middle = sk_symbol_plate_half_middle(d, sign);
    if (sign->form != SK_PLATE_LINK)
        return sk_box_shape((sk_page_box){centre.x_mm - middle - half, centre.y_mm - half,
                                          2 * (middle + half), 2 * half});
    sk_placer_shape disc = sk_disc_shape(centre, half);
    disc.half_width = middle;
    return disc;
}

/* A key of a link may lie on its line. */
static const sk_feature *free_line(const sk_label_spec *spec) {
    return spec->sign->form == SK_PLATE_LINK ? spec->feature : NULL;
}

static sk_text sign_text(const sk_drawing *d, const sk_text_block *letters, sk_page_point centre) {
    sk_page_point corner = {centre.x_mm - letters->width_mm / 2,
                            centre.y_mm - letters->cap_height_mm / 2};
    return sk_text_block_at(letters, d->arena, corner, SK_ANCHOR_MIDDLE);
}

void sk_label_set_sign(sk_label_set *set, sk_page_point centre, double cost) {
    const sk_drawing *d = set->c->drawing;
    const label *l = &set->labels[set->count - 1];
    const sk_placer_shape cover = sign_cover(d, l->spec.sign, centre);
    if (!holds(set, &cover)) return;
    sk_placer_shape *shape = SK_NEW(d->arena, sk_placer_shape);
    *shape = cover;
    sk_label_set_option(set, (sk_label_option){.text = sign_text(d, &l->letters, centre),
                                               .shapes = shape,
                                               .shape_count = 1,
                                               .cost = cost,
                                               .on = free_line(&l->spec),
                                               .is_sign = true});
}

/* A letter led to its line stands clear of it: on the line it needs no leader. */
static bool stands_on_its_line(const sk_drawing *d, const sk_label_spec *spec,
                               sk_page_point centre) {
    double reach = sk_symbol_plate_half_height(d, spec->sign) + d->style->name.least_leader_mm;
    return spec->drawn != NULL && sk_polyline_comes_near(&spec->drawn->line, centre, reach);
}

void sk_label_set_sign_with_leader(sk_label_set *set, sk_page_point centre, sk_page_point target,
                                   double cost) {
    const sk_drawing *d = set->c->drawing;
    const label *l = &set->labels[set->count - 1];
    const sk_placer_shape cover = sign_cover(d, l->spec.sign, centre);
    if (!holds(set, &cover) || stands_on_its_line(d, &l->spec, centre)) return;
    if (l->has_leader_end) target = l->leader_end;
    sk_page_point from = sk_page_box_nearest(sk_shapes_box(&cover, 1), target);
    if (sk_page_distance(from, target) < d->style->name.least_leader_mm) return;
    sk_placer_shape *shapes = SK_NEW_ARRAY(d->arena, sk_placer_shape, 1 + SK_LEADER_SHAPES);
    shapes[0] = cover;
    sk_leader_shapes(d->style, from, target, shapes + 1);
    sk_label_set_option(set, (sk_label_option){.text = sign_text(d, &l->letters, centre),
                                               .shapes = shapes,
                                               .shape_count = 1 + SK_LEADER_SHAPES,
                                               .cost = cost,
                                               .on = free_line(&l->spec),
                                               .is_sign = true,
                                               .has_leader = true,
                                               .leader_from = from,
                                               .leader_to = target});
}

void sk_label_set_around(sk_label_set *set, const sk_text_block *block, sk_page_point at,
                         double radius_mm, double cost) {
    const double distances[] = {3, 4.5, 6.5, 9, 11.5};
    for (size_t d = 0; d < sizeof distances / sizeof distances[0]; d++)
        for (int i = 0; i < SK_AROUND_STEPS; i++) {
            sk_page_point to = sk_around_direction(i);
            double reach = radius_mm + distances[d];
            sk_page_point edge = sk_page_point_moved(at, to.x_mm * radius_mm, to.y_mm * radius_mm);
            sk_page_point near = sk_page_point_moved(at, to.x_mm * reach, to.y_mm * reach);
            sk_label_set_block_with_leader(set, block, sk_around_corner(block, near, to), edge,
                                           cost + distances[d]);
        }
}

static int by_cost(const void *a, const void *b) {
    const sk_label_option *const *left = a, *const *right = b;
    if ((*left)->cost != (*right)->cost) return (*left)->cost < (*right)->cost ? -1 : 1;
    return *left < *right ? -1 : *left > *right;
}

static bool beside_another(const sk_label_option *option, const sk_placer_candidate *kept,
                           size_t count) {
    double distinct_mm = count < NEAR_OPTIONS ? distinct_near_mm : distinct_far_mm;
    for (size_t i = 0; i < count; i++)
        if (fabs(kept[i].shapes[0].x - option->shapes[0].x) < distinct_mm &&
            fabs(kept[i].shapes[0].y - option->shapes[0].y) < distinct_mm)
            return true;
    return false;
}

/* What the label takes of the map in that place: with the dot that is drawn with it. */
static sk_placer_candidate candidate_of(sk_arena *scratch, const label *l,
                                        const sk_label_option *option) {
    size_t count = option->shape_count;
    if (!l->spec.brings_dot) return (sk_placer_candidate){option->shapes, count, option->cost};
    sk_placer_shape *shapes = SK_NEW_ARRAY(scratch, sk_placer_shape, count + 1);
    memcpy(shapes, option->shapes, count * sizeof *shapes);
    shapes[count] = l->spec.named.items[0];
    return (sk_placer_candidate){shapes, count + 1, option->cost};
}

/* The cheapest options that are possible at all: first the best, each a little different from the
 * others, then some all around, for when the best are taken. More would cost the placer time and
 * gain nothing. `kept` and `origin` have room for OPTIONS_KEPT. */
static size_t keep_best(sk_arena *scratch, const sk_label_set *set, const label *l,
                        sk_placer_candidate *kept, const sk_label_option **origin) {
    const sk_label_option **order = SK_NEW_ARRAY(scratch, const sk_label_option *, l->option_count);
    size_t possible = 0, count = 0;
    for (size_t i = 0; i < l->option_count; i++) {
        const sk_label_option *option = &set->options[l->first_option + i];
        if (!isinf(option->cost)) order[possible++] = option;
    }
    qsort(order, possible, sizeof *order, by_cost);
    for (size_t i = 0; i < possible && count < OPTIONS_KEPT; i++) {
        if (beside_another(order[i], kept, count)) continue;
        kept[count] = candidate_of(scratch, l, order[i]);
        origin[count++] = order[i];
    }
    return count;
}

/* Where the label stands; NULL when it has no place. */
static const sk_label_option *chosen_option(const label *l) {
    return l->pinned != NULL ? l->pinned : l->placed;
}

/* A leader whose end a hand put somewhere is kept, where the label can have one at all. */
static void keep_led(sk_label_set *set, label *l) {
    sk_label_option *options = set->options + l->first_option;
    size_t led = 0;
    for (size_t i = 0; i < l->option_count; i++)
        if (options[i].has_leader) options[led++] = options[i];
    if (led > 0) l->option_count = led;
}

/* Stands before the others are placed, which keep clear of it. */
static void settle_pinned(sk_label_set *set, label *l, sk_obstacle_list *obstacles) {
    const sk_composition *c = set->c;
    const sk_pin *pin = sk_pinned_take(c->drawing->pins, l->spec.id);
    sk_label_option *option = SK_NEW(c->drawing->arena, sk_label_option);
    if (l->has_leader_end) keep_led(set, l);
    if (pin == NULL || !sk_label_pin_apply(c, pin, l->spec.anchor, set->options + l->first_option,
                                           l->option_count, option))
        return;
    l->pinned = option;
    for (size_t i = 0; i < option->shape_count; i++)
        sk_obstacle_list_add(c->drawing->arena, obstacles, option->shapes[i], INFINITY);
    if (l->spec.brings_dot)
        sk_obstacle_list_add(c->drawing->arena, obstacles, l->spec.named.items[0], INFINITY);
}

static void report_unplaced(sk_label_set *set, const label *l) {
    bool of_context = l->spec.fixed && l->spec.feature == NULL;
    if (chosen_option(l) != NULL || of_context) return;
    const char *feature_id = l->spec.feature != NULL ? l->spec.feature->id : NULL;
    sk_layout_role role = l->spec.role == SK_ROLE_TOWN ? SK_LAYOUT_TOWN : SK_LAYOUT_LABEL;
    sk_layout_notes_omit(
        set->c->drawing->notes,
        (sk_layout_omission){role, l->spec.id, feature_id, l->spec.title, l->spec.drop_reason});
    if (l->spec.feature == NULL) return;
    sk_diag *diag = set->c->drawing->diag;
    if (l->spec.sign != NULL)
        sk_diag_warning(diag, l->spec.feature->origin, "make the map larger",
                        "found no place for the letter %s of \"%s\" (%s)", l->spec.sign->letters,
                        l->spec.title, l->spec.id);
    else
        sk_diag_warning(diag, l->spec.feature->origin, "make the map larger, or shorten the name",
                        "found no place for the name \"%s\"", l->spec.title);
}

/* Chooses for each label that stands nowhere yet. What that takes is given back. */
static void choose_places(sk_label_set *set) {
    sk_arena *scratch = sk_arena_create();
    sk_placer_item *items = SK_NEW_ARRAY(scratch, sk_placer_item, set->count);
    const sk_label_option ***origins = SK_NEW_ARRAY(scratch, const sk_label_option **, set->count);
    for (size_t i = 0; i < set->count; i++) {
        const label *l = &set->labels[i];
        sk_placer_candidate *kept = SK_NEW_ARRAY(scratch, sk_placer_candidate, OPTIONS_KEPT);
        origins[i] = SK_NEW_ARRAY(scratch, const sk_label_option *, OPTIONS_KEPT);
        size_t count = l->pinned != NULL ? 0 : keep_best(scratch, set, l, kept, origins[i]);
        items[i] = (sk_placer_item){kept, count, l->spec.drop_cost};
    }
    ptrdiff_t *choice = SK_NEW_ARRAY(scratch, ptrdiff_t, set->count);
    const uint64_t effort = 10000000; /* some 0.1 s, spent on crowded maps only */
    sk_placer_problem problem = {.items = items, .item_count = set->count, .effort = effort};
    sk_placer_run(&problem, choice);
    for (size_t i = 0; i < set->count; i++) {
        if (choice[i] == SK_PLACER_DROPPED) continue;
        sk_label_option *placed = SK_NEW(set->c->drawing->arena, sk_label_option);
        *placed = *origins[i][choice[i]];
        set->labels[i].placed = placed;
    }
    sk_arena_free(scratch);
}

void sk_label_set_place(sk_label_set *set) {
    sk_obstacle_list obstacles = sk_label_obstacles(set->c);
    for (size_t i = 0; i < set->count; i++) settle_pinned(set, &set->labels[i], &obstacles);
    sk_label_options_charge(set->options, set->option_count, &obstacles);
    choose_places(set);
    for (size_t i = 0; i < set->count; i++) report_unplaced(set, &set->labels[i]);
    free(set->options);
    set->options = NULL;
    set->option_count = set->option_capacity = 0;
}

/* How far the name is from what it names; an area's name that needs no leader lies in it. */
static double displacement(const sk_label_set *set, const label *l, const sk_label_option *option) {
    if (option->has_leader) return sk_page_distance(option->leader_from, option->leader_to);
    if (l->spec.named.count == 0) return 0;
    sk_shape_list outline = {0};
    sk_text_outline(set->c->drawing->typesetter, set->c->drawing->arena, &option->text, &outline);
    return sk_shapes_gap(&outline, &l->spec.named);
}

static sk_name_measures measured(const sk_label_set *set, const label *l,
                                 const sk_label_option *option) {
    sk_name_measures measures = sk_name_measure(set->c, &l->spec, option);
    measures.fault = sk_name_fault(&measures);
    return measures;
}

bool sk_label_set_keeps_rules(const sk_label_set *set) {
    for (size_t i = 0; i < set->count; i++) {
        const label *l = &set->labels[i];
        const sk_label_option *option = chosen_option(l);
        if (l->spec.zone == NULL && l->spec.drawn == NULL) continue;
        if (option == NULL || measured(set, l, option).fault != NULL) return false;
    }
    return true;
}

size_t sk_label_set_faults(const sk_label_set *set) {
    size_t faults = 0;
    for (size_t i = 0; i < set->count; i++) {
        const label *l = &set->labels[i];
        const sk_label_option *option = chosen_option(l);
        bool wanted = l->spec.drop_cost >= SK_LABEL_MUST_STAY || l->spec.region != NULL;
        if ((option == NULL && wanted) ||
            (option != NULL && measured(set, l, option).fault != NULL))
            faults++;
    }
    return faults;
}

bool sk_label_set_tells(const sk_label_set *set, const sk_map_zone *zone, const sk_shape *shape) {
    const sk_composition *c = set->c;
    for (size_t i = 0; i < set->count; i++) {
        const sk_label_option *option = chosen_option(&set->labels[i]);
        if (set->labels[i].spec.zone != zone || option == NULL) continue;
        sk_page_point at =
            option->has_leader ? option->leader_to : sk_label_option_middle(c->drawing, option);
        if (sk_shape_contains(shape, sk_map_view_ground(&c->view, at))) return true;
    }
    return false;
}

/* A new group for a label or its leader. */
static sk_group *label_group(sk_label_set *set, sk_layer *layer, const label *l, const char *id,
                             sk_role role) {
    sk_group *group = sk_scene_group(set->c->drawing->scene, layer, id, role);
    const sk_feature *feature = l->spec.feature;
    group->title = l->spec.title;
    if (feature == NULL) return group;
    group->feature_id = feature->id;
    group->kind = sk_feature_kind_name(set->c->drawing, feature);
    group->source = feature->source;
    return group;
}

static void draw_leader(sk_label_set *set, sk_layer *layer, const label *l,
                        const sk_label_option *option) {
    const sk_composition *c = set->c;
    sk_group *group = label_group(set, layer, l, leader_id(c->drawing, l), SK_ROLE_LEADER);
    sk_layout_notes_add(c->drawing->notes,
                        (sk_layout_note){.group = group, .owner = l, .anchor = option->leader_to});
    sk_scene_movable(group, option->leader_to.x_mm - l->spec.anchor.x_mm,
                     option->leader_to.y_mm - l->spec.anchor.y_mm);
    sk_path path = {0};
    sk_path_move(c->drawing->arena, &path, option->leader_from);
    sk_path_line(c->drawing->arena, &path, option->leader_to);
    sk_stroke stroke = c->drawing->style->marker.leader;
    if (l->spec.sign == NULL) stroke.colour = option->text.style.colour;
    sk_scene_path(c->drawing->scene, group, &path,
                  (sk_paint){.class_name = sk_page_id_leader(c->drawing->arena, l->spec.class_name),
                             .line = stroke,
                             .round_caps = true});
    double dot_mm =
        l->spec.leader_dot_mm > 0 ? l->spec.leader_dot_mm : c->drawing->style->marker.leader_dot_mm;
    sk_scene_circle(
        c->drawing->scene, group, option->leader_to, dot_mm / 2,
        (sk_paint){.class_name = sk_arena_printf(c->drawing->arena, "%s-place", l->spec.class_name),
                   .fill = stroke.colour})
        ->use = SK_USE_PLACE_DOT;
}

/* A leader may follow the shapes of the letters. */
static sk_text_style style_on_ground(const sk_composition *c, const sk_label_option *option) {
    size_t letters = option->has_leader ? 1 : option->shape_count;
    return sk_style_on_ground(c, &option->text.style, option->shapes, letters);
}

void sk_label_set_compose(sk_label_set *set, sk_layer *layer, sk_role role) {
    for (size_t i = 0; i < set->count; i++) {
        const label *l = &set->labels[i];
        const sk_label_option *option = chosen_option(l);
        if (l->spec.role != role || option == NULL) continue;
        if (option->has_leader) draw_leader(set, layer, l, option);
        sk_group *group = label_group(set, layer, l, l->spec.id, role);
        sk_name_measures *measures = SK_NEW(set->c->drawing->arena, sk_name_measures);
        *measures = measured(set, l, option);
        sk_layout_notes_add(set->c->drawing->notes,
                            (sk_layout_note){group, l, l->spec.anchor, displacement(set, l, option),
                                             l->pinned != NULL, measures});
        sk_page_point middle = sk_label_option_middle(set->c->drawing, option);
        if (!l->spec.fixed)
            sk_scene_movable(group, middle.x_mm - l->spec.anchor.x_mm,
                             middle.y_mm - l->spec.anchor.y_mm);
        if (l->spec.sign != NULL) {
            sk_symbol_plate(set->c->drawing, group, middle, l->spec.sign);
            continue;
        }
        sk_text text = option->text;
        text.class_name = l->spec.class_name;
        text.style = style_on_ground(set->c, option);
        sk_scene_text(set->c->drawing->scene, group, &text);
    }
}

bool sk_label_set_placed(const sk_label_set *set, const char *id) {
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->labels[i].spec.id, id) == 0) return chosen_option(&set->labels[i]) != NULL;
    return false;
}
