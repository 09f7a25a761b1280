/** What stands on the map before the names are placed, and what it costs a name to lie on it. */
#ifndef STREEKKAART_COMPOSE_NAMES_LABEL_OBSTACLES_H
#define STREEKKAART_COMPOSE_NAMES_LABEL_OBSTACLES_H

#include "compose/drawing/composition.h"
#include "page/page_shapes.h"

typedef struct {
    sk_placer_shape shape;
    double cost;          /* of lying on it; INFINITY: never */
    const sk_feature *of; /* a link whose key may lie on it; or NULL */
} sk_label_obstacle;

/** Obstacles that grow: in an arena. */
typedef struct {
    sk_label_obstacle *items;
    size_t count, capacity;
} sk_obstacle_list;

void sk_obstacle_list_add(sk_arena *arena, sk_obstacle_list *list, sk_placer_shape shape,
                          double cost);

/** Furniture and discs, which no name may touch; leaders, links, the outlines of zones and the dots
 *  of towns, which it had better not. In c->arena. */
sk_obstacle_list sk_label_obstacles(const sk_composition *c);

#endif
