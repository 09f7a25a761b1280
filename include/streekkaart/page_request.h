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
    double most_frame_mm; /* height of the frame alone, where the page does not say its height */
} sk_map_room;

/** What a figure is composed for. */
typedef struct {
    sk_page_size size;
    const sk_map_room *on_sheet; /* for an annex sheet, which has pins of its own; else NULL */
} sk_page_request;

#endif
