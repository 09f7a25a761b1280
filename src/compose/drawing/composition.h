/** A map and what was composed of it so far, for the parts that come after. Internal to compose.
 *
 *  Only compose/decision.c and compose/overview/region_overview.c fill it, a stage after the other;
 *  every part reads it and returns what it made. */
#ifndef STREEKKAART_COMPOSE_DRAWING_COMPOSITION_H
#define STREEKKAART_COMPOSE_DRAWING_COMPOSITION_H

#include "compose/drawing/drawing.h"
#include "compose/drawing/map_view.h"
#include "page/polyline.h"
#include "placer/label_placer.h"
#include "resolve/figure_map.h"
#include "streekkaart/page_request.h"

/** Where a point's disc stands: at its place, or beside it at the end of a leader. */
typedef struct {
    const sk_map_point *point;
    sk_page_point place;  /* where the point really is */
    sk_page_point centre; /* of the disc */
    sk_page_box
        name_room; /* kept free for the name of a point without a number; may have no size */
    bool displaced, pinned;
    const char *list;       /* what stands on a disc that several share; NULL: it has its own */
    double half_width_mm;   /* of the straight part of such a disc */
    bool stands_for_itself; /* it has a disc, of its own or as the first that share one */
} sk_placed_marker;

typedef enum { SK_LINK_ENDS_INSIDE, SK_LINK_LEAVES_MAP } sk_link_exit;

/** A link's line on the page, from its near end to its far end, trimmed. */
typedef struct sk_drawn_link {
    const sk_map_link *link;
    const struct sk_drawn_link *same_as; /* another's line that it shares from end to end, and
                                            that bears the letters of both; NULL: its own */
    sk_polyline line;                    /* up to the tip of the arrow, where it has one */
    sk_polyline chosen; /* an arc as it was before it flowed into a trunk, or gave way at an end */
    bool is_course;     /* follows a canal or a road; else an arc */
    sk_link_exit at_start, at_end;
    bool head_at_start, head_at_end; /* an arrowhead at that end */
    bool joins; /* it ends in the trunk of another link, whose head is its own too */
    /* Along the line, where others flow into it or it into another: no casing parts them there. */
    double bare_from_mm, bare_to_mm;
    double start_dot_mm; /* radius of the dot where it begins, with its rim; 0: it has none */
    bool starts_at_ring; /* others begin there too */
} sk_drawn_link;

typedef struct {
    sk_drawn_link *items;
    size_t count;
} sk_drawn_links;

/** What moves in a further try at a map. */
typedef enum {
    SK_TRY_COURSES,  /* discs that links ran under; all courses are chosen anew */
    SK_MEND_DISCS,   /* discs that broke a rule beside links, then courses that still do */
    SK_MEND_CROWDS,  /* and the discs around them too */
    SK_MEND_COURSES, /* courses beside which a disc broke a rule, and no disc */
} sk_further_try;

/** What an earlier try at a map came to, for a further one. */
typedef struct {
    const sk_placed_marker *markers;
    sk_drawn_links links;
    sk_further_try moves;
} sk_earlier_try;

/** See compose/map/border_sides.h. */
typedef struct sk_border_sides sk_border_sides;

typedef struct {
    const sk_drawing *drawing;
    const sk_figure_map *map;
    const sk_map_room *on_sheet;     /* that the map has on an annex sheet; NULL: a figure */
    sk_map_view view;                /* known once the page is planned, as is what follows */
    sk_region_level detail;          /* the smallest regions whose borders are drawn */
    sk_page_box_list furniture;      /* what covers the map: legend, scale bar, inset */
    const sk_earlier_try *earlier;   /* NULL: there is none */
    const sk_placed_marker *markers; /* one for each of map->points */
    sk_drawn_links links;
    sk_border_sides *sides; /* of the borders that names keep to one side of */
    bool keyed; /* letters stand for zones and links, which the legend or a table lists */
} sk_composition;

/** True in a further try that leaves what breaks no rule where it is. */
bool sk_composition_mends(const sk_composition *c);

/** True when the furniture covers something of the shapes. */
bool sk_composition_covers(const sk_composition *c, const sk_placer_shape *shapes, size_t count);

/** The area of a shape on the page, as a path. */
sk_path sk_composition_trace(const sk_composition *c, const sk_shape *shape);

#endif
