#include "compose/names/label_pin.h"

#include <math.h>
#include <string.h>

#include "base/angle.h"
#include "page/text_outline.h"

/* A pin copied from the layout report means that very option, despite its rounded numbers. */
static const double same_place_mm = 0.002;
/* Of options about as near, the one that reads best. */
static const double about_as_near_mm = 1.5;

sk_page_point sk_label_option_middle(const sk_drawing *d, const sk_label_option *option) {
    if (option->is_sign) return (sk_page_point){option->shapes[0].x, option->shapes[0].y};
    sk_shape_list outline = {0};
    sk_text_outline(d->typesetter, d->arena, &option->text, &outline);
    return sk_page_box_centre(sk_shapes_box(outline.items, outline.count));
}

/* The form that a pin asks for: so many lines, and upright or turned. */
static bool has_form(const sk_label_option *option, const sk_pin *pin) {
    const double hardly_deg = 0.5;
    if (pin->lines == 0) return true;
    bool slanted = fabs(option->text.rotation_deg) > hardly_deg;
    return option->text.along == NULL && option->text.line_count == (size_t)pin->lines &&
           slanted == (fabs(pin->turn_deg) > hardly_deg);
}

/* The options of that form, or all where there is none; returns how many. */
static size_t of_form(const sk_drawing *d, const sk_pin *pin, const sk_label_option *options,
                      size_t count, const sk_label_option **out) {
    sk_label_option *kept = SK_NEW_ARRAY(d->arena, sk_label_option, count);
    size_t kept_count = 0;
    for (size_t i = 0; i < count; i++)
        if (has_form(&options[i], pin)) kept[kept_count++] = options[i];
    *out = kept_count > 0 ? kept : options;
    return kept_count > 0 ? kept_count : count;
}

static size_t choose(const double *distances, const sk_label_option *options, size_t count) {
    double nearest = INFINITY;
    for (size_t i = 0; i < count; i++) nearest = fmin(nearest, distances[i]);
    double reach = nearest <= same_place_mm ? same_place_mm : nearest + about_as_near_mm;
    size_t best = count;
    for (size_t i = 0; i < count; i++)
        if (distances[i] <= reach && (best == count || options[i].cost < options[best].cost))
            best = i;
    return best;
}

static void move_text(sk_arena *arena, sk_text *text, double dx, double dy) {
    sk_text_line *lines = SK_NEW_ARRAY(arena, sk_text_line, text->line_count);
    for (size_t i = 0; i < text->line_count; i++) {
        lines[i] = text->lines[i];
        lines[i].baseline = sk_page_point_moved(lines[i].baseline, dx, dy);
    }
    text->lines = lines;
    if (text->along == NULL) return;
    sk_path *along = SK_NEW(arena, sk_path);
    for (size_t i = 0; i < text->along->count; i++) {
        sk_page_point to = sk_page_point_moved(text->along->segments[i].points[0], dx, dy);
        if (i == 0)
            sk_path_move(arena, along, to);
        else
            sk_path_line(arena, along, to);
    }
    text->along = along;
}

static sk_page_point turned(sk_page_point p, sk_page_point about, double cosine, double sine) {
    double x = p.x_mm - about.x_mm, y = p.y_mm - about.y_mm;
    return (sk_page_point){about.x_mm + x * cosine - y * sine, about.y_mm + x * sine + y * cosine};
}

/* Turns a name on one line about its middle. The text and the shapes are the option's own. */
static void turn_option(sk_label_option *option, sk_placer_shape *shapes, size_t shape_count,
                        sk_page_point middle, double turn_deg) {
    double angle = sk_radians(turn_deg - option->text.rotation_deg);
    double cosine = cos(angle), sine = sin(angle);
    option->text.rotation_deg = turn_deg;
    option->text.lines[0].baseline = turned(option->text.lines[0].baseline, middle, cosine, sine);
    for (size_t i = 0; i < shape_count; i++) {
        sk_placer_shape *s = &shapes[i];
        sk_page_point centre = turned((sk_page_point){s->x, s->y}, middle, cosine, sine);
        sk_page_point direction =
            turned((sk_page_point){s->cosine, s->sine}, (sk_page_point){0, 0}, cosine, sine);
        s->x = centre.x_mm;
        s->y = centre.y_mm;
        s->cosine = direction.x_mm;
        s->sine = direction.y_mm;
    }
}

static sk_label_option moved_option(const sk_drawing *d, const sk_pin *pin,
                                    const sk_label_option *from, sk_page_point middle,
                                    sk_page_point wanted) {
    sk_label_option option = *from;
    double dx = wanted.x_mm - middle.x_mm, dy = wanted.y_mm - middle.y_mm;
    move_text(d->arena, &option.text, dx, dy);
    size_t covered = from->shape_count - (from->has_leader ? SK_LEADER_SHAPES : 0);
    sk_placer_shape *shapes = SK_NEW_ARRAY(d->arena, sk_placer_shape, from->shape_count);
    memcpy(shapes, from->shapes, from->shape_count * sizeof *shapes);
    for (size_t i = 0; i < covered; i++) {
        shapes[i].x += dx;
        shapes[i].y += dy;
    }
    option.shapes = shapes;
    if (pin->lines == 1 && has_form(from, pin))
        turn_option(&option, shapes, covered, wanted, pin->turn_deg);
    if (!from->has_leader) return option;
    option.leader_from = sk_page_box_nearest(sk_shapes_box(shapes, covered), from->leader_to);
    option.has_leader = sk_page_distance(option.leader_from, option.leader_to) > 0;
    option.shape_count = option.has_leader ? from->shape_count : covered;
    if (option.has_leader)
        sk_leader_shapes(d->style, option.leader_from, option.leader_to, shapes + covered);
    return option;
}

bool sk_label_pin_apply(const sk_composition *c, const sk_pin *pin, sk_page_point anchor,
                        const sk_label_option *options, size_t count, sk_label_option *out) {
    if (count == 0) return false;
    count = of_form(c->drawing, pin, options, count, &options);
    sk_page_point wanted = sk_page_point_moved(anchor, pin->dx_mm, pin->dy_mm);
    sk_page_point *middles = SK_NEW_ARRAY(c->drawing->arena, sk_page_point, count);
    double *distances = SK_NEW_ARRAY(c->drawing->arena, double, count);
    for (size_t i = 0; i < count; i++) {
        middles[i] = sk_label_option_middle(c->drawing, &options[i]);
        distances[i] = sk_page_distance(middles[i], wanted);
    }
    size_t best = choose(distances, options, count);
    if (distances[best] <= same_place_mm) wanted = middles[best];
    *out = moved_option(c->drawing, pin, &options[best], middles[best], wanted);
    sk_page_box box = sk_shapes_box(out->shapes, out->shape_count);
    if (!sk_page_box_holds(c->view.frame, box)) {
        sk_pinned_report_outside(c->drawing->pins, pin, c->drawing->diag);
        return false;
    }
    return !sk_pinned_is_borrowed(c->drawing->pins, pin) ||
           !sk_composition_covers(c, out->shapes, out->shape_count);
}
