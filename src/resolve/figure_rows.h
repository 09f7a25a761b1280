/** What the catalogue has for a figure: the rows of its legend table, whatever their geometry. */
#ifndef STREEKKAART_RESOLVE_FIGURE_ROWS_H
#define STREEKKAART_RESOLVE_FIGURE_ROWS_H

#include "streekkaart/memory.h"
#include "streekkaart/project.h"

typedef struct {
    const sk_feature *feature;
    int number; /* of a point on this figure; 0: none. On an overview numbers run on from home
                   to home */
} sk_figure_row;

typedef struct {
    sk_figure_row *items; /* as in the catalogue, where a home region stands together */
    size_t count;
} sk_figure_row_list;

sk_figure_row_list sk_figure_rows(const sk_project *project, const sk_figure *figure,
                                  sk_arena *arena);

/** True when the figure shows the feature; an overview of all sectors shows none. */
bool sk_figure_holds(const sk_figure *figure, const sk_feature *feature);
/** True when the figure says that this actor chose this sector. */
bool sk_figure_lists(const sk_figure *figure, const sk_presence *presence);

#endif
