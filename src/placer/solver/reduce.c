#include "placer/solver/reduce.h"

#include <string.h>

/* How far is_unconfined() follows a chain of consequences. */
enum { LONGEST_CHAIN = 32 };

/* What all closed vertices are marked with; the marks of the open ones are less. */
static const uint32_t closed_mark = UINT32_MAX;

/* Steps that reducing may take, a nanosecond each or less: fifty times what the most crowded map of
 * the annex needs. What is open by then is left to the search. */
static const uint64_t most_work = 2500000000;

/* What is to be settled once the rest is: */
typedef struct {
    uint32_t v;
    bool folded;                 /* v stands for both `ends`, which exclude it; */
    uint32_t ends[2];            /* else v is taken if no neighbour is: */
    sk_placer_vertices excluded; /* those it had */
} postponed;

struct sk_placer_reduction {
    sk_arena *arena, *scratch;
    uint32_t count;
    sk_placer_shrinking *open; /* what is left of the graph */
    int64_t *weight;
    bool *closed, *taken; /* a vertex is open, or was taken or not */
    postponed *postponed;
    size_t postponed_count, postponed_capacity;
    uint32_t *queue; /* a ring of the vertices to look at (again) */
    bool *queued;    /* or closed */
    uint32_t queue_first, queue_count;
    bool *changed;      /* the vertex or what it excludes, since list_changed() */
    uint32_t *doubtful; /* what list_changed() found */
    uint32_t doubtful_count;
    uint32_t *mark; /* scratch, like those below */
    uint32_t last_mark;
    uint32_t *list;
    int64_t *claimed;
    uint32_t (*outside)[2]; /* two neighbours of a vertex that a chain left out */
};

static sk_placer_vertices around(const sk_placer_reduction *r, uint32_t v) {
    return sk_placer_shrinking_neighbours(r->open, v);
}

static bool may_go_on(const sk_placer_reduction *r) {
    return r->open->work < most_work;
}

static void look_at(sk_placer_reduction *r, uint32_t v) {
    if (r->queued[v]) return;
    r->queued[v] = r->changed[v] = true;
    r->queue[(r->queue_first + r->queue_count++) % r->count] = v;
}

static void look_at_all(sk_placer_reduction *r, sk_placer_vertices vertices) {
    for (uint32_t i = 0; i < vertices.count; i++) look_at(r, vertices.items[i]);
}

/* A mark that no vertex carries. */
static uint32_t fresh_mark(sk_placer_reduction *r) {
    if (r->last_mark + 1 == closed_mark) {
        for (uint32_t v = 0; v < r->count; v++) r->mark[v] = r->closed[v] ? closed_mark : 0;
        r->last_mark = 0;
    }
    return ++r->last_mark;
}

/* Looks at all that v excludes. Only the order of several needs a tidy list. */
static void look_around(sk_placer_reduction *r, uint32_t v) {
    sk_placer_vertices listed = sk_placer_shrinking_listed(r->open, v);
    uint32_t fresh = 0, last = 0;
    for (uint32_t i = 0; i < listed.count && fresh < 2; i++)
        if (!r->queued[listed.items[i]]) last = listed.items[i], fresh++;
    if (fresh == 1) look_at(r, last);
    if (fresh > 1) look_at_all(r, around(r, v));
}

static void close_vertex(sk_placer_reduction *r, uint32_t v) {
    sk_placer_shrinking_close(r->open, v);
    r->closed[v] = r->queued[v] = true;
    r->weight[v] = 0;
    r->mark[v] = closed_mark;
    look_around(r, v);
}

/* Closes the neighbours as if the list were tidied each time: each is replaced by the last. */
static void take(sk_placer_reduction *r, uint32_t v) {
    sk_placer_vertices rivals = around(r, v);
    if (rivals.count > 0) close_vertex(r, rivals.items[0]);
    for (uint32_t i = rivals.count; i-- > 1;) close_vertex(r, rivals.items[i]);
    r->taken[v] = true;
    close_vertex(r, v);
}

/* Neighbourhood removal (Lamm, Schulz, Strash, Williger, Zhang 2019): a vertex that weighs no less
 * than all its neighbours together belongs to a heaviest choice. */
