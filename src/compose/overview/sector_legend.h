/** The legend of an overview of all sectors: every mark on the map with its sector's name, in
 *  columns below the map. */
#ifndef STREEKKAART_COMPOSE_OVERVIEW_SECTOR_LEGEND_H
#define STREEKKAART_COMPOSE_OVERVIEW_SECTOR_LEGEND_H

#include "compose/overview/sector_symbols.h"
#include "streekkaart/project.h"

typedef struct sk_sector_legend sk_sector_legend;

/** The legend in as many columns as `width_mm` has room for, in the arena. */
sk_sector_legend *sk_sector_legend_create(const sk_composition *c, const sk_project *project,
                                          double width_mm);
double sk_sector_legend_height(const sk_sector_legend *legend);
void sk_sector_legend_compose(const sk_drawing *d, const sk_sector_legend *legend,
                              sk_page_point corner);

#endif
