/** Finds each region's block a place: in its region, or beside it with a leader. */
#ifndef STREEKKAART_COMPOSE_OVERVIEW_REGION_PLACES_H
#define STREEKKAART_COMPOSE_OVERVIEW_REGION_PLACES_H

#include "compose/overview/region_block.h"

typedef struct {
    const sk_block_form *form; /* NULL when there is no room for it on the map */
    sk_page_point corner;
    sk_page_point pole; /* of the region */
    bool pinned;        /* a hand fixed its middle, by its distance from the pole */
    bool has_leader;
    sk_page_point leader_from, leader_to;
} sk_placed_block;

/** One for each of `list`, in the arena, none over another nor over c->furniture. Reports the
 *  regions without a place. */
sk_placed_block *sk_region_blocks_place(const sk_composition *c,
                                        const sk_region_choices_list *list);

/** What the blocks and their leaders cover, with c->furniture; in the arena. */
sk_page_box_list sk_region_blocks_cover(const sk_composition *c, const sk_placed_block *blocks,
                                        size_t count);

#endif
