#include "placer/solver/windows.h"

#include <string.h>

#include "placer/solver/kernel.h"
#include "placer/solver/tables.h"

enum {
    MOST_CHOICES = 1 << 12, /* a window whose tables would be larger is left as it is */
    EFFORT_PER_EDGE = 4,    /* to shrink the graph of a window takes about so much for each edge */
    MOST_IN_VAIN = 4,       /* so many more windows may be too hard than are solved */
};

enum { NONE = UINT32_MAX };

typedef struct {
    sk_placer_plan *plan;
    uint32_t most_open;
    uint64_t effort;       /* that is left */
    int64_t *freed_weight; /* of a vertex's neighbours that the window frees */
    bool *seen;            /* by the walk of this window */
    uint32_t *walk;        /* what it saw, nearest to the window's middle first */
    uint32_t *open;        /* the vertices that the window may choose from */
    uint32_t open_count;
    uint32_t *place; /* of a vertex in `open`, or NONE */
    bool *tried;     /* nothing has changed since a window around it gave no gain */
    int in_vain;     /* how many more windows were too hard than were solved */
} windows;

/* Frees the chosen vertex v, which opens v and those neighbours that no other chosen vertex keeps
 * out. False when that is more than the window may hold. */
static bool free_vertex(windows *w, uint32_t v) {
    const sk_placer_graph *g = w->plan->graph;
    uint32_t opened = 1;
    for (uint32_t e = g->start[v]; e < g->start[v + 1]; e++) {
        uint32_t u = g->neighbour[e];
        if (w->freed_weight[u] + g->weight[v] == w->plan->rivals[u]) opened++;
    }
    if (w->open_count > 0 && w->open_count + opened > w->most_open) return false;
    w->open[w->open_count++] = v;
    for (uint32_t e = g->start[v]; e < g->start[v + 1]; e++) {
        uint32_t u = g->neighbour[e];
        w->freed_weight[u] += g->weight[v];
        if (w->freed_weight[u] == w->plan->rivals[u]) w->open[w->open_count++] = u;
    }
    return true;
}

/* Walks outwards from `middle` and frees what it meets, until the window is full. */
static void open_window(windows *w, uint32_t middle) {
    const sk_placer_graph *g = w->plan->graph;
    uint32_t walked = 0;
    w->open_count = 0;
    w->walk[walked++] = middle;
    w->seen[middle] = true;
    for (uint32_t next = 0; next < walked; next++) {
        uint32_t v = w->walk[next];
        if (w->plan->chosen[v] && !free_vertex(w, v)) break;
        for (uint32_t e = g->start[v]; e < g->start[v + 1]; e++) {
            if (w->seen[g->neighbour[e]]) continue;
            w->seen[g->neighbour[e]] = true;
            w->walk[walked++] = g->neighbour[e];
        }
    }
    for (uint32_t i = 0; i < walked; i++) w->seen[w->walk[i]] = false;
    for (uint32_t i = 0; i < w->open_count; i++) {
        uint32_t v = w->open[i];
        w->freed_weight[v] = 0;
        if (!w->plan->chosen[v]) continue;
        for (uint32_t e = g->start[v]; e < g->start[v + 1]; e++)
            w->freed_weight[g->neighbour[e]] = 0;
    }
}

/* The part of the graph that lies in the window, numbered as in `open`. */
static sk_placer_graph graph_of_window(sk_arena *arena, windows *w) {
    const sk_placer_graph *g = w->plan->graph;
    uint32_t edges = 0;
    for (uint32_t i = 0; i < w->open_count; i++) {
        w->place[w->open[i]] = i;
        edges += g->start[w->open[i] + 1] - g->start[w->open[i]];
    }
    sk_placer_graph part = {w->open_count, SK_NEW_ARRAY(arena, int64_t, w->open_count),
                            SK_NEW_ARRAY(arena, uint32_t, w->open_count + 1),
                            SK_NEW_ARRAY(arena, uint32_t, edges)};
    uint32_t next = 0;
    for (uint32_t i = 0; i < w->open_count; i++) {
        uint32_t v = w->open[i];
        part.weight[i] = g->weight[v];
        for (uint32_t e = g->start[v]; e < g->start[v + 1]; e++)
            if (w->place[g->neighbour[e]] != NONE)
                part.neighbour[next++] = w->place[g->neighbour[e]];
        part.start[i + 1] = next;
    }
    for (uint32_t i = 0; i < w->open_count; i++) w->place[w->open[i]] = NONE;
    uint64_t cost = EFFORT_PER_EDGE * (uint64_t)next;
    w->effort -= cost < w->effort ? cost : w->effort;
    return part;
}

