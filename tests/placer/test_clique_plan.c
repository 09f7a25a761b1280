#include <stdlib.h>

#include "check_main.h"
#include "placer/solver/clique_plan.h"

enum { VERTICES = 60 };

static uint64_t random_state;

static uint32_t below(uint32_t limit) {
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((random_state >> 33) % limit);
}

/* Groups of vertices that exclude one another, as the places of a name do, and edges between. */
static sk_placer_graph random_graph(sk_arena *arena, uint64_t seed) {
    random_state = seed;
    bool(*edge)[VERTICES] = sk_arena_array(arena, VERTICES, sizeof *edge);
    uint32_t group_size = 1 + below(12), sparseness = 2 + below(10);
    for (uint32_t v = 0; v < VERTICES; v++)
        for (uint32_t u = 0; u < v; u++)
            edge[u][v] = edge[v][u] = u / group_size == v / group_size || below(sparseness) == 0;
    sk_placer_graph graph = {VERTICES, SK_NEW_ARRAY(arena, int64_t, VERTICES),
                             SK_NEW_ARRAY(arena, uint32_t, VERTICES + 1),
                             SK_NEW_ARRAY(arena, uint32_t, VERTICES * VERTICES)};
    uint32_t next = 0;
    for (uint32_t v = 0; v < VERTICES; v++) {
        graph.weight[v] = 1 + below(100);
        for (uint32_t u = 0; u < VERTICES; u++)
            if (edge[v][u]) graph.neighbour[next++] = u;
        graph.start[v + 1] = next;
    }
    return graph;
}

static void assert_same(const sk_placer_clique_plan *cliques, const sk_placer_plan *plan) {
    for (uint32_t v = 0; v < VERTICES; v++) {
        ck_assert_int_eq(cliques->chosen[v], plan->chosen[v]);
        if (!plan->chosen[v])
            ck_assert_int_eq(sk_placer_clique_plan_gain(cliques, v), sk_placer_plan_gain(plan, v));
    }
}

START_TEST(a_plan_cut_into_cliques_changes_as_the_plan_itself_does) {
    for (uint64_t seed = 1; seed <= 100; seed++) {
        sk_arena *arena = sk_arena_create();
        sk_placer_graph graph = random_graph(arena, seed);
        sk_placer_plan *plan = sk_placer_plan_create(arena, &graph);
        sk_placer_plan_insert(plan, below(VERTICES));
        sk_placer_clique_plan *cliques =
            sk_placer_clique_plan_create(arena, plan, (sk_placer_component){0, VERTICES});
        assert_same(cliques, plan);
        for (int step = 0; step < 100; step++) {
            uint32_t v = below(VERTICES);
            if (plan->chosen[v]) continue;
            sk_placer_plan_insert(plan, v);
            sk_placer_clique_plan_insert(cliques, v);
            assert_same(cliques, plan);
        }
        sk_arena_free(arena);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("clique_plan");
    TCase *tests = tcase_create("clique_plan");
    tcase_add_test(tests, a_plan_cut_into_cliques_changes_as_the_plan_itself_does);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
