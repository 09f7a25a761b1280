#include "compose/tries.h"

#include <stdint.h>

#include "compose/links/links.h"
#include "compose/mending.h"
#include "compose/names/zone_pieces.h"
#include "compose/points/marker_rules.h"

static size_t count_faults(const sk_decision *d) {
    const sk_layout_link *links = sk_decision_links(d);
    size_t faults = sk_label_set_faults(d->names);
    for (size_t i = 0; i < d->c.links.count; i++)
        if (links[i].fault != NULL) faults++;
    return faults;
}

static size_t count_discs_on_links(const sk_composition *c) {
    size_t count = 0;
    for (size_t i = 0; i < c->map->point_count; i++) {
        const sk_marker_measures m = sk_marker_measure(c, &c->links, c->markers, i);
        if (sk_marker_is_on_line(&m)) count++;
    }
    return count;
}

/* How ill the sk_decision reads: a broken rule is worse than any disc on a line. */
static size_t count_blemishes(const sk_decision *d) {
    return count_faults(d) * (d->c.map->point_count + 1) + count_discs_on_links(&d->c);
}

static bool reads_better(const sk_decision *a, const sk_decision *b) {
    const double blemish = 60; /* as a name across a link: name_costs.h */
    size_t faults = count_faults(a), others = count_faults(b);
    if (faults != others) return faults < others;
    return blemish * (double)sk_mending_wanted(&a->c) + sk_label_set_cost(a->names) <
           blemish * (double)sk_mending_wanted(&b->c) + sk_label_set_cost(b->names);
}

static sk_decision *decide_with_letters(const sk_drawing *drawing, const sk_figure_task *t,
                                        size_t attempt, const sk_earlier_try *earlier) {
    sk_decision *d = sk_decision_of_page(drawing, t, true);
    sk_decision_add_map(d, attempt, earlier);
    return d;
}

/* What is left then is mended where it is: all that breaks no rule stays. */
static sk_decision *mend(const sk_drawing *drawing, const sk_figure_task *t, sk_decision *d) {
    const sk_earlier_try *earlier = d->status == SK_OK ? sk_mending_find(&d->c) : NULL;
    if (earlier == NULL) return d;
    sk_decision *mended = decide_with_letters(drawing, t, 0, earlier);
    bool better = reads_better(mended, d);
    sk_diag_free((better ? d : mended)->drawing.diag);
    return better ? mended : d;
}

/* Another try with the courses in that order. What comes to the same discs and courses as the one
 * before, which was no better, is not better either: its names need no places. */
static sk_decision *try_again(const sk_drawing *drawing, const sk_figure_task *t, size_t order,
                              const sk_earlier_try *earlier, const sk_decision *before) {
    sk_decision *d = sk_decision_of_page(drawing, t, true);
    sk_decision_add_courses(d, order, earlier);
    if (before == NULL || !sk_arrangements_equal(&d->c, &before->c)) sk_decision_add_names(d);
    return d;
}

/* Where discs, links and names stand in each other's way, courses are chosen anew, a few times, and
 * the discs move that links ran under; the attempt that reads best is taken. */
static sk_decision *decide_letters(const sk_drawing *drawing, const sk_figure_task *t) {
    sk_decision *best = decide_with_letters(drawing, t, 0, NULL), *worse = NULL;
    size_t least = best->status == SK_OK ? count_blemishes(best) : 0;
    bool falls = true; /* then the same order of courses again, now that discs have moved */
    for (size_t order = 0; least > 0 && order < SK_LINK_ATTEMPTS; order += !falls) {
        const sk_earlier_try earlier = {best->c.markers, best->c.links, SK_TRY_COURSES};
        sk_decision *another = try_again(drawing, t, order, &earlier, worse), *left = another;
        size_t blemishes = another->names != NULL ? count_blemishes(another) : SIZE_MAX;
        falls = blemishes < least;
        worse = falls ? NULL : another;
        if (falls) {
            left = best;
            best = another;
            least = blemishes;
        }
        sk_diag_free(left->drawing.diag);
    }
    return mend(drawing, t, best);
}

static bool zones_share_ground(const sk_figure_map *map) {
    for (size_t i = 0; i < map->zone_count; i++)
        for (size_t k = 0; k < i; k++)
            if (sk_zones_share_ground(&map->zones[i], &map->zones[k])) return true;
    return false;
}

/* On a sheet with a map of its own the table lists them, on an overview their names would hide the
 * map, names of one ground can't tell which is where, and of several sectors a list tells which is
 * whose. */
static bool always_keyed(const sk_figure_task *t) {
    bool on_own_sheet = t->page->on_sheet != NULL && t->page->shows == NULL;
    return on_own_sheet || sk_figure_map_is_overview(t->map) || t->map->figure->sectors.count > 1 ||
           zones_share_ground(t->map);
}

/* A name stands on one piece of its zone; letters stand on each. */
static bool zones_have_pieces(const sk_composition *c) {
    sk_shape *pieces;
    for (size_t i = 0; i < c->map->zone_count; i++)
        if (c->map->zones[i].ground == SK_ZONE_OF_ITS_OWN &&
            sk_zone_pieces(c, &c->map->zones[i], &pieces) > 1)
            return true;
    return false;
}

/* With letters, or with names, as `named` has it, where the page has no room for the list of
 * letters.
 */
static sk_decision *decide_keyed(const sk_drawing *drawing, const sk_figure_task *t,
                                 sk_decision *named) {
    sk_decision *keyed = decide_letters(drawing, t);
    sk_decision *taken = keyed, *left = named;
    if (keyed->status != SK_OK) {
        if (named->names == NULL) sk_decision_add_map(named, 0, NULL);
        taken = named;
        left = keyed;
    }
    sk_diag_free(left->drawing.diag);
    return taken;
}

sk_decision *sk_decision_find(const sk_drawing *drawing, const sk_figure_task *t) {
    bool listed = drawing->style->legend.shown || t->page->on_sheet != NULL;
    bool may_key =
        drawing->style->key.used && listed && t->map->zone_count + t->map->link_count > 0;
    sk_decision *named = sk_decision_of_page(drawing, t, false);
    bool known =
        may_key && (always_keyed(t) || named->status != SK_OK || zones_have_pieces(&named->c));
    if (known) return decide_keyed(drawing, t, named);
    sk_decision_add_map(named, 0, NULL);
    bool keeps = named->status == SK_OK && sk_label_set_keeps_rules(named->names);
    return keeps || !may_key ? named : decide_keyed(drawing, t, named);
}
