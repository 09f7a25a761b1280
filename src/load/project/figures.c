#include <stdlib.h>

#include "load/project/catalogue_forms.h"
#include "load/project/known_slug.h"
#include "load/project/readers.h"
#include "load/tables/field.h"

static const sk_choice figure_kinds[] = {
    {"map", SK_FIGURE_MAP},
    {"sector-overview", SK_FIGURE_SECTOR_OVERVIEW},
    {"region-overview", SK_FIGURE_REGION_OVERVIEW},
    {NULL, 0},
};

/* The levels whose regions choose sectors: an overview shows what those of one have chosen. */
static bool read_level(const sk_record *record, const sk_project_settings *settings,
                       sk_region_level *out) {
    sk_choice choosers[SK_REGION_LEVELS_MAX + 1] = {{NULL, 0}};
    size_t count = 0;
    for (int level = 0; level < settings->level_count; level++)
        if (settings->levels[level].chooses)
            choosers[count++] = (sk_choice){settings->levels[level].slug, level};
    *out = count > 0 ? choosers[0].value : settings->home;
    return sk_field_choice(record, "level", choosers, true, out);
}

static bool has_its_subject(const sk_record *record, const sk_figure *figure) {
    bool sound = true;
    if (figure->kind == SK_FIGURE_MAP && figure->homes.count == 0) {
        const sk_project_settings *settings = record->load->settings;
        const char *level = settings->levels[settings->home].slug;
        sk_field_fault(record, sk_arena_printf(record->load->arena, "fill in the %s", level),
                       "a map without a %s", level);
        sound = false;
    }
    if (figure->kind != SK_FIGURE_REGION_OVERVIEW && figure->sectors.count == 0) {
        sk_field_fault(record, "fill in the sector", "a figure of this kind without a sector");
        sound = false;
    }
    return sound;
}

static bool read_figure(sk_record *record, sk_table_row *row, const sk_project *project,
                        sk_figure *figure) {
    const char *number = sk_field_optional(record, "figure");
    if (number != NULL)
        row->origin.feature = sk_arena_printf(record->load->arena, "figure %s", number);
    *figure = (sk_figure){.origin = row->origin};
    int kind = SK_FIGURE_MAP;
    bool sound = sk_field_text(record, "figure", &number) &&
                 sk_field_integer(record, "figure", 1, &figure->number);
    sound = sk_field_choice(record, "kind", figure_kinds, false, &kind) && sound;
    figure->kind = (sk_figure_kind)kind;
    sound = read_level(record, &project->settings, &figure->level) && sound;
    sound = sk_field_text(record, "title", &figure->title) && sound;
    sound = sk_known_homes(record, project, &figure->homes) && sound;
    sound = sk_known_sectors(record, project, &figure->sectors) && sound;
    figure->caption = sk_field_optional(record, "caption");
    if (figure->caption == NULL) figure->caption = figure->title;
    figure->titles = sk_field_translations(record, "title");
    figure->captions = sk_field_translations(record, "caption");
    return sound && has_its_subject(record, figure);
}

static bool share_sectors(const sk_figure *a, const sk_figure *b) {
    if (a->sectors.count != b->sectors.count) return false;
    for (size_t i = 0; i < a->sectors.count; i++)
        if (!sk_figure_names_sector(b, a->sectors.items[i])) return false;
    return true;
}

static bool is_new_figure(const sk_record *record, const sk_figure *figures, size_t count,
                          const sk_figure *figure) {
    for (size_t i = 0; i < count; i++) {
        if (figures[i].number == figure->number) {
            sk_field_fault(record, "give one of the two another number",
                           "figure %d stands in the list twice", figure->number);
            return false;
        }
        if (figure->kind == SK_FIGURE_MAP && figures[i].kind == SK_FIGURE_MAP &&
            sk_figures_share_homes(&figures[i], figure) && share_sectors(&figures[i], figure)) {
            sk_field_fault(record, "take one of the two lines out",
                           "figure %d is the same map already", figures[i].number);
            return false;
        }
    }
    return true;
}

static int by_number(const void *a, const void *b) {
    return ((const sk_figure *)a)->number - ((const sk_figure *)b)->number;
}

void sk_figures_read(const sk_load *load, const sk_folder *layers, sk_project *project) {
    const sk_table_form form = sk_catalogue_form(load, SK_CATALOGUE_FIGURES);
    const sk_table *table = sk_folder_table(load, layers, "figures.csv", &form);
    if (table == NULL) return;
    sk_figure *figures = SK_NEW_ARRAY(load->arena, sk_figure, table->row_count);
    size_t count = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        sk_record record = {load, table, &table->rows[i]};
        if (read_figure(&record, &table->rows[i], project, &figures[count]) &&
            is_new_figure(&record, figures, count, &figures[count]))
            count++;
    }
    qsort(figures, count, sizeof *figures, by_number);
    project->figures = figures;
    project->figure_count = count;
}