static bool outweighs_neighbours(const sk_placer_reduction *r, uint32_t v) {
    sk_placer_vertices listed = sk_placer_shrinking_listed(r->open, v);
    int64_t rest = r->weight[v]; /* what is closed has no weight any more */
    for (uint32_t i = 0; i < listed.count && rest >= 0; i++) rest -= r->weight[listed.items[i]];
    return rest >= 0;
}

/* Lists the neighbours of v that exclude all that v excludes: who takes one of them instead of v
 * gains nothing but its weight, so that it goes if it weighs no more than v. That is domination
 * (Fomin, Grandoni, Kratsch 2009; with weights Lamm et al. 2019), seen from the dominated side. One
 * that weighs more only matters as long as all of them are listed. */
static uint32_t find_containing(sk_placer_reduction *r, uint32_t v) {
    return sk_placer_shrinking_containing(r->open, v, r->weight, r->list);
}

static postponed *postpone(sk_placer_reduction *r, uint32_t v) {
    r->postponed = sk_arena_grow(r->arena, r->postponed, r->postponed_count, &r->postponed_capacity,
                                 sizeof *r->postponed);
    postponed *p = &r->postponed[r->postponed_count++];
    p->v = v;
    return p;
}

/* The neighbours of v exclude one another and outweigh v: one of them or v will be taken, and a
 * neighbour only gains what it weighs more. That is isolated weight transfer (Lamm et al. 2019),
 * which there begins with the heaviest simplicial vertex of a clique; any of them will do, since by
 * now domination has removed the neighbours that weigh no more than v. Where it has removed them
 * all, v is taken: isolated vertex removal. */
static void defer(sk_placer_reduction *r, uint32_t v) {
    sk_placer_vertices rivals = around(r, v);
    uint32_t *excluded = SK_NEW_ARRAY(r->arena, uint32_t, rivals.count);
    memcpy(excluded, rivals.items, rivals.count * sizeof *excluded);
    postpone(r, v)->excluded = (sk_placer_vertices){excluded, rivals.count};
    int64_t weight = r->weight[v];
    close_vertex(r, v);
    for (uint32_t i = 0; i < rivals.count; i++) {
        r->weight[rivals.items[i]] -= weight;
        look_around(r, rivals.items[i]);
    }
}

static bool can_fold(sk_placer_reduction *r, uint32_t v) {
    sk_placer_vertices ends = around(r, v);
    return ends.count == 2 && r->weight[v] >= r->weight[ends.items[0]] &&
           r->weight[v] >= r->weight[ends.items[1]];
}

/* v has two neighbours, which do not exclude each other: either v is taken, or both of them. From
 * here on v stands for both, with what they weigh more. That is vertex folding (Chen, Kanj, Jia
 * 2001; with weights Lamm et al. 2019): v weighs no less than either, and less than both. */
static void fold(sk_placer_reduction *r, uint32_t v) {
    const uint32_t *two = around(r, v).items, ends[2] = {two[0], two[1]};
    postponed *p = postpone(r, v);
    p->folded = true;
    r->weight[v] = r->weight[ends[0]] + r->weight[ends[1]] - r->weight[v];
    uint32_t room = around(r, ends[0]).count + around(r, ends[1]).count;
    sk_placer_vertices both = {SK_NEW_ARRAY(r->scratch, uint32_t, room), 0};
    uint32_t mark = fresh_mark(r);
    r->mark[v] = mark;
    for (int end = 0; end < 2; end++) {
        p->ends[end] = ends[end];
        sk_placer_vertices theirs = around(r, ends[end]);
        for (uint32_t i = 0; i < theirs.count; i++) {
            if (r->mark[theirs.items[i]] == mark) continue;
            r->mark[theirs.items[i]] = mark;
            both.items[both.count++] = theirs.items[i];
        }
        close_vertex(r, ends[end]);
    }
    sk_placer_shrinking_connect(r->open, v, both);
    look_at(r, v);
    look_at_all(r, both);
}

