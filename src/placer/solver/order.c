#include "placer/solver/order.h"

#include <string.h>

/* Having been held once weighs as much as having so many neighbours less. */
enum { HELD_BEFORE = 3 };

enum { NONE = UINT32_MAX };

/* A vertex that is not decided yet, numbered from the component's first. */
typedef struct {
    uint32_t *near; /* undecided vertices that it must be decided together with */
    uint32_t near_count, near_room;
    uint32_t previous, next; /* with the same near_count */
    bool open;
} node;

typedef struct {
    sk_arena *arena;
    const sk_placer_plan *plan;
    uint32_t from, count;
    node *nodes;
    uint32_t *first; /* the first node with a given near_count */
    uint32_t fewest; /* no node has a lower near_count */
    uint32_t *mark, last_mark;
    uint32_t *place; /* of a vertex in the bag being made, plus 1 */
    uint32_t *times_held;
    sk_placer_order *order;
} ordering;

static void enlist(ordering *o, uint32_t v) {
    node *n = &o->nodes[v];
    n->previous = NONE;
    n->next = o->first[n->near_count];
    if (n->next != NONE) o->nodes[n->next].previous = v;
    o->first[n->near_count] = v;
    if (n->near_count < o->fewest) o->fewest = n->near_count;
}

static void delist(ordering *o, uint32_t v) {
    const node *n = &o->nodes[v];
    if (n->next != NONE) o->nodes[n->next].previous = n->previous;
    if (n->previous != NONE)
        o->nodes[n->previous].next = n->next;
    else
        o->first[n->near_count] = n->next;
}

static void forget(node *n, uint32_t v) {
    uint32_t i = 0;
    while (n->near[i] != v) i++;
    n->near[i] = n->near[--n->near_count];
}

static void remember(sk_arena *arena, node *n, uint32_t v) {
    if (n->near_count == n->near_room) {
        n->near_room = 2 * n->near_room + 4;
        uint32_t *near = SK_NEW_ARRAY(arena, uint32_t, n->near_room);
        if (n->near_count > 0) memcpy(near, n->near, n->near_count * sizeof *near);
        n->near = near;
    }
    n->near[n->near_count++] = v;
}

static void start(ordering *o) {
    const sk_placer_graph *g = o->plan->graph;
    o->nodes = SK_NEW_ARRAY(o->arena, node, o->count);
    o->first = SK_NEW_ARRAY(o->arena, uint32_t, o->count);
    o->mark = SK_NEW_ARRAY(o->arena, uint32_t, o->count);
    o->place = SK_NEW_ARRAY(o->arena, uint32_t, o->count);
    o->fewest = o->count;
    for (uint32_t v = 0; v < o->count; v++) o->first[v] = NONE;
    for (uint32_t v = 0; v < o->count; v++) {
        uint32_t begin = g->start[o->from + v], end = g->start[o->from + v + 1];
        node *n = &o->nodes[v];
        n->open = true;
        n->near_room = n->near_count = end - begin;
        n->near = SK_NEW_ARRAY(o->arena, uint32_t, n->near_room);
        for (uint32_t e = begin; e < end; e++) n->near[e - begin] = g->neighbour[e] - o->from;
        enlist(o, v);
    }
}

/* Takes v out of the lists of the vertices near it. */
static void leave(ordering *o, uint32_t v) {
    node *n = &o->nodes[v];
    delist(o, v);
    n->open = false;
    for (uint32_t i = 0; i < n->near_count; i++) {
        delist(o, n->near[i]);
        forget(&o->nodes[n->near[i]], v);
        enlist(o, n->near[i]);
    }
}

/* Which members of the bag exclude which: a bit for each. */
static void find_exclusions(ordering *o, const uint32_t *bag, uint32_t count, uint64_t *excludes) {
    const sk_placer_graph *g = o->plan->graph;
    for (uint32_t i = 0; i < count; i++) o->place[bag[i]] = i + 1;
    for (uint32_t i = 0; i < count; i++) {
        excludes[i] = 0;
        uint32_t v = bag[i] + o->from;
        for (uint32_t e = g->start[v]; e < g->start[v + 1]; e++) {
            uint32_t at = o->place[g->neighbour[e] - o->from];
            if (at != 0) excludes[i] |= UINT64_C(1) << (at - 1);
        }
    }
    for (uint32_t i = 0; i < count; i++) o->place[bag[i]] = 0;
}

/* Cuts the bag into cliques, each as soon as possible. Returns their number. */
static uint32_t find_cliques(const uint64_t *excludes, uint32_t count, uint64_t *cliques) {
    uint32_t clique_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t c = 0;
        /* NOLINTNEXTLINE(clang-analyzer-core.*): each clique below clique_count has been set */
        while (c < clique_count && (cliques[c] & ~excludes[i]) != 0) c++;
        if (c == clique_count) cliques[clique_count++] = 0;
        cliques[c] |= UINT64_C(1) << i;
    }
    return clique_count;
}

