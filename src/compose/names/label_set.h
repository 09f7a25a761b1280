/** All names of a figure, gathered with the places that each could take, and placed together. */
#ifndef STREEKKAART_COMPOSE_NAMES_LABEL_SET_H
#define STREEKKAART_COMPOSE_NAMES_LABEL_SET_H

#include "compose/drawing/composition.h"
#include "compose/drawing/symbols.h"
#include "page/page_shapes.h"
#include "page/text_block.h"

typedef struct sk_label_set sk_label_set;

/** The drop cost of the catalogue's names: more than any place costs, yet not so much more that the
 *  placer would lose sight of the differences between places. */
#define SK_LABEL_MUST_STAY 1000.0

/** Who a label belongs to, and where it is drawn. */
typedef struct {
    const char *id;            /* of the label's group */
    const sk_feature *feature; /* NULL for what is not in the catalogue */
    const char *title;
    const char *class_name; /* of the text; "-leader" is appended for its leader's */
    sk_role role;
    double drop_cost;     /* SK_LABEL_MUST_STAY: leaving it out is the last resort, and reported */
    sk_page_point anchor; /* what pins count from; see sk_layout_item */
    double leader_dot_mm; /* diameter of the dot at the end of its leader; 0: as the style says */
    sk_shape_list named;  /* what it names, where that is no area */
    sk_omission_reason drop_reason; /* why there is none, when it finds no place */
    const sk_plate *sign;           /* in place of a name; else NULL */
    bool fixed;                     /* it goes where what it belongs to goes: no pin is of it */
    /* Of a place across a home's or country's border, or across a link from what it names; 0:
     * it may lie there. */
    double across_cost;
    sk_shape_list parting; /* the links near what it names */
    bool brings_dot;       /* what it names is drawn with it, and kept free for it */
    double dot_gap_mm;     /* from that dot to the nearest disc */
    /* What it names; all NULL for a town or a point: */
    const sk_map_zone *zone;
    const sk_region *region;
    const sk_drawn_link *drawn;
    const sk_drawn_link *leaving; /* a destination: the line whose arrow it stands beside */
} sk_label_spec;

/** One place that a label could take. */
typedef struct {
    sk_text text;
    const sk_placer_shape *shapes;
    size_t shape_count;
    double cost;
    bool has_leader;
    sk_page_point leader_from, leader_to; /* from the name to what it names */
    const sk_feature *on;                 /* whose line it may cover: a key on its link; or NULL */
    bool is_sign;                         /* a key: shapes[0] is its plate */
} sk_label_option;

/** The line of a leader and the dot at its end, the last shapes of an option that has one. */
enum { SK_LEADER_SHAPES = 2 };
void sk_leader_shapes(const sk_style_sheet *style, sk_page_point from, sk_page_point to,
                      sk_placer_shape shapes[SK_LEADER_SHAPES]);

/** In the composition's arena; what is gathered is to be placed, which gives back what the options
 *  took. */
sk_label_set *sk_label_set_create(const sk_composition *c);
/** Begins a label; its options follow. */
void sk_label_set_begin(sk_label_set *set, sk_label_spec spec);
/** Begins a label with the anchor, the dot and the options that an earlier try at the map has kept
 *  for it, where it had the same view. False, and nothing begun, where none has. */
bool sk_label_set_resume(sk_label_set *set, sk_label_spec spec);
/** Keeps the label begun last for later tries: where it may stand depends on the view alone. */
void sk_label_set_keep(const sk_label_set *set);
/** Adds an option to the label begun last; left out when it would stick out of the frame, or when
 *  the label does not take what costs that much. */
void sk_label_set_option(sk_label_set *set, sk_label_option option);
/** False where a block that covers that much would stick out of the frame. */
bool sk_label_set_has_room(const sk_label_set *set, sk_page_box cover);
/** False for an infinite cost, but where a hand put the label begun last or its leader, as it may
 *  do anywhere. */
bool sk_label_set_takes(const sk_label_set *set, double cost);
/** The most common option: a block of text whose visible box has that corner. */
void sk_label_set_block(sk_label_set *set, const sk_text_block *block, sk_page_point top_left,
                        sk_text_anchor anchor, double cost);
/** One line, turned by `angle_rad` (clockwise on the page), with the middle of its baseline there.
 */
void sk_label_set_turned(sk_label_set *set, const sk_text_block *block, sk_page_point middle,
                         double angle_rad, double cost);
/** The same as a block, with a leader from the block to `target`; costs more when the leader is
 * long only as far as `cost` says. Nothing is added when the block lies on the target. */
void sk_label_set_block_with_leader(sk_label_set *set, const sk_text_block *block,
                                    sk_page_point top_left, sk_page_point target, double cost);
/** The label's sign, with its centre there; a key of a link lies on its line. */
void sk_label_set_sign(sk_label_set *set, sk_page_point centre, double cost);
/** The same, with a leader to `target`, which is outside the sign. */
void sk_label_set_sign_with_leader(sk_label_set *set, sk_page_point centre, sk_page_point target,
                                   double cost);
/** Blocks all around a disc at `at`, at growing distances, each with a leader to the disc's edge;
 *  dearer than `cost` by their distance. */
void sk_label_set_around(sk_label_set *set, const sk_text_block *block, sk_page_point at,
                         double radius_mm, double cost);
/** Chooses a place for each, once; reports as warnings the ones of the catalogue that found none.
 */
void sk_label_set_place(sk_label_set *set);
/** True when every zone and link has its name, and each name keeps the rules of name_rules.h. */
bool sk_label_set_keeps_rules(const sk_label_set *set);
/** What the places cost that were chosen for the labels, and those that found none. */
double sk_label_set_cost(const sk_label_set *set);
/** How many labels have no place that must have one, or are of a region; or break a rule. */
size_t sk_label_set_faults(const sk_label_set *set);
/** True when a label of that zone was placed in the shape, or leads into it. */
bool sk_label_set_tells(const sk_label_set *set, const sk_map_zone *zone, const sk_shape *shape);
/** Draws the placed labels of that role into `layer`, with their leaders. */
void sk_label_set_compose(sk_label_set *set, sk_layer *layer, sk_role role);
/** True when the label with that id was placed. */
bool sk_label_set_placed(const sk_label_set *set, const char *id);

#endif
