/** The layout of a figure: what stands where on the page, what was left out and why, and what
 *  overlaps what. All in millimetres; all memory is the arena's that the figure was composed in. */
#ifndef STREEKKAART_LAYOUT_H
#define STREEKKAART_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/geometry.h"

/** What a thing on the page is. */
typedef enum {
    SK_LAYOUT_MARKER, /* a point's disc */
    SK_LAYOUT_LABEL,  /* a name of a zone, a link or a region */
    SK_LAYOUT_TOWN,   /* a town's name */
    SK_LAYOUT_LEADER, /* from a marker or a name to what it stands for */
    SK_LAYOUT_ARROW,  /* the head at the end of a link */
    SK_LAYOUT_DOT,    /* the beginning of a link in the middle of a region */
    SK_LAYOUT_LINK,   /* a link as a whole: only ever left out */
    SK_LAYOUT_FURNITURE,
    SK_LAYOUT_ROLE_COUNT,
} sk_layout_role;

/** A convex piece of an outline: a polygon, grown by a radius all around. A disc is one point, a
 *  line two, the box of a text four. */
typedef struct {
    sk_page_point points[4];
    size_t count;
    double radius_mm;
} sk_layout_piece;

/** What a name is of, by how a reader tells whose it is. */
typedef enum {
    SK_NAMED_OTHER,  /* a point, beside it */
    SK_NAMED_GROUND, /* a town, beside its dot; what the map lies in */
    SK_NAMED_AREA,   /* a zone or a region, in it */
    SK_NAMED_LINK,   /* along it */
    SK_NAMED_EXIT,   /* where a link leads that leaves the map, beside its arrow */
} sk_named;

/** How well a name, or the letter that stands for it, says what it is of. */
typedef struct {
    sk_named kind;
    bool is_key;      /* a letter */
    double leader_mm; /* length of its leader; 0: it has none */
    /* Of an area's name, the shares of its box from 0 to 1: */
    double inside;   /* in its own area */
    double in_other; /* in another of the kind, so that it seems to be that one's */
    /* Of a link's name, or of a destination: */
    double own_mm;   /* from its line, on the average; from the tip of its arrow */
    double other_mm; /* from the nearest other link; infinite where there is none */
    double turn_deg; /* between it and its line, 0 to 90 */
    /* Of a name of the ground: */
    double across;     /* the share of its box across a border that it keeps to one side of */
    double dot_gap_mm; /* of a town: from its dot to the nearest disc, negative where that covers
                          some of it; infinite where there is none */
    bool is_parted;    /* of a town: a link runs between its dot and its name */
    const char *fault; /* which rule it breaks (docs/cartography.md), or NULL */
} sk_name_measures;

/** How well a point's disc tells which place is its own, beside links that don't end at it. */
typedef struct {
    double line_gap_mm;      /* from the disc to the nearest line, negative over it; infinite where
                                there is none */
    double leader_gap_mm;    /* from its leader to the nearest head, or the edge of a start dot;
                                infinite    without a leader */
    size_t leader_crossings; /* lines that its leader crosses */
} sk_marker_measures;

/** One thing that stands on the page. */
typedef struct {
    sk_layout_role role;
    const char *id;         /* of its group in the scene */
    const char *feature_id; /* the catalogue's, or NULL */
    const char *text;       /* what is written there, or NULL */
    sk_page_box box;        /* the upright box around the outline */
    const sk_layout_piece *outline;
    size_t piece_count;
    double contrast;    /* of the text with its halo, plate or disc (WCAG 2.1); 0: there is none */
    double name_gap_mm; /* from a link's name to the nearest other name; else infinite */

    /* Of a marker or a name: */
    bool has_anchor;
    sk_page_point anchor;   /* a marker's true place; a zone's or region's pole of inaccessibility,
                               the middle of a link's line, a town's dot */
    double dx_mm, dy_mm;    /* from the anchor to the middle of the box: what a pin would say */
    double displacement_mm; /* a marker: from its true place; a name: the gap between it and what it
                               names, 0 where it lies in it */
    bool pinned;
    const sk_name_measures *name;     /* of a name; else NULL */
    const sk_marker_measures *marker; /* of a point's disc; else NULL */
} sk_layout_item;

/** What an end of a link is at. */
typedef enum {
    SK_LINK_AT_DISC,   /* a point of the map */
    SK_LINK_AT_DOT,    /* a town, or another place */
    SK_LINK_AT_MIDDLE, /* of a region or zone, which it starts from */
    SK_LINK_AT_EDGE,   /* of a region or zone */
    SK_LINK_AT_FRAME,  /* with an arrow: it goes on outside the map */
    SK_LINK_AT_TRUNK,  /* of another link, whose head is its own too */
    SK_LINK_AT_COURSE, /* where the canal or the road ends that it follows */
    SK_LINK_STOP_COUNT,
} sk_link_stop;