/* Makes the step that decides v, unless its bag has too many choices. */
static bool make_step(ordering *o, uint32_t v, uint32_t most_choices) {
    const node *n = &o->nodes[v];
    uint64_t excludes[SK_PLACER_BAG_MAX], cliques[SK_PLACER_BAG_MAX], choices = 1;
    if (n->near_count > SK_PLACER_BAG_MAX) return false;
    find_exclusions(o, n->near, n->near_count, excludes);
    uint32_t clique_count = find_cliques(excludes, n->near_count, cliques);
    for (uint32_t c = 0; c < clique_count && choices <= most_choices; c++)
        choices *= 1 + (uint32_t)__builtin_popcountll(cliques[c]);
    if (choices > most_choices) return false;

    sk_placer_step *step = &o->order->steps[o->order->count++];
    step->vertex = v + o->from;
    step->choices = (uint32_t)choices;
    step->clique_count = clique_count;
    step->bag = SK_NEW_ARRAY(o->arena, uint32_t, n->near_count);
    step->offset = SK_NEW_ARRAY(o->arena, uint32_t, n->near_count);
    step->clique_end = SK_NEW_ARRAY(o->arena, uint32_t, clique_count);
    uint32_t stride = 1;
    for (uint32_t c = 0; c < clique_count; c++) {
        uint32_t rank = 0;
        for (uint64_t rest = cliques[c]; rest != 0; rest &= rest - 1) {
            step->bag[step->bag_count] = n->near[__builtin_ctzll(rest)] + o->from;
            step->offset[step->bag_count++] = stride * ++rank;
        }
        step->clique_end[c] = step->bag_count;
        stride *= rank + 1;
    }
    return true;
}

/* Once v is decided in view of its bag, the members of the bag hang together. */
static void join_bag(ordering *o, uint32_t v) {
    const node *n = &o->nodes[v];
    for (uint32_t i = 0; i < n->near_count; i++) {
        uint32_t u = n->near[i];
        delist(o, u);
        uint32_t mark = ++o->last_mark;
        o->mark[u] = mark;
        for (uint32_t j = 0; j < o->nodes[u].near_count; j++) o->mark[o->nodes[u].near[j]] = mark;
        for (uint32_t j = 0; j < n->near_count; j++)
            if (o->mark[n->near[j]] != mark) remember(o->arena, &o->nodes[u], n->near[j]);
        enlist(o, u);
    }
}

static void hold(ordering *o, uint32_t v) {
    o->times_held[v + o->from]++;
    o->order->held_count++;
    leave(o, v);
}

/* The best vertex to hold among v and those near it; NONE when all of them are chosen. */
static uint32_t best_to_hold(const ordering *o, uint32_t v) {
    uint32_t best = NONE;
    int64_t best_value = 0;
    for (uint32_t i = 0; i <= o->nodes[v].near_count; i++) {
        uint32_t u = i < o->nodes[v].near_count ? o->nodes[v].near[i] : v;
        if (o->plan->chosen[u + o->from]) continue;
        int64_t held = o->times_held[u + o->from];
        int64_t value = (int64_t)o->nodes[u].near_count - HELD_BEFORE * held;
        if (best != NONE && value <= best_value) continue;
        best = u;
        best_value = value;
    }
    return best;
}

/* Holds something so that v's bag gets smaller. When all around is chosen, it is v itself, and with
 * it all that v excludes. */
static void hold_near(ordering *o, uint32_t v) {
    uint32_t u = best_to_hold(o, v);
    if (u != NONE) {
        hold(o, u);
        return;
    }
    const sk_placer_graph *g = o->plan->graph;
    for (uint32_t e = g->start[v + o->from]; e < g->start[v + o->from + 1]; e++)
        if (o->nodes[g->neighbour[e] - o->from].open) hold(o, g->neighbour[e] - o->from);
    hold(o, v);
}

sk_placer_order *sk_placer_order_find(sk_arena *arena, const sk_placer_plan *plan,
                                      sk_placer_component component, sk_placer_order_limits limits,
                                      uint32_t *times_held) {
    ordering *o = SK_NEW(arena, ordering);
    o->arena = arena;
    o->plan = plan;
    o->from = component.from;
    o->count = component.to - component.from;
    o->times_held = times_held;
    o->order = SK_NEW(arena, sk_placer_order);
    o->order->steps = SK_NEW_ARRAY(arena, sk_placer_step, o->count);
    start(o);
    while (o->order->count + o->order->held_count < o->count &&
           o->order->held_count <= limits.held) {
        while (o->first[o->fewest] == NONE) o->fewest++;
        uint32_t v = o->first[o->fewest];
        if (make_step(o, v, limits.choices)) {
            leave(o, v);
            join_bag(o, v);
        } else {
            hold_near(o, v);
        }
    }
    return o->order;
}
