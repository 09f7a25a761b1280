#include "compose/plan/furniture.h"

#include <math.h>

#include "base/page_id.h"
#include "compose/furniture/edge_pin.h"
#include "compose/furniture/locator.h"
#include "compose/furniture/scale_bar.h"
#include "compose/plan/map_cover.h"
#include "compose/plan/page_strip.h"
#include "compose/plan/plan_costs.h"

enum { PIECES = 3 };

/** What the furniture must keep from hiding. */
typedef struct {
    const sk_cover_grid *grid;
    double gap_mm;
    sk_page_box taken[PIECES]; /* by other furniture */
    size_t taken_count;
} covered;

static bool is_taken(const covered *under, sk_page_box box) {
    for (size_t i = 0; i < under->taken_count; i++)
        if (sk_page_boxes_overlap(box, under->taken[i]) > 0) return true;
    return false;
}

static double cost_of(const covered *under, sk_page_box box) {
    sk_page_box around = sk_page_box_grown(box, under->gap_mm / 2);
    double cost = sk_cover_grid_sum(under->grid, around);
    for (size_t i = 0; i < under->taken_count; i++)
        cost += cover_cost_mm2.furniture * sk_page_boxes_overlap(around, under->taken[i]);
    return cost;
}

static sk_page_box in_corner(sk_page_box inside, sk_page_box size, sk_furniture_place corner) {
    bool right = corner == SK_PLACE_TOP_RIGHT || corner == SK_PLACE_BOTTOM_RIGHT;
    bool bottom = corner == SK_PLACE_BOTTOM_LEFT || corner == SK_PLACE_BOTTOM_RIGHT;
    return (sk_page_box){inside.x_mm + (right ? inside.width_mm - size.width_mm : 0),
                         inside.y_mm + (bottom ? inside.height_mm - size.height_mm : 0),
                         size.width_mm, size.height_mm};
}

/* The corner that the style asks for. Where it asks for none all places along the frame's edges are
 * tried, and the one is taken that hides least; of equal ones the nearest to a corner. */
static sk_page_box best_place(const covered *under, sk_page_box frame, sk_page_box size,
                              sk_furniture_place corner, double *cost) {
    const double step_mm = 1;
    sk_page_box inside = sk_page_box_grown(frame, -under->gap_mm);
    double right = inside.width_mm - size.width_mm, bottom = inside.height_mm - size.height_mm;
    sk_page_box best = size;
    *cost = INFINITY;
    if (right < 0 || bottom < 0) return best;
    if (corner != SK_PLACE_EMPTIEST) {
        best = in_corner(inside, size, corner);
        *cost = cost_of(under, best);
        return best;
    }
    for (double y = 0;; y = fmin(bottom, y + step_mm)) {
        double step_x = y > 0 && y < bottom ? INFINITY : step_mm; /* only the ends are at an edge */
        for (double x = 0;; x = fmin(right, x + step_x)) {
            sk_page_box box = {inside.x_mm + x, inside.y_mm + y, size.width_mm, size.height_mm};
            double from_corner = fmin(x, right - x) + fmin(y, bottom - y);
            double here = cost_of(under, box) + plan_cost.corner_mm * from_corner;
            if (here < *cost) {
                *cost = here;
                best = box;
            }
            if (x >= right) break;
        }
        if (y >= bottom) break;
    }
    return best;
}

/** A piece of furniture that is shown. */
typedef struct {
    const char *id;
    sk_page_box size; /* on the map */
    sk_furniture_place corner;
    sk_page_box *box; /* in the layout */
} piece;

/* In the order in which they find their places: those with a place of their own first, so that the
 * others keep clear of them; then the larger first. */
static size_t pieces_of(const sk_composition *c, const sk_legend *legend, sk_page_layout *layout,
                        piece pieces[PIECES]) {
    const sk_style_sheet *s = c->drawing->style;
    const struct {
        bool shown;
        piece piece;
    } all[PIECES] = {
        {s->legend.shown,
         {SK_PAGE_ID_LEGEND,
          s->legend.shown ? sk_legend_size(legend, layout->legend_columns, true) : (sk_page_box){0},
          s->legend.place, &layout->legend}},
        {s->inset.shown, {SK_PAGE_ID_INSET, sk_locator_size(c), s->inset.place, &layout->inset}},
        {s->scale_bar.shown,
         {SK_PAGE_ID_SCALE_BAR, sk_scale_bar_size(c->drawing, layout->view.metres_per_mm),
          s->scale_bar.place, &layout->scale_bar}},
    };
    size_t count = 0;
    for (int free_ones = 0; free_ones < 2; free_ones++)
        for (size_t i = 0; i < PIECES; i++) {
            bool is_free = all[i].piece.corner == SK_PLACE_EMPTIEST;
            bool shown = all[i].shown && all[i].piece.size.width_mm > 0;
            if (shown && is_free == (free_ones == 1)) pieces[count++] = all[i].piece;
        }
    return count;
}

