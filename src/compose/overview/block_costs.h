/** What the places and forms of the regions' blocks cost.
 *
 *  The unit: an awkward form costs about 1, a block beside its region about 15. */
#ifndef STREEKKAART_COMPOSE_OVERVIEW_BLOCK_COSTS_H
#define STREEKKAART_COMPOSE_OVERVIEW_BLOCK_COSTS_H

#include <stddef.h>

/** Of a form. */
static const struct {
    double wide_heading_mm, line, empty, upright, long_row;
    size_t good_row;
} block_form_cost = {
    .wide_heading_mm = 0.08, /* for each millimetre of the heading beyond the marks */
    .line = 0.6,             /* for each further line of the heading */
    .empty = 1,              /* for each place of the last row that stays empty */
    .upright = 1.5,          /* for each row more than columns: marks are read along the row */
    .long_row = 0.8,         /* for each mark in a row more than good_row */
    .good_row = 4,           /* a block of four by two reads best */
};

/** Of a place. */
static const struct {
    double own_share, others_mm2, none_mm2, border_gap_mm, border_mm2, from_pole_mm;
    double beside, leader_mm, crossing_mm, hugging_mm, worth_trying;
} block_place_cost = {
    .own_share = 0.6,     /* a block lies in its region when that part of it does */
    .others_mm2 = 1.5,    /* for each square millimetre over another region */
    .none_mm2 = 1.2,      /* and over the sea and neighbouring countries */
    .border_gap_mm = 0.8, /* a block keeps that far off the borders of its region, */
    .border_mm2 = 0.3,    /* or pays for each square millimetre of the gap that lies across */
    .from_pole_mm = 0.12, /* for each millimetre from the region's middle */
    .beside = 14,         /* beside the region at all */
    .leader_mm = 0.35,    /* for each millimetre between the block's middle and the leader's end */
    .crossing_mm = 3,     /* for each millimetre of leader through another region */
    .hugging_mm = 1.2,    /* and along a border, which it seems to be */
    .worth_trying = 20,   /* no candidate that costs that much more than the best */
};

#endif
