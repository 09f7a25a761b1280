#include "placer/solver/shrinking.h"

#include <string.h>

enum {
    WORD_BITS = 64,
    MOST_ROW_WORDS = 128, /* the rows then take 8 MB */
};

static void set_bit(uint64_t *row, uint32_t v) {
    row[v / WORD_BITS] |= UINT64_C(1) << (v % WORD_BITS);
}

static void clear_bit(uint64_t *row, uint32_t v) {
    row[v / WORD_BITS] &= ~(UINT64_C(1) << (v % WORD_BITS));
}

static uint32_t lowest_bit(uint64_t bits) {
    return (uint32_t)__builtin_ctzll(bits);
}

static uint64_t *row_of(const sk_placer_shrinking *g, uint32_t v) {
    return g->rows + (size_t)v * g->row_words;
}

/* Whether a row of bits is read sooner than the list that says the same. */
static bool is_dense(const sk_placer_graph *graph, uint32_t row_words) {
    return row_words <= MOST_ROW_WORDS &&
           (uint64_t)graph->count * row_words <= graph->start[graph->count];
}

static void make_rows(sk_placer_shrinking *g) {
    g->rows = SK_NEW_ARRAY(g->arena, uint64_t, (size_t)g->count * g->row_words);
    g->open = SK_NEW_ARRAY(g->arena, uint64_t, g->row_words);
    g->near = SK_NEW_ARRAY(g->arena, uint64_t, g->row_words + 1);
    g->common = SK_NEW_ARRAY(g->arena, uint64_t, g->row_words + 1);
    g->near_words = SK_NEW_ARRAY(g->arena, uint32_t, g->row_words + 1);
    for (uint32_t v = 0; v < g->count; v++) {
        uint64_t *row = row_of(g, v);
        set_bit(g->open, v);
        set_bit(row, v);
        for (uint32_t i = 0; i < g->degree[v]; i++) set_bit(row, g->list[v][i]);
    }
}

sk_placer_shrinking *sk_placer_shrinking_create(sk_arena *arena, const sk_placer_graph *graph) {
    uint32_t count = graph->count;
    sk_placer_shrinking *g = SK_NEW(arena, sk_placer_shrinking);
    g->arena = arena;
    g->count = count;
    g->list = SK_NEW_ARRAY(arena, uint32_t *, count);
    g->list_length = SK_NEW_ARRAY(arena, uint32_t, count);
    g->degree = SK_NEW_ARRAY(arena, uint32_t, count);
    g->closed_at = SK_NEW_ARRAY(arena, uint32_t, count);
    g->gone = SK_NEW_ARRAY(arena, uint32_t, count + 1);
    g->place = SK_NEW_ARRAY(arena, uint32_t, count);
    g->row_words = count / WORD_BITS + 1;
    g->to_drop = SK_NEW_ARRAY(arena, uint64_t, g->row_words);
    for (uint32_t v = 0; v < count; v++) {
        g->list[v] = graph->neighbour + graph->start[v];
        g->list_length[v] = g->degree[v] = graph->start[v + 1] - graph->start[v];
    }
    if (is_dense(graph, g->row_words)) {
        make_rows(g);
    } else {
        g->mark = SK_NEW_ARRAY(arena, uint32_t, count);
        g->candidate = SK_NEW_ARRAY(arena, uint32_t, count);
    }
    return g;
}

static void swap(uint32_t *a, uint32_t *b) {
    uint32_t was = *a;
    *a = *b;
    *b = was;
}

/* The list of a vertex that has gone itself, as the `until`-th and one, keeps those that went
 * later. Of an open one `until` is the greatest number there is. */
static bool is_to_drop(const sk_placer_shrinking *g, uint32_t u, uint32_t until) {
    return g->closed_at[u] - 1 < until;
}

static void drop_one(sk_placer_shrinking *g, uint32_t v, uint32_t until) {
    uint32_t *list = g->list[v], i = 0;
    while (!is_to_drop(g, list[i], until)) i++;
    swap(&list[i], &list[--g->list_length[v]]);
}

/* Those to drop are sorted by their bits, which is quicker than by comparing. What is dropped is
 * kept behind the others, for who reads the graph afterwards. */
