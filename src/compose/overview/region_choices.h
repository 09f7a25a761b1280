/** What each region chose: the sets of sectors that an overview of all sectors shows. */
#ifndef STREEKKAART_COMPOSE_OVERVIEW_REGION_CHOICES_H
#define STREEKKAART_COMPOSE_OVERVIEW_REGION_CHOICES_H

#include "compose/overview/sector_symbols.h"
#include "streekkaart/project.h"

typedef struct {
    const sk_region *region; /* in the figure's CRS */
    const char *id;          /* "province-utrecht": what ids on the page begin with */
    const char *heading;     /* the name without the word that all regions' names begin with */
    sk_sector_mark *marks;   /* each sector once, in the project's order */
    size_t count;
} sk_region_choices;

typedef struct {
    sk_region_choices *items; /* one for each region of the figure's level, in its order */
    size_t count;
} sk_region_choices_list;

sk_region_choices_list sk_region_choices_gather(const sk_composition *c, const sk_project *project);

#endif
