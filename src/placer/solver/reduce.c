#include "placer/solver/reduce.h"

#include <assert.h>
#include <string.h>
#include <wchar.h>

/* How far is_unconfined() follows a chain of consequences. */
enum { LONGEST_CHAIN = 32 };

/* Steps that reducing may take, a nanosecond each or less: twice what the most crowded of our maps
 * needs. What is open by then is left to the search. */
static const uint64_t most_work = 2500000000;

typedef enum { OPEN, TAKEN, REMOVED } vertex_state;

/* What is to be settled once the rest is: */
typedef struct {
    uint32_t v;
    bool folded;                 /* v stands for both `ends`, which exclude it; */
    uint32_t ends[2];            /* else v is taken if no neighbour is: */
    sk_placer_vertices excluded; /* those it had */
} postponed;

struct sk_placer_reduction {
    sk_arena *arena;
    uint32_t count;
    int64_t *weight;
    unsigned char *state;           /* a vertex_state each */
    sk_placer_vertices *neighbours; /* the open ones of each open vertex */
    postponed *postponed;
    uint32_t postponed_count;
    uint32_t *queue; /* a ring of the vertices to look at (again) */
    bool *queued;
    uint32_t queue_first, queue_count;
    bool *changed;       /* the vertex or what it excludes, since list_changed() */
    uint32_t *doubtful;  /* what list_changed() found */
    uint32_t *mark;      /* scratch, like those below */
    uint32_t *candidate; /* a mark, too, that may be carried besides the other */
    uint32_t last_mark;
    uint32_t *list;
    int64_t *claimed;
    uint64_t work; /* steps taken */
};

static void look_at(sk_placer_reduction *r, uint32_t v) {
    if (r->state[v] != OPEN || r->queued[v]) return;
    r->queued[v] = r->changed[v] = true;
    r->queue[(r->queue_first + r->queue_count++) % r->count] = v;
}

static void look_at_all(sk_placer_reduction *r, sk_placer_vertices vertices) {
    for (uint32_t i = 0; i < vertices.count; i++) look_at(r, vertices.items[i]);
}

/* A mark that no vertex carries. */
static uint32_t fresh_mark(sk_placer_reduction *r) {
    if (r->last_mark == UINT32_MAX) {
        memset(r->mark, 0, r->count * sizeof *r->mark);
        memset(r->candidate, 0, r->count * sizeof *r->candidate);
        r->last_mark = 0;
    }
    return ++r->last_mark;
}

static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wmemchr() finds a vertex");

/* Returns how many it looked at. The lists are long: wmemchr() compares many at once. */
static uint32_t forget(sk_placer_vertices *vertices, uint32_t v) {
    wchar_t *first = (wchar_t *)vertices->items;
    uint32_t i = (uint32_t)(wmemchr(first, (wchar_t)v, vertices->count) - first);
    vertices->items[i] = vertices->items[--vertices->count];
    return i;
}

static void close_vertex(sk_placer_reduction *r, uint32_t v, vertex_state state) {
    sk_placer_vertices around = r->neighbours[v];
    r->state[v] = (unsigned char)state;
    for (uint32_t i = 0; i < around.count; i++)
        r->work += forget(&r->neighbours[around.items[i]], v);
    look_at_all(r, around);
}

static void take(sk_placer_reduction *r, uint32_t v) {
    while (r->neighbours[v].count > 0) close_vertex(r, r->neighbours[v].items[0], REMOVED);
    close_vertex(r, v, TAKEN);
}

/* Neighbourhood removal (Lamm, Schulz, Strash, Williger, Zhang 2019): a vertex that weighs no less
 * than all its neighbours together belongs to a heaviest choice. */
static bool outweighs_neighbours(const sk_placer_reduction *r, uint32_t v) {
    int64_t rest = r->weight[v];
    for (uint32_t i = 0; i < r->neighbours[v].count && rest >= 0; i++)
        rest -= r->weight[r->neighbours[v].items[i]];
    return rest >= 0;
}

/* Whether u, a neighbour of v, excludes all that v excludes. These carry `mark`, as v does. What u
 * excludes besides may be no more than how many it excludes more. */
static bool contains(sk_placer_reduction *r, uint32_t u, uint32_t v, uint32_t mark) {
    sk_placer_vertices around = r->neighbours[u];
    if (around.count < r->neighbours[v].count) return false;
    uint32_t room = around.count - r->neighbours[v].count, besides = 0, i = 0;
    for (; i < around.count && besides <= room; i++) besides += r->mark[around.items[i]] != mark;
    r->work += i;
    return besides <= room;
}

/* The neighbour of v that excludes the fewest. */
static uint32_t loneliest(const sk_placer_reduction *r, uint32_t v) {
    sk_placer_vertices around = r->neighbours[v];
    uint32_t best = around.items[0];
    for (uint32_t i = 1; i < around.count; i++)
        if (r->neighbours[around.items[i]].count < r->neighbours[best].count)
            best = around.items[i];
    return best;
}