static void reduce_at(sk_placer_reduction *r, uint32_t v) {
    if (outweighs_neighbours(r, v)) {
        take(r, v);
        return;
    }
    uint32_t count = find_containing(r, v);
    bool all = count == around(r, v).count;
    for (uint32_t i = 0; i < count; i++)
        if (r->weight[r->list[i]] <= r->weight[v]) close_vertex(r, r->list[i]);
    if (all)
        around(r, v).count > 0 ? defer(r, v) : take(r, v);
    else if (count == 0 && can_fold(r, v))
        fold(r, v);
}

/* A set of vertices that all belong to every heaviest choice, if one of them does. */
typedef struct {
    uint32_t member[LONGEST_CHAIN], count;
    uint32_t around; /* entries of r->list: the neighbours of the members */
} chain;

/* Adds v to the chain. Members and their neighbours carry `mark`. */
static void chain_add(sk_placer_reduction *r, chain *c, uint32_t v, uint32_t mark) {
    sk_placer_vertices rivals = around(r, v);
    c->member[c->count++] = v;
    r->mark[v] = mark;
    for (uint32_t i = 0; i < rivals.count; i++) {
        uint32_t u = rivals.items[i];
        if (r->mark[u] != mark) {
            r->mark[u] = mark;
            r->claimed[u] = 0;
            r->list[c->around++] = u;
        }
        r->claimed[u] += r->weight[v];
    }
}

/* How many neighbours of u are neither in the chain nor excluded by it; 2: two or more. The two
 * that were found for an earlier chain are asked first. */
static uint32_t count_outside(sk_placer_reduction *r, uint32_t u, uint32_t mark) {
    uint32_t *outside = r->outside[u], count = 0;
    if (r->mark[outside[0]] < mark && r->mark[outside[1]] < mark) return 2;
    sk_placer_vertices listed = sk_placer_shrinking_listed(r->open, u);
    r->open->work += listed.count;
    for (uint32_t i = 0; i < listed.count && count < 2; i++)
        if (r->mark[listed.items[i]] < mark) outside[count++] = listed.items[i];
    if (count < 2) outside[1] = u;
    return count;
}

/* Whether some heaviest choice does without v: whether it is unconfined, as Xiao and Nagamochi
 * (2013) call it, with weights as in Xiao, Huang, Zhou and Ding (2021), but that a chain ends at
 * LONGEST_CHAIN members. Suppose that no heaviest choice does without v, and that the chain belongs
 * to all of them. A neighbour u of the chain that weighs no less than the members it would push out
 * must be kept out by something else, of which u's further neighbours are all there is: without one
 * the supposition is wrong, and a single one belongs to the chain. */
static bool is_unconfined(sk_placer_reduction *r, uint32_t v) {
    chain c = {.count = 0};
    uint32_t mark = fresh_mark(r);
    chain_add(r, &c, v, mark);
    for (bool grown = true; grown && c.count < LONGEST_CHAIN;) {
        grown = false;
        for (uint32_t i = 0; i < c.around && !grown; i++) {
            uint32_t u = r->list[i];
            if (r->weight[u] < r->claimed[u]) continue;
            uint32_t outside = count_outside(r, u, mark);
            if (outside == 0) return true;
            if (outside == 1) {
                chain_add(r, &c, r->outside[u][0], mark);
                grown = true;
            }
        }
    }
    return false;
}

static void empty_queue(sk_placer_reduction *r) {
    while (r->queue_count > 0 && may_go_on(r)) {
        uint32_t v = r->queue[r->queue_first];
        r->queue_first = (r->queue_first + 1) % r->count;
        r->queue_count--;
        if (r->closed[v]) continue;
        r->queued[v] = false;
        reduce_at(r, v);
    }
}

