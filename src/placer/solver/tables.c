#include "placer/solver/tables.h"

#include <stdlib.h>
#include <string.h>

/* The weight of what can't be chosen: low, and far enough from the lowest number to add to. */
static const int64_t never = INT64_MIN / 4;

enum { NONE = UINT32_MAX };

/* What a step has found: for each choice in its bag, the most that it and the steps before it that
 * hang on it can add, and whether its vertex is chosen then. */
typedef struct {
    int64_t *most;   /* freed by the step that it hangs on */
    uint64_t *taken; /* a bit each */
    uint32_t next;   /* another step that hangs on the same one */
} table;

typedef struct {
    sk_placer_plan *plan;
    const sk_placer_order *order;
    table *tables;        /* of each step */
    uint32_t *step_of;    /* the step of a vertex; NONE: it is held */
    uint32_t *hanging;    /* the first step that hangs on a step */
    uint32_t *place;      /* of a vertex in the bag at hand, plus 1 */
    uint32_t first, size; /* of the component: entry 0 of step_of and place is its first */
} solver;

/* A walk through all choices in a bag: adds to `sum`, for each, the entry of `most` that goes with
 * it. The choice is a number in both tables, by other offsets. */
typedef struct {
    const sk_placer_step *step;
    const uint64_t *excludes;
    const uint32_t *other_offset;
    const int64_t *most;
    int64_t *sum;
} walk;

/* Depth is bounded by the number of cliques, SK_PLACER_BAG_MAX. */
static void walk_cliques(const walk *w, uint32_t clique, uint64_t excluded, uint32_t choice,
                         uint32_t other_choice) {
    if (clique == w->step->clique_count) {
        w->sum[choice] += w->most[other_choice];
        return;
    }
    walk_cliques(w, clique + 1, excluded, choice, other_choice);
    uint32_t begin = clique == 0 ? 0 : w->step->clique_end[clique - 1];
    for (uint32_t i = begin; i < w->step->clique_end[clique]; i++)
        if ((excluded >> i & 1) == 0)
            /* NOLINTNEXTLINE(clang-analyzer-core.*): all of a bag's `excludes` have been set */
            walk_cliques(w, clique + 1, excluded | w->excludes[i], choice + w->step->offset[i],
                         other_choice + w->other_offset[i]);
}

/* A bit for each member of the bag that v excludes. */
static uint64_t excluded_by(const solver *s, uint32_t v) {
    const sk_placer_graph *g = s->plan->graph;
    uint64_t excluded = 0;
    for (uint32_t e = g->start[v]; e < g->start[v + 1]; e++) {
        uint32_t at = s->place[g->neighbour[e] - s->first];
        if (at != 0) excluded |= UINT64_C(1) << (at - 1);
    }
    return excluded;
}

/* Adds the table of step `child` to the sums without and with the vertex of the step that it hangs
 * on, whose bag `own` walks through. */
static void add_child(solver *s, const walk *own, uint32_t child, uint64_t excluded,
                      int64_t *without, int64_t *with) {
    const sk_placer_step *theirs = &s->order->steps[child];
    uint32_t other_offset[SK_PLACER_BAG_MAX] = {0}, own_offset = 0, held_offset = 0;
    for (uint32_t i = 0; i < theirs->bag_count; i++) {
        uint32_t member = theirs->bag[i], at = s->place[member - s->first];
        if (member == own->step->vertex)
            own_offset = theirs->offset[i];
        else if (at != 0)
            other_offset[at - 1] = theirs->offset[i];
        else if (s->plan->chosen[member]) /* held, after that step was made */
            held_offset += theirs->offset[i];
    }
    walk w = {own->step, own->excludes, other_offset, s->tables[child].most, without};
    walk_cliques(&w, 0, 0, 0, held_offset);
    w.sum = with;
    walk_cliques(&w, 0, excluded, 0, held_offset + own_offset);
    free(s->tables[child].most);
}

/* The most a step can add is the better of leaving its vertex out and of taking it. */
static void settle(table *t, const int64_t *with, uint32_t choices, bool prefer_taking) {
    for (uint32_t c = 0; c < choices; c++) {
        bool take = prefer_taking ? with[c] >= t->most[c] : with[c] > t->most[c];
        if (!take) continue;
        t->most[c] = with[c];
        t->taken[c / 64] |= UINT64_C(1) << (c % 64);
    }
}

