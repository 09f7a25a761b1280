#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check_main.h"
#include "placer/label_placer.h"

enum { MOST_ITEMS = 8, MOST_CANDIDATES = 5, MOST_OBSTACLES = 6, SHAPES = 2 };

/* A problem with room for all that it refers to. */
typedef struct {
    sk_placer_shape shapes[MOST_ITEMS][MOST_CANDIDATES][SHAPES];
    sk_placer_candidate candidates[MOST_ITEMS][MOST_CANDIDATES];
    sk_placer_item items[MOST_ITEMS];
    sk_placer_obstacle obstacles[MOST_OBSTACLES];
    sk_placer_problem problem;
} owned_problem;

static uint64_t random_state;

static double uniform(double from, double to) {
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return from + (to - from) * (double)(random_state >> 11) * 0x1p-53;
}

static int whole(int from, int to) {
    return (int)floor(uniform(from, to + 1));
}

static sk_placer_shape box(double left, double top, double width, double height) {
    return (sk_placer_shape){left + width / 2, top + height / 2, width / 2, height / 2, 1, 0, 0};
}

static sk_placer_shape disc(double x, double y, double radius) {
    return (sk_placer_shape){x, y, 0, 0, 1, 0, radius};
}

static sk_placer_shape random_shape(double page) {
    double turn = uniform(0, 6.2831853);
    sk_placer_shape shape = {uniform(0, page), uniform(0, page), uniform(0, 3), uniform(0, 1),
                             cos(turn),        sin(turn),        uniform(0, 1)};
    switch (whole(0, 3)) {
        case 0: /* a disc */
            shape.half_width = shape.half_height = 0;
            break;
        case 1: /* an upright box */
            shape.cosine = 1;
            shape.sine = shape.radius = 0;
            break;
        case 2: /* a line */
            shape.half_height = 0;
            break;
        default:
            break;
    }
    return shape;
}

static owned_problem *random_problem(uint64_t seed) {
    owned_problem *owned = calloc(1, sizeof *owned);
    random_state = seed;
    double page = uniform(4, 14);
    sk_placer_problem *p = &owned->problem;
    p->items = owned->items;
    p->item_count = (size_t)whole(0, MOST_ITEMS);
    p->obstacles = owned->obstacles;
    p->obstacle_count = (size_t)whole(0, MOST_OBSTACLES);
    bool all_alike = whole(0, 3) == 0;
    for (size_t i = 0; i < p->item_count; i++) {
        sk_placer_item *item = &owned->items[i];
        item->candidates = owned->candidates[i];
        item->candidate_count = (size_t)whole(0, MOST_CANDIDATES);
        item->drop_cost = all_alike ? 1 : whole(0, 2) == 0 ? (double)INFINITY : whole(0, 30);
        for (size_t c = 0; c < item->candidate_count; c++) {
            sk_placer_candidate *candidate = &owned->candidates[i][c];
            candidate->shapes = owned->shapes[i][c];
            candidate->shape_count = (size_t)whole(0, SHAPES);
            candidate->cost = all_alike ? 0 : whole(0, 1) ? whole(0, 9) : uniform(0, 9);
            for (size_t s = 0; s < candidate->shape_count; s++)
                owned->shapes[i][c][s] = random_shape(page);
        }
    }
    for (size_t o = 0; o < p->obstacle_count; o++)
        owned->obstacles[o] =
            (sk_placer_obstacle){random_shape(page), whole(0, 1) ? (double)INFINITY : uniform(0, 5),
                                 whole(-1, MOST_ITEMS - 1)};
    return owned;
}

static bool candidates_overlap(const sk_placer_candidate *a, const sk_placer_candidate *b) {
    for (size_t i = 0; i < a->shape_count; i++)
        for (size_t j = 0; j < b->shape_count; j++)
            if (sk_placer_shapes_overlap(&a->shapes[i], &b->shapes[j])) return true;
    return false;
}

static double obstacle_cost(const sk_placer_problem *p, size_t item,
                            const sk_placer_candidate *candidate) {
    double cost = 0;
    for (size_t o = 0; o < p->obstacle_count; o++) {
        sk_placer_candidate obstacle = {&p->obstacles[o].shape, 1, 0};
        if (p->obstacles[o].except != (ptrdiff_t)item && candidates_overlap(candidate, &obstacle))
            cost += p->obstacles[o].cost;
    }
    return cost;
}

/* What a plan costs: how many items that should never be left out are, and all the rest. */
typedef struct {
    int dear;
    double cost;
} plan_cost;

