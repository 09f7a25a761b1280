/** What the catalogue holds for a figure, a sector or a region. */
#ifndef STREEKKAART_CLI_CHOICE_CATALOGUE_COUNT_H
#define STREEKKAART_CLI_CHOICE_CATALOGUE_COUNT_H

#include "streekkaart/project.h"

typedef struct {
    size_t points, zones, links; /* rows of the annex */
    size_t prose;                /* features of any kind that only the text puts on the map */
    size_t actors;
} sk_catalogue_count;

/** Of one sector in one home region; NULL stands for all of them. */
sk_catalogue_count sk_count_catalogue(const sk_project *project, const char *home,
                                      const char *sector);

/** Does the feature or presence of `home` and `sector` stand on the map of these two? */
bool sk_is_on_map(const char *home, const char *sector, const char *map_home,
                  const char *map_sector);

#endif
