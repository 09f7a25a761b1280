#include "resolve/figure_rows.h"

#include <string.h>

bool sk_figure_holds(const sk_figure *figure, const sk_feature *feature) {
    return sk_figure_names_sector(figure, feature->sector) &&
           sk_figure_covers(figure, feature->home, feature->sector);
}

bool sk_figure_lists(const sk_figure *figure, const sk_presence *presence) {
    return sk_figure_covers(figure, presence->home, presence->sector);
}

static bool stand_together(const sk_feature *a, const sk_feature *b) {
    return strcmp(a->home, b->home) == 0 && strcmp(a->sector, b->sector) == 0;
}

/* The numbers of one sector in one home begin at 1; where a figure has several, they go on where
 * those before them ended. */
static void run_numbers_on(sk_figure_row_list *rows) {
    int offset = 0, highest = 0;
    for (size_t i = 0; i < rows->count; i++) {
        sk_figure_row *row = &rows->items[i];
        bool is_next = i > 0 && !stand_together(row->feature, rows->items[i - 1].feature);
        if (is_next) offset = highest;
        if (row->number > 0) row->number += offset;
        if (row->number > highest) highest = row->number;
    }
}

static void add_rows(const sk_project *project, const sk_figure *part, sk_figure_row_list *rows) {
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        if (!sk_figure_holds(part, feature)) continue;
        int number = feature->kind == SK_FEATURE_POINT ? feature->number : 0;
        rows->items[rows->count++] = (sk_figure_row){.feature = feature, .number = number};
    }
}

size_t sk_figure_sector_colour(const sk_project *project, const sk_figure *figure,
                               const char *sector) {
    size_t i = 0;
    if (figure->sectors.count < 2) return 0;
    while (i < project->sector_count && strcmp(project->sectors[i].slug, sector) != 0) i++;
    return i + 1;
}

sk_figure_row_list sk_figure_rows(const sk_project *project, const sk_figure *figure,
                                  sk_arena *arena) {
    sk_figure_row_list rows = {SK_NEW_ARRAY(arena, sk_figure_row, project->feature_count), 0};
    sk_figure part = *figure;
    for (size_t s = 0; s < figure->sectors.count; s++) {
        part.sectors = (sk_string_list){&figure->sectors.items[s], 1};
        if (figure->homes.count == 0) add_rows(project, &part, &rows);
        for (size_t h = 0; h < figure->homes.count; h++) {
            part.homes = (sk_string_list){&figure->homes.items[h], 1};
            add_rows(project, &part, &rows);
        }
    }
    run_numbers_on(&rows);
    for (size_t i = 0; i < rows.count; i++)
        rows.items[i].colour =
            sk_figure_sector_colour(project, figure, rows.items[i].feature->sector);
    return rows;
}