double sk_furniture_arrange(const sk_composition *c, const sk_legend *legend,
                            const sk_cover_grid *grid, sk_page_layout *layout) {
    piece pieces[PIECES];
    size_t count = pieces_of(c, legend, layout, pieces);
    covered under = {.grid = grid, .gap_mm = c->drawing->style->frame.gap_mm};
    double total = 0;
    for (size_t i = 0; i < count; i++) {
        double cost = 0;
        if (pieces[i].corner == SK_PLACE_OUTSIDE) continue;
        *pieces[i].box =
            best_place(&under, layout->view.frame, pieces[i].size, pieces[i].corner, &cost);
        under.taken[under.taken_count++] = *pieces[i].box;
        total += cost;
    }
    return total;
}

/* Where the pin puts a piece that stands outside the map, unless that is on it. */
static bool is_put_outside(const sk_pin *pin, const piece *p, const sk_page_layout *layout,
                           sk_page_box *out) {
    const sk_page_box page = {0, 0, layout->page_width_mm, layout->page_height_mm};
    if (p->corner != SK_PLACE_OUTSIDE) return false;
    *out = sk_edge_pin_box(pin, layout->view.frame, *p->box);
    return !sk_page_boxes_meet(*out, layout->view.frame) && sk_page_box_holds(page, *out);
}

/* Puts the piece where its pin says; false when it has none, or one that leads out of the map, or
 * of the page for what stands outside the map. */
static bool put_where_pinned(const sk_drawing *d, const piece *p, const sk_page_layout *layout) {
    const double rounding_mm = 0.01;
    const sk_pin *pin = sk_pinned_take(d->pins, p->id);
    sk_page_box frame = layout->view.frame, outside;
    if (pin == NULL) return false;
    sk_page_box box = sk_edge_pin_box(pin, frame, p->size);
    if (is_put_outside(pin, p, layout, &outside)) {
        box = outside;
    } else if (!sk_page_box_holds(sk_page_box_grown(frame, rounding_mm), box)) {
        sk_pinned_report_outside(d->pins, pin, d->diag);
        return false;
    }
    *p->box = box;
    return true;
}

static bool is_in_the_way(const covered *under, sk_page_box box) {
    return is_taken(under, sk_page_box_grown(box, under->gap_mm / 2));
}

/* The nearest place along the strip beside the map, below it or to its right, where nothing else
 * stands; false where there is none. */
static bool give_way_in_strip(const covered *under, sk_page_box frame, sk_page_box *box) {
    const double step_mm = 0.5;
    bool below = box->y_mm >= frame.y_mm + frame.height_mm;
    double least = below ? frame.x_mm : frame.y_mm;
    double most = below ? frame.x_mm + frame.width_mm - box->width_mm
                        : frame.y_mm + frame.height_mm - box->height_mm;
    double from = below ? box->x_mm : box->y_mm;
    for (double by = 0; by <= most - least; by += step_mm)
        for (int side = -1; side <= 1; side += 2) {
            double to = from + side * by;
            sk_page_box moved = *box;
            *(below ? &moved.x_mm : &moved.y_mm) = to;
            if (to < least || to > most || is_in_the_way(under, moved)) continue;
            *box = moved;
            return true;
        }
    return false;
}

/* A piece that a pinned one stands on. */
static void give_way(const sk_composition *c, const piece *p, const sk_page_layout *layout,
                     covered *under) {
    double cost;
    if (p->corner == SK_PLACE_OUTSIDE && give_way_in_strip(under, layout->view.frame, p->box))
        return;
    if (under->grid == NULL) under->grid = sk_map_cover(c, &layout->view);
    sk_page_box box = best_place(under, layout->view.frame, p->size, SK_PLACE_EMPTIEST, &cost);
    if (cost < INFINITY) *p->box = box;
}

/* On a page of a given size the map doesn't grow into what pins have left empty: all that a hand
 * has put on it would stand elsewhere. */
static void close_strip(const sk_composition *c, sk_page_layout *layout) {
    const double seen_mm = 1;
    double empty_mm = sk_page_strip_close(layout);
    if (empty_mm < seen_mm) return;
    sk_diag_warning(c->drawing->diag, c->map->figure->origin,
                    "give that a place on the map in the style, too: then the map gets the room",
                    "a strip of %.0f mm beside the map stays empty: pins took its furniture out",
                    empty_mm);
}

void sk_furniture_pin(const sk_composition *c, const sk_legend *legend, sk_page_layout *layout) {
    piece pieces[PIECES], others[PIECES];
    size_t count = pieces_of(c, legend, layout, pieces), other_count = 0;
    covered under = {.gap_mm = c->drawing->style->frame.gap_mm};
    for (size_t i = 0; i < count; i++) {
        if (put_where_pinned(c->drawing, &pieces[i], layout))
            under.taken[under.taken_count++] = *pieces[i].box;
        else
            others[other_count++] = pieces[i];
    }
    for (size_t i = 0; i < other_count; i++) {
        if (is_in_the_way(&under, *others[i].box)) give_way(c, &others[i], layout, &under);
        under.taken[under.taken_count++] = *others[i].box;
    }
    if (other_count < count) close_strip(c, layout);
}
