/** What the catalogue holds for a figure, a sector or a region. */
#ifndef STREEKKAART_CLI_CHOICE_CATALOGUE_COUNT_H
#define STREEKKAART_CLI_CHOICE_CATALOGUE_COUNT_H

#include "streekkaart/project.h"

typedef struct {
    size_t points, zones, links; /* rows of the annex */
    size_t prose;                /* features of any kind that only the text puts on the map */
    size_t actors;
} sk_catalogue_count;

/** Of the sectors and regions that the figure is about. */
sk_catalogue_count sk_count_catalogue(const sk_project *project, const sk_figure *figure);

#endif
