#include "resolve/figure_rows.h"

#include <string.h>

/* An overview shows all home regions. */
static bool covers(const sk_figure *figure, const char *home) {
    if (figure->home == NULL) return true;
    return home != NULL && strcmp(home, figure->home) == 0;
}

bool sk_figure_holds(const sk_figure *figure, const sk_feature *feature) {
    return figure->sector != NULL && strcmp(feature->sector, figure->sector) == 0 &&
           covers(figure, feature->home);
}

bool sk_figure_lists(const sk_figure *figure, const sk_presence *presence) {
    if (figure->sector != NULL && strcmp(presence->sector, figure->sector) != 0) return false;
    return covers(figure, presence->home);
}

/* The numbers of a home region's map begin at 1; on an overview they go on where the home before
 * it ended. */
static void run_numbers_on(sk_figure_row_list *rows) {
    int offset = 0, highest = 0;
    for (size_t i = 0; i < rows->count; i++) {
        sk_figure_row *row = &rows->items[i];
        bool next_home = i > 0 && strcmp(row->feature->home, rows->items[i - 1].feature->home) != 0;
        if (next_home) offset = highest;
        if (row->number > 0) row->number += offset;
        if (row->number > highest) highest = row->number;
    }
}

sk_figure_row_list sk_figure_rows(const sk_project *project, const sk_figure *figure,
                                  sk_arena *arena) {
    sk_figure_row_list rows = {SK_NEW_ARRAY(arena, sk_figure_row, project->feature_count), 0};
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        if (!sk_figure_holds(figure, feature)) continue;
        int number = feature->kind == SK_FEATURE_POINT ? feature->number : 0;
        rows.items[rows.count++] = (sk_figure_row){feature, number};
    }
    if (figure->home == NULL) run_numbers_on(&rows);
    return rows;
}