static void fill_table(sk_arena *arena, solver *s, uint32_t index, bool prefer_taking) {
    const sk_placer_step *step = &s->order->steps[index];
    static const uint32_t no_offset[SK_PLACER_BAG_MAX];
    uint64_t excludes[SK_PLACER_BAG_MAX];
    table *t = &s->tables[index];
    t->most = sk_heap_array(step->choices, sizeof *t->most);
    t->taken = SK_NEW_ARRAY(arena, uint64_t, step->choices / 64 + 1);
    int64_t *with = sk_heap_array(step->choices, sizeof *with);

    for (uint32_t i = 0; i < step->bag_count; i++) s->place[step->bag[i] - s->first] = i + 1;
    for (uint32_t i = 0; i < step->bag_count; i++) excludes[i] = excluded_by(s, step->bag[i]);
    uint64_t excluded = excluded_by(s, step->vertex);
    int64_t weight = s->plan->graph->weight[step->vertex] - never;
    for (uint32_t c = 0; c < step->choices; c++) with[c] = never;
    walk w = {step, excludes, no_offset, &weight, with};
    walk_cliques(&w, 0, excluded, 0, 0);
    for (uint32_t child = s->hanging[index]; child != NONE; child = s->tables[child].next)
        add_child(s, &w, child, excluded, t->most, with);
    settle(t, with, step->choices, prefer_taking);
    free(with);

    uint32_t soonest = NONE;
    for (uint32_t i = 0; i < step->bag_count; i++) {
        s->place[step->bag[i] - s->first] = 0;
        uint32_t theirs = s->step_of[step->bag[i] - s->first];
        if (theirs < soonest) soonest = theirs;
    }
    if (soonest == NONE) {
        free(t->most);
    } else {
        t->next = s->hanging[soonest];
        s->hanging[soonest] = index;
    }
}

/* Backwards, each step's bag is decided before it. A vertex that is held may have become free. */
static void read_choice(solver *s) {
    const sk_placer_order *order = s->order;
    for (uint32_t i = 0; i < order->count; i++)
        if (s->plan->chosen[order->steps[i].vertex])
            sk_placer_plan_remove(s->plan, order->steps[i].vertex);
    for (uint32_t i = order->count; i-- > 0;) {
        const sk_placer_step *step = &order->steps[i];
        uint32_t choice = 0;
        for (uint32_t b = 0; b < step->bag_count; b++)
            if (s->plan->chosen[step->bag[b]]) choice += step->offset[b];
        if (s->tables[i].taken[choice / 64] >> (choice % 64) & 1)
            sk_placer_plan_insert(s->plan, step->vertex);
    }
    for (uint32_t v = 0; v < s->size; v++)
        if (s->step_of[v] == NONE && !s->plan->chosen[v + s->first] &&
            s->plan->rivals[v + s->first] == 0)
            sk_placer_plan_insert(s->plan, v + s->first);
}

uint64_t sk_placer_tables_work(const sk_placer_order *order) {
    uint64_t work = 0;
    for (uint32_t i = 0; i < order->count; i++) work += order->steps[i].choices;
    return work;
}

void sk_placer_tables_solve(sk_arena *arena, sk_placer_plan *plan, const sk_placer_order *order,
                            sk_placer_component component, bool prefer_early) {
    uint32_t size = component.to - component.from;
    solver s = {plan,
                order,
                SK_NEW_ARRAY(arena, table, order->count),
                SK_NEW_ARRAY(arena, uint32_t, size),
                SK_NEW_ARRAY(arena, uint32_t, order->count),
                SK_NEW_ARRAY(arena, uint32_t, size),
                component.from,
                size};
    for (uint32_t v = 0; v < size; v++) s.step_of[v] = NONE;
    for (uint32_t i = 0; i < order->count; i++) {
        s.step_of[order->steps[i].vertex - component.from] = i;
        s.hanging[i] = NONE;
    }
    for (uint32_t i = 0; i < order->count; i++) fill_table(arena, &s, i, prefer_early);
    read_choice(&s);
}