static void drop_several(sk_placer_shrinking *g, uint32_t v, uint32_t until) {
    uint32_t *list = g->list[v], length = g->list_length[v], first = UINT32_MAX, last = 0;
    for (uint32_t i = 0; i < length; i++) {
        g->place[list[i]] = i;
        if (!is_to_drop(g, list[i], until)) continue;
        uint32_t at = g->closed_at[list[i]];
        set_bit(g->to_drop, at);
        if (at / WORD_BITS < first) first = at / WORD_BITS;
        if (at / WORD_BITS > last) last = at / WORD_BITS;
    }
    for (uint32_t word = first; word <= last; word++) {
        for (uint64_t rest = g->to_drop[word]; rest != 0; rest &= rest - 1) {
            uint32_t to = g->place[g->gone[word * WORD_BITS + lowest_bit(rest)]];
            swap(&list[to], &list[--length]);
            g->place[list[to]] = to;
        }
        g->to_drop[word] = 0;
    }
    g->list_length[v] = length;
}

void sk_placer_shrinking_tidy(sk_placer_shrinking *g, uint32_t v) {
    uint32_t until = g->closed_at[v] - 1;
    g->work += g->list_length[v];
    if (g->list_length[v] == g->degree[v] + 1)
        drop_one(g, v, until);
    else
        drop_several(g, v, until);
}

void sk_placer_shrinking_close(sk_placer_shrinking *g, uint32_t v) {
    sk_placer_vertices listed = sk_placer_shrinking_listed(g, v);
    for (uint32_t i = 0; i < listed.count; i++)
        if (sk_placer_shrinking_is_open(g, listed.items[i])) g->degree[listed.items[i]]--;
    g->closed_at[v] = ++g->gone_count;
    g->gone[g->gone_count] = v;
    if (g->rows != NULL) clear_bit(g->open, v);
    g->work += listed.count;
}

/* A list of the graph has no room for another. */
static void add_to_list(sk_placer_shrinking *g, uint32_t u, uint32_t v) {
    sk_placer_vertices theirs = sk_placer_shrinking_neighbours(g, u);
    g->list[u] = SK_NEW_ARRAY(g->arena, uint32_t, theirs.count + 1);
    memcpy(g->list[u], theirs.items, theirs.count * sizeof *theirs.items);
    g->list[u][theirs.count] = v;
    g->list_length[u] = ++g->degree[u];
}

void sk_placer_shrinking_connect(sk_placer_shrinking *g, uint32_t v, sk_placer_vertices to) {
    g->list[v] = to.items;
    g->list_length[v] = g->degree[v] = to.count;
    for (uint32_t i = 0; i < to.count; i++) {
        uint32_t u = to.items[i];
        add_to_list(g, u, v);
        if (g->rows == NULL) continue;
        set_bit(row_of(g, u), v);
        set_bit(row_of(g, v), u);
    }
}

/* Puts the open neighbours of v into `near`, and into `common`: word by word, those that have some.
 * Returns how many these are. */
static uint32_t start_common(sk_placer_shrinking *g, uint32_t v) {
    const uint64_t *row = row_of(g, v);
    uint32_t words = 0;
    clear_bit(g->open, v);
    for (uint32_t w = 0; w < g->row_words; w++) {
        g->near[words] = g->common[words] = row[w] & g->open[w];
        g->near_words[words] = w;
        words += g->near[words] != 0;
    }
    set_bit(g->open, v);
    g->work += g->row_words;
    return words;
}

/* Keeps in `common` what u excludes, and u. False when that is nothing. */
static bool narrow_common(sk_placer_shrinking *g, uint32_t u, uint32_t words) {
    const uint64_t *row = row_of(g, u);
    uint64_t any = 0;
    for (uint32_t i = 0; i < words; i++) any |= g->common[i] &= row[g->near_words[i]];
    g->work += words;
    return any != 0;
}

/* Whether u excludes all of `near`, but itself. */
static bool excludes_near(sk_placer_shrinking *g, uint32_t u, uint32_t words) {
    const uint64_t *row = row_of(g, u);
    uint32_t i = 0;
    while (i < words && (g->near[i] & ~row[g->near_words[i]]) == 0) i++;
    g->work += i;
    return i == words;
}

static bool is_common(const sk_placer_shrinking *g, uint32_t u, uint32_t words) {
    uint32_t i = 0;
    while (i < words && g->near_words[i] != u / WORD_BITS) i++;
    return i < words && (g->common[i] >> (u % WORD_BITS) & 1) != 0;
}

/* Leaves in `common` what one of each word excludes: neighbours in one word are often alike, so
 * that few are left to look at closely. False when there are none. */