static sk_placer_reduction *start(sk_arena *arena, sk_arena *scratch,
                                  const sk_placer_graph *graph) {
    uint32_t count = graph->count;
    sk_placer_reduction *r = SK_NEW(arena, sk_placer_reduction);
    r->arena = arena;
    r->scratch = scratch;
    r->count = count;
    r->open = sk_placer_shrinking_create(scratch, graph);
    r->closed = SK_NEW_ARRAY(arena, bool, count);
    r->taken = SK_NEW_ARRAY(arena, bool, count);
    r->weight = SK_NEW_ARRAY(scratch, int64_t, count);
    r->queue = SK_NEW_ARRAY(scratch, uint32_t, count);
    r->queued = SK_NEW_ARRAY(scratch, bool, count);
    r->changed = SK_NEW_ARRAY(scratch, bool, count);
    r->doubtful = SK_NEW_ARRAY(scratch, uint32_t, count);
    r->mark = SK_NEW_ARRAY(scratch, uint32_t, count);
    r->list = SK_NEW_ARRAY(scratch, uint32_t, count);
    r->claimed = SK_NEW_ARRAY(scratch, int64_t, count);
    r->outside = sk_arena_array(scratch, count, sizeof *r->outside);
    for (uint32_t v = 0; v < count; v++) {
        r->weight[v] = graph->weight[v];
        r->outside[v][0] = r->outside[v][1] = v; /* never outside */
        look_at(r, v);
    }
    return r;
}

/* Adds v to the doubtful ones. */
static void doubt(sk_placer_reduction *r, uint32_t v, uint32_t mark) {
    if (r->mark[v] >= mark) return;
    r->mark[v] = mark;
    r->doubtful[r->doubtful_count++] = v;
}

/* Adds the neighbours of v. As in look_around(), only the order of several needs a tidy list. */
static void doubt_around(sk_placer_reduction *r, uint32_t v, uint32_t mark) {
    sk_placer_vertices listed = sk_placer_shrinking_listed(r->open, v);
    uint32_t fresh = 0, last = 0;
    for (uint32_t i = 0; i < listed.count && fresh < 2; i++)
        if (r->mark[listed.items[i]] < mark) last = listed.items[i], fresh++;
    if (fresh == 1) doubt(r, last, mark);
    if (fresh < 2) return;
    sk_placer_vertices rivals = around(r, v);
    for (uint32_t i = 0; i < rivals.count; i++) doubt(r, rivals.items[i], mark);
}

/* Lists what changed since the last time, and the neighbours of that. A change further off may make
 * a vertex unconfined too, but seldom does. */
static void list_changed(sk_placer_reduction *r) {
    uint32_t mark = fresh_mark(r);
    r->doubtful_count = 0;
    for (uint32_t v = 0; v < r->count; v++) {
        if (!r->changed[v]) continue;
        r->changed[v] = false;
        doubt(r, v, mark);
        doubt_around(r, v, mark);
    }
}

sk_placer_reduction *sk_placer_reduce(sk_arena *arena, sk_arena *scratch,
                                      const sk_placer_graph *graph) {
    sk_placer_reduction *r = start(arena, scratch, graph);
    for (bool again = true; again && may_go_on(r);) {
        empty_queue(r);
        again = false;
        list_changed(r);
        for (uint32_t i = 0; i < r->doubtful_count && may_go_on(r); i++) {
            uint32_t v = r->doubtful[i];
            if (r->closed[v] || !is_unconfined(r, v)) continue;
            close_vertex(r, v);
            again = true;
        }
    }
    return r;
}

bool sk_placer_reduction_is_open(const sk_placer_reduction *r, uint32_t v) {
    return !r->closed[v];
}

int64_t sk_placer_reduction_weight(const sk_placer_reduction *r, uint32_t v) {
    return r->weight[v];
}

sk_placer_vertices sk_placer_reduction_neighbours(const sk_placer_reduction *r, uint32_t v) {
    return around(r, v);
}

static bool any_chosen(sk_placer_vertices vertices, const bool *chosen) {
    for (uint32_t i = 0; i < vertices.count; i++)
        if (chosen[vertices.items[i]]) return true;
    return false;
}

void sk_placer_reduction_undo(const sk_placer_reduction *r, bool *chosen) {
    for (uint32_t v = 0; v < r->count; v++)
        if (r->closed[v]) chosen[v] = r->taken[v];
    for (size_t i = r->postponed_count; i-- > 0;) {
        const postponed *p = &r->postponed[i];
        if (p->folded) {
            chosen[p->ends[0]] = chosen[p->ends[1]] = chosen[p->v];
            chosen[p->v] = !chosen[p->v];
        } else if (!any_chosen(p->excluded, chosen)) {
            chosen[p->v] = true;
        }
    }
}
