/** What the catalogue has for a figure: the rows of its legend table, whatever their geometry. */
#ifndef STREEKKAART_RESOLVE_FIGURE_ROWS_H
#define STREEKKAART_RESOLVE_FIGURE_ROWS_H

#include "streekkaart/memory.h"
#include "streekkaart/project.h"

typedef struct {
    const sk_feature *feature;
    int number; /* of a point on this figure; 0: none. Numbers run on from sector to sector, and in
                   it from home to home */
    size_t colour; /* of its disc: that of the sector with this number, from 1, in the project's
                      list; 0 on a figure of one sector, where all look alike */
} sk_figure_row;

typedef struct {
    sk_figure_row *items; /* by sector, then by home, as the figure names them; else, as on an
                             overview by home, in the catalogue's order */
    size_t count;
} sk_figure_row_list;

sk_figure_row_list sk_figure_rows(const sk_project *project, const sk_figure *figure,
                                  sk_arena *arena);

/** The colour (see sk_figure_row) of the discs of that sector on the figure. */
size_t sk_figure_sector_colour(const sk_project *project, const sk_figure *figure,
                               const char *sector);

/** True when the figure shows the feature; an overview of all sectors shows none. */
bool sk_figure_holds(const sk_figure *figure, const sk_feature *feature);
/** True when the figure says that this actor chose this sector. */
bool sk_figure_lists(const sk_figure *figure, const sk_presence *presence);

#endif
