/** A graph that loses vertices: what each open vertex still has for neighbours.
 *
 *  That a vertex has gone is written down, and no more: the list of a neighbour is tidied of all
 *  that have gone since when it is next asked for, and most lists never are. */
#ifndef STREEKKAART_PLACER_SOLVER_SHRINKING_H
#define STREEKKAART_PLACER_SOLVER_SHRINKING_H

#include <stdbool.h>

#include "placer/solver/graph.h"
#include "streekkaart/memory.h"

typedef struct {
    uint32_t *items;
    uint32_t count;
} sk_placer_vertices;

typedef struct {
    sk_arena *arena;
    uint32_t count;
    uint32_t **list;       /* of each vertex: its neighbours, and such as have gone since */
    uint32_t *list_length; /* with those */
    uint32_t *degree;      /* how many of them are open */
    uint32_t *closed_at;   /* the how-manieth to go; 0: it is open */
    uint32_t *gone;        /* which vertex went as the how-manieth, from 1 */
    uint32_t gone_count;
    uint32_t *place;   /* scratch: of a vertex in the list being tidied */
    uint64_t *to_drop; /* scratch: a bit for each entry of `gone` */
    uint64_t *rows;    /* a row of bits a vertex: its neighbours and itself; NULL: not dense */
    uint64_t *open;    /* a bit for each vertex */
    uint32_t row_words;
    uint64_t *near, *common; /* scratch: those words of a row that have bits, */
    uint32_t *near_words;    /* and which they are */
    uint32_t *mark;          /* scratch of graphs without rows, like those below */
    uint32_t *candidate;
    uint32_t last_mark;
    uint64_t work; /* steps taken, a nanosecond each or less */
} sk_placer_shrinking;

/** All vertices of `graph`, open; its lists are used, and come into another order. Everything else
 *  lives in `arena`. */
sk_placer_shrinking *sk_placer_shrinking_create(sk_arena *arena, const sk_placer_graph *graph);

static inline bool sk_placer_shrinking_is_open(const sk_placer_shrinking *g, uint32_t v) {
    return g->closed_at[v] == 0;
}

/** Drops those that have gone from the list of v, in the order in which they went; the last takes
 * the place of each. */
void sk_placer_shrinking_tidy(sk_placer_shrinking *g, uint32_t v);

/** The neighbours of v as they are listed: some may have gone. Lent until the list is tidied. */
static inline sk_placer_vertices sk_placer_shrinking_listed(const sk_placer_shrinking *g,
                                                            uint32_t v) {
    return (sk_placer_vertices){g->list[v], g->list_length[v]};
}

/** The open neighbours of v; of a vertex that has gone, those it had then. Lent until v's list
 * changes: they may only go away. */
static inline sk_placer_vertices sk_placer_shrinking_neighbours(sk_placer_shrinking *g,
                                                                uint32_t v) {
    if (g->list_length[v] != g->degree[v]) sk_placer_shrinking_tidy(g, v);
    return (sk_placer_vertices){g->list[v], g->degree[v]};
}

/** Takes v, which is open, out of the graph. */
void sk_placer_shrinking_close(sk_placer_shrinking *g, uint32_t v);

/** Gives v, which has no neighbour any more, other ones. */
void sk_placer_shrinking_connect(sk_placer_shrinking *g, uint32_t v, sk_placer_vertices to);

/** Lists, as they come in the list of v, the neighbours of v that exclude all that v excludes.
 * Those that weigh more than v may be left out when it is not all of them. Returns how many. */
uint32_t sk_placer_shrinking_containing(sk_placer_shrinking *g, uint32_t v, const int64_t *weight,
                                        uint32_t *containing);

#endif
