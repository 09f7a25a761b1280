/** What a line of a link costs where it runs, and beside another. */
#ifndef STREEKKAART_COMPOSE_LINKS_LINK_CHARGES_H
#define STREEKKAART_COMPOSE_LINKS_LINK_CHARGES_H

#include "compose/drawing/composition.h"

/** A line in steps of a few millimetres, and the box around it: what lines are compared by. */
typedef struct {
    sk_polyline line;
    sk_page_box box;
} sk_link_steps;

sk_link_steps sk_link_steps_of(sk_arena *arena, const sk_polyline *line);

/** What the line costs whatever the other links do: over discs, under names and furniture, through
 *  towns. `steps` are its steps. */
double sk_link_line_charge(const sk_composition *c, const sk_map_link *link,
                           const sk_polyline *line, const sk_polyline *steps);

/** What two lines cost each other, by their steps. */
double sk_link_pair_charge(const sk_map_link *link, const sk_link_steps *steps,
                           const sk_map_link *other_link, const sk_link_steps *other_steps);

/** Marks the steps that are so near to a line of another link that a letter there could be that
 *  one's; `crowded` has one for each. */
void sk_link_mark_crowded(const sk_map_link *link, const sk_link_steps *steps,
                          const sk_map_link *other_link, const sk_link_steps *other_steps,
                          bool *crowded);
/** What it costs a line that its letter, or the name of its end, has no step of its own. */
double sk_link_letter_charge(const sk_link_steps *steps, const bool *crowded);

/** True for links of one kind that lead to one place, neither along a course of its own. */
bool sk_links_share_target(const sk_map_link *a, const sk_map_link *b);
/** True for links of one kind that lead from one place to one place, likewise; they begin at the
 *  two starts. */
bool sk_links_share_ends(const sk_map_link *a, sk_page_point a_start, const sk_map_link *b,
                         sk_page_point b_start);
/** The angle at which two lines come to their ends, from 0 to 180. */
double sk_link_lines_arrive_deg(const sk_polyline *a, const sk_polyline *b);
/** True for lines that come to their ends from about the same side and are long enough, so that
 *  they can share a trunk. */
bool sk_link_lines_can_flow(const sk_polyline *a, const sk_polyline *b);
/** True for lines that begin at one dot and seem to be one that goes through it. */
bool sk_link_lines_go_on(const sk_polyline *a, const sk_polyline *b);

#endif
