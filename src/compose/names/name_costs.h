/** What the places of names cost. The placer looks for the places that together cost least.
 *
 *  The unit: a name that stands a step beside its best place costs about 1, one at the end of a
 *  leader about 10, one that is left out about 100, and one that must stay SK_LABEL_MUST_STAY. A
 *  number is right in proportion to the others; all were chosen by looking at the study's 45
 *  figures. */
#ifndef STREEKKAART_COMPOSE_NAMES_NAME_COSTS_H
#define STREEKKAART_COMPOSE_NAMES_NAME_COSTS_H

#include "page/beside.h"

/** Of any name. */
static const struct {
    double line, from_target_mm, leader_mm, turn_rad, on_border;
} any_name_cost = {
    .on_border = 20,        /* of what the catalogue names, on a home's or country's border */
    .line = 0.4,            /* for each line after the first: one line reads best */
    .from_target_mm = 0.15, /* for each millimetre from the best place of an area */
    .leader_mm = 0.4,       /* for each millimetre of a leader: a near name is found sooner */
    .turn_rad = 1.5,        /* for each radian that a name is turned: upright reads best */
};

/** Of a name of an area: inside, the cheapest, costs nothing. */
static const struct {
    double at_edge, turned, straddling, straddling_off_mm, outside, crowded_out, region_dropped;
} area_name_cost = {
    .at_edge = 1.5,           /* without air between it and the area's edge */
    .turned = 1.5,            /* along a strip instead of upright */
    .straddling = 3,          /* across the outline of an area too small for it */
    .straddling_off_mm = 0.3, /* for each millimetre from the pole: it had better hide all of it */
    .outside = 7,             /* beside the area, with a leader */
    .crowded_out = 25,        /* the same for a region, which is large: its name belongs inside */
    .region_dropped = 500,    /* the tint is the same for all: only the name tells which */
};

/** Of a name over zones that are not its own, or too small. */
static const struct {
    double in_smaller, over_other, beside_small, over_small, region_over;
} zone_cover_cost = {
    .in_smaller = 6,    /* in a smaller zone, whose name it would seem to be */
    .over_other = 14,   /* wholly over a zone that is another's, for the same reason */
    .beside_small = 10, /* so near one too small to bear its own name that it seems to be that */
    .region_over = 12,  /* wholly over a zone, of a region's name: it would seem to be the zone's */
    .over_small = 100,  /* over its own zone where that is so small that it would hide it */
};

/** Of a name across what stands on the map. A line counts in pieces, so that lying across it costs
 *  less than lying along it. */
static const struct {
    double piece_mm, link, arrow, leader, outline, town_dot;
} obstacle_cost = {
    .piece_mm = 5,
    .link = 45,     /* a piece of it: no town's name is worth a link drawn through it */
    .arrow = 600,   /* a hidden head turns the meaning of a link */
    .leader = 150,  /* a leader that is cut leads nowhere */
    .outline = 2,   /* a piece of a zone's outline: the eye goes on behind the name */
    .town_dot = 30, /* of the first rank, by the rank: the town's own name finds no place then */
};

/** Of a name of a link: along its line, in the middle, costs nothing. */
static const struct {
    double curved, below_line, along_at_edge, from_middle_mm;
    double beside, side, from_end_mm, distant, doubtful, on_another, wide_mm, exit_dropped;
} link_name_cost = {
    .curved = 12,           /* set letter by letter along a bend */
    .below_line = 0.3,      /* above it is read first */
    .along_at_edge = 2.5,   /* of a line that leaves the map: it had better stand at its arrow */
    .from_middle_mm = 0.06, /* for each millimetre from the middle of the line */
    .beside = 2.5,          /* upright reads well too, but belongs less plainly */
    .side = 0.05,           /* for each sk_beside further down the list */
    .from_end_mm = 0.12,    /* for each millimetre back from the arrow that it explains */
    .distant = 9,           /* away from a crowded line, with a leader */
    .doubtful = 5,          /* for each other line about as near as its own */
    .on_another = 12,       /* a letter that lies on another line besides */
    .exit_dropped = 70,     /* a destination beside its arrow that is left out */
    .wide_mm = 0.15,        /* for each millimetre beyond 30: long lines read badly */
};

/** Of a name beside a disc, by sk_beside: the order in which it is best put, much as for towns. */
static const double point_name_side_cost[SK_BESIDE_COUNT] = {0, 0.4, 0.6, 0.7, 0.9, 1, 1.2, 1.2};
/** Of one that is led to its disc instead. */
static const double point_name_leader_cost = 8;

/** Of a name of a town beside its dot, best first, after Imhof (1975): to the right and above. */
static const struct {
    sk_beside side;
    double cost;
} town_name_sides[] = {
    {SK_BESIDE_ABOVE_RIGHT, 0},  {SK_BESIDE_RIGHT, 0.1}, {SK_BESIDE_BELOW_RIGHT, 0.3},
    {SK_BESIDE_ABOVE_LEFT, 0.4}, {SK_BESIDE_LEFT, 0.5},  {SK_BESIDE_BELOW_LEFT, 0.7},
    {SK_BESIDE_ABOVE, 0.8},      {SK_BESIDE_BELOW, 0.9},
};
static const struct {
    double further_off, off_mm, aside, leader, across;
    double dropped[5];
} town_name_cost = {
    .further_off = 1.5, /* for each ring further from the dot, around markers that crowd it */
    .off_mm = 0.8,      /* for each millimetre between a capital's dot and its name */
    .aside = 1.1,       /* above or below, but not in the middle */
    .leader = 20,       /* only a capital has one: its name stays on the map where all is taken */
    .across = 120,      /* of a capital across a border or a link: no other town's name ever is */
    /* what it costs to leave a town out, by its rank: towns give way to all else, the lower first
     */
    .dropped = {4, 1000, 30, 8, 4}, /* of a capital: SK_LABEL_MUST_STAY */
};

/** Of a name of what the map lies in. */
static const struct {
    double area, line, mentioned, from_pole_mm, from_middle_mm;
} context_name_cost = {
    .area = 14,              /* of a country or the sea that is left out */
    .line = 7,               /* of a motorway or a water that is left out */
    .mentioned = 40,         /* of one that a feature's name speaks of */
    .from_pole_mm = 0.05,    /* for each millimetre from the middle of a country on the map */
    .from_middle_mm = 0.015, /* for each millimetre of a line's name from the middle of the map */
};

#endif
