/** Places things on a page so that none covers another: markers, labels, leaders, anything.
 *
 *  Plain shapes in, a choice out: it knows no map, no text and no drawing. Units are the caller's,
 *  the same for all (millimetres, on a page). Each item has candidates, of which at most one is
 *  chosen; two chosen candidates of different items never overlap, nor a chosen one a hard
 * obstacle. Among all such choices it looks for the cheapest: the sum of the chosen candidates'
 * costs, of the soft obstacles that they cover, and of the drop costs of items left out. The same
 * input gives the same choice, on any machine. */
#ifndef STREEKKAART_PLACER_LABEL_PLACER_H
#define STREEKKAART_PLACER_LABEL_PLACER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "streekkaart/status.h"

/** A rectangle in any direction, grown by `radius` all around. A disc has no extent and a radius; a
 *  line is a rectangle without height; the box of a text has no radius. A shape with a number that
 *  is infinite or NaN is never placed, and hinders nothing as an obstacle. */
typedef struct {
    double x, y; /* centre */
    double half_width, half_height;
    double cosine, sine; /* direction of its width */
    double radius;
} sk_placer_shape;

/** True when the insides of the two have a point in common; touching is not overlapping, nor is an
 *  overlap of less than 1e-9, which may come from rounding. A line or a point without radius
 *  overlaps what it runs through or lies in. Exact otherwise. */
bool sk_placer_shapes_overlap(const sk_placer_shape *a, const sk_placer_shape *b);

/** One way to place an item: it covers all of `shapes`. */
typedef struct {
    const sk_placer_shape *shapes;
    size_t shape_count;
    double cost; /* 0 or more; lower is better */
} sk_placer_candidate;

typedef struct {
    const sk_placer_candidate *candidates;
    size_t candidate_count;
    double drop_cost; /* what it costs to leave the item out; INFINITY: dearer than all else */
} sk_placer_item;

typedef struct {
    sk_placer_shape shape;
    double cost;      /* for a candidate that overlaps it; INFINITY: never */
    ptrdiff_t except; /* index of the one item that may overlap it freely; -1: none */
} sk_placer_obstacle;

typedef struct {
    const sk_placer_item *items;
    size_t item_count;
    const sk_placer_obstacle *obstacles;
    size_t obstacle_count;
    uint64_t effort; /* search steps, some 10 ns each; 0: a default that grows with the problem */
} sk_placer_problem;

enum { SK_PLACER_DROPPED = -1 };

/** Fills choice[i] with the index of the candidate chosen for item i, or SK_PLACER_DROPPED.
 *  Returns the cost of the plan: INFINITY when it drops an item whose drop cost is. At equal cost
 *  an item is placed rather than dropped. Costs from 1e100 on count as infinite. */
double sk_placer_run(const sk_placer_problem *problem, ptrdiff_t *choice);

#endif
