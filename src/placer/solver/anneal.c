#include "placer/solver/anneal.h"

#include <stdlib.h>
#include <string.h>

#include "placer/solver/clique_plan.h"

enum { QUANTILE_BITS = 12, QUANTILES = 1 << QUANTILE_BITS };

typedef struct {
    sk_placer_clique_plan *plan;
    uint64_t random;
    int64_t gained, best; /* the plan's weight against the one it started with */
    bool *best_chosen;
    double quantile[QUANTILES];
} annealer;

/* A generator of our own (xorshift64*, Vigna 2016): the same numbers on any machine. */
static uint64_t next_random(annealer *a) {
    a->random ^= a->random >> 12;
    a->random ^= a->random << 25;
    a->random ^= a->random >> 27;
    return a->random * UINT64_C(2685821657736338717);
}

/* The quantiles of the exponential distribution, as the means of its order statistics (Renyi 1953):
 * a loss is accepted when it is less than the temperature times one of these, which is the rule of
 * Metropolis et al. (1953) in steps. By sums and quotients only, because the logarithms of two C
 * libraries differ in the last bit. */
static void fill_quantiles(double *quantile) {
    double sum = 0;
    for (int i = 0; i < QUANTILES; i++) {
        sum += 1.0 / (QUANTILES - i);
        quantile[i] = sum;
    }
}

static void sweep(annealer *a, double temperature) {
    sk_placer_clique_plan *plan = a->plan;
    for (uint32_t v = 0; v < plan->count; v++) {
        if (plan->chosen[v]) continue;
        int64_t gain = sk_placer_clique_plan_gain(plan, v);
        if (gain < 0) {
            double patience = a->quantile[next_random(a) >> (64 - QUANTILE_BITS)];
            if ((double)-gain > temperature * patience) continue;
        }
        sk_placer_clique_plan_insert(plan, v);
        a->gained += gain;
    }
}

static void keep_best(annealer *a) {
    if (a->gained <= a->best) return;
    a->best = a->gained;
    memcpy(a->best_chosen, a->plan->chosen, a->plan->count * sizeof(bool));
}

static int compare_weights(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return a < b ? -1 : a > b;
}

static int64_t median(int64_t *values, uint32_t count) {
    qsort(values, count, sizeof *values, compare_weights);
    return values[count / 2];
}

/* The least that is at stake where v competes: a difference in weight, or else all of its weight.
 */
static int64_t finest_stake(const sk_placer_graph *g, uint32_t v) {
    int64_t least = g->weight[v];
    for (uint32_t e = g->start[v]; e < g->start[v + 1]; e++) {
        int64_t difference = llabs(g->weight[g->neighbour[e]] - g->weight[v]);
        if (difference > 0 && difference < least) least = difference;
    }
    return least;
}

/* Typical stakes: the weight of a vertex, and the finest one. */
static void measure_stakes(sk_arena *arena, const sk_placer_graph *g, sk_placer_component component,
                           double *coarse, double *fine) {
    uint32_t from = component.from, count = component.to - from;
    int64_t *values = SK_NEW_ARRAY(arena, int64_t, count);
    for (uint32_t i = 0; i < count; i++) values[i] = finest_stake(g, from + i);
    *fine = (double)median(values, count);
    *coarse = 0;
    for (uint32_t i = 0; i < count; i++) *coarse += (double)g->weight[from + i] / count;
}

/* Cools from `hot` to `cold`, with as many sweeps for each halving of the temperature, so that what
 * is dear and what is cheap are both settled in their time. */
static void cool(annealer *a, double hot, double cold, uint64_t sweeps) {
    uint64_t halvings = 1;
    for (double t = hot / 2; t > cold; t /= 2) halvings++;
    uint64_t each = sweeps / halvings + 1;
    for (uint64_t i = 0; i < halvings * each; i++) {
        double done = (double)(i % each) / (double)each;
        sweep(a, hot / (1 + done));
        keep_best(a);
        if (i % each == each - 1) hot /= 2;
    }
}

static void restore_best(const annealer *a, sk_placer_plan *plan, sk_placer_component component) {
    const bool *best = a->best_chosen;
    uint32_t from = component.from;
    for (uint32_t v = from; v < component.to; v++)
        if (plan->chosen[v] && !best[v - from]) sk_placer_plan_remove(plan, v);
    for (uint32_t v = from; v < component.to; v++)
        if (!plan->chosen[v] && best[v - from]) sk_placer_plan_insert(plan, v);
}

void sk_placer_anneal(sk_arena *arena, sk_placer_plan *plan, sk_placer_component component,
                      uint64_t sweeps) {
    double coarse, fine;
    annealer *a = SK_NEW(arena, annealer);
    a->plan = sk_placer_clique_plan_create(arena, plan, component);
    a->random = (uint64_t)component.from + 1;
    a->best = -1;
    a->best_chosen = SK_NEW_ARRAY(arena, bool, component.to - component.from);
    fill_quantiles(a->quantile);
    measure_stakes(arena, plan->graph, component, &coarse, &fine);
    keep_best(a);
    cool(a, 0.3 * coarse, 0.1 * fine, sweeps);
    restore_best(a, plan, component);
}
