#include "placer/solver/clique_plan.h"

enum { NONE = UINT32_MAX };

/* The largest clique among those of v's neighbours that v completes; a new one when there is none.
 * Only vertices before v have a clique yet. `met` counts the neighbours of v in each, and is left
 * as it was: all 0. */
static uint32_t choose_clique(const sk_placer_graph *g, uint32_t from, uint32_t v,
                              const uint32_t *clique, uint32_t clique_count, uint32_t *size,
                              uint32_t *met) {
    uint32_t best = clique_count;
    for (uint32_t e = g->start[v + from]; e < g->start[v + from + 1]; e++) {
        uint32_t u = g->neighbour[e] - from;
        if (u >= v) continue;
        uint32_t c = clique[u];
        if (++met[c] == size[c] && (best == clique_count || size[c] > size[best])) best = c;
    }
    for (uint32_t e = g->start[v + from]; e < g->start[v + from + 1]; e++)
        if (g->neighbour[e] - from < v) met[clique[g->neighbour[e] - from]] = 0;
    size[best]++;
    return best;
}

static void cut_into_cliques(sk_arena *arena, sk_placer_clique_plan *p, const sk_placer_graph *g,
                             uint32_t from) {
    uint32_t *size = SK_NEW_ARRAY(arena, uint32_t, p->count);
    uint32_t *met = SK_NEW_ARRAY(arena, uint32_t, p->count);
    uint32_t clique_count = 0;
    for (uint32_t v = 0; v < p->count; v++) {
        p->clique[v] = choose_clique(g, from, v, p->clique, clique_count, size, met);
        if (p->clique[v] == clique_count) clique_count++;
    }
    p->occupant = SK_NEW_ARRAY(arena, uint32_t, clique_count);
    p->occupant_weight = SK_NEW_ARRAY(arena, int64_t, clique_count);
    for (uint32_t c = 0; c < clique_count; c++) p->occupant[c] = NONE;
}

static void link_cliques(sk_arena *arena, sk_placer_clique_plan *p, const sk_placer_graph *g,
                         uint32_t from) {
    uint32_t next = 0;
    p->start = SK_NEW_ARRAY(arena, uint32_t, p->count + 1);
    p->neighbour = SK_NEW_ARRAY(arena, uint32_t, g->start[from + p->count] - g->start[from]);
    for (uint32_t v = 0; v < p->count; v++) {
        for (uint32_t e = g->start[v + from]; e < g->start[v + from + 1]; e++) {
            uint32_t u = g->neighbour[e] - from;
            if (p->clique[u] != p->clique[v]) p->neighbour[next++] = u;
        }
        p->start[v + 1] = next;
    }
}

sk_placer_clique_plan *sk_placer_clique_plan_create(sk_arena *arena, const sk_placer_plan *plan,
                                                    sk_placer_component component) {
    uint32_t from = component.from, count = component.to - from;
    sk_placer_clique_plan *p = SK_NEW(arena, sk_placer_clique_plan);
    p->count = count;
    p->weight = plan->graph->weight + from;
    p->chosen = SK_NEW_ARRAY(arena, bool, count);
    p->clique = SK_NEW_ARRAY(arena, uint32_t, count);
    p->excess = SK_NEW_ARRAY(arena, int64_t, count);
    cut_into_cliques(arena, p, plan->graph, from);
    link_cliques(arena, p, plan->graph, from);
    for (uint32_t v = 0; v < count; v++) p->excess[v] = p->weight[v];
    for (uint32_t v = 0; v < count; v++)
        if (plan->chosen[v + from]) sk_placer_clique_plan_insert(p, v);
    return p;
}

static void tell_neighbours(sk_placer_clique_plan *p, uint32_t v, int64_t weight) {
    for (uint32_t e = p->start[v]; e < p->start[v + 1]; e++) p->excess[p->neighbour[e]] -= weight;
}

static void drop(sk_placer_clique_plan *p, uint32_t v) {
    p->chosen[v] = false;
    p->occupant[p->clique[v]] = NONE;
    p->occupant_weight[p->clique[v]] = 0;
    tell_neighbours(p, v, -p->weight[v]);
}

void sk_placer_clique_plan_insert(sk_placer_clique_plan *p, uint32_t v) {
    uint32_t c = p->clique[v];
    if (p->occupant[c] != NONE) drop(p, p->occupant[c]);
    for (uint32_t e = p->start[v]; p->excess[v] < p->weight[v]; e++)
        if (p->chosen[p->neighbour[e]]) drop(p, p->neighbour[e]);
    p->chosen[v] = true;
    p->occupant[c] = v;
    p->occupant_weight[c] = p->weight[v];
    tell_neighbours(p, v, p->weight[v]);
}
