#include "placer/solver/search.h"

#include "placer/solver/anneal.h"
#include "placer/solver/tables.h"
#include "placer/solver/windows.h"

enum {
    EFFORT_AT_LEAST = 1 << 21, /* default: enough to solve what a map has exactly */
    EFFORT_PER_VERTEX = 500,
    ANNEALING_SHARE = 4, /* a quarter of the effort */
    FIRST_CHOICES = 1 << 12,
    MOST_CHOICES = 1 << 20,
    FIRST_WINDOW = 64,
    DENSE_SHARE = 10, /* a component is dense when more than a tenth of it has to be held */
};

typedef struct {
    sk_placer_plan *plan;
    sk_placer_component component;
    uint32_t *times_held;
    uint64_t effort;       /* that is left */
    uint32_t most_choices; /* in a bag */
    uint32_t held_count;   /* in the last round */
    bool prefer_early;
} search;

typedef enum { SOLVED, IMPROVED, NO_BETTER, NOT_TRIED } round_result;

static int64_t weight_of(const sk_placer_plan *plan, sk_placer_component component) {
    int64_t weight = 0;
    for (uint32_t v = component.from; v < component.to; v++)
        if (plan->chosen[v]) weight += plan->graph->weight[v];
    return weight;
}

static uint32_t most_held_of_sparse(const search *s) {
    return (s->component.to - s->component.from) / DENSE_SHARE;
}

/* Solves the component but for what the order holds; when `only_whole`, only if it holds nothing.
 */
static round_result solve(search *s, bool only_whole) {
    sk_arena *arena = sk_arena_create();
    uint32_t most_held = only_whole ? most_held_of_sparse(s) : UINT32_MAX;
    sk_placer_order *order =
        sk_placer_order_find(arena, s->plan, s->component,
                             (sk_placer_order_limits){s->most_choices, most_held}, s->times_held);
    uint64_t work = sk_placer_tables_work(order);
    round_result result = NOT_TRIED;
    s->held_count = order->held_count;
    if (work <= s->effort && (order->held_count == 0 || !only_whole)) {
        int64_t before = weight_of(s->plan, s->component);
        sk_placer_tables_solve(arena, s->plan, order, s->component, s->prefer_early);
        s->effort -= work;
        result = weight_of(s->plan, s->component) > before ? IMPROVED : NO_BETTER;
        if (order->held_count == 0) result = SOLVED;
    }
    sk_arena_free(arena);
    return result;
}

static void anneal(search *s) {
    sk_arena *arena = sk_arena_create();
    uint32_t size = s->component.to - s->component.from;
    uint64_t share = s->effort / ANNEALING_SHARE;
    sk_placer_anneal(arena, s->plan, s->component, share / size + 1);
    s->effort -= share;
    sk_arena_free(arena);
}

/* Round after round holds other vertices, and fewer of them when nothing else helps. Of plans that
 * weigh the same, now one and now another is kept, which opens new ways. */
static void search_whole(search *s) {
    for (;;) {
        round_result result = solve(s, false);
        if (result == SOLVED || result == NOT_TRIED) return;
        if (result == NO_BETTER && s->most_choices < MOST_CHOICES) s->most_choices *= 2;
        s->prefer_early = !s->prefer_early;
    }
}

static void search_in_windows(search *s) {
    uint32_t size = s->component.to - s->component.from;
    for (uint32_t most_open = FIRST_WINDOW; s->effort > 0; most_open *= 2) {
        s->effort = sk_placer_windows(s->plan, s->component, most_open, s->effort);
        if (most_open >= size) return;
    }
}

static void search_component(search *s) {
    s->most_choices = FIRST_CHOICES;
    if (solve(s, true) == SOLVED) return;
    bool dense = s->held_count > most_held_of_sparse(s);
    for (uint32_t v = s->component.from; v < s->component.to; v++) s->times_held[v] = 0;
    anneal(s);
    if (dense)
        search_in_windows(s);
    else
        search_whole(s);
}

void sk_placer_search(sk_placer_plan *plan, const uint32_t *component, uint32_t component_count,
                      uint64_t effort) {
    if (component_count == 0) return;
    sk_arena *arena = sk_arena_create();
    uint32_t count = plan->graph->count;
    double per_vertex = (double)effort / count;
    if (effort == 0) per_vertex = EFFORT_PER_VERTEX + (double)EFFORT_AT_LEAST / count;
    search s = {.plan = plan, .times_held = SK_NEW_ARRAY(arena, uint32_t, count)};
    for (uint32_t i = 0; i < component_count; i++) {
        s.component = (sk_placer_component){component[i], component[i + 1]};
        s.effort = (uint64_t)(per_vertex * (component[i + 1] - component[i]));
        search_component(&s);
    }
    sk_arena_free(arena);
}