static bool cheaper(plan_cost a, plan_cost b) {
    return a.dear != b.dear ? a.dear < b.dear : a.cost < b.cost;
}

static plan_cost with_item(const sk_placer_problem *p, plan_cost sum, size_t i, ptrdiff_t c) {
    const sk_placer_item *item = &p->items[i];
    if (c == SK_PLACER_DROPPED) {
        if (isinf(item->drop_cost))
            sum.dear++;
        else
            sum.cost += item->drop_cost;
    } else {
        sum.cost += item->candidates[c].cost + obstacle_cost(p, i, &item->candidates[c]);
    }
    return sum;
}

static plan_cost cost_of(const sk_placer_problem *p, const ptrdiff_t *choice) {
    plan_cost sum = {0, 0};
    for (size_t i = 0; i < p->item_count; i++) sum = with_item(p, sum, i, choice[i]);
    return sum;
}

static bool fits(const sk_placer_problem *p, const ptrdiff_t *choice, size_t i, ptrdiff_t c) {
    const sk_placer_candidate *candidate = &p->items[i].candidates[c];
    for (size_t j = 0; j < i; j++)
        if (choice[j] != SK_PLACER_DROPPED &&
            candidates_overlap(candidate, &p->items[j].candidates[choice[j]]))
            return false;
    return isfinite(obstacle_cost(p, i, candidate));
}

/* Tries everything from item i on. */
static void brute_force(const sk_placer_problem *p, ptrdiff_t *choice, size_t i, plan_cost sum,
                        plan_cost *best) {
    if (!cheaper(sum, *best)) return;
    if (i == p->item_count) {
        *best = sum;
        return;
    }
    for (ptrdiff_t c = -1; c < (ptrdiff_t)p->items[i].candidate_count; c++) {
        if (c >= 0 && !fits(p, choice, i, c)) continue;
        choice[i] = c;
        brute_force(p, choice, i + 1, with_item(p, sum, i, c), best);
    }
}

static void assert_valid(const sk_placer_problem *p, const ptrdiff_t *choice) {
    for (size_t i = 0; i < p->item_count; i++) {
        ck_assert_int_ge(choice[i], SK_PLACER_DROPPED);
        ck_assert_int_lt(choice[i], (ptrdiff_t)p->items[i].candidate_count);
        if (choice[i] != SK_PLACER_DROPPED) ck_assert(fits(p, choice, i, choice[i]));
    }
}

START_TEST(small_problems_get_the_cheapest_plan_there_is) {
    for (uint64_t seed = 1; seed <= 300; seed++) {
        owned_problem *owned = random_problem(seed + 1000 * (uint64_t)_i);
        ptrdiff_t choice[MOST_ITEMS], tried[MOST_ITEMS];
        plan_cost best = {MOST_ITEMS + 1, 0};
        double cost = sk_placer_run(&owned->problem, choice);
        assert_valid(&owned->problem, choice);
        brute_force(&owned->problem, tried, 0, (plan_cost){0, 0}, &best);
        plan_cost found = cost_of(&owned->problem, choice);
        ck_assert_int_eq(found.dear, best.dear);
        ck_assert_double_eq_tol(found.cost, best.cost, 1e-6);
        if (found.dear > 0)
            ck_assert(isinf(cost));
        else
            ck_assert_double_eq_tol(cost, best.cost, 1e-6);
        free(owned);
    }
}
END_TEST

static void move(owned_problem *owned, double by) {
    for (size_t i = 0; i < MOST_ITEMS; i++)
        for (size_t c = 0; c < MOST_CANDIDATES; c++)
            for (size_t s = 0; s < SHAPES; s++) owned->shapes[i][c][s].x += by;
    for (size_t o = 0; o < MOST_OBSTACLES; o++) owned->obstacles[o].shape.x += by;
}

/* Adds a problem to `all`, whose arrays have room for it. */
static void add_problem(sk_placer_problem *all, sk_placer_item *items,
                        sk_placer_obstacle *obstacles, const sk_placer_problem *p) {
    for (size_t o = 0; o < p->obstacle_count; o++) {
        obstacles[all->obstacle_count] = p->obstacles[o];
        if (p->obstacles[o].except >= 0)
            obstacles[all->obstacle_count].except += (ptrdiff_t)all->item_count;
        all->obstacle_count++;
    }
    for (size_t i = 0; i < p->item_count; i++) items[all->item_count++] = p->items[i];
}

enum { SIDE_BY_SIDE = 500 };

