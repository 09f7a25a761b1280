/** What a plan of a page costs: what furniture hides, and what the map gives up so that it hides
 *  less.
 *
 *  The unit: a square millimetre of the sea hidden costs 0.05, of the home region 40; so a legend
 *  of ten square centimetres costs 50 beside the home region, and 40,000 on it. */
#ifndef STREEKKAART_COMPOSE_PLAN_PLAN_COSTS_H
#define STREEKKAART_COMPOSE_PLAN_PLAN_COSTS_H

/** For each square millimetre that is hidden of: */
static const struct {
    double around, home, feature, town, link, course, furniture;
} cover_cost_mm2 = {
    .around = 0.05,   /* what surrounds the home region: so little that it is used first */
    .home = 40,       /* and a zone: so much more that the map rather grows */
    .feature = 60,    /* the room around a point */
    .town = 30,       /* the room around a town */
    .link = 12,       /* the straight way of a link, which can bend */
    .course = 40,     /* a link that lies where it lies */
    .furniture = 1e4, /* other furniture: never, while there is any other place */
};

/** The room that is kept around what stands there, in millimetres. */
static const struct {
    double marker, town, link_width;
} cover_reach_mm = {.marker = 3, .town = 1, .link_width = 3};

static const struct {
    double growth_mm, growth_above_mm, cut, shrinking, shift_mm, corner_mm;
} plan_cost = {
    .growth_mm = 12,       /* for each millimetre that the map gets higher below */
    .growth_above_mm = 13, /* and above: a legend at the foot is what readers expect */
    .cut = 60,             /* for each section of the legend that goes on in another column */
    .shrinking = 3000,     /* for a map at half the scale */
    .shift_mm = 1,         /* for each millimetre that the map gives way to one side */
    .corner_mm = 0.2,      /* for each millimetre from a corner: furniture stands in one */
};

/** Of a legend outside the map, in millimetres that the strip is higher. */
static const struct {
    double uneven, missing, cut;
    double manner[6];
} strip_cost = {
    .uneven = 12,  /* columns that fill less of its box than they should, */
    .missing = 40, /* and for what is missing, from 0 to 1 */
    .cut = 3,      /* for each section that goes on in another column */
    /* for each manner of sk_legend_size(): as on other maps, and narrower; with short sections cut
     * too, and narrower in three steps */
    .manner = {0, 3, 4, 7, 12, 15},
};

/** Beyond these a map can't be read: hidden, by weight; the larger side of the home, or of all of
 * them. */
static const struct {
    double hidden, home_mm, all_mm;
} plan_limit = {.hidden = 1500, .home_mm = 50, .all_mm = 100};

#endif