/* The heaviest choice in the part; NULL when it is too hard to find. */
static bool *solve(sk_arena *arena, windows *w, const sk_placer_graph *part) {
    sk_placer_kernel *kernel = sk_placer_kernel_find(arena, part);
    sk_placer_plan *plan = sk_placer_plan_create(arena, &kernel->graph);
    uint32_t *times_held = SK_NEW_ARRAY(arena, uint32_t, kernel->graph.count);
    const sk_placer_order_limits whole = {.choices = MOST_CHOICES, .held = 0};
    for (uint32_t c = 0; c < kernel->component_count; c++) {
        sk_placer_component component = {kernel->component[c], kernel->component[c + 1]};
        sk_placer_order *order = sk_placer_order_find(arena, plan, component, whole, times_held);
        if (order->held_count > 0) return NULL;
        uint64_t work = sk_placer_tables_work(order);
        w->effort -= work < w->effort ? work : w->effort;
        sk_placer_tables_solve(arena, plan, order, component, true);
    }
    bool *chosen = SK_NEW_ARRAY(arena, bool, part->count);
    sk_placer_kernel_expand(kernel, plan->chosen, chosen);
    return chosen;
}

/* Puts the choice in place of what the window freed, if it weighs more. */
static bool replace(windows *w, const bool *chosen) {
    sk_placer_plan *plan = w->plan;
    int64_t gain = 0;
    for (uint32_t i = 0; i < w->open_count; i++)
        gain += plan->graph->weight[w->open[i]] * (chosen[i] - plan->chosen[w->open[i]]);
    if (gain <= 0) return false;
    for (uint32_t i = 0; i < w->open_count; i++)
        if (plan->chosen[w->open[i]] && !chosen[i]) sk_placer_plan_remove(plan, w->open[i]);
    for (uint32_t i = 0; i < w->open_count; i++) {
        if (!plan->chosen[w->open[i]] && chosen[i]) sk_placer_plan_insert(plan, w->open[i]);
        w->tried[w->open[i]] = false;
    }
    return true;
}

static bool improve_around(windows *w, uint32_t middle) {
    sk_arena *arena = sk_arena_create();
    open_window(w, middle);
    sk_placer_graph part = graph_of_window(arena, w);
    const bool *chosen = solve(arena, w, &part);
    bool improved = chosen != NULL && replace(w, chosen);
    w->in_vain += chosen == NULL ? 1 : -1;
    sk_arena_free(arena);
    return improved;
}

static bool may_go_on(const windows *w) {
    return w->effort > 0 && w->in_vain < MOST_IN_VAIN;
}

uint64_t sk_placer_windows(sk_placer_plan *plan, sk_placer_component component, uint32_t most_open,
                           uint64_t effort) {
    sk_arena *arena = sk_arena_create();
    uint32_t count = plan->graph->count;
    windows w = {.plan = plan, .most_open = most_open, .effort = effort};
    w.freed_weight = SK_NEW_ARRAY(arena, int64_t, count);
    w.seen = SK_NEW_ARRAY(arena, bool, count);
    w.walk = SK_NEW_ARRAY(arena, uint32_t, count);
    w.open = SK_NEW_ARRAY(arena, uint32_t, count);
    w.place = SK_NEW_ARRAY(arena, uint32_t, count);
    w.tried = SK_NEW_ARRAY(arena, bool, count);
    memset(w.place, 0xff, count * sizeof *w.place);
    for (bool again = true; again;) {
        again = false;
        for (uint32_t v = component.from; v < component.to && may_go_on(&w); v++) {
            if (!plan->chosen[v] || w.tried[v]) continue;
            w.tried[v] = true;
            if (improve_around(&w, v)) again = true;
        }
    }
    sk_arena_free(arena);
    return may_go_on(&w) ? w.effort : 0;
}
