/** The marks of the sectors, drawn alike on the map and in the legend. */
#ifndef STREEKKAART_COMPOSE_OVERVIEW_SECTOR_SYMBOLS_H
#define STREEKKAART_COMPOSE_OVERVIEW_SECTOR_SYMBOLS_H

#include "compose/drawing/composition.h"

/** A sector as a region chose it. */
typedef struct {
    size_t sector; /* index in the project's list, which gives it its colour */
    sk_sector_symbol symbol;
    bool recent;
} sk_sector_mark;

/** Draws the mark in a square of the style's symbol size around `centre`. */
void sk_sector_mark_draw(const sk_drawing *d, sk_group *group, sk_page_point centre,
                         sk_sector_mark mark);

/** Draws only what a newly chosen sector has at its mark's upper right corner. */
void sk_recent_mark_draw(const sk_drawing *d, sk_group *group, sk_page_point centre);

/** How far a recent mark reaches beyond the square of its symbol, to the right and above. */
double sk_recent_mark_overhang(const sk_style_sheet *style);

#endif