/** Where a reader learns to which place a line leads that leaves the map. */
typedef enum {
    SK_LINK_ON_MAP,        /* it does not leave it */
    SK_LINK_SAID_AT_ARROW, /* by a destination */
    SK_LINK_SAID_BY_NAME,  /* which stands beside the line, or in the legend at its letter */
    SK_LINK_UNSAID,
    SK_LINK_SAID_COUNT,
} sk_link_said;

/** How well a line of a link tells where it leads. */
typedef struct {
    const char *feature_id;
    sk_link_stop from, to;
    double head_gap_mm;   /* from its head to the nearest other; infinite where there is none */
    double start_gap_mm;  /* from its head to where another begins; likewise */
    double through_deg;   /* how far it is from going on straight where another began; likewise */
    double ring;          /* width of the ring where it begins with others, in widths of its line;
                             infinite where it begins alone */
    double dot_gap_mm;    /* from where it begins to the dot of another place; likewise */
    double dot_clear_mm;  /* from the edge of the dot where it begins to another line, but for those
                             that follow the ground; likewise */
    double disc_gap_mm;   /* from its head, or its last 3 mm, to the nearest disc that it does not
                             lead to, negative under it; infinite where there is none */
    double town_gap_mm;   /* from its tip to the middle of the nearest town's dot that it does not
                             lead to; likewise */
    double head_clear_mm; /* from its head to the nearest other line that does not end there too;
                             likewise */
    double crossing_deg;  /* the smallest angle at which it crosses another; likewise */
    double corner_deg;    /* the sharpest that a straight piece of it makes with the next */
    const char *fault;    /* which rule it breaks (docs/cartography.md), or NULL */
    sk_link_said said;
} sk_layout_link;

enum { SK_LAYOUT_SIZES_MAX = 16 };

/** How small the smallest things are that a reader has to tell. */
typedef struct {
    double line_mm;                       /* the thinnest line; infinite where there is none */
    double disc_mm;                       /* the diameter of the smallest disc; likewise */
    double sizes_mm[SK_LAYOUT_SIZES_MAX]; /* of the letters, from the smallest */
    size_t size_count;
} sk_layout_fineness;

/** A fill of the map by its class: "zone". */
typedef struct {
    const char *class_name;
    double share; /* of the map, from 0 to 1, where nothing but lines and letters lies over it */
    double seen;  /* of all of it on the map, likewise */
    bool small;   /* all of it is less than a hundredth of the map */
    bool listed;  /* the legend or the table has it */
} sk_layout_fill;

/** What a reader tells areas by: their fills, and their borders among what runs along them. */
typedef struct {
    const sk_layout_fill *fills; /* but for the ground */
    size_t fill_count;
    size_t strokes; /* the most lines on one stretch of a border, its own and a band counted */
    double band;    /* the widest that a band is, as a part of the neck it lies in; 0: no neck */
} sk_layout_areas;

/** Why a thing was left out. */
typedef enum {
    SK_OMITTED_NO_ROOM,
    SK_OMITTED_COVERED, /* it would lie under furniture or a marker */
    SK_OMITTED_RANK,    /* the style does not draw towns of this rank */
    SK_OMITTED_OFF_MAP,
    SK_OMITTED_CAPITAL, /* of a home region or of the area, for want of room: it should stay */
    SK_OMISSION_REASON_COUNT,
} sk_omission_reason;

/** One thing that was left out. */
typedef struct {
    sk_layout_role role;
    const char *id, *feature_id, *text;
    sk_omission_reason reason;
} sk_layout_omission;

/** Two things on the same place; `b` is "frame" or "page" for what sticks out of it. */
typedef struct {
    const char *a, *b;
} sk_layout_overlap;

/** Where everything of a figure stands, what was left out, and what overlaps. */
typedef struct {
    sk_page_box page, frame;
    double scale; /* on the ground, of a millimetre on the page: 500000 for 1 : 500 000 */
    double
        home_share; /* of the frame, from 0 to 1: the box around the home region, or around all */
    double legend_filled; /* of the legend's box: what its columns take; 1 where there is none */
    sk_layout_fineness fineness;
    const sk_layout_item *items; /* from the back to the front */
    size_t item_count;
    const sk_layout_link *links; /* one for each line, in the order of the catalogue */
    size_t link_count;
    size_t zone_piece_count, zone_pieces_told; /* pieces of zones; those with a name or letter */
    const sk_layout_omission *omissions;
    size_t omission_count;
    const sk_layout_overlap *overlaps;
    size_t overlap_count;
} sk_layout;

/** As reports call them. */
const char *sk_layout_role_name(sk_layout_role role);
/** As reports call it. */
const char *sk_link_stop_name(sk_link_stop stop);
/** NULL for SK_LINK_ON_MAP. */
const char *sk_link_said_name(sk_link_said said);
/** As reports call it. */
const char *sk_omission_reason_name(sk_omission_reason reason);

#endif
