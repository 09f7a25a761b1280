/** The page that is asked for. */
#ifndef STREEKKAART_PAGE_REQUEST_H
#define STREEKKAART_PAGE_REQUEST_H

#include <stdbool.h>

/** The size of a page. */
typedef struct {
    double width_mm;  /* 0: as the style says */
    double height_mm; /* 0: as the map needs; else the map fills the page */
    bool either_way;  /* the page may be turned: whichever way the map is larger */
} sk_page_size;

/** The room that an annex sheet has for a map. The title and the list of points stand elsewhere on
 *  the sheet. */
typedef struct {
    double width_mm, most_height_mm;
    double most_frame_mm;  /* height of the frame alone, where the page does not say its height */
    double page_height_mm; /* what the page has below its title: the figure's own map may take it */
} sk_map_room;

/** A map as it was decided for a figure. */
typedef struct sk_decided_map sk_decided_map;

/** What a figure is composed for. */
typedef struct {
    sk_page_size size;
    const sk_map_room *on_sheet; /* for an annex sheet, which has pins of its own; else NULL */
    const sk_decided_map
        *shows; /* the figure's map, which its sheet shows where it fits; or NULL */
} sk_page_request;

#endif
