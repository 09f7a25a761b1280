#include "compose/mending.h"

#include <string.h>

#include "compose/links/link_rules.h"
#include "compose/links/links.h"
#include "compose/points/marker_rules.h"
#include "compose/points/markers.h"

enum { TRIES_MAX = 12 };

/* Of what moves: the less, the sooner. */
static const sk_further_try ways[] = {SK_MEND_DISCS, SK_MEND_CROWDS, SK_MEND_COURSES};
enum { WAYS = sizeof ways / sizeof ways[0] };

/* An arrangement, and how it was come to. */
typedef struct {
    sk_composition c;
    const sk_earlier_try *earlier;
    size_t ill;   /* the rules that it breaks */
    bool is_done; /* all ways on from it were tried */
} arrangement;

/* Each leads to others: the best that was not tried yet comes next. */
typedef struct {
    arrangement items[1 + TRIES_MAX];
    size_t count, tries;
} search;

size_t sk_mending_wanted(const sk_composition *c) {
    size_t count = 0;
    for (size_t i = 0; i < c->map->point_count; i++) {
        const sk_marker_measures m = sk_marker_measure(c, &c->links, c->markers, i);
        count += sk_marker_faults(&m);
    }
    return count;
}

/* A link that breaks a rule is worse than a disc: the eye follows it all over the map. */
static size_t illness(const sk_composition *c) {
    const size_t link_fault = 3;
    const sk_layout_link *links = sk_links_measure(c);
    size_t ill = sk_mending_wanted(c);
    for (size_t i = 0; i < c->links.count; i++)
        if (links[i].fault != NULL || !sk_link_begins_clear(&links[i])) ill += link_fault;
    return ill;
}

static bool lines_are_equal(const sk_polyline *a, const sk_polyline *b) {
    return a->count == b->count && memcmp(a->points, b->points, a->count * sizeof *a->points) == 0;
}

bool sk_arrangements_equal(const sk_composition *a, const sk_composition *b) {
    if (a->links.count != b->links.count) return false;
    for (size_t i = 0; i < a->links.count; i++)
        if (!lines_are_equal(&a->links.items[i].line, &b->links.items[i].line)) return false;
    for (size_t i = 0; i < a->map->point_count; i++)
        if (sk_page_distance(a->markers[i].centre, b->markers[i].centre) > 0) return false;
    return true;
}

/* What it tells and notes is told again by who takes it. */
static void arrange(arrangement *a, const sk_composition *c, const sk_earlier_try *earlier) {
    sk_drawing drawing = *c->drawing;
    drawing.diag = sk_diag_create();
    drawing.notes = sk_layout_notes_create(drawing.arena);
    *a = (arrangement){.c = *c, .earlier = earlier};
    a->c.drawing = &drawing;
    a->c.earlier = earlier;
    a->c.markers = sk_markers_place(&a->c);
    a->c.links = sk_links_route(&a->c, 0);
    a->ill = illness(&a->c);
    a->c.drawing = c->drawing;
    sk_diag_free(drawing.diag);
}

static void go_on(search *s, const arrangement *from, sk_further_try moves) {
    sk_earlier_try *earlier = SK_NEW(from->c.drawing->arena, sk_earlier_try);
    *earlier = (sk_earlier_try){from->c.markers, from->c.links, moves};
    arrangement *next = &s->items[s->count];
    arrange(next, &from->c, earlier);
    s->tries++;
    for (size_t i = 0; i < s->count; i++)
        if (sk_arrangements_equal(&s->items[i].c, &next->c)) return;
    s->count++;
}

/* The best, or the best of those that are not done; NULL when all are. */
static arrangement *best_of(search *s, bool done_too) {
    arrangement *best = NULL;
    for (size_t i = 0; i < s->count; i++)
        if ((done_too || !s->items[i].is_done) && (best == NULL || s->items[i].ill < best->ill))
            best = &s->items[i];
    return best;
}

const sk_earlier_try *sk_mending_find(const sk_composition *c) {
    if (sk_mending_wanted(c) == 0) return NULL;
    search s = {.count = 1};
    s.items[0] = (arrangement){.c = *c, .ill = illness(c)};
    arrangement *from;
    while (s.tries + WAYS <= TRIES_MAX && (from = best_of(&s, false)) != NULL && from->ill > 0) {
        from->is_done = true;
        for (size_t i = 0; i < WAYS; i++) go_on(&s, from, ways[i]);
    }
    return best_of(&s, true)->earlier;
}