/* So many that vertices are far from having most others for neighbours, as in a small one. */
START_TEST(small_problems_side_by_side_cost_together_what_they_cost_alone) {
    static sk_placer_item items[SIDE_BY_SIDE * MOST_ITEMS];
    static sk_placer_obstacle obstacles[SIDE_BY_SIDE * MOST_OBSTACLES];
    static ptrdiff_t choice[SIDE_BY_SIDE * MOST_ITEMS], alone[MOST_ITEMS];
    owned_problem *each[SIDE_BY_SIDE];
    sk_placer_problem all = {.items = items, .obstacles = obstacles};
    plan_cost sum = {0, 0};
    for (size_t k = 0; k < SIDE_BY_SIDE; k++) {
        each[k] = random_problem(k + 1);
        move(each[k], 100 * (double)k);
        sk_placer_run(&each[k]->problem, alone);
        plan_cost cost = cost_of(&each[k]->problem, alone);
        sum = (plan_cost){sum.dear + cost.dear, sum.cost + cost.cost};
        add_problem(&all, items, obstacles, &each[k]->problem);
    }
    sk_placer_run(&all, choice);
    plan_cost together = {0, 0};
    size_t first = 0;
    for (size_t k = 0; k < SIDE_BY_SIDE; k++) {
        assert_valid(&each[k]->problem, choice + first);
        plan_cost cost = cost_of(&each[k]->problem, choice + first);
        together = (plan_cost){together.dear + cost.dear, together.cost + cost.cost};
        first += each[k]->problem.item_count;
        free(each[k]);
    }
    ck_assert_int_eq(together.dear, sum.dear);
    ck_assert_double_eq_tol(together.cost, sum.cost, 1e-4);
}
END_TEST

/* Four labels around each of many points: more than can be solved as a whole. */
typedef struct {
    size_t count;
    sk_placer_shape *shapes;
    sk_placer_candidate *candidates;
    sk_placer_item *items;
    ptrdiff_t *choice;
    sk_placer_problem problem;
} crowd;

static crowd labels_around_points(size_t count, double width, double height, double candidate_cost,
                                  double (*next_uniform)(void)) {
    crowd c = {count,
               calloc(4 * count, sizeof(sk_placer_shape)),
               calloc(4 * count, sizeof(sk_placer_candidate)),
               calloc(count, sizeof(sk_placer_item)),
               calloc(count, sizeof(ptrdiff_t)),
               {0}};
    for (size_t i = 0; i < count; i++) {
        double x = next_uniform() * width;
        double y = next_uniform() * height;
        for (size_t k = 0; k < 4; k++) {
            c.shapes[4 * i + k] = box(k & 1 ? x - 30 : x, k & 2 ? y - 7 : y, 30, 7);
            c.candidates[4 * i + k] =
                (sk_placer_candidate){&c.shapes[4 * i + k], 1, (double)k * candidate_cost};
        }
        c.items[i] = (sk_placer_item){&c.candidates[4 * i], 4, 1};
    }
    c.problem = (sk_placer_problem){.items = c.items, .item_count = count};
    return c;
}

static double next_number(void) {
    return uniform(0, 1);
}

static crowd crowded_labels(size_t count, double page, double candidate_cost) {
    random_state = 5;
    return labels_around_points(count, page, page, candidate_cost, next_number);
}

static void free_crowd(crowd c) {
    free(c.shapes);
    free(c.candidates);
    free(c.items);
    free(c.choice);
}

static const struct {
    size_t count;
    double page, candidate_cost;
} crowds[] = {{1500, 600, 0}, {1500, 600, 0.05}, {2500, 1050, 0}, {2500, 1050, 0.05}};

START_TEST(no_two_chosen_ones_overlap_in_a_crowd_and_none_that_fits_is_left_out) {
    crowd c = crowded_labels(crowds[_i].count, crowds[_i].page, crowds[_i].candidate_cost);
    sk_placer_run(&c.problem, c.choice);
    assert_valid(&c.problem, c.choice);
    size_t dropped = 0;
    for (size_t i = 0; i < c.count; i++) {
        if (c.choice[i] != SK_PLACER_DROPPED) continue;
        dropped++;
        for (size_t k = 0; k < 4; k++) {
            bool blocked = false;
            for (size_t j = 0; j < c.count && !blocked; j++)
                blocked = c.choice[j] != SK_PLACER_DROPPED &&
                          candidates_overlap(&c.items[i].candidates[k],
                                             &c.items[j].candidates[c.choice[j]]);
            ck_assert(blocked);
        }
    }
    ck_assert_uint_gt(dropped, 0);
    free_crowd(c);
}
END_TEST

