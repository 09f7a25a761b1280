/** The size of the page that a figure is composed for. */
#ifndef STREEKKAART_PAGE_SIZE_H
#define STREEKKAART_PAGE_SIZE_H

#include <stdbool.h>

/** The page that is asked for. */
typedef struct {
    double width_mm;  /* 0: as the style says */
    double height_mm; /* 0: as the map needs; else the map fills the page */
    bool either_way;  /* the page may be turned: whichever way the map is larger */
} sk_page_size;

#endif