/* Marks w, a neighbour of v, and what it excludes: who excludes all that v excludes is among them.
 * That leaves few to look at closely. */
static void mark_candidates(sk_placer_reduction *r, uint32_t w, uint32_t mark) {
    sk_placer_vertices around = r->neighbours[w];
    r->candidate[w] = mark;
    for (uint32_t i = 0; i < around.count; i++) r->candidate[around.items[i]] = mark;
    r->work += around.count;
}

/* Lists the neighbours of v that exclude all that v excludes: who takes one of them instead of v
 * gains nothing but its weight, so that it goes if it weighs no more than v. That is domination
 * (Fomin, Grandoni, Kratsch 2009; with weights Lamm et al. 2019), seen from the dominated side. One
 * that weighs more only matters as long as all of them are listed. */
static uint32_t find_containing(sk_placer_reduction *r, uint32_t v) {
    sk_placer_vertices around = r->neighbours[v];
    uint32_t mark = fresh_mark(r), count = 0;
    r->mark[v] = mark;
    for (uint32_t i = 0; i < around.count; i++) r->mark[around.items[i]] = mark;
    if (around.count > 0) mark_candidates(r, loneliest(r, v), mark);
    for (uint32_t i = 0; i < around.count; i++) {
        uint32_t u = around.items[i];
        if (r->candidate[u] != mark) continue;
        bool matters = count == i || r->weight[u] <= r->weight[v];
        if (matters && contains(r, u, v, mark)) r->list[count++] = u;
    }
    return count;
}

static postponed *postpone(sk_placer_reduction *r, uint32_t v) {
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
    sk_placer_vertices around = r->neighbours[v];
    postpone(r, v)->excluded = around;
    close_vertex(r, v, REMOVED);
    for (uint32_t i = 0; i < around.count; i++) {
        r->weight[around.items[i]] -= r->weight[v];
        look_at_all(r, r->neighbours[around.items[i]]);
    }
}

static bool can_fold(sk_placer_reduction *r, uint32_t v) {
    if (r->neighbours[v].count != 2) return false;
    uint32_t a = r->neighbours[v].items[0], b = r->neighbours[v].items[1];
    return r->weight[v] >= r->weight[a] && r->weight[v] >= r->weight[b];
}

/* v has two neighbours, which do not exclude each other: either v is taken, or both of them. From
 * here on v stands for both, with what they weigh more. That is vertex folding (Chen, Kanj, Jia
 * 2001; with weights Lamm et al. 2019): v weighs no less than either, and less than both. */
static void fold(sk_placer_reduction *r, uint32_t v) {
    uint32_t ends[2] = {r->neighbours[v].items[0], r->neighbours[v].items[1]};
    postponed *p = postpone(r, v);
    p->folded = true;
    sk_placer_vertices around = {
        SK_NEW_ARRAY(r->arena, uint32_t,
                     r->neighbours[ends[0]].count + r->neighbours[ends[1]].count),
        0};
    uint32_t mark = fresh_mark(r);
    r->mark[v] = mark;
    for (int end = 0; end < 2; end++) {
        p->ends[end] = ends[end];
        sk_placer_vertices theirs = r->neighbours[ends[end]];
        for (uint32_t i = 0; i < theirs.count; i++) {
            if (r->mark[theirs.items[i]] == mark) continue;
            r->mark[theirs.items[i]] = mark;
            around.items[around.count++] = theirs.items[i];
        }
        close_vertex(r, ends[end], REMOVED);
    }
    r->weight[v] = r->weight[ends[0]] + r->weight[ends[1]] - r->weight[v];
    /* Each of them has just lost an end, so there is room for v in its list. */
    for (uint32_t i = 0; i < around.count; i++) {
        sk_placer_vertices *theirs = &r->neighbours[around.items[i]];
        theirs->items[theirs->count++] = v;
    }
    r->neighbours[v] = around;
    look_at(r, v);
    look_at_all(r, around);
}

static void reduce_at(sk_placer_reduction *r, uint32_t v) {
    if (outweighs_neighbours(r, v)) {
        take(r, v);
        return;
    }
    uint32_t count = find_containing(r, v);
    bool all = count == r->neighbours[v].count;
    for (uint32_t i = 0; i < count; i++)
        if (r->weight[r->list[i]] <= r->weight[v]) close_vertex(r, r->list[i], REMOVED);
    if (all)
        r->neighbours[v].count > 0 ? defer(r, v) : take(r, v);
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
    c->member[c->count++] = v;
    r->mark[v] = mark;
    for (uint32_t i = 0; i < r->neighbours[v].count; i++) {
        uint32_t u = r->neighbours[v].items[i];
        if (r->mark[u] != mark) {
            r->mark[u] = mark;
            r->claimed[u] = 0;
            r->list[c->around++] = u;
        }
        r->claimed[u] += r->weight[v];
    }
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
            uint32_t u = r->list[i], outside = 0, last = 0;
            if (r->weight[u] < r->claimed[u]) continue;
            r->work += r->neighbours[u].count;
            for (uint32_t j = 0; j < r->neighbours[u].count && outside < 2; j++)
                if (r->mark[r->neighbours[u].items[j]] != mark)
                    last = r->neighbours[u].items[j], outside++;
            if (outside == 0) return true;
            if (outside == 1) {
                chain_add(r, &c, last, mark);
                grown = true;
            }
        }
    }
    return false;
}