/* The generator of tests/bench/label_bench.c (splitmix64), so that its instances can be named. */
static double next_of_instance(void) {
    uint64_t z = random_state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

/* What an integer program solver (CBC 2.10) proved to be the most labels. */
static const struct {
    size_t count;
    uint64_t seed;
    double kept;
} proven[] = {{500, 1500, 497},   {750, 1750, 716},   {750, 2750, 730},   {1000, 11000, 911},
              {1000, 21000, 916}, {1000, 31000, 908}, {1000, 61000, 901}, {1000, 161000, 916}};

START_TEST(random_instances_of_the_literature_get_their_proven_optimum) {
    random_state = proven[_i].seed;
    crowd c = labels_around_points(proven[_i].count, 792, 612, 0, next_of_instance);
    double dropped = sk_placer_run(&c.problem, c.choice);
    assert_valid(&c.problem, c.choice);
    ck_assert_double_eq((double)c.count - dropped, proven[_i].kept);
    free_crowd(c);
}
END_TEST

START_TEST(the_same_problem_gets_the_same_plan) {
    crowd c = crowded_labels(1500, 600, 0.05);
    ptrdiff_t *again = calloc(c.count, sizeof *again);
    double first = sk_placer_run(&c.problem, c.choice);
    ck_assert(first == sk_placer_run(&c.problem, again));
    ck_assert_mem_eq(c.choice, again, c.count * sizeof *again);
    free(again);
    free_crowd(c);
}
END_TEST

START_TEST(more_effort_never_costs_validity_and_little_effort_is_enough_for_a_plan) {
    crowd c = crowded_labels(1500, 600, 0.05);
    c.problem.effort = 1;
    double hasty = sk_placer_run(&c.problem, c.choice);
    assert_valid(&c.problem, c.choice);
    c.problem.effort = 20000000;
    double patient = sk_placer_run(&c.problem, c.choice);
    assert_valid(&c.problem, c.choice);
    ck_assert_double_lt(patient, hasty);
    free_crowd(c);
}
END_TEST

START_TEST(an_item_with_room_takes_its_cheapest_candidate) {
    sk_placer_shape places[] = {box(0, 0, 4, 2), box(10, 0, 4, 2), box(20, 0, 4, 2)};
    sk_placer_candidate candidates[] = {{&places[0], 1, 3}, {&places[1], 1, 1}, {&places[2], 1, 2}};
    sk_placer_item item = {candidates, 3, INFINITY};
    ptrdiff_t choice;
    ck_assert_double_eq(
        sk_placer_run(&(sk_placer_problem){.items = &item, .item_count = 1}, &choice), 1);
    ck_assert_int_eq(choice, 1);
}
END_TEST

START_TEST(where_one_must_go_it_is_the_one_with_the_lowest_drop_cost) {
    sk_placer_shape same[] = {box(0, 0, 4, 2), box(1, 0, 4, 2), box(2, 0, 4, 2)};
    sk_placer_candidate candidates[] = {{&same[0], 1, 0}, {&same[1], 1, 0}, {&same[2], 1, 0}};
    sk_placer_item items[] = {
        {&candidates[0], 1, 5}, {&candidates[1], 1, 9}, {&candidates[2], 1, 7}};
    ptrdiff_t choice[3];
    ck_assert_double_eq(
        sk_placer_run(&(sk_placer_problem){.items = items, .item_count = 3}, choice), 12);
    ck_assert_int_eq(choice[0], SK_PLACER_DROPPED);
    ck_assert_int_eq(choice[1], 0);
    ck_assert_int_eq(choice[2], SK_PLACER_DROPPED);
}
END_TEST

START_TEST(an_item_that_must_stay_outweighs_any_number_of_others) {
    sk_placer_shape wide = box(0, 0, 100, 2), small[9];
    sk_placer_candidate wide_one = {&wide, 1, 50}, small_ones[9];
    sk_placer_item items[10] = {{&wide_one, 1, INFINITY}};
    for (int i = 0; i < 9; i++) {
        small[i] = box(11 * i, 0, 10, 2);
        small_ones[i] = (sk_placer_candidate){&small[i], 1, 0};
        items[i + 1] = (sk_placer_item){&small_ones[i], 1, 1e9};
    }
    ptrdiff_t choice[10];
    sk_placer_run(&(sk_placer_problem){.items = items, .item_count = 10}, choice);
    ck_assert_int_eq(choice[0], 0);
    for (int i = 1; i < 10; i++) ck_assert_int_eq(choice[i], SK_PLACER_DROPPED);
}
END_TEST

START_TEST(obstacles_keep_off_or_cost_once_and_let_their_own_item_through) {
    sk_placer_shape both[] = {box(0, 0, 4, 2), box(1, 0, 4, 2)}, beside = box(10, 0, 4, 2);
    sk_placer_candidate candidates[] = {{both, 2, 0}, {&beside, 1, 3}};
    sk_placer_item item = {candidates, 2, 100};
    struct {
        double obstacle_cost;
        ptrdiff_t except, choice;
        double cost;
    } cases[] = {{INFINITY, -1, 1, 3}, {INFINITY, 0, 0, 0}, {2, -1, 0, 2}, {4, -1, 1, 3}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sk_placer_obstacle obstacle = {disc(2, 1, 0.5), cases[i].obstacle_cost, cases[i].except};
        sk_placer_problem problem = {&item, 1, &obstacle, 1, 0};
        ptrdiff_t choice;
        ck_assert_double_eq(sk_placer_run(&problem, &choice), cases[i].cost);
        ck_assert_int_eq(choice, cases[i].choice);
    }
}
END_TEST

START_TEST(items_that_cannot_be_placed_are_dropped) {
    sk_placer_shape sound = box(0, 0, 4, 2), broken = box(0, NAN, 4, 2);
    sk_placer_candidate blocked = {&sound, 1, 0}, no_place = {&broken, 1, 0},
                        no_cost = {&sound, 1, NAN}, endless = {&sound, 1, INFINITY};
    sk_placer_item items[] = {{NULL, 0, INFINITY},
                              {&blocked, 1, INFINITY},
                              {&no_place, 1, INFINITY},
                              {&no_cost, 1, 1},
                              {&endless, 1, 1}};
    sk_placer_obstacle obstacle = {sound, INFINITY, -1};
    sk_placer_problem problem = {items, 5, &obstacle, 1, 0};
    ptrdiff_t choice[5];
    ck_assert(isinf(sk_placer_run(&problem, choice)));
    for (int i = 0; i < 5; i++) ck_assert_int_eq(choice[i], SK_PLACER_DROPPED);
}
END_TEST

START_TEST(a_place_at_the_price_of_dropping_is_taken_and_a_dearer_one_is_not) {
    sk_placer_shape place = box(0, 0, 4, 2);
    sk_placer_candidate candidate = {&place, 1, 5};
    sk_placer_item item = {&candidate, 1, 5};
    sk_placer_problem problem = {.items = &item, .item_count = 1};
    ptrdiff_t choice;
    sk_placer_run(&problem, &choice);
    ck_assert_int_eq(choice, 0);
    item.drop_cost = 4.5;
    ck_assert_double_eq(sk_placer_run(&problem, &choice), 4.5);
    ck_assert_int_eq(choice, SK_PLACER_DROPPED);
}
END_TEST

START_TEST(a_problem_without_items_costs_nothing) {
    sk_placer_obstacle obstacle = {disc(0, 0, 1), 1, -1};
    ck_assert_double_eq(sk_placer_run(&(sk_placer_problem){0}, NULL), 0);
    ck_assert_double_eq(
        sk_placer_run(&(sk_placer_problem){.obstacles = &obstacle, .obstacle_count = 1}, NULL), 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("label_placer");
    TCase *tests = tcase_create("label_placer");
    tcase_add_loop_test(tests, small_problems_get_the_cheapest_plan_there_is, 0, 5);
    tcase_add_test(tests, small_problems_side_by_side_cost_together_what_they_cost_alone);
    tcase_add_loop_test(tests, no_two_chosen_ones_overlap_in_a_crowd_and_none_that_fits_is_left_out,
                        0, (int)(sizeof crowds / sizeof *crowds));
    tcase_add_loop_test(tests, random_instances_of_the_literature_get_their_proven_optimum, 0,
                        (int)(sizeof proven / sizeof *proven));
    tcase_add_test(tests, the_same_problem_gets_the_same_plan);
    tcase_add_test(tests, more_effort_never_costs_validity_and_little_effort_is_enough_for_a_plan);
    tcase_add_test(tests, an_item_with_room_takes_its_cheapest_candidate);
    tcase_add_test(tests, where_one_must_go_it_is_the_one_with_the_lowest_drop_cost);
    tcase_add_test(tests, an_item_that_must_stay_outweighs_any_number_of_others);
    tcase_add_test(tests, obstacles_keep_off_or_cost_once_and_let_their_own_item_through);
    tcase_add_test(tests, items_that_cannot_be_placed_are_dropped);
    tcase_add_test(tests, a_place_at_the_price_of_dropping_is_taken_and_a_dearer_one_is_not);
    tcase_add_test(tests, a_problem_without_items_costs_nothing);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
