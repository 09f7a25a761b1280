/** An area on the map that a name has to find a place in or beside. */
#ifndef STREEKKAART_COMPOSE_NAMES_NAME_AREA_H
#define STREEKKAART_COMPOSE_NAMES_NAME_AREA_H

#include "compose/drawing/composition.h"

/** A part of a zone that a name would hide, by the box around it. */
typedef struct {
    const sk_map_zone *zone;
    sk_page_box box;
} sk_small_part;

/** The part that the frame shows, ready to be asked about. */
typedef struct {
    sk_shape visible; /* empty when nothing of it is on the map */
    sk_page_box bounds;
    sk_page_point pole;
    sk_shape open; /* what no smaller zone covers, where that is enough to hold a name; else all */
    sk_page_point open_pole;
    double area_mm2;
    double dot_mm;           /* diameter of the dot at the end of a leader to it */
    bool is_long;            /* far from round: a strip, or several parts */
    const sk_map_zone *zone; /* NULL for a region */
    const sk_region *region; /* NULL for a zone */
    sk_small_part *small;    /* of all zones; none for a region */
    size_t small_count;
} sk_name_area;

/** In c->arena; `zone` is lent, or NULL. The region is the caller's to set. */
sk_name_area sk_name_area_of(const sk_composition *c, const sk_shape *shape,
                             const sk_map_zone *zone);

/** True for a point of the visible part. */
bool sk_name_area_holds(const sk_composition *c, const sk_name_area *area, sk_page_point p);

/** True when the box lies in the shape, by points all over it. */
bool sk_name_box_lies_in(const sk_composition *c, const sk_shape *shape, sk_page_box box);

/** True where another region of the level lies. */
bool sk_name_region_other(const sk_composition *c, const sk_region *region, sk_ground_point p);

enum { SK_AREA_ANCHORS_MAX = 5 };

/** Points of the area that a leader may lead to: the pole, and for a small area others far from it,
 *  since a marker may stand on the pole, as for a long one, which has several ends. */
size_t sk_name_area_anchors(const sk_composition *c, const sk_name_area *area,
                            sk_page_point anchors[SK_AREA_ANCHORS_MAX]);

/** Where a leader that comes from `from` towards `anchor` ends: a little inside the area, so that
 * the dot leaves of a small one what it can. */
sk_page_point sk_name_area_leader_end(const sk_composition *c, const sk_name_area *area,
                                      sk_page_point from, sk_page_point anchor);

/** What it costs a name or the end of its leader to lie at that point, by the smaller zones there.
 */
double sk_name_area_intrusion(const sk_composition *c, const sk_name_area *area, sk_page_point p);

/** True for a part of a zone that is so small that a name would hide it. */
bool sk_zone_part_is_small(sk_page_box bounds);

/** What it costs the name of a zone to cover that box, by the other zones that lie under it, or
 *  beside it and are so small that the name would seem to be theirs. */
double sk_name_area_covering(const sk_composition *c, const sk_name_area *area, sk_page_box box);

#endif