static bool ask_some(sk_placer_shrinking *g, uint32_t words) {
    for (uint32_t i = 0; i < words; i++)
        if (!narrow_common(g, g->near_words[i] * WORD_BITS + lowest_bit(g->near[i]), words))
            return false;
    return words > 0;
}

/* Keeps in `common` those that exclude all that v excludes. False when there are none. */
static bool ask_all(sk_placer_shrinking *g, uint32_t v, const int64_t *weight, uint32_t words) {
    bool all = memcmp(g->near, g->common, words * sizeof *g->near) == 0;
    uint64_t any = 0;
    for (uint32_t i = 0; i < words; i++) {
        for (uint64_t rest = g->common[i]; rest != 0; rest &= rest - 1) {
            uint32_t u = g->near_words[i] * WORD_BITS + lowest_bit(rest);
            bool matters = all || weight[u] <= weight[v];
            if (matters && excludes_near(g, u, words)) continue;
            g->common[i] &= ~(rest & -rest);
            all = false;
        }
        any |= g->common[i];
    }
    return any != 0;
}

static uint32_t containing_by_rows(sk_placer_shrinking *g, uint32_t v, const int64_t *weight,
                                   uint32_t *containing) {
    uint32_t words = start_common(g, v), count = 0;
    if (!ask_some(g, words) || !ask_all(g, v, weight, words)) return 0;
    sk_placer_vertices around = sk_placer_shrinking_neighbours(g, v);
    for (uint32_t i = 0; i < around.count; i++)
        if (is_common(g, around.items[i], words)) containing[count++] = around.items[i];
    return count;
}

/* A mark that no vertex carries. */
static uint32_t fresh_mark(sk_placer_shrinking *g) {
    if (g->last_mark == UINT32_MAX) {
        memset(g->mark, 0, g->count * sizeof *g->mark);
        memset(g->candidate, 0, g->count * sizeof *g->candidate);
        g->last_mark = 0;
    }
    return ++g->last_mark;
}

/* Whether u, a neighbour of v, excludes all that v excludes. These carry `mark`, as v does. What u
 * excludes besides may be no more than how many it excludes more. */
static bool contains(sk_placer_shrinking *g, uint32_t u, uint32_t v, uint32_t mark) {
    if (g->degree[u] < g->degree[v]) return false;
    sk_placer_vertices around = sk_placer_shrinking_neighbours(g, u);
    uint32_t room = around.count - g->degree[v], besides = 0, i = 0;
    for (; i < around.count && besides <= room; i++) besides += g->mark[around.items[i]] != mark;
    g->work += i;
    return besides <= room;
}

/* Marks the neighbour of v that excludes the fewest, and what it excludes: who excludes all that v
 * excludes is among them. That leaves few to look at closely. */
static void mark_candidates(sk_placer_shrinking *g, sk_placer_vertices around, uint32_t mark) {
    uint32_t loneliest = around.items[0];
    for (uint32_t i = 1; i < around.count; i++)
        if (g->degree[around.items[i]] < g->degree[loneliest]) loneliest = around.items[i];
    sk_placer_vertices theirs = sk_placer_shrinking_neighbours(g, loneliest);
    g->candidate[loneliest] = mark;
    for (uint32_t i = 0; i < theirs.count; i++) g->candidate[theirs.items[i]] = mark;
    g->work += around.count + theirs.count;
}

static uint32_t containing_by_marks(sk_placer_shrinking *g, uint32_t v, const int64_t *weight,
                                    uint32_t *containing) {
    sk_placer_vertices around = sk_placer_shrinking_neighbours(g, v);
    uint32_t mark = fresh_mark(g), count = 0;
    g->mark[v] = mark;
    for (uint32_t i = 0; i < around.count; i++) g->mark[around.items[i]] = mark;
    if (around.count > 0) mark_candidates(g, around, mark);
    for (uint32_t i = 0; i < around.count; i++) {
        uint32_t u = around.items[i];
        if (g->candidate[u] != mark) continue;
        bool matters = count == i || weight[u] <= weight[v];
        if (matters && contains(g, u, v, mark)) containing[count++] = u;
    }
    return count;
}

uint32_t sk_placer_shrinking_containing(sk_placer_shrinking *g, uint32_t v, const int64_t *weight,
                                        uint32_t *containing) {
    return g->rows != NULL ? containing_by_rows(g, v, weight, containing)
                           : containing_by_marks(g, v, weight, containing);
}
