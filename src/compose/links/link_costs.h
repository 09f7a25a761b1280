/** What the lines of links cost; each link takes the arc that is cheapest beside the others'.
 *
 *  The unit: an arc of an unusual bend costs about 1, one that a reader might take for another's
 *  about 10, one that is partly hidden about 30. A number is right in proportion to the others. */
#ifndef STREEKKAART_COMPOSE_LINKS_LINK_COSTS_H
#define STREEKKAART_COMPOSE_LINKS_LINK_COSTS_H

/** How near lines may come, in millimetres (and degrees). */
static const struct {
    double least_length, before_dot, beside, upon, beside_tip, furniture_gap, head_gap, start_gap;
    double stub, seen_whole, shared_start, one_start, starts_apart, other_place, trunk,
        going_on_deg, flowing_deg;
    double flowing_line, heads_beside, head_clear, meeting, crossing_deg, letter_gap;
    double beside_place, leader_gap, town_gap[3];
} link_reach_mm = {
    .least_length = 11, /* a shorter link cannot be seen to be one */
    .stub = 9,          /* of a shorter line little more is seen than its head */
    .seen_whole = 20,   /* of so long a one from a zone's middle no more is left out there */
    .before_dot = 1.2,  /* a head is so far from the middle of a town's dot */
    .beside = 1.9,      /* lines nearer than this seem to be one */
    .upon = 0.8,        /* and nearer than this the one hides the other */
    .beside_tip = 3.4,  /* and arrowheads nearer than that */
    .furniture_gap = 1,
    .head_gap = 3.05,            /* between heads that share no trunk */
    .start_gap = 1.6,            /* from a head to where another link begins */
    .one_start = 0.1,            /* lines that begin so near do so at one dot */
    .starts_apart = 3.2,         /* between the dots of different places */
    .other_place = 5,            /* between the places that an end may have */
    .trunk = 9,                  /* so long is a trunk, about */
    .shared_start = 5,           /* middles of areas nearer than this are one start */
    .flowing_deg = 80,           /* between lines that can flow into one trunk */
    .going_on_deg = 46,          /* two from one dot that are straighter seem to be one line */
    .flowing_line = 16,          /* a shorter line would be hardly more than its trunk */
    .heads_beside = 9,           /* heads nearer than this are taken for one place's */
    .head_clear = 1.7,           /* from a head to another's line */
    .meeting = 1.5,              /* so near to an end lines meet, and do not cross */
    .crossing_deg = 36,          /* at a smaller angle the eye goes on along the wrong line */
    .letter_gap = 2.4,           /* from the middle of a letter to another's line */
    .beside_place = 1,           /* from the dot at the end of a disc's leader to a line */
    .leader_gap = 2.4,           /* from a disc's leader to an end */
    .town_gap = {2.2, 2.2, 1.2}, /* from a town's dot, by its rank */
};

static const struct {
    double over_marker, under_name, crossing, beside_another, upon_another, tip_on_tip,
        tip_on_start, tip_on_line, crossing_flat, through_start, heads_apart, without_letter,
        under_furniture;
    double over_leader, end_at_leader;
    double stub_mm, going_on, start_beside_start, through_town, astray, hidden_head, other_place,
        bending, leaving_aside, order;
} link_cost = {
    .over_marker = 30,        /* each disc on the line: it seems to end there */
    .over_leader = 25,        /* each leader of a disc that it crosses, in a try that mends that */
    .end_at_leader = 25,      /* an end at such a leader: the disc seems to be the link's */
    .under_name = 8,          /* each step under the name of a point */
    .crossing = 7,            /* each other line that it crosses */
    .beside_another = 2.4,    /* each step beside another line */
    .upon_another = 5,        /* each that hides another, or is hidden */
    .tip_on_tip = 30,         /* an arrowhead on another: which of them is it? */
    .tip_on_start = 25,       /* one where another begins: they seem to be one line */
    .tip_on_line = 20,        /* one on another's line */
    .crossing_flat = 28,      /* at a small angle, in proportion to how small */
    .through_start = 15,      /* through the dot where another begins */
    .heads_apart = 5,         /* two heads where one would do */
    .without_letter = 10,     /* no step where its letter is its own */
    .under_furniture = 30,    /* each step that is hidden */
    .start_beside_start = 22, /* the dots of two places, so near that they are a blot */
    .stub_mm = 6,             /* each that a line lacks to be seen as one */
    .going_on = 14,           /* two from one dot that seem to be one line */
    .through_town = 12,       /* one of the first rank, by the rank: its name finds no place */
    .astray = 15,             /* its head is outside the area that it leads to */
    .hidden_head = 25,        /* a disc covers a part of it */
    .other_place = 4,         /* for each place further down the list of places of an end */
    .bending = 0.5,           /* by the square of how much the bend is more than the usual */
    .leaving_aside = 4,       /* each first step along the frame from its true direction */
    .order = 0.01, /* each place further down the list of arcs: of equal ones the first */
};

/** What it costs a line to flow into a trunk in some way. */
static const struct {
    double turn_rad, to_and_fro_rad, tight, easy_radius_mm, detour;
} trunk_cost = {
    .turn_rad = 1.5,      /* each radian that it turns */
    .to_and_fro_rad = 12, /* each that it turns back again */
    .tight = 8,           /* in proportion to how much tighter than an easy bend it is */
    .easy_radius_mm = 9,
    .detour = 60, /* in proportion to how much longer it is than the straight way */
};

#endif