static void empty_queue(sk_placer_reduction *r) {
    while (r->queue_count > 0 && r->work < most_work) {
        uint32_t v = r->queue[r->queue_first];
        r->queue_first = (r->queue_first + 1) % r->count;
        r->queue_count--;
        r->queued[v] = false;
        if (r->state[v] == OPEN) reduce_at(r, v);
    }
}

static sk_placer_reduction *start(sk_arena *arena, const sk_placer_graph *graph) {
    uint32_t count = graph->count;
    sk_placer_reduction *r = SK_NEW(arena, sk_placer_reduction);
    r->arena = arena;
    r->count = count;
    r->weight = SK_NEW_ARRAY(arena, int64_t, count);
    r->state = SK_NEW_ARRAY(arena, unsigned char, count);
    r->neighbours = SK_NEW_ARRAY(arena, sk_placer_vertices, count);
    r->postponed = SK_NEW_ARRAY(arena, postponed, 2 * (size_t)count);
    r->queue = SK_NEW_ARRAY(arena, uint32_t, count);
    r->queued = SK_NEW_ARRAY(arena, bool, count);
    r->changed = SK_NEW_ARRAY(arena, bool, count);
    r->doubtful = SK_NEW_ARRAY(arena, uint32_t, count);
    r->mark = SK_NEW_ARRAY(arena, uint32_t, count);
    r->candidate = SK_NEW_ARRAY(arena, uint32_t, count);
    r->list = SK_NEW_ARRAY(arena, uint32_t, count);
    r->claimed = SK_NEW_ARRAY(arena, int64_t, count);
    uint32_t *neighbours = SK_NEW_ARRAY(arena, uint32_t, graph->start[count]);
    memcpy(neighbours, graph->neighbour, graph->start[count] * sizeof *neighbours);
    for (uint32_t v = 0; v < count; v++) {
        r->weight[v] = graph->weight[v];
        r->neighbours[v].items = neighbours + graph->start[v];
        r->neighbours[v].count = graph->start[v + 1] - graph->start[v];
        look_at(r, v);
    }
    return r;
}

/* Lists what changed since the last time, and the neighbours of that. A change further off may make
 * a vertex unconfined too, but seldom does. */
static uint32_t list_changed(sk_placer_reduction *r) {
    uint32_t mark = fresh_mark(r), count = 0;
    for (uint32_t v = 0; v < r->count; v++) {
        if (!r->changed[v]) continue;
        r->changed[v] = false;
        if (r->mark[v] != mark) r->doubtful[count++] = v;
        r->mark[v] = mark;
        for (uint32_t i = 0; i < r->neighbours[v].count; i++) {
            uint32_t u = r->neighbours[v].items[i];
            if (r->mark[u] != mark) r->doubtful[count++] = u;
            r->mark[u] = mark;
        }
    }
    return count;
}

sk_placer_reduction *sk_placer_reduce(sk_arena *arena, const sk_placer_graph *graph) {
    sk_placer_reduction *r = start(arena, graph);
    for (bool again = true; again && r->work < most_work;) {
        empty_queue(r);
        again = false;
        uint32_t count = list_changed(r);
        for (uint32_t i = 0; i < count && r->work < most_work; i++) {
            uint32_t v = r->doubtful[i];
            if (r->state[v] != OPEN || !is_unconfined(r, v)) continue;
            close_vertex(r, v, REMOVED);
            again = true;
        }
    }
    return r;
}

bool sk_placer_reduction_is_open(const sk_placer_reduction *r, uint32_t v) {
    return r->state[v] == OPEN;
}

int64_t sk_placer_reduction_weight(const sk_placer_reduction *r, uint32_t v) {
    return r->weight[v];
}

sk_placer_vertices sk_placer_reduction_neighbours(const sk_placer_reduction *r, uint32_t v) {
    return r->neighbours[v];
}

static bool any_chosen(sk_placer_vertices vertices, const bool *chosen) {
    for (uint32_t i = 0; i < vertices.count; i++)
        if (chosen[vertices.items[i]]) return true;
    return false;
}

void sk_placer_reduction_undo(const sk_placer_reduction *r, bool *chosen) {
    for (uint32_t v = 0; v < r->count; v++)
        if (r->state[v] != OPEN) chosen[v] = r->state[v] == TAKEN;
    for (uint32_t i = r->postponed_count; i-- > 0;) {
        const postponed *p = &r->postponed[i];
        if (p->folded) {
            chosen[p->ends[0]] = chosen[p->ends[1]] = chosen[p->v];
            chosen[p->v] = !chosen[p->v];
        } else if (!any_chosen(p->excluded, chosen)) {
            chosen[p->v] = true;
        }
    }
}
